import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profile } from '../generated/profiles/batang.js';
import type { Json, JsonObject } from '../json.js';
import { getAt, setAt, tokensOf } from '../pointer.js';
import { declarationsOf, fieldPaths } from '../profile/declarations.js';
import { compile } from '../validation/compile.js';
import { formIds } from './form.js';

/** Values that fit some fields, miss others by a little, and are nonsense for the rest. */
const anyValue: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    '',
    'x',
    'Contoh isian yang cukup panjang',
    '+6281234567890',
    '012345678901234',
    'a'.repeat(64),
    'nama@contoh.co.id',
    '2026-01-01T00:00:00+07:00',
    '2999-01-01T00:00:00Z',
    '/npwp',
    'M 1 2 L 3 4',
    '😀',
  ),
  fc.constantFrom<Json>(null, true, false, 0, 1, 11, 5242881, -1, 1.5, [], [7], {}),
  // Texts only: of a list of texts ajv compares the texts, so two equal numbers are two of a wrong type to it.
  fc.array(fc.constantFrom<Json>('/npwp', '/nama', 'kursiRoda'), { maxLength: 7 }),
);

/** Ways to change a value: mostly a member of an enum where there is one, so that conditions are met often. */
function changes(
  schema: JsonObject,
): fc.Arbitrary<readonly (readonly [string, Json | undefined])[]> {
  const fields = [...fieldPaths(schema)].map((path) => {
    const values = declarationsOf(schema, path).flatMap(
      (declaration) => (declaration.schema['enum'] ?? []) as readonly Json[],
    );
    const pointer = path.replaceAll('*', '0');
    const value = values.length > 0 ? fc.oneof(fc.constantFrom(...values), anyValue) : anyValue;
    return fc.tuple(fc.constant(pointer), fc.option(value, { nil: undefined }));
  });
  const stray = fc.tuple(fc.constantFrom('/tiket', '/toString', '/izin/x'), anyValue);
  return fc.array(fc.oneof(...fields, stray), { minLength: 1, maxLength: 25 });
}

function build(edits: readonly (readonly [string, Json | undefined])[]): Json {
  return edits.reduce<Json>((value, [pointer, part]) => {
    const first = pointer.split('/0')[0] ?? '';
    const isItem = tokensOf(pointer).includes('0');
    const list = isItem && !Array.isArray(getAt(value, first)) ? setAt(value, first, []) : value;
    return setAt(list, pointer, part) ?? {};
  }, {});
}

describe('the generated and the interpreting validator', () => {
  it.each(formIds)('find the same problems and conditions in %s', (id) => {
    const { schema, validate } = profile.forms[id];
    const interpreted = compile(schema);
    const brief = (check: typeof validate, value: Json): string[] =>
      check(value)
        .map(({ pointer, keyword }) => `${pointer} ${keyword}`)
        .sort();
    fc.assert(
      fc.property(changes(schema as JsonObject), (edits) => {
        const value = build(edits);
        expect(brief(validate, value)).toEqual(brief(interpreted, value));
        for (const [at, holds] of Object.entries(validate.conditions ?? {})) {
          const inside = at.startsWith('/properties/')
            ? getAt(value, `/${tokensOf(at)[1] ?? ''}`)
            : value;
          if (inside !== undefined)
            expect(holds(inside), at).toBe(interpreted.conditions?.[at]?.(inside));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('know the same conditions', () => {
    for (const id of formIds) {
      const { schema, validate } = profile.forms[id];
      expect(Object.keys(validate.conditions ?? {}).sort()).toEqual(
        Object.keys(compile(schema).conditions ?? {}).sort(),
      );
    }
  });
});
