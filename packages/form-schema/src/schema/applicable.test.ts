import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition, JsonSchema, Layout } from '../forms/form.js';
import type { Json, JsonObject } from '../json.js';
import { compile } from '../validation/compile.js';
import { applicable, flatten } from './applicable.js';
import { noticesOf } from './notices.js';
import type { Resolved, Rules } from './resolve.js';
import { resolve } from './resolve.js';
import { shapeOf } from './shape-of.js';

/** The fields that apply, a star behind those that have to be filled in. */
function fieldsOf(schema: JsonSchema, value: Json, layout?: Layout): string[] {
  const { conditions = {} } = compile(schema);
  const found = applicable({ schema, conditions, ...(layout ? { layout } : {}) }, value);
  return [...found].map(([pointer, { required }]) => pointer + (required ? '*' : ''));
}

function resultOf(schema: JsonSchema, value: Json, layout?: Layout): Json | undefined {
  const { conditions = {} } = compile(schema);
  return resolve(shapeOf(schema, layout), value, { conditions }).result;
}

const text = { type: 'string' } as const;

const chain: JsonSchema = {
  properties: { a: text },
  allOf: [
    {
      if: { properties: { a: { const: 'ya' } }, required: ['a'] },
      then: { properties: { b: text }, required: ['b'] },
    },
    {
      if: { properties: { b: { const: 'ya' } }, required: ['b'] },
      then: { properties: { c: text }, required: ['c'] },
    },
    {
      if: { required: ['c'] },
      then: { properties: { d: text } },
      else: { properties: { e: text } },
    },
  ],
};

