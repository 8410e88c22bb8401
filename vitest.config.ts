import { defineConfig } from 'vitest/config';

// `source` is the export condition under which the packages answer with their TypeScript: tests
// run against what is in the editor, never against a stale build.
const conditions = ['source', 'module', 'node', 'development|production'];

// The rooms of the form model: everything that decides what a form is, without a screen. Every line of
// them is run by a test that stands in them or by the official test suite of JSON Schema.
const rooms = 'packages/form-schema/src/{model,schema,layout,rules,validation,advice}/**';
const testsOfModel = [`${rooms}/*.test.ts`, 'test/unit/schema-suite.test.ts'];
const exclude = ['**/node_modules/**', '**/dist/**', '**/*.browser.test.ts'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['source'] } },
  test: {
    environment: 'node',
    projects: [
      { extends: true, test: { name: 'model', include: testsOfModel, exclude } },
      {
        extends: true,
        test: {
          name: 'rest',
          include: [
            'packages/{form-schema,client,server}/src/**/*.test.ts',
            'test/{unit,promises}/**/*.test.ts',
          ],
          exclude: [...exclude, ...testsOfModel],
        },
      },
    ],
    testTimeout: 60_000,
    setupFiles: 'test/unit/support/random.ts',
    // A test that skips itself on the quiet is a test that does not exist.
    allowOnly: false,
    // With `--project model --coverage`: a line, a statement or a function that no test runs fails the run.
    coverage: {
      provider: 'v8',
      include: [rooms],
      exclude: ['**/*.test.ts', '**/testing/**', '**/testing.ts'],
      reporter: [['text', { skipFull: true }], 'html'],
      reportsDirectory: 'coverage',
      thresholds: { lines: 100, statements: 100, functions: 100 },
    },
  },
});
