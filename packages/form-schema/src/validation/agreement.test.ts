import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../forms/form.js';
import type { Json, JsonObject } from '../json.js';
import { compile } from './compile.js';
import { generateForTest } from './testing.js';

/*
 * What a build generates and what is interpreted at run time have to tell a person the same mistakes. Random schemas
 * of the kinds that forms use, random values that nearly fit them.
 */

const now = () => new Date('2026-11-22T07:00:00Z');

const names = ['nama', 'jenis', 'surel', 'a/b', 'c~d %'] as const;
const words = ['lupa', 'lengkap', '0812', 'ya', 'a@b.id', '2026-01-31', '2999-01-01', ''] as const;

const name = fc.constantFrom(...names);
const word = fc.constantFrom(...words);
const limit = fc.nat({ max: 4 });

const value: fc.Arbitrary<Json> = fc.letrec<{ value: Json; object: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    word,
    fc.integer({ min: -3, max: 9 }),
    fc.boolean(),
    fc.constant(null),
    tie('object'),
    fc.array(tie('value'), { maxLength: 3 }),
  ),
  object: fc.dictionary(name, tie('value'), { maxKeys: 4 }),
})).value;

const text = fc.oneof(
  fc.record({ type: fc.constant('string'), minLength: limit, maxLength: limit }),
  fc.record({ type: fc.constant('string'), pattern: fc.constantFrom('^\\d+$', '^l', 'a$') }),
  fc.record({ type: fc.constant('string'), format: fc.constantFrom('email', 'date', 'date-time') }),
  fc.record({ type: fc.constant('string'), 'x-notFuture': fc.boolean() }),
  fc.record({ type: fc.constant(['string', 'null']) }),
);
const leaf = fc.oneof(
  text,
  fc.record({ type: fc.constantFrom('integer', 'number'), minimum: limit, maximum: limit }),
  fc.record({ type: fc.constant('integer'), exclusiveMinimum: limit, multipleOf: fc.constant(2) }),
  fc.record({ enum: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }) }),
  fc.record({ const: fc.oneof(word, fc.constant(true)) }),
  fc.uniqueArray(word, { minLength: 2, maxLength: 3 }).map((all) => ({
    oneOf: all.map((one) => ({ const: one, title: one })),
  })),
  fc.record({ $ref: fc.constantFrom('#/$defs/surel', '#/$defs/kode', '#/$defs/tak') }),
  fc.boolean(),
);

/** A few of the keywords at a time: all of them at once contradict each other and test nothing. */
function some(keywords: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<JsonObject> {
  const entries = Object.entries(keywords).map(([keyword, arbitrary]) =>
    arbitrary.map((asked) => ({ [keyword]: asked }) as JsonObject),
  );
  return fc
    .array(fc.oneof(...entries), { maxLength: 3 })
    .map((chosen) => Object.assign({}, ...chosen) as JsonObject);
}

function listOf(depth: number): fc.Arbitrary<JsonObject> {
  const item = anyOf(depth - 1);
  return some({
    items: item,
    minItems: limit,
    maxItems: limit,
    uniqueItems: fc.constant(true),
    contains: leaf,
    minContains: limit,
    prefixItems: fc.array(item, { minLength: 1, maxLength: 2 }),
  }).map((keywords) => ({ type: 'array', ...keywords }));
}

/** What forms ask in an `if`. */
const condition = some({
  properties: fc.dictionary(name, leaf, { maxKeys: 2 }),
  required: fc.uniqueArray(name, { maxLength: 2 }),
});

function objectOf(depth: number): fc.Arbitrary<JsonObject> {
  const properties = fc.dictionary(name, anyOf(depth - 1), { maxKeys: 3 });
  const flat = {
    properties,
    required: fc.uniqueArray(name, { maxLength: 2 }),
    additionalProperties: fc.constant(false),
    propertyNames: fc.record({ maxLength: limit }),
    minProperties: limit,
    maxProperties: limit,
    dependentRequired: fc.dictionary(name, fc.uniqueArray(name, { maxLength: 2 }), { maxKeys: 1 }),
    not: leaf,
  };
  if (depth <= 0) return some(flat);
  const part = objectOf(depth - 1);
  const parts = fc.array(fc.oneof(part, leaf), { minLength: 1, maxLength: 3 });
  const choice = fc.record({ if: condition, then: part, else: part });
  return fc
    .tuple(
      properties,
      some({
        ...flat,
        allOf: fc.array(part, { minLength: 1, maxLength: 2 }),
        anyOf: parts,
        oneOf: parts,
        dependentSchemas: fc.dictionary(name, part, { maxKeys: 1 }),
      }),
      fc.option(choice, { nil: {} }),
    )
    .map(([own, keywords, conditional]) => ({ properties: own, ...keywords, ...conditional }));
}

function anyOf(depth: number): fc.Arbitrary<JsonSchema> {
  if (depth <= 0) return leaf as fc.Arbitrary<JsonSchema>;
  return fc.oneof(leaf, objectOf(depth), listOf(depth)) as fc.Arbitrary<JsonSchema>;
}

/**
 * Both libraries take too much for evaluated around an `if` (a failed one's properties; what a `then` sees of it), so
 * here the two are apart. The forms of the procedure, which have both, are compared by themselves.
 */
const closed = fc
  .tuple(objectOf(0), fc.array(objectOf(0), { maxLength: 2 }))
  .map(([own, allOf]): JsonObject => ({ ...own, allOf, unevaluatedProperties: false }));

const form = fc.oneof({ weight: 4, arbitrary: objectOf(2) }, closed).map((schema): JsonSchema => ({
  ...schema,
  $defs: {
    surel: { type: 'string', format: 'email', maxLength: 5 },
    kode: { oneOf: [{ type: 'string', pattern: '^\\d+$' }, { $ref: '#/$defs/surel' }] },
    tak: false,
  },
}));

function told(problems: readonly { pointer: string; keyword: string }[]): string[] {
  return problems.map(({ pointer, keyword }) => `${pointer} ${keyword}`).sort();
}

describe('the generated and the interpreted validator', () => {
  it('tell the same mistakes for any schema and value', () => {
    fc.assert(
      fc.property(form, fc.array(value, { minLength: 5, maxLength: 5 }), (schema, values) => {
        const generated = generateForTest(schema, { now });
        const interpreted = compile(schema, { now });
        for (const one of values) {
          const fromGenerated = generated(one);
          const fromInterpreted = interpreted(one);
          expect(told(fromInterpreted)).toEqual(told(fromGenerated));
          const byKey = (a: { pointer: string }, b: { pointer: string }): number =>
            a.pointer < b.pointer ? -1 : 1;
          expect([...fromInterpreted].sort(byKey)).toEqual([...fromGenerated].sort(byKey));
        }
      }),
      { numRuns: Number(process.env['LPSE_RUNS'] ?? 120) },
    );
  });

  it('see the same conditions hold', () => {
    fc.assert(
      fc.property(form, value, (schema, one) => {
        const generated = generateForTest(schema, { now }).conditions ?? {};
        const interpreted = compile(schema, { now }).conditions ?? {};
        expect(Object.keys(interpreted)).toEqual(Object.keys(generated));
        for (const [at, holds] of Object.entries(generated))
          expect([at, interpreted[at]?.(one)]).toEqual([at, holds(one)]);
      }),
      { numRuns: 40 },
    );
  });
});