describe('the fields that apply', () => {
  it('follow conditions, and the conditions of what those hide', () => {
    expect(fieldsOf(chain, {})).toEqual(['/a', '/e']);
    expect(fieldsOf(chain, { a: 'ya' })).toEqual(['/a', '/b*', '/e']);
    expect(fieldsOf(chain, { a: 'ya', b: 'ya' })).toEqual(['/a', '/b*', '/c*', '/e']);
    expect(fieldsOf(chain, { a: 'ya', b: 'ya', c: 'x' })).toEqual(['/a', '/b*', '/c*', '/d']);
    expect(fieldsOf(chain, { a: 'tidak', b: 'ya', c: 'x' })).toEqual(['/a', '/e']);
  });

  it('leave nothing of what they hide in the result', () => {
    expect(resultOf(chain, { a: 'tidak', b: 'ya', c: 'x', lain: 1 })).toEqual({
      a: 'tidak',
      lain: 1,
    });
  });

  it('leave what the layout keeps, which still counts for no condition', () => {
    const layout: Layout = { fields: { '/b': { whenHidden: 'keep' } } };
    expect(resultOf(chain, { a: 'tidak', b: 'ya', c: 'x' }, layout)).toEqual({
      a: 'tidak',
      b: 'ya',
    });
    expect(fieldsOf(chain, { a: 'tidak', b: 'ya', c: 'x' }, layout)).toEqual(['/a', '/e']);
  });

  it('come to an end where conditions go in a circle', () => {
    const circle: JsonSchema = {
      allOf: [
        { if: { required: ['b'] }, else: { properties: { a: text } } },
        { if: { required: ['a'] }, else: { properties: { b: text } } },
      ],
    };
    expect(fieldsOf(circle, { a: 'x', b: 'y' }).length).toBeLessThanOrEqual(2);
  });

  it('follow dependent schemas and dependent requirements, also those of draft-07', () => {
    const schema: JsonSchema = {
      properties: { a: text, b: text, c: text },
      dependentSchemas: { a: { properties: { d: text }, required: ['d'] } },
      dependentRequired: { b: ['c'] },
      dependencies: { c: ['a'], d: { properties: { e: text } } },
    };
    expect(fieldsOf(schema, {})).toEqual(['/a', '/b', '/c']);
    expect(fieldsOf(schema, { a: 'x', b: 'x' })).toEqual(['/a', '/b', '/c*', '/d*']);
    expect(fieldsOf(schema, { c: 'x', a: 'x', d: 'x' })).toEqual(['/a*', '/b', '/c', '/d*', '/e']);
  });

  it('follow a variant, and offer all variants in the property that tells them apart', () => {
    const schema: JsonSchema = {
      oneOf: [
        {
          title: 'Orang',
          properties: { jenis: { const: 'orang' }, nama: text },
          required: ['jenis'],
        },
        { $ref: '#/$defs/usaha' },
      ],
      $defs: {
        usaha: { properties: { jenis: { const: 'usaha' }, nib: text }, required: ['jenis', 'nib'] },
      },
    };
    expect(fieldsOf(schema, {})).toEqual(['/jenis*', '/nama']);
    expect(fieldsOf(schema, { jenis: 'usaha' })).toEqual(['/jenis*', '/nib*']);
    const view = shapeOf(schema).view('1'.repeat(9));
    expect(view.members.get('jenis')?.whole.options).toEqual([
      { value: 'orang', title: 'Orang' },
      { value: 'usaha' },
    ]);
    expect(noticesOf(schema)).toEqual([]);
  });

  it('follow the variant that a value fits when nothing tells them apart', () => {
    const schema: JsonSchema = {
      anyOf: [{ properties: { a: text } }, { properties: { b: text } }, { type: 'null' }],
    };
    expect(fieldsOf(schema, {})).toEqual(['/a']);
    expect(fieldsOf(schema, { b: 'x' })).toEqual(['/b']);
    expect(noticesOf(schema)).toEqual([]);
  });

  it('are none where the schema has something else than a schema', () => {
    const broken = { properties: { a: text, b: 3, c: null } } as unknown as JsonSchema;
    expect([...applicable({ schema: broken, conditions: {} }, {}).keys()]).toEqual(['/a']);
  });

  it('are not changed by branches that only ask for more', () => {
    const schema: JsonSchema = {
      properties: { a: text, b: text },
      anyOf: [{ required: ['a'] }, { required: ['b'] }],
    };
    expect(fieldsOf(schema, {})).toEqual(['/a', '/b']);
  });

  it('lack what a condition forbids', () => {
    const schema: JsonSchema = {
      properties: { a: text, b: text },
      if: { required: ['a'] },
      then: { properties: { b: false } },
    };
    expect(fieldsOf(schema, {})).toEqual(['/a', '/b']);
    expect(fieldsOf(schema, { a: 'x' })).toEqual(['/a']);
    expect(resultOf(schema, { a: 'x', b: 'y' })).toEqual({ a: 'x' });
    expect(flatten(schema).members.map(({ path }) => path)).toEqual(['/a', '/b']);
  });

  it('judge a group by the group, and rows one by one', () => {
    const row: JsonObject = {
      properties: { jenis: text },
      if: { properties: { jenis: { const: 'x' } }, required: ['jenis'] },
      then: { properties: { sebab: text }, required: ['sebab'] },
    };
    const schema: JsonSchema = { properties: { g: row, l: { items: row } }, required: ['g'] };
    expect(fieldsOf(schema, { l: [{ jenis: 'x' }, {}] })).toEqual([
      '/g*',
      '/g/jenis',
      '/l',
      '/l/0*',
      '/l/0/jenis',
      '/l/0/sebab*',
      '/l/1*',
      '/l/1/jenis',
    ]);
  });

  it('are on both sides of a condition that nobody can judge', () => {
    const found = applicable({ schema: chain }, {});
    expect([...found.keys()]).toEqual(['/a', '/b', '/c', '/d', '/e']);
  });

  it('depend on values in normal form', () => {
    const layout: Layout = { fields: { '/a': { options: { normalise: 'trim' } } } };
    expect(fieldsOf(chain, { a: ' ya ' }, layout)).toEqual(['/a', '/b*', '/e']);
    expect(
      fieldsOf(
        { if: { required: ['a'] }, then: { properties: { b: text } }, properties: { a: text } },
        { a: '' },
      ),
    ).toEqual(['/a']);
  });
});

