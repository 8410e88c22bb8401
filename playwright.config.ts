import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/lib/ensure-browser.mjs';

// `npm test` finds or installs a browser and names it here; a worker inherits what its parent found.
process.env.CHROME_PATH ??= findBrowser() ?? '';
const executablePath = process.env.CHROME_PATH;

export default defineConfig({
  testDir: 'test/e2e',
  // A whole working day wants the machine for itself: the stage `day` of `npm test`, or `npm run test:day`.
  testIgnore: 'working-day.spec.ts',
  // The portal of dist/ and examples/, on a free port that it leaves in LPSE_PORTAL_URL.
  globalSetup: './scripts/lib/e2e-portal.mjs',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  // A test that passes at the second try has found something: look at it.
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    baseURL: process.env.LPSE_PORTAL_URL,
    browserName: 'chromium',
    launchOptions: executablePath ? { executablePath } : {},
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    viewport: { width: 1280, height: 900 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
});
