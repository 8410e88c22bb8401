import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { root, runNode, tool } from './run.mjs';

/**
 * Writes packages/elements/custom-elements.json, from which Storybook draws its tables and editors
 * complete tags. Returns the number of elements it describes.
 */
export async function writeManifest() {
  const folder = resolve(root, 'packages/elements');
  const code = await runNode(
    tool('@custom-elements-manifest/analyzer', 'cem'),
    [
      ...['analyze', '--litelement', '--quiet', '--outdir', '.'],
      ...['--globs', 'src/**/*.ts', '--exclude', 'src/**/*.test.ts', 'src/testing/**'],
    ],
    { cwd: folder },
  );
  if (code !== 0) throw new Error('cem analyze failed');
  const manifest = JSON.parse(readFileSync(resolve(folder, 'custom-elements.json'), 'utf8'));
  return manifest.modules
    .flatMap((module) => module.declarations ?? [])
    .filter((declaration) => declaration.customElement).length;
}
