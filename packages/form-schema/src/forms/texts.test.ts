import { describe, expect, it } from 'vitest';
import { catalogue } from '../generated/catalogue.js';
import type { Json, JsonObject } from '../json.js';
import { isJsonObject } from '../json.js';
import { locales } from '../locale.js';
import { getAt, setAt } from '../pointer.js';
import { declarationsOf, fieldPaths } from '../profile/declarations.js';
import { asksForPassword } from '../profile/rules.js';
import type { FormTexts } from './form.js';
import { formIds } from './form.js';

/** The form with everything that an office may switch on. */
function wholeSchema(schema: JsonObject): JsonObject {
  const offered = getAt(schema, '/$defs/pilihan/properties');
  return Object.entries(isJsonObject(offered) ? offered : {}).reduce<JsonObject>(
    (whole, [key, field]) => setAt(whole, `/properties/${key}`, field) as JsonObject,
    schema,
  );
}

function choices(schema: JsonObject, path: string): readonly string[] {
  const values = declarationsOf(schema, path).flatMap(
    (declaration) => (declaration.schema['enum'] ?? []) as readonly Json[],
  );
  const offered = getAt(schema, '/$defs/pilihan/x-values');
  const more = isJsonObject(offered) ? ((offered[path] ?? []) as readonly string[]) : [];
  return [...new Set([...values.map(String), ...more])];
}

/** Every string of the texts with the way to it. */
function stringsOf(value: unknown, way = ''): (readonly [way: string, text: string])[] {
  if (typeof value === 'string') return [[way, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => stringsOf(part, `${way} > ${key}`));
}

describe.each(formIds)('the words of %s', (id) => {
  const { schema: declared, layout, texts } = catalogue.forms[id];
  const schema = wholeSchema(declared);
  const paths = [...fieldPaths(schema)];

  it.each(locales)('name every field and every choice (%s)', (locale) => {
    const fields = texts[locale].fields ?? {};
    expect(paths.filter((path) => !fields[path]?.label)).toEqual([]);
    const unnamed = paths.flatMap((path) =>
      choices(schema, path)
        .filter((value) => !fields[path]?.options?.[value])
        .map((value) => `${path} ${value}`),
    );
    expect(unnamed).toEqual([]);
  });

  it('name nothing that is not there', () => {
    for (const locale of locales) {
      const fields = texts[locale].fields ?? {};
      expect(Object.keys(fields).filter((path) => !paths.includes(path))).toEqual([]);
      for (const [path, { options = {} }] of Object.entries(fields))
        expect(choices(schema, path)).toEqual(expect.arrayContaining(Object.keys(options)));
    }
  });

  it('say the same things in both languages', () => {
    const keys = (of: FormTexts): string[] => stringsOf(of).map(([way]) => way);
    expect(keys(texts.en)).toEqual(keys(texts.id));
  });

  it('have no empty, untrimmed or blaming sentence, and ask for no password', () => {
    for (const locale of locales)
      for (const [way, text] of stringsOf(texts[locale])) {
        expect(text, way).toBe(text.trim());
        expect(text, way).not.toBe('');
        expect(text, way).not.toMatch(/!|Anda salah|you are wrong|invalid|tidak valid/i);
        if (!way.includes('> options >')) expect(asksForPassword(text), way).toBe(false);
      }
  });

  it('stand in a layout whose every pointer is a field, and which leaves none out', () => {
    const placed = (layout.sections ?? []).flatMap(({ fields }) => fields);
    expect(
      [...placed, ...Object.keys(layout.fields ?? {})].filter((p) => !paths.includes(p)),
    ).toEqual([]);
    expect(new Set(placed).size).toBe(placed.length);
    const missing = paths.filter(
      (path) => !placed.some((one) => path === one || path.startsWith(`${one}/`)),
    );
    // A group counts as placed when all its fields are.
    expect(missing.filter((path) => !placed.some((one) => one.startsWith(`${path}/`)))).toEqual([]);
  });

  it('title each of several sections; a single one goes without, as the form has its title', () => {
    const sections = layout.sections?.map(({ id }) => id) ?? [];
    for (const locale of locales) {
      const titles = texts[locale].sections ?? {};
      expect(Object.keys(titles)).toEqual(sections.length > 1 ? sections : []);
      for (const section of Object.values(titles)) expect(section.title).toBeTruthy();
    }
  });
});
