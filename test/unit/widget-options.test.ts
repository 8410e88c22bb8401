import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { knownOptions } from '../../packages/elements/src/form/known-options.js';

const root = resolve(import.meta.dirname, '../..');

/** The options that code reads from a layout. */
function optionsRead(): string[] {
  const folders = ['packages/elements/src/form', 'packages/form-schema/src'];
  const sources = folders.flatMap((folder) =>
    readdirSync(resolve(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !/test\.ts$|generated/.test(name))
      .map((name) => readFileSync(resolve(root, folder, name), 'utf8')),
  );
  const found = sources.flatMap((source) => [...source.matchAll(/options\?\.\['(\w+)'\]/g)]);
  return [...new Set(found.map(([, name = '']) => name))];
}

describe('the options of widgets', () => {
  it('are all known to the check of layouts, which would call them misspelt', () => {
    expect(optionsRead().filter((name) => !knownOptions.includes(name))).toEqual([]);
  });
});
