import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../forms/form.js';
import type { Json, JsonObject } from '../json.js';
import { compileCode } from './compile-code.js';
import { compile } from './compile.js';

/** The message with which a schema is refused. */
function refusal(schema: unknown, options = {}): string {
  try {
    compile(schema as JsonSchema, options);
  } catch (error) {
    expect(error).toMatchObject({ code: 'LPSE_SCHEMA_INVALID' });
    return (error as Error).message.replace('the schema cannot be used: ', '');
  }
  return 'not refused';
}

function nested(depth: number): JsonSchema {
  return depth === 0 ? { type: 'string' } : { properties: { a: nested(depth - 1) } };
}

/** Each schema refers twice to the next: 2^30 steps for one value. */
const laughs: JsonSchema = {
  $ref: '#/$defs/a0',
  $defs: Object.fromEntries(
    Array.from({ length: 30 }, (_, index): [string, Json] => {
      const next = { $ref: `#/$defs/a${index + 1}` };
      return [`a${index}`, index === 29 ? {} : { allOf: [next, next] }];
    }),
  ),
};

describe('a schema that no form could be made from', () => {
  it.each<[unknown, string]>([
    [null, 'it is no schema: that is an object, or true or false'],
    [{ type: 'strnig' }, '/type has to be one or more of string, number'],
    [{ type: ['string', 1] }, '/type has to be'],
    [{ properties: { a: { minLength: -1 } } }, '/properties/a/minLength has to be a whole number'],
    [{ items: { maxItems: 1.5 } }, '/items/maxItems has to be a whole number, 0 or more'],
    [{ minimum: '1' }, '/minimum has to be a number'],
    [{ exclusiveMaximum: '1' }, '/exclusiveMaximum has to be a number'],
    [{ multipleOf: 0 }, '/multipleOf has to be a number above 0'],
    [{ properties: ['a'] }, '/properties has to be schemas by name'],
    [{ properties: { a: 'text' } }, '/properties has to be schemas by name'],
    [{ required: true }, '/required has to be a list of names'],
    [{ enum: 'a' }, '/enum has to be a list of values'],
    [{ anyOf: [] }, '/anyOf has to be a list of one schema or more'],
    [{ allOf: {} }, '/allOf has to be a list of schemas'],
    [{ not: [] }, '/not has to be a schema'],
    [{ items: 3 }, '/items has to be a schema, or a list of schemas'],
    [{ dependentRequired: { a: 'b' } }, '/dependentRequired has to be lists of names, by name'],
    [{ dependencies: { a: 'b' } }, '/dependencies has to be schemas or lists of names, by name'],
    [{ uniqueItems: 'yes' }, '/uniqueItems has to be true or false'],
    [{ pattern: 1 }, '/pattern has to be a text'],
    [{ pattern: '(a)\\1' }, '/pattern uses a back-reference'],
    [{ patternProperties: { '(?i:a)': {} } }, '/patternProperties/(?i:a) '],
    [{ $id: 'http://[' }, '/$id is no URI'],
  ])('is refused by what is wrong and where: %j', (schema, message) => {
    expect(refusal(schema)).toContain(message);
  });

  it('is refused when it is too large, too deep, or has no end', () => {
    expect(refusal({ description: 'x'.repeat(300_000) })).toContain(
      'longer than 262144 characters',
    );
    expect(refusal(nested(33))).toMatch(/^(\/properties\/a){33} is more than 32 schemas deep$/);
    expect(refusal(nested(32))).toBe('not refused');
    expect(refusal({ $ref: '#' })).toContain('refers to itself for the same value');
    expect(
      refusal({ properties: { a: { anyOf: [{ $ref: '#/properties/a' }, { type: 'null' }] } } }),
    ).toBe('/properties/a refers to itself for the same value, so that it has no end');
    expect(refusal(laughs)).toContain('holds one value against more than 10000 schemas');
    const circle: Record<string, unknown> = {};
    circle['not'] = circle;
    expect(refusal(circle)).toContain('longer than');
  });

  it('is refused alike by the validator that makes code', () => {
    for (const schema of [laughs, nested(33), { type: 'x' }, { $ref: '#/none' }] as JsonSchema[])
      expect(() => compileCode(schema)).toThrow(refusal(schema));
  });

  it('is not what 1,000 fields are', () => {
    const field = { type: 'string', title: 'Nama lengkap', maxLength: 120, pattern: '^\\S' };
    const fields = Array.from({ length: 1000 }, (_, at) => [`isian${at}`, field] as const);
    const validate = compile({ properties: Object.fromEntries(fields) as JsonObject });
    expect(validate({ isian7: ' ' })).toHaveLength(1);
  });
});

