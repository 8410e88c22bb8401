import { build, type Rolldown } from 'vite';
import { findBrowser } from '../../scripts/lib/ensure-browser.mjs';

export const browserPath = process.env['CHROME_PATH'] ?? findBrowser();

const isRoot = process.getuid?.() === 0;
/** Chromium refuses to start its sandbox for root. */
export const browserFlags: readonly string[] = isRoot ? ['--no-sandbox'] : [];

/** A script for a page as one file, made from its sources as they are now. */
export async function buildPageScript(entry: string): Promise<string> {
  const built = (await build({
    ...{ configFile: false, root: import.meta.dirname, logLevel: 'error' },
    resolve: { conditions: ['source', 'module', 'browser', 'production'] },
    build: {
      ...{ write: false, minify: false, target: 'es2022' },
      lib: { entry, formats: ['es'], fileName: 'page' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })) as Rolldown.RolldownOutput[];
  const chunk = built[0]?.output[0];
  if (chunk === undefined) throw new Error('The page could not be built');
  return chunk.code;
}
