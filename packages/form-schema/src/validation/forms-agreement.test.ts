import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../forms/form.js';
import type { Json, JsonObject } from '../json.js';
import { isJsonObject } from '../json.js';
import { allSchemas } from '../schema/keywords.js';
import { compile } from './compile.js';
import { generateForTest } from './testing/generate.js';

/* The forms of the procedure themselves, with values that are often nearly right. */

const folder = new URL('../../schemas/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.schema.json'));
const now = () => new Date('2026-11-22T07:00:00Z');

const TEXTS = [
  '',
  'Sari (contoh)',
  '+6281234567890',
  '012345678901000',
  'sari@contoh.id',
  '2026-01-31T08:00:00+07:00',
  '2999-01-01T00:00:00Z',
  'x'.repeat(300),
];

/** Values of which parts fit the schema: its own names and choices, and texts as people write them. */
function valuesFor(schema: JsonSchema): fc.Arbitrary<Json> {
  const names = new Set<string>(['lain']);
  const choices = new Set<Json>(TEXTS);
  for (const { schema: part } of allSchemas({ schema, at: '' })) {
    if (!isJsonObject(part)) continue;
    Object.keys(isJsonObject(part['properties']) ? part['properties'] : {}).forEach((key) =>
      names.add(key),
    );
    if (Array.isArray(part['enum'])) (part['enum'] as Json[]).forEach((one) => choices.add(one));
    if (part['const'] !== undefined) choices.add(part['const']);
  }
  const name = fc.constantFrom(...names);
  const plain = fc.oneof(
    fc.constantFrom(...choices),
    fc.integer({ min: -1, max: 12 }),
    fc.boolean(),
  );
  const group = fc.dictionary(name, plain, { maxKeys: 5 });
  const list = fc.array(fc.oneof(plain, group), { maxLength: 3 });
  return fc.dictionary(name, fc.oneof({ weight: 5, arbitrary: plain }, group, list), {
    maxKeys: names.size,
  }) as fc.Arbitrary<JsonObject>;
}

describe('of a form of the procedure, the generated and the interpreted validator', () => {
  it.each(files)('tell the same mistakes: %s', (file) => {
    const schema = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as JsonSchema;
    const generated = generateForTest(schema, { now });
    const interpreted = compile(schema, { now });
    const byPlace = (a: { pointer: string }, b: { pointer: string }): number =>
      a.pointer < b.pointer ? -1 : 1;
    fc.assert(
      fc.property(valuesFor(schema), (value) => {
        expect(interpreted(value).sort(byPlace)).toEqual(generated(value).sort(byPlace));
        for (const [at, holds] of Object.entries(interpreted.conditions ?? {}))
          expect([at, generated.conditions?.[at]?.(value)]).toEqual([at, holds(value)]);
      }),
      { numRuns: 100 },
    );
  });
});