describe('a reference', () => {
  it('to another document leads there only when that came along', () => {
    const schema = { properties: { a: { $ref: 'https://contoh.id/kode.json#/$defs/kode' } } };
    expect(refusal(schema)).toBe(
      '/properties/a/$ref leads nowhere; nothing is fetched, so pass that document along in `schemas`',
    );
    const schemas = { 'https://contoh.id/kode.json': { $defs: { kode: { maxLength: 2 } } } };
    const validate = compile(schema, { schemas });
    expect(validate({ a: 'abc' })).toMatchObject([{ pointer: '/a', keyword: 'maxLength' }]);
  });

  it('that leads nowhere is told of although nothing leads to it', () => {
    expect(refusal({ $defs: { a: { $ref: '#/$defs/b' } } })).toBe('/$defs/a/$ref leads nowhere');
    expect(refusal({ $ref: 'foo:bar', $id: 'urn:x:y' })).toContain('leads nowhere');
    expect(refusal({ $ref: '#%zz' })).toContain('leads nowhere');
    expect(refusal({ $ref: 'a', $id: 'urn:x:y' })).toContain('leads nowhere');
  });

  it('may stand beside others, to what it and they ask for', () => {
    const validate = compile({
      $ref: '#/$defs/a',
      $dynamicRef: '#b',
      minLength: 2,
      $defs: { a: { type: 'string' }, b: { $dynamicAnchor: 'b', maxLength: 3 }, c: true },
      allOf: [{ $ref: '#/$defs/c', pattern: '^x' }],
    });
    expect(validate('x')).toMatchObject([{ keyword: 'minLength' }]);
    expect(validate('xxxx')).toMatchObject([{ keyword: 'maxLength' }]);
    expect(validate('ab')).toMatchObject([{ keyword: 'pattern' }]);
    expect(validate(1)).toMatchObject([{ keyword: 'type' }]);
  });

  it('of 2019-09 that follows the outermost schema is understood', () => {
    const validate = compile({
      $schema: 'https://json-schema.org/draft/2019-09/schema',
      $id: 'https://contoh.id/tegas',
      $recursiveAnchor: true,
      $ref: 'pohon',
      unevaluatedProperties: false,
      $defs: {
        pohon: {
          $id: 'pohon',
          $recursiveAnchor: true,
          properties: { anak: { items: { $recursiveRef: '#' } } },
        },
      },
    });
    expect(validate({ anak: [{ anak: [] }] })).toEqual([]);
    expect(validate({ anak: [{ anka: [] }] })).toMatchObject([
      { pointer: '/anak/0/anka', keyword: 'unevaluatedProperties' },
    ]);
  });

  it('of 2020-12 that follows nothing means what it names, also where that is true or false', () => {
    const validate = compile({
      $dynamicAnchor: 'isi',
      properties: {
        a: { $dynamicRef: '#/$defs/teks' },
        b: { $dynamicRef: '#/$defs/tidak' },
        c: { $dynamicRef: '#kata' },
      },
      $defs: { teks: { type: 'string' }, tidak: false, kata: { $anchor: 'kata', minLength: 2 } },
    });
    expect(validate({ a: 'x', c: 'ya' })).toEqual([]);
    expect(validate({ a: 1, b: 1, c: 'y' }).map(({ pointer }) => pointer)).toEqual([
      '/a',
      '/b',
      '/c',
    ]);
  });

  it('may lead below a keyword that nobody knows', () => {
    const validate = compile({
      properties: { a: { $ref: '#/x-bagian/orang' } },
      'x-bagian': {
        orang: { required: ['nama'], properties: { nama: { $ref: '#/x-bagian/kata' } } },
        kata: { type: 'string' },
      },
    });
    expect(validate({ a: { nama: 1 } })).toMatchObject([{ pointer: '/a/nama', keyword: 'type' }]);
  });

  it('is relative to the nearest name, also where a part repeats the name of its document', () => {
    const validate = compile({
      $id: 'https://contoh.id/surat',
      properties: { a: { $id: 'https://contoh.id/surat#', $ref: '#/$defs/kata' } },
      $defs: { kata: { type: 'string' } },
    });
    expect(validate({ a: 1 })).toMatchObject([{ pointer: '/a', keyword: 'type' }]);
  });

  it('to a dialect that needs what is not known here is refused', () => {
    const dialect = 'https://contoh.id/dialek';
    const schemas = { [dialect]: { $vocabulary: { 'https://contoh.id/kosakata': true } } };
    expect(refusal({ $schema: dialect }, { schemas })).toBe(
      '/$schema asks for the $vocabulary https://contoh.id/kosakata, which is not known',
    );
  });
});

describe('A dialect that comes along', () => {
  const uri = 'https://skema.example/dialek';
  const validation = 'https://json-schema.org/draft/2020-12/vocab/validation';
  const core = 'https://json-schema.org/draft/2020-12/vocab/core';
  const told = ($vocabulary: JsonObject): number =>
    compile({ $schema: uri, minLength: 3 }, { schemas: { [uri]: { $vocabulary } } })('a').length;

  it('may leave the vocabulary of checks out', () => {
    expect(told({ [core]: true, [validation]: true })).toBe(1);
    expect(told({ [core]: true })).toBe(0);
  });

  it('is refused where it needs one that is not known', () => {
    const $vocabulary = { 'https://skema.example/lain': true };
    const schemas = { [uri]: { $vocabulary } };
    expect(refusal({ $schema: uri }, { schemas })).toContain('$vocabulary');
  });
});
