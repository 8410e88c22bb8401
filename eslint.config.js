import js from '@eslint/js';
import prettier from 'eslint-config-prettier';
import { configs as litConfigs } from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import globals from 'globals';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { cspPatterns, cspRules, cspSyntax } from './scripts/lint/csp.mjs';
import { disableNeedsReason } from './scripts/lint/disable-needs-reason.mjs';
import { floorPatterns, testFloorPatterns, upwardImport } from './scripts/lint/floors.mjs';

/** Tests, and the helpers that only tests import. */
const tests = ['**/*.test.ts', '**/testing/**', '**/testing.ts'];

/** A leading underscore says that a value is there for its place only. */
const unusedOnPurpose = {
  argsIgnorePattern: '^_',
  varsIgnorePattern: '^_',
  ignoreRestSiblings: true,
};

/** House style that has no ready-made rule. */
const houseSyntax = [
  { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
  { selector: 'TSParameterProperty', message: 'Declare and assign the field in plain sight.' },
];
const namedExportsOnly = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only: one name for a thing, everywhere.',
};

/** A promise that nobody catches is an error of the page that an element stands in. */
const uncaughtImport = {
  selector: "UnaryExpression[operator='void'] > ImportExpression",
  message: 'Take loadQuietly from define/load-quietly.js: without a line it fails.',
};

/** Without `await` an accessibility check reports after its test has passed. */
const awaitedAxe = {
  selector: "ExpressionStatement > CallExpression[callee.property.name='accessible']",
  message: 'Await it, or the test passes before axe has looked.',
};

/** The waiting of the library gives up after a second, which a machine that does much else may need. */
const impatience = {
  group: ['@open-wc/testing'],
  importNames: ['waitUntil'],
  message: 'Take waitUntil from testing/wait-until.js, which waits longer.',
};

const restrictSyntax = (...entries) => ['error', ...houseSyntax, ...entries];
const restrictImports = (...patterns) => ['error', { patterns: [...patterns, ...cspPatterns] }];

/** Rules of one package: its sources look down through doors, its tests may bring tools. */
function packageRules(name, extra = {}) {
  const files = [`packages/${name}/src/**/*.ts`];
  const syntax = [...cspSyntax, namedExportsOnly, ...upwardImport(name)];
  return [
    {
      files,
      ignores: tests,
      rules: {
        'no-restricted-imports': restrictImports(...floorPatterns(name)),
        'no-restricted-syntax': restrictSyntax(...syntax, ...(extra.syntax ?? [])),
        'max-lines': ['error', 450],
        ...extra.rules,
      },
    },
    {
      files: tests.map((glob) => `packages/${name}/src/${glob}`),
      rules: {
        'no-restricted-imports': restrictImports(...testFloorPatterns(name), impatience),
        'no-restricted-syntax': restrictSyntax(...syntax, awaitedAxe),
        'max-lines': ['error', 600],
      },
    },
  ];
}

const banned = (names, message) => names.map((name) => ({ name, message }));
const browserOnly = ['window', 'document', 'customElements', 'localStorage', 'sessionStorage'];
const inputOutput = [
  ...['fetch', 'indexedDB', 'navigator', 'location', 'performance', 'console', 'process'],
  ...['BroadcastChannel', 'Buffer', 'WebSocket', 'XMLHttpRequest'],
];
const timers = ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'];

/** Floor 0 is pure: the same input gives the same answer, in a browser, a worker or a server. */
const pure = {
  rules: {
    'no-restricted-globals': [
      'error',
      ...banned([...browserOnly, 'self', 'globalThis'], 'Floor 0 has no DOM.'),
      ...banned(inputOutput, 'Floor 0 does no input or output.'),
      ...banned(timers, 'Floor 0 has no timers.'),
    ],
    'no-restricted-properties': [
      'error',
      { object: 'Date', property: 'now', message: 'The time is an argument.' },
      { object: 'Math', property: 'random', message: 'Chance is an argument.' },
      { object: 'crypto', property: 'randomUUID', message: 'Ids are arguments.' },
      { object: 'crypto', property: 'getRandomValues', message: 'Chance is an argument.' },
    ],
  },
  syntax: [
    {
      selector: "NewExpression[callee.name='Date'][arguments.length=0]",
      message: 'The time is an argument.',
    },
  ],
};

export default defineConfig(
  {
    ignores: [
      '**/dist/**',
      'storybook-static/**',
      'coverage/**',
      'test-results/**',
      '**/.cache/**',
      'packages/form-schema/src/generated/**',
      'packages/client/src/wire/generated.ts',
      'packages/elements/src/archive-package/generated.ts',
    ],
  },
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { house: { rules: { 'disable-needs-reason': disableNeedsReason } } },
  },
  js.configs.recommended,
  {
    rules: {
      ...cspRules,
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-var': 'error',
      'no-unused-vars': ['error', unusedOnPurpose],
      'prefer-const': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      'house/disable-needs-reason': 'error',
    },
  },
  { files: ['**/*.{js,mjs,cjs}'], languageOptions: { globals: globals.node } },
  {
    files: ['scripts/require-node.cjs'],
    // It has to be understood by the very Node it is there to turn away.
    languageOptions: { ecmaVersion: 5, sourceType: 'commonjs' },
    rules: { 'no-var': 'off', strict: 'off' },
  },
  {
    files: [
      'examples/**/*.js',
      'bench/contenders/**/*.js',
      'bench/queue/*.js',
      'packages/server/pages/*.js',
    ],
    languageOptions: { globals: globals.browser },
  },
  {
    files: ['examples/**/*.js', 'packages/server/pages/*.js'],
    rules: { 'no-restricted-syntax': restrictSyntax(...cspSyntax) },
  },

  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
    languageOptions: {
      globals: globals.browser,
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      // The compiler reports these, with more knowledge.
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': ['error', unusedOnPurpose],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/explicit-member-accessibility': ['error', { accessibility: 'no-public' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      'no-console': 'error',
    },
  },
  {
    files: ['packages/elements/src/**/*.ts', 'stories/**/*.ts'],
    extends: [litConfigs['flat/recommended'], wc.configs['flat/recommended']],
    rules: {
      'lit/no-useless-template-literals': 'error',
      'wc/no-closed-shadow-root': 'error',
      'wc/require-listener-teardown': 'error',
      // Bad configuration warns once, by code.
      'no-console': ['error', { allow: ['warn'] }],
    },
  },
  packageRules('form-schema', pure),
  packageRules('client', {
    rules: { 'no-restricted-globals': ['error', ...banned(browserOnly, 'Floor 1 has no DOM.')] },
  }),
  packageRules('elements', { syntax: [uncaughtImport] }),
  packageRules('server'),
  {
    files: ['stories/**/*.ts'],
    rules: {
      'no-restricted-imports': restrictImports(),
      'no-restricted-syntax': restrictSyntax(...cspSyntax),
    },
  },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts', '*.config.ts', '.storybook/**/*.ts'],
    rules: { 'no-restricted-syntax': restrictSyntax() },
  },
  {
    files: tests,
    rules: {
      // Chai's `expect(x).to.be.true` is a statement, and its type claims to be a promise.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-floating-promises': 'off',
      // Vectors from standards are quoted as they were published.
      'no-loss-of-precision': 'off',
    },
  },
  prettier,
);