describe('a schema laid out flat', () => {
  it('merges what references and allOf say about one field', () => {
    const schema: JsonSchema = {
      properties: {
        a: {
          $ref: '#/$defs/kode',
          title: 'Kode',
          allOf: [
            { maxLength: 4, enum: ['b', 'c', 'd'] },
            { maxLength: 9, minLength: 1 },
          ],
          type: ['string', 'null'],
        },
      },
      $defs: {
        kode: { type: 'string', title: 'Umum', enum: ['a', 'b', 'c'], minLength: 2, pattern: 'x' },
      },
    };
    const [field] = flatten(schema).members;
    expect(field?.schema).toEqual({
      title: 'Kode',
      type: ['string'],
      enum: ['b', 'c'],
      minLength: 2,
      maxLength: 4,
      pattern: 'x',
    });
  });

  it('takes the widest of what conditions allow for a field that only they name', () => {
    const under = (answer: string, asked: JsonObject): JsonObject => ({
      if: { properties: { a: { const: answer } }, required: ['a'] },
      then: { properties: { b: asked } },
    });
    const schema: JsonSchema = {
      properties: { a: text },
      allOf: [
        under('x', { allOf: [{ enum: ['p', 'q'], minLength: 1, maxLength: 2, readOnly: true }] }),
        under('y', { enum: ['q', 'r'], minLength: 2, maxLength: 9, readOnly: false }),
        under('z', {
          anyOf: [
            { minLength: 1, type: 'string', readOnly: true },
            { minLength: 3, type: 'number', readOnly: false },
          ],
        }),
      ],
    };
    const { conditions = {} } = compile(schema);
    const now = applicable({ schema, conditions }, { a: 'y' }).get('/b')?.node.schema;
    expect(now).toEqual({ enum: ['q', 'r'], minLength: 2, maxLength: 9, readOnly: false });
    const ever = flatten(schema).members[1];
    expect(ever?.kind).toBe('string');
    expect(ever?.schema).toMatchObject({
      enum: ['p', 'q', 'r'],
      minLength: 1,
      maxLength: 9,
      readOnly: false,
    });
  });

  it('offers of titled choices those that an enum beside them leaves', () => {
    const schema: JsonSchema = {
      oneOf: [
        { const: 'a', title: 'A' },
        { const: 'b', title: 'B' },
        { type: 'null' },
        { enum: ['c'] },
      ],
      enum: ['b', 'c'],
    };
    expect(shapeOf(schema).whole.options).toEqual([{ value: 'b', title: 'B' }, { value: 'c' }]);
  });

  it.each([
    [{ type: ['null', 'integer'] }, 'integer'],
    [{ properties: { b: {} } }, 'object'],
    [{ items: {} }, 'array'],
    [{ enum: [1, 2] }, 'integer'],
    [{ enum: [1.5] }, 'number'],
    [{ enum: [null] }, 'null'],
    [{ enum: [null, 'a'] }, 'string'],
    [{ enum: [1, 2.5] }, 'number'],
    [{ enum: [true, 'a'] }, 'unknown'],
    [{ enum: [['a']] }, 'unknown'],
    [{ type: 'array', enum: [['a'], ['b', 'c']] }, 'unknown'],
    [{ oneOf: [{ const: 'a' }] }, 'string'],
    [{ const: false }, 'boolean'],
    [{ maxLength: 3 }, 'string'],
    [{ exclusiveMinimum: 3 }, 'number'],
    [{ uniqueItems: true }, 'array'],
    [{ minProperties: 1 }, 'object'],
    [{ type: 'null' }, 'null'],
    [{ allOf: [{ type: 'number' }, { type: 'integer' }] }, 'integer'],
    [{ allOf: [{ readOnly: false }, { readOnly: true }, { type: 'number' }] }, 'number'],
    [{ anyOf: [{ type: 'boolean' }, { type: 'null' }] }, 'boolean'],
    [{ oneOf: [{ const: null }, { type: 'string' }] }, 'string'],
  ] as [JsonSchema, string][])('asks for %j as %s', (schema, kind) => {
    expect(flatten({ properties: { a: schema } } as JsonSchema).members[0]?.kind).toBe(kind);
  });

  it('knows lists, tuples and lists of choices', () => {
    const schema: JsonSchema = {
      properties: {
        rows: { items: { properties: { a: text } } },
        tuple: { prefixItems: [text, { type: 'number' }], items: text },
        old: { items: [text], additionalItems: text },
        picks: { type: 'array', items: { enum: ['a', 'b'] }, uniqueItems: true },
      },
    };
    const [rows, tuple, old] = flatten(schema).members;
    expect(rows?.item?.members[0]?.path).toBe('/rows/*/a');
    expect(tuple?.members.map(({ path, kind }) => [path, kind])).toEqual([
      ['/tuple/0', 'string'],
      ['/tuple/1', 'number'],
    ]);
    expect(tuple?.item?.path).toBe('/tuple/*');
    expect(old?.members[0]?.path).toBe('/old/0');
    expect(fieldsOf(schema, { picks: ['a'], tuple: [] })).toEqual([
      '/rows',
      '/tuple',
      '/tuple/0',
      '/tuple/1',
      '/old',
      '/old/0',
      '/picks',
    ]);
  });

  it('goes on for ever where a schema holds itself, but only when asked', () => {
    const person: JsonSchema = {
      $defs: {
        orang: {
          type: 'object',
          properties: {
            nama: text,
            atasan: { $ref: '#/$defs/orang' },
            anak: { items: { $ref: '#/$defs/orang' } },
          },
        },
      },
      $ref: '#/$defs/orang',
    };
    expect(flatten(person).members[1]?.members[1]?.members[0]?.path).toBe('/atasan/atasan/nama');
    expect(fieldsOf(person, { atasan: {}, anak: [{}] })).toEqual([
      '/nama',
      '/atasan',
      '/atasan/nama',
      '/atasan/atasan',
      '/atasan/anak',
      '/anak',
      '/anak/0*',
      '/anak/0/nama',
      '/anak/0/atasan',
      '/anak/0/anak',
    ]);
    expect(noticesOf(person)).toEqual([]);
  });

  it('ends where a group requires itself', () => {
    const schema: JsonSchema = {
      type: 'object',
      properties: { a: { $ref: '#' } },
      required: ['a'],
    };
    expect(resultOf(schema, {})).toEqual({});
  });

  it('is not led astray by a reference to itself in place', () => {
    const schema: JsonSchema = { allOf: [{ $ref: '#' }], properties: { a: text } };
    expect([...applicable({ schema }, {}).keys()]).toEqual(['/a']);
  });
});

