import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');
const conditions = ['source', 'module', 'node', 'development|production'];

export interface BuiltProgram {
  readonly file: string;
  remove(): void;
}

/** A program for Node as one file, made from its sources as they are now: a process cannot read those by itself. */
export async function buildNodeProgram(entry: string): Promise<BuiltProgram> {
  const cache = join(root, 'node_modules/.cache/lpse-programs');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'program-'));
  await build({
    ...{ configFile: false, root, logLevel: 'error' },
    resolve: { conditions },
    ssr: {
      noExternal: [/^@lpse-konsultasi\//],
      resolve: { conditions, externalConditions: ['source'] },
    },
    plugins: [
      {
        // Migrations and pages are found from the source file, wherever the program lies.
        name: 'places-of-the-sources',
        enforce: 'pre',
        transform: (code, id) =>
          id.includes('/packages/server/src/') && code.includes('import.meta.url')
            ? code.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
            : undefined,
      },
    ],
    build: {
      ...{ ssr: entry, outDir: folder, emptyOutDir: true, minify: false, target: 'node20' },
      rollupOptions: { output: { entryFileNames: '[name].js' } },
    },
  });
  return {
    file: join(folder, basename(entry).replace(/\.m?[jt]s$/, '.js')),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
