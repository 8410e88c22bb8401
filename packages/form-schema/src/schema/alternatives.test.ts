import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formIds, type JsonSchema } from '../forms/form.js';
import { profile } from '../generated/profiles/batang.js';
import type { Json, JsonObject } from '../json.js';
import type { FormModel } from '../model/form-model.js';
import { createFormModel } from '../model/create-form-model.js';
import { createPlainFormModel } from '../model/plain-form-model.js';
import { join } from '../pointer.js';
import { mayHaveVariants } from './alternatives.js';
import { isPlainSchema } from './plain.js';

const text = { type: 'string' } as const;
const group = (members: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: 'object',
  properties: members,
  ...more,
});

it.each(formIds)('is needed for none of the forms of the procedure: %s', (id) => {
  const { schema, validate } = profile.forms[id];
  expect(mayHaveVariants(schema)).toBe(false);
  expect(validate.isPlain).toBe(isPlainSchema(schema));
});

it('is not all that a plain schema has none of', () => {
  expect(isPlainSchema(group({ a: text }))).toBe(true);
  expect(isPlainSchema(group({ a: { ...text, nullable: true } }))).toBe(false);
  expect(isPlainSchema(group({ a: { type: ['string', 'number'] } }))).toBe(false);
});

describe('a schema in which every place is of one kind', () => {
  it.each<[string, JsonObject]>([
    ['plain members', { a: text, b: { type: ['number', 'null'] }, c: { enum: [1, 'x'] } }],
    ['a list of choices', { a: { oneOf: [{ const: 1, title: 'One' }, { const: 2 }] } }],
    [
      'groups and lists',
      { a: group({ b: text }), c: { type: 'array', items: group({ d: text }) } },
    ],
    ['a reference to a definition', { a: { $ref: '#/$defs/x' } }],
  ])('needs no reader of alternatives: %s', (_, members) => {
    const more = { $defs: { x: text }, additionalProperties: false, unevaluatedProperties: true };
    expect(mayHaveVariants(group(members, more))).toBe(false);
  });

  it('needs none where conditions narrow what it has', () => {
    const then = { properties: { a: { minItems: 1, contains: text } }, required: ['a'] };
    const members = { a: { type: 'array', items: text }, b: text };
    expect(mayHaveVariants(group(members, { allOf: [{ if: {}, then }] }))).toBe(false);
    expect(mayHaveVariants(group({ b: text }, { allOf: [{ if: {}, then }] }))).toBe(true);
  });

  it.each<[string, Json]>([
    ['branches', { oneOf: [text, group({ x: text })] }],
    ['several types', { type: ['string', 'number'] }],
    ['anything', true],
    ['nothing said of it', { title: 'A' }],
    ['a list of anything', { type: 'array' }],
    ['a tuple', { type: 'array', prefixItems: [text] }],
    ['a group of any members', { type: 'object' }],
    ['names by a pattern', group({ x: text }, { patternProperties: { '^x': text } })],
    ['further members of which nothing is said', group({}, { additionalProperties: {} })],
    ['a reference into something else', { $ref: '#/not' }],
    ['a reference that leads nowhere', { $ref: '#/$defs/y' }],
    ['a name of its own', { $id: 'a', ...text }],
    ['a reference with a type beside it', { $ref: '#/$defs/x', type: 'object' }],
  ])('may need it: %s', (_, member) => {
    expect(mayHaveVariants(group({ a: member }))).toBe(true);
    expect(mayHaveVariants(group({}, { allOf: [{ then: group({ a: member }), if: true }] }))).toBe(
      true,
    );
  });

  it('is refused without it, when it needs it after all', () => {
    const schema = group({ a: { type: ['string', 'number'] } });
    expect(() => createPlainFormModel({ schema })).toThrow('"/properties/a"');
    expect(createFormModel({ schema }).field('/a')?.variants).toHaveLength(1);
  });
});