describe('a new state of a form', () => {
  const value = fc.dictionary(
    fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    fc.constantFrom('ya', 'tidak', ''),
  );

  function plain({ result, children }: Resolved): unknown {
    return [result, [...children].map(([key, child]) => [key, plain(child)])];
  }

  it('is the same whether it is found from the one before or from nothing', () => {
    const { conditions = {} } = compile(chain);
    const shape = shapeOf(chain);
    fc.assert(
      fc.property(fc.array(value, { minLength: 2, maxLength: 6 }), (values) => {
        let before: Resolved | undefined;
        for (const one of values) {
          before = resolve(shape, one, { conditions }, before);
          expect(plain(before)).toEqual(plain(resolve(shape, one, { conditions })));
        }
      }),
    );
  });

  it('is the same also where many members changed at once', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const shape = shapeOf({ properties: Object.fromEntries(names.map((name) => [name, text])) });
    const valued = (word: string): Json => Object.fromEntries(names.map((name) => [name, word]));
    const before = resolve(shape, valued('x'), { conditions: {} });
    const after = resolve(shape, valued('y'), { conditions: {} }, before);
    expect(after.result).toEqual(valued('y'));
    expect(resolve(shape, {}, { conditions: {} }, after).result).toEqual({});
  });

  it('asks no condition again when nothing changed that it reads', () => {
    let asked = 0;
    const { conditions = {} } = compile(chain);
    const counted = Object.fromEntries(
      Object.entries(conditions).map(([at, holds]): [string, Condition] => [
        at,
        (one) => {
          asked++;
          return holds(one);
        },
      ]),
    );
    const rules: Rules = { conditions: counted };
    const shape = shapeOf(chain);
    const first = resolve(shape, { a: 'ya', e: 'x' }, rules);
    asked = 0;
    const second = resolve(shape, { a: 'ya', e: 'xy' }, rules, first);
    expect(asked).toBe(0);
    resolve(shape, { a: 'tidak', e: 'xy' }, rules, second);
    expect(asked).toBeGreaterThan(0);
  });

  it.each([
    [{ minProperties: 2 }, 'b'],
    [{ $ref: '#/$defs/d' }, 'd'],
    [{ anyOf: [{ required: ['x'] }, { not: { dependentRequired: { d: ['a'] } } }] }, 'd'],
    [{ required: ['tidakDikenal'] }, 'tidakDikenal'],
  ] as [JsonSchema, string][])('asks the condition %j again when %s changes', (condition, key) => {
    const schema: JsonSchema = {
      properties: { a: text, b: text, d: text },
      if: condition,
      then: { properties: { e: text } },
      $defs: { d: { properties: { d: { const: 'x' } }, required: ['d'] } },
    } as JsonSchema;
    const { conditions = {} } = compile(schema);
    const shape = shapeOf(schema);
    const first = resolve(shape, { b0: 1 }, { conditions });
    const next = { b0: 1, [key]: 'x' };
    const second = resolve(shape, next, { conditions }, first);
    expect(second.children.has('e')).toBe(true);
    expect(plain(second)).toEqual(plain(resolve(shape, next, { conditions })));
  });

  it('keeps the parts that did not change', () => {
    const schema: JsonSchema = { properties: { a: text, g: { properties: { b: text } } } };
    const shape = shapeOf(schema);
    const rules = { conditions: {} };
    const group = { b: 'x' };
    const first = resolve(shape, { a: '1', g: group }, rules);
    const second = resolve(shape, { a: '2', g: group }, rules, first);
    expect(second.children.get('g')).toBe(first.children.get('g'));
    expect(resolve(shape, second.value, rules, second)).toBe(second);
  });
});
