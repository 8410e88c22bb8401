import { describe, expect, it } from 'vitest';
import type { FormValidator, JsonSchema } from '../forms/form.js';
import type { Json } from '../json.js';
import { createFormModel } from '../model/create-form-model.js';
import { compile } from './compile.js';
import { generateForTest } from './testing/generate.js';

const routes: [string, (schema: JsonSchema) => FormValidator][] = [
  ['interpreted', compile],
  ['generated', generateForTest],
];

const text = { type: 'string' } as const;
const variants: JsonSchema = {
  oneOf: [
    { properties: { jenis: { const: 'a' }, nama: text }, required: ['jenis', 'nama'] },
    { properties: { jenis: { const: 'b' }, npwp: text }, required: ['jenis', 'npwp'] },
  ],
};

const delivery: JsonSchema = {
  oneOf: [
    { properties: { loket: text }, required: ['loket'] },
    {
      properties: { kota: { enum: ['Batang', 'Pekalongan'] }, alamat: text },
      required: ['kota', 'alamat'],
    },
  ],
};

/** What a person did wrong, and what they are told: pointer, keyword and params of each problem. */
const cases: [title: string, schema: JsonSchema, value: Json, told: [string, string, object?][]][] =
  [
    ['nothing', { type: 'object', properties: { a: text } }, { a: 'x' }, []],
    ['left out a field', { required: ['a'] }, {}, [['/a', 'required', { property: 'a' }]]],
    [
      'named a member too many in a group that a condition brought, where only what it brought is known',
      {
        properties: { a: text },
        if: { required: ['a'] },
        then: {
          properties: { b: { properties: { c: text }, unevaluatedProperties: false }, d: text },
        },
        unevaluatedProperties: false,
      },
      { a: 'x', b: { e: 1 }, d: 'y' },
      [['/b/e', 'unevaluatedProperties']],
    ],
    [
      'left out a field that another asks for',
      { dependentRequired: { a: ['b'] } },
      { a: 1 },
      [['/b', 'dependentRequired', { property: 'b', because: 'a' }]],
    ],
    [
      'left out a field that a condition asks for',
      { if: { properties: { a: { const: 1 } } }, then: { allOf: [{ required: ['b'] }] } },
      { a: 1 },
      [['/b', 'required']],
    ],
    [
      'wrote a word for a number',
      { type: 'integer', minimum: 3 },
      'x',
      [['', 'type', { type: 'integer' }]],
    ],
    [
      'wrote a word for a number or nothing',
      { type: ['null', 'number'] },
      'x',
      [['', 'type', { type: 'number' }]],
    ],
    ['wrote too much', { maxLength: 3 }, 'é😀ab', [['', 'maxLength', { limit: 3, count: 4 }]]],
    [
      'wrote too little in the wrong form',
      { minLength: 3, pattern: '^\\d+$' },
      'x',
      [['', 'pattern', { pattern: '^\\d+$' }]],
    ],
    [
      'wrote no address',
      { format: 'email', minLength: 9 },
      'x',
      [['', 'format', { format: 'email', wrong: 'incomplete' }]],
    ],
    [
      'wrote two addresses',
      { format: 'idn-email' },
      'sari@contoh.id, budi@contoh.id',
      [['', 'format', { format: 'idn-email', wrong: 'at' }]],
    ],
    [
      'wrote a space in an address',
      { format: 'email' },
      'sari utami@contoh.id',
      [['', 'format', { format: 'email', wrong: 'space' }]],
    ],
    [
      'wrote a comma for a dot in an address',
      { format: 'email' },
      'sari@contoh,id',
      [['', 'format', { format: 'email', wrong: 'comma' }]],
    ],
    [
      'wrote what no host is called',
      { format: 'email' },
      'sari@-contoh.id',
      [['', 'format', { format: 'email' }]],
    ],
    [
      'chose what is not offered',
      { enum: ['a', 'b'], type: 'string' },
      'c',
      [['', 'enum', { allowed: ['a', 'b'] }]],
    ],
    ['did not tick', { const: true }, false, [['', 'const', { allowed: [true] }]]],
    [
      'chose what no titled choice offers',
      {
        oneOf: [
          { const: 'a', title: 'A' },
          { const: 'b', title: 'B' },
        ],
      },
      'c',
      [['', 'oneOf', {}]],
    ],
    [
      'left out a field of the variant that was chosen',
      variants,
      { jenis: 'b' },
      [['/npwp', 'required']],
    ],
    ['chose no variant', variants, { nama: 'x', npwp: 'y' }, [['/jenis', 'required']]],
    [
      'chose an unknown variant',
      variants,
      { jenis: 'c', nama: 'x', npwp: 'y' },
      [['/jenis', 'const']],
    ],
    [
      'chose what is not offered in the variant that is told by its fields',
      delivery,
      { kota: 'Bandung', alamat: 'Jalan Contoh 1' },
      [['/kota', 'enum', { allowed: ['Batang', 'Pekalongan'] }]],
    ],
    [
      'chose what is not offered in the variant that is told by its fields, and left out another',
      delivery,
      { kota: 'Bandung' },
      [
        ['/alamat', 'required'],
        ['/kota', 'enum'],
      ],
    ],
    [
      'chose what is not offered in a variant of a row',
      { items: delivery },
      [{ loket: 'A' }, { kota: 'Bandung', alamat: 'Jalan Contoh 1' }],
      [['/1/kota', 'enum']],
    ],
    [
      'chose what is not offered where branches only ask for something more',
      {
        properties: { surel: text, telepon: text },
        anyOf: [
          { required: ['surel'], allOf: [{ properties: { kanal: { enum: ['a', 'b'] } } }] },
          { required: ['surel', 'telepon'] },
        ],
      },
      { surel: 'x', kanal: 'c' },
      [['/kanal', 'enum']],
    ],
    [
      'filled in a field of the wrong variant through a reference',
      {
        anyOf: [{ $ref: '#/$defs/a' }, { type: 'string' }],
        $defs: { a: { type: 'object', properties: { n: { type: 'number' } } } },
      },
      { n: 'x' },
      [['/n', 'type']],
    ],
    [
      'fits two variants',
      { oneOf: [{ minimum: 1 }, { maximum: 3 }] },
      2,
      [['', 'oneOf', { ambiguous: true }]],
    ],
    [
      'is none of several plain types',
      { anyOf: [{ type: 'string' }, { type: 'number' }] },
      null,
      [['', 'anyOf', {}]],
    ],
    ['added too little', { minItems: 2 }, [1], [['', 'minItems', { limit: 2, count: 1 }]]],
    [
      'added the same twice',
      { uniqueItems: true },
      [{ a: 1 }, { a: 1 }],
      [['', 'uniqueItems', {}]],
    ],
    [
      'did not add what is needed',
      { contains: { const: 1 } },
      [2, 3],
      [['', 'contains', { min: 1 }]],
    ],
    [
      'added too many of a kind',
      { contains: { const: 1 }, minContains: 1, maxContains: 2 },
      [1, 1, 1],
      [['', 'contains', { min: 1, max: 2 }]],
    ],
    ['gave more than a tuple has', { prefixItems: [{}], items: false }, [1, 2, 3], [['', 'items']]],
    [
      'made a mistake in a row',
      { items: { required: ['a'] } },
      [{ a: 1 }, {}],
      [['/1/a', 'required']],
    ],
    [
      'sent a property that nobody knows',
      { additionalProperties: false },
      { 'a/b': 1 },
      [['/a~1b', 'additionalProperties']],
    ],
    [
      'sent a property that nobody knows beside a mistake',
      { properties: { a: text }, unevaluatedProperties: false },
      { a: 1, b: 1 },
      [['/a', 'type']],
    ],
    [
      'sent only a property that nobody knows',
      { unevaluatedProperties: false },
      { b: 1 },
      [['/b', 'unevaluatedProperties']],
    ],
    [
      'named a property wrongly',
      { propertyNames: { maxLength: 1 } },
      { ab: 1 },
      [['/ab', 'propertyNames']],
    ],
    ['filled in what must stay empty', { properties: { a: false } }, { a: 1 }, [['/a', 'false']]],
    ['wrote what is excluded', { not: { const: 'x' } }, 'x', [['', 'not', {}]]],
    [
      'sent too little',
      { minProperties: 2 },
      { a: 1 },
      [['', 'minProperties', { limit: 2, count: 1 }]],
    ],
    ['wrote no multiple', { multipleOf: 5 }, 7, [['', 'multipleOf', { multipleOf: 5 }]]],
    [
      'wrote a number that is wrong in two ways, of which neither is worse,',
      { multipleOf: 5, maximum: 6 },
      7,
      [['', 'maximum', { limit: 6 }]],
    ],
    ['wrote no date', { format: 'date' }, 'kemarin', [['', 'format', { format: 'date' }]]],
    ['wrote what no format is known for', { format: 'tidak-dikenal' }, 'x', []],
    ['sent anything at all', false, 1, [['', 'false', {}]]],
  ];

