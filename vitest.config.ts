import { defineConfig } from 'vitest/config';

// `source` is the export condition under which the packages answer with their TypeScript: tests
// run against what is in the editor, never against a stale build.
const conditions = ['source', 'module', 'node', 'development|production'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['source'] } },
  test: {
    environment: 'node',
    include: [
      'packages/{form-schema,client,server}/src/**/*.test.ts',
      'test/{unit,promises}/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', '**/dist/**', '**/*.browser.test.ts'],
    testTimeout: 60_000,
    setupFiles: 'test/unit/support/random.ts',
    // A test that skips itself on the quiet is a test that does not exist.
    allowOnly: false,
    coverage: {
      provider: 'v8',
      include: ['packages/form-schema/src/**/*.ts'],
      exclude: ['**/generated/**', '**/*.test.ts', '**/testing/**', '**/testing.ts'],
      reporter: ['text', 'html'],
      reportsDirectory: 'coverage',
    },
  },
});