const name = fc.constantFrom('a', 'b', 'c');
const value: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<Json[]>('x', '', 1, true, null),
    fc.dictionary(name, tie('value'), { maxKeys: 3 }),
    fc.array(tie('value'), { maxLength: 2 }),
  ),
})).value;

/** Keywords that say more of a place, some of which bring alternatives. */
const { place } = fc.letrec<{ place: JsonSchema; aside: JsonSchema; group: JsonObject }>((tie) => {
  const also = fc.record(
    {
      minLength: fc.constant(1),
      minItems: fc.constant(1),
      required: fc.uniqueArray(name),
      not: tie('aside'),
      contains: tie('aside'),
      allOf: fc.array(tie('aside'), { maxLength: 2 }),
      if: tie('aside'),
      then: tie('aside'),
      else: tie('aside'),
      dependentSchemas: fc.dictionary(name, tie('aside'), { maxKeys: 1 }),
      additionalProperties: fc.oneof(fc.boolean(), tie('place')),
      unevaluatedProperties: fc.oneof(fc.boolean(), tie('place')),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<JsonObject>;
  const group = fc
    .dictionary(name, tie('place'), { maxKeys: 3 })
    .map((properties): JsonObject => ({ properties }));
  const list = tie('place').map((items): JsonObject => ({ items: items as Json }));
  const leaf = fc.constantFrom<JsonObject[]>(
    text,
    { type: 'integer' },
    { type: ['string', 'null'] },
    { enum: ['x', 1] },
    { const: 'x' },
    { $ref: '#/$defs/a' },
  );
  const holder = fc.oneof(
    group.map((one): JsonObject => ({ type: 'object', ...one })),
    list.map((one): JsonObject => ({ type: 'array', ...one })),
  );
  const odd = fc.constantFrom<JsonSchema[]>(
    true,
    {},
    { minItems: 1 },
    { type: 'object' },
    { type: ['string', 'array'] },
    { anyOf: [text, { type: 'number' }] },
    { $ref: '#/$defs/a', type: 'array' },
    { $dynamicRef: '#/$defs/a' },
    { patternProperties: { a: text } },
  );
  return {
    place: fc.oneof(
      { maxDepth: 4 },
      { weight: 20, arbitrary: leaf },
      { weight: 20, arbitrary: holder },
      {
        weight: 10,
        arbitrary: fc
          .tuple(fc.oneof(leaf, holder), also)
          .map(([own, more]): JsonSchema => ({ ...more, ...own })),
      },
      { weight: 1, arbitrary: odd },
    ),
    aside: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<JsonSchema[]>(true, { type: 'object' }, { required: ['a'] }),
      group,
      also,
    ),
    group,
  };
});

/** Everything that a person may do brings every place into being. */
function use(form: FormModel, at = ''): void {
  for (const field of form.children(at)) {
    const { pointer, node } = field;
    if (pointer.split('/').length > 5) return;
    if (node.kind === 'array') form.append(pointer);
    if (field.named) form.add(pointer, 'x');
    if (node.kind === 'string') form.set(pointer, 'x');
    use(form, pointer);
    if (node.kind === 'array') form.remove(join(pointer, 0))();
  }
}

it('overlooks no schema that needs the reader of alternatives', () => {
  let plain = 0;
  fc.assert(
    fc.property(place, place, fc.option(value, { nil: undefined }), (root, a, entered) => {
      const schema = { ...(root as JsonObject), $defs: { a: a as Json } };
      if (mayHaveVariants(schema)) return;
      plain += 1;
      const given = entered === undefined ? {} : { value: entered };
      try {
        const form = createPlainFormModel({ schema, ...given });
        use(form);
        form.validate();
        form.reset(null);
        use(form);
      } catch (error) {
        // A list of nothing but itself has no end, with the reader or without.
        if (!(error instanceof RangeError)) throw error;
      }
    }),
    { numRuns: 3000 },
  );
  expect(plain).toBeGreaterThan(100);
});
