import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { ensureInstall } from './lib/ensure-install.mjs';
import { markBuilt, sourcesHash } from './lib/build-stamp.mjs';
import { root, runNode, tool } from './lib/run.mjs';
import { tightenSheets } from './lib/tight-css.mjs';

/**
 * `npm run build`: the packages' dist folders (tsc, and style sheets without comments), the manifest of the custom
 * elements, and dist/cdn, which is what a web page loads, with its integrity hashes and a size report.
 */
const cdn = resolve(root, 'dist/cdn');

async function build() {
  await ensureInstall();
  const hash = sourcesHash();

  step('packages');
  const compiled = await runNode(tool('typescript', 'tsc'), ['-b', 'tsconfig.build.json']);
  if (compiled !== 0) throw new Error('tsc found errors');
  tightenSheets(resolve(root, 'packages/elements/dist'));

  step('custom-elements.json');
  const { writeManifest } = await import('./lib/manifest.mjs');
  console.log(`  ${(await writeManifest()).join(', ') || 'no elements'}`);

  step('dist/cdn');
  rmSync(cdn, { recursive: true, force: true });
  mkdirSync(cdn, { recursive: true });
  const chunks = await bundle();
  writeIntegrity();
  await compress();

  step('sizes');
  const { formatReport, sizeReport } = await import('./lib/size-report.mjs');
  const report = [...sizeReport(chunks), ...sizeReport(await bundleForSize())];
  writeFileSync(resolve(root, 'dist/size-report.json'), `${JSON.stringify(report, null, 2)}\n`);
  // Whoever only wants to start has no use for a page of figures.
  if (!process.argv.includes('--brief')) console.log(formatReport(report));
  await checkBudget(report);

  markBuilt(hash);
}

/** Compares with size-budget.json; `npm run build -- --record-sizes` writes it anew. */
async function checkBudget(report) {
  const { budgetOf, overBudget } = await import('./lib/size-report.mjs');
  const file = resolve(root, 'size-budget.json');
  if (process.argv.includes('--record-sizes')) {
    writeFileSync(file, `${JSON.stringify(budgetOf(report), null, 2)}\n`);
    return;
  }
  const excess = overBudget(report, JSON.parse(readFileSync(file, 'utf8')));
  if (excess.length === 0) return;
  throw new Error(
    `an entry is larger than size-budget.json allows\n  ${excess.join('\n  ')}\n` +
      'Find what it newly imports (a chunk of its own may do). If it is worth its bytes, record the new figures with\n' +
      '  npm run build -- --record-sizes',
  );
}

async function bundle() {
  const { rollup } = await import('rollup');
  const { default: configs } = await import('../rollup.config.mjs');
  const chunks = [];
  for (const { output, ...input } of configs) {
    const bundled = await rollup(input);
    const written = await bundled.write(output);
    await bundled.close();
    chunks.push(...written.output.filter((file) => file.type === 'chunk'));
  }
  return chunks;
}

/** The chunks of what is only measured. */
async function bundleForSize() {
  const { rollup } = await import('rollup');
  const { measured } = await import('../rollup.config.mjs');
  const { output, ...input } = measured;
  const bundled = await rollup(input);
  const generated = await bundled.generate(output);
  await bundled.close();
  return generated.output.filter((file) => file.type === 'chunk');
}

/** Subresource integrity (SHA-384) of every file, by its path inside dist/cdn. */
function writeIntegrity() {
  const files = readdirSync(cdn, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => resolve(entry.parentPath, entry.name))
    .sort();
  const integrity = Object.fromEntries(
    files.map((file) => [
      file.slice(cdn.length + 1).replaceAll('\\', '/'),
      `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`,
    ]),
  );
  writeFileSync(resolve(cdn, 'sri.json'), `${JSON.stringify(integrity, null, 2)}\n`);
}

/** Beside each file its brotli form, which our server sends as it is; others may, or compress by themselves. */
async function compress() {
  const press = promisify(brotliCompress);
  const files = readdirSync(cdn, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:js|json)$/.test(entry.name))
    .map((entry) => resolve(entry.parentPath, entry.name));
  for (const file of files) {
    const bytes = readFileSync(file);
    // Below this it is one packet either way.
    if (bytes.length >= 1_000) writeFileSync(`${file}.br`, await press(bytes));
  }
}

function step(name) {
  console.log(`build: ${name}`);
}

build().catch((error) => {
  console.error(`build failed: ${error.message}`);
  process.exitCode = 1;
});
