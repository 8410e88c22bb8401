import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JsonSchema, Layout } from '@lpse-konsultasi/form-schema';
import { createFormModel } from '@lpse-konsultasi/form-schema';
import { checkLayout, wordFault } from '@lpse-konsultasi/form-schema/check-layout';
import { compileRules } from '@lpse-konsultasi/form-schema/rules';

const root = resolve(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(resolve(root, path), 'utf8');
const page = read('docs/reference/layout.md');

/** The code of the page's blocks of a kind. */
function blocks(kind: string): unknown[] {
  const found = page.matchAll(new RegExp(`^\`\`\`${kind}\\n(.*?)^\`\`\``, 'gms'));
  return [...found].map(([, code = '']) => JSON.parse(code) as unknown);
}

/** What the first column of the table under a heading names. */
function named(heading: string): string[] {
  const section = page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const cells = [...section.matchAll(/^\| ((?:`[^`]+` ?)+)\s*\|/gm)].map(([, cell = '']) => cell);
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
}

interface Described {
  readonly properties: { readonly [key: string]: Described };
  readonly items: Described;
  readonly $defs: { readonly [name: string]: Described };
}
const { properties, $defs } = JSON.parse(
  read('packages/form-schema/schemas/layout.schema.json'),
) as Described;
const keys = (schema: Described | undefined): string[] =>
  Object.keys(schema?.properties ?? {}).sort();

describe('the reference of layouts', () => {
  it('names every key and every operator, and none that does not exist', () => {
    expect(named('The document').sort()).toEqual(Object.keys(properties).sort());
    expect(named('Sections').sort()).toEqual(keys(properties['sections']?.items));
    expect(named('Fields').sort()).toEqual(keys($defs['field']));
    expect(named('Texts of a field').sort()).toEqual(keys($defs['fieldTexts']));
    expect(named('Rules').sort()).toEqual(keys($defs['expression']));
  });

  const [schema] = blocks('json schema') as JsonSchema[];
  const layouts = blocks('json') as Layout[];

  it('has examples', () => {
    expect(layouts.length).toBeGreaterThan(5);
  });

  it.each(layouts)('has an example without a fault that makes a form: %j', (layout) => {
    expect(schema).toBeDefined();
    if (schema === undefined) return;
    expect(checkLayout(schema, layout).map(wordFault)).toEqual([]);
    const model = createFormModel({ schema, layout, rules: compileRules(schema, layout) });
    expect(model.sections.length).toBeGreaterThan(0);
  });
});
