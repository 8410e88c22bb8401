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