describe.each(routes)('a validator that is %s', (_, make) => {
  it.each(cases)('tells a person who %s exactly that', (_title, schema, value, told) => {
    const problems = make(schema)(value);
    expect(problems.map(({ pointer, keyword }) => [pointer, keyword])).toEqual(
      told.map(([pointer, keyword]) => [pointer, keyword]),
    );
    told.forEach(([, , params], index) => {
      if (params) expect(problems[index]?.params).toEqual(params);
    });
  });

  it.each<[Json]>([[{ kota: 'Bandung', alamat: 'x' }], [{ alamat: 'x' }], [{ loket: 1 }]])(
    'means the variant of %j that the form shows',
    (value) => {
      const validate = make(delivery);
      const form = createFormModel({ schema: delivery, validate, value });
      expect(validate(value).map(({ pointer }) => pointer)).toEqual(
        form.validate().map(({ pointer }) => pointer),
      );
    },
  );

  it('never quotes what the person wrote', () => {
    const schema = { properties: { a: { maxLength: 2, format: 'email' }, b: { enum: ['x'] } } };
    const problems = make(schema)({ a: 'rahasia', b: 'rahasia' });
    expect(problems).toHaveLength(2);
    expect(JSON.stringify(problems)).not.toContain('rahasia');
  });

  it('answers for anything that is no JSON, and does not throw', () => {
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    const throwing = {
      get nama(): string {
        throw new Error('no');
      },
    };
    const check = make({ type: 'object', properties: { nama: { type: 'string' } } });
    for (const value of [undefined, () => 1, Symbol('x'), 1n, circle, throwing, { nama: '\ud800' }])
      expect(Array.isArray(check(value))).toBe(true);
    expect(check(undefined)).toMatchObject([{ pointer: '', keyword: 'unreadable' }]);
    expect(check({ nama: undefined })).toEqual([]);
    expect(check({ nama: NaN })).toMatchObject([{ pointer: '/nama', keyword: 'type' }]);
    expect(make({ items: { type: 'string' } })(['a', undefined])).toMatchObject([
      { pointer: '/1' },
    ]);
  });

  it('has a predicate for each condition, by where it stands', () => {
    const schema: JsonSchema = {
      properties: { a: { if: { const: 1 }, then: {} } },
      allOf: [
        { if: { required: ['a'] }, then: {} },
        { if: { $ref: '#/$defs/b' }, else: {} },
      ],
      $defs: { b: { required: ['b'] } },
    };
    const { conditions = {} } = make(schema);
    expect(Object.keys(conditions).sort()).toEqual(['/allOf/0', '/allOf/1', '/properties/a']);
    expect(conditions['/allOf/0']?.({ a: 1 })).toBe(true);
    expect(conditions['/allOf/1']?.({ a: 1 })).toBe(false);
    expect(conditions['/properties/a']?.(1)).toBe(true);
  });

  it('words its problems in the language that was asked for', () => {
    const schema = { required: ['a'] };
    expect(make(schema)({})[0]?.message).toBe('Mohon isi isian ini.');
  });
});

