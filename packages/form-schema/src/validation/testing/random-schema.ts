import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import type { JsonSchema } from '../../forms/form.js';
import type { Json, JsonObject } from '../../json.js';

/*
 * For tests: random schemas of every keyword that is supported, and random values that nearly fit them. Names and
 * words are few, so that they meet, and some of them are what breaks programs: the big list of naughty strings.
 */

const naughty = JSON.parse(
  readFileSync(
    createRequire(import.meta.url).resolve('big-list-of-naughty-strings/blns.json'),
    'utf8',
  ),
) as string[];

const names = ['nama', 'jenis', 'surel', 'a/b', 'c~d %', '__proto__', 'constructor', 'toString'];
const words = ['lupa', 'lengkap', '0812', 'ya', 'a@b.id', '2026-01-31', '2999-01-01', ''];
const numbers = [0, 1, 2, 3, 0.1, 0.3, 1.1, 19.99, -7, 1e21, 1e-7, 9007199254740993, 1e308];

const name = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...names) },
  { weight: 1, arbitrary: fc.constantFrom(...naughty) },
);
const word = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...words) },
  { weight: 1, arbitrary: fc.constantFrom(...naughty) },
);
const number = fc.constantFrom(...numbers);
const limit = fc.nat({ max: 4 });

/** A dictionary of which `__proto__` is a name like any other, as in what `JSON.parse` makes. */
function dictionary(value: fc.Arbitrary<Json>, maxKeys: number): fc.Arbitrary<JsonObject> {
  return fc
    .uniqueArray(fc.tuple(name, value), { maxLength: maxKeys, selector: ([key]) => key })
    .map((entries) => Object.fromEntries(entries));
}

export const anyValue: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    word,
    number,
    fc.constant(-0),
    fc.boolean(),
    fc.constant(null),
    dictionary(tie('value'), 5),
    fc.array(tie('value'), { maxLength: 4 }),
  ),
})).value;

const patterns = ['^\\d+$', '^l', 'a$', '^(a+)+$', '(?=.*a)(?!.*b)', '^[^@]+@[^@]+$', '\\p{L}', ''];
const formatNames = ['email', 'date', 'date-time', 'uri', 'uuid', 'regex', 'ipv4', 'tidak-dikenal'];
const types = ['string', 'number', 'integer', 'boolean', 'object', 'array', 'null'];
const plain = fc.oneof(word, number, fc.boolean(), fc.constant(null));

const assertions = {
  type: fc.oneof(
    fc.constantFrom(...types),
    fc.uniqueArray(fc.constantFrom(...types), { minLength: 1, maxLength: 3 }),
  ),
  const: fc.oneof(
    plain,
    fc.constantFrom<Json>({}, [], { constructor: {} }, { $id: 'x', $ref: 'y' }),
  ),
  enum: fc.uniqueArray(plain, { minLength: 1, maxLength: 3 }),
  minLength: limit,
  maxLength: limit,
  pattern: fc.constantFrom(...patterns),
  format: fc.constantFrom(...formatNames),
  'x-notFuture': fc.boolean(),
  minimum: number,
  maximum: number,
  exclusiveMinimum: number,
  exclusiveMaximum: number,
  multipleOf: fc.constantFrom(1, 2, 0.01, 0.1, 1e-8, 1.5, 123456789),
  required: fc.uniqueArray(name, { maxLength: 2 }),
  minProperties: limit,
  maxProperties: limit,
  dependentRequired: dictionary(fc.uniqueArray(name, { maxLength: 2 }), 2),
  minItems: limit,
  maxItems: limit,
  uniqueItems: fc.boolean(),
};

const reference = fc.record({
  $ref: fc.constantFrom('#/$defs/surel', '#/$defs/kode', '#/$defs/tak', '#/$defs/pohon', '#cabang'),
});
const titled = fc
  .uniqueArray(word, { minLength: 2, maxLength: 3 })
  .map((all): JsonSchema => ({ oneOf: all.map((one) => ({ const: one, title: one })) }));

/** A few of the keywords at a time: all of them at once contradict each other and test nothing. */
function some(keywords: { readonly [keyword: string]: fc.Arbitrary<unknown> }, most: number) {
  const entries = Object.entries(keywords).map(([keyword, arbitrary]) =>
    arbitrary.map((asked) => ({ [keyword]: asked }) as JsonObject),
  );
  return fc
    .array(fc.oneof(...entries), { minLength: 1, maxLength: most })
    .map((chosen) => Object.assign({}, ...chosen) as JsonObject);
}

function schemaOf(depth: number): fc.Arbitrary<JsonSchema> {
  const leaf = fc.oneof(
    { weight: 6, arbitrary: some(assertions, 2) },
    { weight: 2, arbitrary: reference },
    { weight: 1, arbitrary: titled },
    { weight: 1, arbitrary: fc.boolean() },
  ) as fc.Arbitrary<JsonSchema>;
  if (depth <= 0) return leaf;
  const below = schemaOf(depth - 1);
  const list = fc.array(below, { minLength: 1, maxLength: 3 });
  const map = dictionary(below as fc.Arbitrary<Json>, 3);
  const applicators = {
    properties: map,
    patternProperties: fc
      .uniqueArray(fc.tuple(fc.constantFrom(...patterns), below), {
        maxLength: 2,
        selector: ([pattern]) => pattern,
      })
      .map((entries) => Object.fromEntries(entries)),
    additionalProperties: below,
    unevaluatedProperties: below,
    propertyNames: below,
    dependentSchemas: map,
    items: below,
    prefixItems: list,
    unevaluatedItems: below,
    contains: below,
    allOf: list,
    anyOf: list,
    oneOf: list,
    not: below,
  };
  const choice = fc.record({ if: below, then: below, else: below }, { requiredKeys: ['if'] });
  const count = fc.record(
    { contains: below, minContains: limit, maxContains: limit },
    { requiredKeys: ['contains'] },
  );
  const whole = fc
    .tuple(
      some({ ...applicators }, 3),
      fc.option(some(assertions, 1), { nil: {} }),
      fc.option(fc.oneof(choice, count, reference), { nil: {} }),
      fc.option(
        fc.constantFrom<JsonObject>({ unevaluatedProperties: false }, { unevaluatedItems: false }),
        { nil: {} },
      ),
    )
    .map((parts) => Object.assign({}, ...parts) as JsonObject);
  return fc.oneof(
    { weight: 1, arbitrary: leaf },
    { weight: 3, arbitrary: whole as fc.Arbitrary<JsonSchema> },
  );
}

const tree: JsonObject = {
  $anchor: 'cabang',
  type: ['object', 'array', 'null'],
  properties: { nama: { type: 'string' } },
  oneOf: [
    { required: ['jenis'], properties: { jenis: { anyOf: [{ $ref: '#cabang' }, { const: 1 }] } } },
    { items: { $ref: '#/$defs/pohon' }, maxItems: 2, not: { type: 'object' } },
    { type: 'null' },
  ],
  unevaluatedProperties: { $ref: '#/$defs/kode' },
};

/** A schema with parts to refer to, one of which refers to itself. */
export const anySchema: fc.Arbitrary<JsonObject> = schemaOf(3).map((schema): JsonObject => ({
  ...(typeof schema === 'boolean' ? { allOf: [schema] } : schema),
  $defs: {
    surel: { type: 'string', format: 'email', maxLength: 5 },
    kode: { oneOf: [{ type: 'string', pattern: '^\\d+$' }, { $ref: '#/$defs/surel' }] },
    tak: false,
    pohon: tree,
  },
}));
