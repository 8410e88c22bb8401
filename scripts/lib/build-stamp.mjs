import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { root } from './run.mjs';

const stampFile = resolve(root, 'dist/build.stamp');

/** What the build reads, as files and folders from the root. */
const inputs = [
  'package-lock.json',
  'rollup.config.mjs',
  'tsconfig.base.json',
  'tsconfig.build.json',
  'scripts/build.mjs',
  'scripts/lib',
  'packages',
];

const ignoredFolders = new Set(['node_modules', 'dist']);

/** True when a build has finished for exactly these sources. */
export function isBuilt() {
  return (
    existsSync(stampFile) &&
    existsSync(resolve(root, 'dist/cdn/sri.json')) &&
    readFileSync(stampFile, 'utf8') === sourcesHash()
  );
}

/** Call as the last step of a build that worked, with the hash taken before it began. */
export function markBuilt(hash) {
  writeFileSync(stampFile, hash);
}

/** By content, not by date: a checkout touches files that it does not change. */
export function sourcesHash() {
  const hash = createHash('sha256');
  for (const path of inputs.flatMap(filesUnder)) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(resolve(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

function filesUnder(path) {
  const files = statSync(resolve(root, path)).isDirectory() ? walk(path) : [path];
  return files.filter(
    (file) => !file.endsWith('.test.ts') && !file.endsWith('custom-elements.json'),
  );
}

function walk(folder) {
  return readdirSync(resolve(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (!entry.isDirectory()) return [path];
      return ignoredFolders.has(entry.name) ? [] : walk(path);
    });
}
