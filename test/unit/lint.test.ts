import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { describe, expect, it } from 'vitest';

// The snippets exist only here, so the rules that need types are left to `npm run lint`.
const eslint = new ESLint({
  overrideConfig: [
    {
      files: ['**/*.ts'],
      ...tseslint.configs.disableTypeChecked,
      languageOptions: { parserOptions: { project: false, program: null } },
    },
  ],
});

async function rulesBrokenBy(code: string, filePath: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath });
  const messages = result?.messages ?? [];
  for (const { fatal, message } of messages) if (fatal) throw new Error(message);
  return messages.map(({ ruleId }) => ruleId ?? 'none');
}

const floor0 = 'packages/form-schema/src/sample.ts';
const floor1 = 'packages/client/src/sample.ts';
const floor2 = 'packages/elements/src/sample/sample.ts';
const server = 'packages/server/src/sample.ts';
const page = 'examples/portal/sample.js';

type Ban = readonly [title: string, filePath: string, code: string, rule: string];

const bans: readonly Ban[] = [
  // Floors.
  ['floor 0 knows no client', floor0, `export * from '@lpse-konsultasi/client';`, 'imports'],
  ['floor 0 knows no elements', floor0, `export * from '@lpse-konsultasi/elements';`, 'imports'],
  ['floor 0 knows no idb', floor0, `export * from 'idb';`, 'imports'],
  ['floor 0 knows no Node', floor0, `export * from 'node:fs';`, 'imports'],
  ['floor 1 knows no elements', floor1, `export * from '@lpse-konsultasi/elements';`, 'imports'],
  ['elements know no server', floor2, `export * from '@lpse-konsultasi/server';`, 'imports'],
  ['the server knows no elements', server, `export * from '@lpse-konsultasi/elements';`, 'imports'],
  ['floor 1 knows no server', floor1, `export * from '@lpse-konsultasi/server';`, 'imports'],
  [
    'elements load no server on demand',
    floor2,
    `export const load = () => import('@lpse-konsultasi/server');`,
    'syntax',
  ],
  ['floor 1 knows no Lit', floor1, `export * from 'lit';`, 'imports'],
  [
    'nobody opens a private door of a lower floor',
    floor2,
    `export * from '@lpse-konsultasi/form-schema/src/pointer.js';`,
    'imports',
  ],
  [
    'nobody climbs into another package by path',
    floor2,
    `export * from '../../../client/src/index.js';`,
    'imports',
  ],
  ['nobody imports stories', floor2, `export * from '../../../../stories/a.js';`, 'imports'],
  [
    'tests look down only, too',
    'packages/client/src/sample.test.ts',
    `export * from '@lpse-konsultasi/elements';`,
    'imports',
  ],
  [
    'a dynamic import goes down only, too',
    floor1,
    `export const load = () => import('@lpse-konsultasi/elements');`,
    'syntax',
  ],
  [
    'a heavy optional library is loaded on demand',
    floor2,
    `export { default as Pad } from 'signature_pad';`,
    'imports',
  ],

  // Purity of floor 0.
  ['floor 0 has no document', floor0, `export const a = () => document.title;`, 'globals'],
  ['floor 0 has no timer', floor0, `export const a = () => setTimeout(() => {}, 1);`, 'globals'],
  ['floor 0 has no network', floor0, `export const a = () => fetch('/');`, 'globals'],
  ['floor 0 has no database', floor0, `export const a = () => indexedDB.open('a');`, 'globals'],
  ['floor 0 asks no clock', floor0, `export const a = () => Date.now();`, 'properties'],
  ['floor 0 asks no clock by new Date', floor0, `export const a = () => new Date();`, 'syntax'],
  ['floor 0 throws no dice', floor0, `export const a = () => Math.random();`, 'properties'],
  ['floor 1 has no document', floor1, `export const a = () => document.title;`, 'globals'],

  // Content-Security-Policy.
  ['no unsafeHTML', floor2, `export * from 'lit/directives/unsafe-html.js';`, 'imports'],
  ['no unsafeSVG', floor2, `export * from 'lit/directives/unsafe-svg.js';`, 'imports'],
  ['no styleMap', floor2, `export * from 'lit/directives/style-map.js';`, 'imports'],
  ['no static html', floor2, `export * from 'lit/static-html.js';`, 'imports'],
  [
    'no styleMap in stories',
    'stories/a.stories.ts',
    `export * from 'lit/directives/style-map.js';`,
    'imports',
  ],
  ['no style attribute', floor2, 'export const a = html`<p style="color:red"></p>`;', 'syntax'],
  ['no style element', floor2, 'export const a = html`<style></style>`;', 'syntax'],
  ['no inline handler', floor2, 'export const a = html`<p onclick="a()"></p>`;', 'syntax'],
  ['no .innerHTML binding', floor2, 'export const a = html`<p .innerHTML=${b}></p>`;', 'syntax'],
  ['no innerHTML', floor2, `export const a = (e) => { e.innerHTML = ''; };`, 'syntax'],
  ['no outerHTML', floor2, `export const a = (e) => { e.outerHTML = ''; };`, 'syntax'],
  [
    'no insertAdjacentHTML',
    floor2,
    `export const a = (e) => e.insertAdjacentHTML('beforeend', '');`,
    'syntax',
  ],
  ['no document.write', floor2, `export const a = () => document.write('');`, 'syntax'],
  [
    'no setAttribute("style")',
    floor2,
    `export const a = (e) => e.setAttribute('style', '');`,
    'syntax',
  ],
  ['no innerHTML on example pages', page, `document.body.innerHTML = '';`, 'syntax'],
  ['no eval', floor2, `export const a = () => eval('1');`, 'no-eval'],
  ['no eval in disguise', floor1, `setTimeout('alert()', 1);`, 'no-implied-eval'],
  ['no new Function', floor2, `export const a = new Function('return 1');`, 'no-new-func'],
  ['no javascript: address', floor2, `export const a = 'javascript:alert()';`, 'no-script-url'],

  // House style.
  [
    'no any',
    floor0,
    `export const a = (b: any): unknown => b;`,
    '@typescript-eslint/no-explicit-any',
  ],
  ['no enum', floor0, `export enum A { B }`, 'syntax'],
  ['no default export', floor2, `export default 1;`, 'syntax'],
  ['no loose ends', floor0, `// TODO later\nexport const a = 1;`, 'no-warning-comments'],
  [
    'no rule is switched off without a reason',
    floor0,
    `\nexport const a = (b: any) => b; // eslint-disable-line @typescript-eslint/no-explicit-any`,
    'house/disable-needs-reason',
  ],
  [
    'no accessibility check is left running',
    'packages/elements/src/a.browser.test.ts',
    `expect(element).to.be.accessible();`,
    'syntax',
  ],
  [
    'code on demand that fails at the host page',
    floor2,
    `export const a = () => void import('signature_pad');`,
    'syntax',
  ],
];

