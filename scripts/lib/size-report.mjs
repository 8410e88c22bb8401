import { brotliCompressSync } from 'node:zlib';

/**
 * What each entry costs a visitor. `initial` is the entry with everything that it imports
 * statically: it is there before the first paint. `lazy` are the chunks that load on demand, each
 * with only what it adds. Sizes in bytes, minified and brotli-compressed (level 11, file by file,
 * as a server sends them).
 */
export function sizeReport(chunks) {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const entries = chunks.filter((chunk) => chunk.isEntry);
  return entries.map((entry) => {
    const initial = closure([entry.fileName], byName);
    const lazy = [];
    const seen = new Set(initial);
    const waiting = [...initial];
    for (const name of waiting) {
      for (const wanted of byName.get(name).dynamicImports) {
        if (seen.has(wanted)) continue;
        const files = closure([wanted], byName).filter((file) => !seen.has(file));
        files.forEach((file) => seen.add(file));
        waiting.push(...files);
        lazy.push({ file: wanted, ...sum(files, byName) });
      }
    }
    return { entry: entry.fileName, initial: { ...sum(initial, byName), files: initial }, lazy };
  });
}

/** The table of a report, for people. */
export function formatReport(report) {
  const row = (name, { min, brotli }) =>
    `  ${name.padEnd(52)} ${kilobytes(min)} min  ${kilobytes(brotli)} br`;
  return report
    .flatMap(({ entry, initial, lazy }) => [
      row(entry, initial),
      ...lazy.map((chunk) => row(`  later: ${chunk.file}`, chunk)),
    ])
    .join('\n');
}

/** How much an entry may grow over the figure that is recorded for it before the build says so. */
const tolerance = 0.03;

/**
 * What is wrong with a report, measured against `budget` (bytes of brotli by entry, all that loads before the first
 * paint); empty when nothing is. An entry without a figure is told as well, or it could grow unseen.
 */
export function overBudget(report, budget) {
  return report.flatMap(({ entry, initial: { brotli } }) => {
    const recorded = budget[entry];
    if (recorded === undefined) return [`${entry}: ${brotli} bytes, but no figure is recorded`];
    if (brotli <= recorded * (1 + tolerance)) return [];
    const growth = ((brotli / recorded - 1) * 100).toFixed(1);
    return [`${entry}: ${brotli} bytes, ${growth} % more than the ${recorded} recorded`];
  });
}

/** The figures of a report, to be recorded. */
export function budgetOf(report) {
  return Object.fromEntries(report.map(({ entry, initial }) => [entry, initial.brotli]));
}

function closure(names, byName) {
  const found = new Set(names);
  for (const name of found) {
    for (const imported of byName.get(name)?.imports ?? []) {
      if (byName.has(imported)) found.add(imported);
    }
  }
  return [...found];
}

const compressed = new WeakMap();

function sum(names, byName) {
  let min = 0;
  let brotli = 0;
  for (const name of names) {
    const chunk = byName.get(name);
    const bytes = Buffer.from(chunk.code);
    if (!compressed.has(chunk)) compressed.set(chunk, brotliCompressSync(bytes).length);
    min += bytes.length;
    brotli += compressed.get(chunk);
  }
  return { min, brotli };
}

function kilobytes(bytes) {
  return `${(bytes / 1000).toFixed(1).padStart(7)} kB`;
}
