import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { countingReporter } from './scripts/lib/counting-reporter.mjs';
import { findBrowser } from './scripts/lib/ensure-browser.mjs';
import { mediaFeaturesPlugin } from './scripts/lib/media-features.mjs';

const isRoot = process.getuid?.() === 0;
const executablePath = process.env.CHROME_PATH ?? findBrowser();

export default {
  rootDir: fileURLToPath(new URL('.', import.meta.url)),
  files: ['packages/*/src/**/*.browser.test.ts', '!**/node_modules/**'],
  hostname: '127.0.0.1',
  concurrency: 2,
  testsFinishTimeout: 300_000,
  testFramework: { config: { timeout: '30000' } },
  nodeResolve: { exportConditions: ['source', 'production', 'default'] },
  plugins: [
    // Names and descriptions as the browser computes them for assistive technology.
    a11ySnapshotPlugin(),
    mediaFeaturesPlugin(),
    // The base file carries the decorator settings; esbuild does not follow `extends`.
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('./tsconfig.base.json', import.meta.url)),
    }),
  ],
  browsers: [
    chromeLauncher({
      launchOptions: {
        ...(executablePath && { executablePath }),
        // Chromium refuses to start its sandbox for root, which is who runs most CI containers.
        args: isRoot ? ['--no-sandbox'] : [],
      },
      // Two pages at once cannot both have the window's focus; the hidden one would wait for ever
      // for key presses and animation frames.
      createPage: async ({ context }) => {
        const page = await context.newPage();
        await page.emulateFocusedPage(true);
        return page;
      },
    }),
  ],
  reporters: [
    defaultReporter({ reportTestResults: true, reportTestProgress: Boolean(process.stdout.isTTY) }),
    countingReporter(process.env.LPSE_COUNTS_FILE),
  ],
};