const shorthand: Readonly<Record<string, string>> = {
  imports: 'no-restricted-imports',
  syntax: 'no-restricted-syntax',
  globals: 'no-restricted-globals',
  properties: 'no-restricted-properties',
};

describe('the lint rules', () => {
  it.each(bans)('ban: %s', async (_title, filePath, code, rule) => {
    expect(await rulesBrokenBy(code, filePath)).toContain(shorthand[rule] ?? rule);
  });

  it.each([
    ['a public entry below', floor2, `export * from '@lpse-konsultasi/form-schema/compile';`],
    ['an adapter below', floor2, `export * from '@lpse-konsultasi/client/memory';`],
    ['its own neighbour', floor0, `export * from './pointer.js';`],
    ['its own dependency', floor0, `export * from '@noble/hashes/sha2.js';`],
    ['Node under the server', server, `import 'node:fs';`],
    ['Lit and its directives', floor2, `export * from 'lit/directives/repeat.js';`],
    ['a heavy library on demand', floor2, `export const a = () => import('signature_pad');`],
    ['a development tool in a test', 'packages/client/src/a.test.ts', `import 'fast-check';`],
    ['a date that is given', floor0, `export const a = (at: string) => new Date(at);`],
    [
      'a rule switched off with a reason',
      floor0,
      `export const a = (b: any) => b; // eslint-disable-line @typescript-eslint/no-explicit-any -- a test`,
    ],
  ])('allow %s', async (_title, filePath, code) => {
    expect(await rulesBrokenBy(code, filePath)).toEqual([]);
  });
});