describe('compile', () => {
  it('speaks English when asked', () => {
    expect(compile({ required: ['a'] }, { locale: 'en' })({})[0]?.message).toBe(
      'Please fill in this field.',
    );
  });

  it.each([
    [{ $ref: '#/$defs/none' }, /\$ref leads nowhere/],
    [{ $ref: 'https://contoh.id/other.json' }, /leads nowhere/],
    [{ $ref: '#/%zz' }, /leads nowhere/],
    [{ properties: { a: { pattern: '(' } } }, /pattern that is none/],
    [{ patternProperties: { '(': {} } }, /pattern that is none/],
  ] as [JsonSchema, RegExp][])('refuses %j, which could not be checked', (schema, reason) => {
    expect(() => compile(schema)).toThrowError(
      expect.objectContaining({
        code: 'LPSE_SCHEMA_INVALID',
        message: expect.stringMatching(reason) as string,
      }),
    );
  });

  it('reads draft-07 and draft-04 as they were meant', () => {
    const draft7 = 'http://json-schema.org/draft-07/schema#';
    const tuple = compile({ $schema: draft7, items: [{ type: 'string' }], additionalItems: false });
    expect(tuple(['a', 'b'])).toMatchObject([{ pointer: '', keyword: 'items' }]);
    const dependent = compile({ $schema: draft7, dependencies: { a: ['b'] } });
    expect(dependent({ a: 1 })).toMatchObject([{ pointer: '/b', keyword: 'dependentRequired' }]);
    const alone = compile({
      $schema: draft7,
      $ref: '#/definitions/a',
      minLength: 2,
      definitions: { a: {} },
    });
    expect(alone('x')).toEqual([]);
    const draft4 = 'http://json-schema.org/draft-04/schema#';
    const above = compile({ $schema: draft4, minimum: 1, exclusiveMinimum: true });
    expect(above(1)).toMatchObject([{ keyword: 'exclusiveMinimum' }]);
    const below = compile({ $schema: draft4, maximum: 9, exclusiveMaximum: true });
    expect(below(9)).toMatchObject([{ keyword: 'exclusiveMaximum' }]);
    const unbounded = compile({ $schema: draft4, minimum: 1, exclusiveMaximum: true });
    expect([unbounded(99), unbounded(1)]).toEqual([[], []]);
  });

  it('leaves the schema that it was given untouched, even a frozen one', () => {
    const schema = Object.freeze({
      properties: Object.freeze({ a: Object.freeze({ format: 'date' }) }),
    });
    expect(compile(schema)({ a: 'x' })).toHaveLength(1);
    expect(Reflect.ownKeys(schema)).toEqual(['properties']);
  });

  it('follows a schema that refers to itself', () => {
    const check = compile({
      $id: 'https://contoh.id/pohon',
      properties: { anak: { items: { $ref: '#' } }, nama: { $ref: '#teks' } },
      $defs: { teks: { $anchor: 'teks', type: 'string' } },
    });
    expect(check({ anak: [{ nama: 'x', anak: [{ nama: 1 }] }] })).toMatchObject([
      { pointer: '/anak/0/anak/0/nama', keyword: 'type' },
    ]);
  });
});
