import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../forms/form.js';
import { mapSchemas } from './keywords.js';
import { conditionsOf } from './conditions.js';
import { inlineRefs } from './refs.js';

describe('A schema without its references', () => {
  it('holds in their place what they name, beside what else was asked', () => {
    const schema: JsonSchema = {
      $defs: { kode: { type: 'string', maxLength: 3 } },
      properties: {
        a: { $ref: '#/$defs/kode' },
        b: { $ref: '#/$defs/kode', minLength: 1 },
        c: { allOf: [{ pattern: 'x' }], $ref: '#/$defs/kode' },
        d: true,
      },
      items: [{ $ref: '#/$defs/kode' }],
      anyOf: [{ $ref: '#/$defs/kode' }, false],
      enum: [{ $ref: '#/$defs/kode' }],
    };
    const kode = { type: 'string', maxLength: 3 };
    expect(inlineRefs(schema)).toEqual({
      $defs: { kode },
      properties: {
        a: kode,
        b: { minLength: 1, allOf: [kode] },
        c: { allOf: [{ pattern: 'x' }, kode] },
        d: true,
      },
      items: [kode],
      anyOf: [kode, false],
      enum: [{ $ref: '#/$defs/kode' }],
    });
  });

  it('keeps those that come back to themselves, straight or on a detour', () => {
    const schema: JsonSchema = {
      $defs: {
        pohon: { properties: { cabang: { $ref: '#/$defs/pohon' } } },
        ayam: { properties: { telur: { $ref: '#/$defs/telur' } } },
        telur: { properties: { ayam: { $ref: '#/$defs/ayam' }, lagi: { $ref: '#/$defs/ayam' } } },
        luar: { properties: { pohon: { $ref: '#/$defs/pohon' }, sama: { $ref: '#/$defs/pohon' } } },
      },
      properties: {
        a: { $ref: '#/$defs/pohon' },
        b: { $ref: '#/$defs/ayam' },
        c: { $ref: '#/$defs/luar' },
        d: { $ref: '#/$defs/tiada' },
      },
    };
    const inlined = inlineRefs(schema) as { readonly properties: Record<string, unknown> };
    expect(inlined.properties).toEqual({
      a: { $ref: '#/$defs/pohon' },
      b: { $ref: '#/$defs/ayam' },
      c: { properties: { pohon: { $ref: '#/$defs/pohon' }, sama: { $ref: '#/$defs/pohon' } } },
      d: { $ref: '#/$defs/tiada' },
    });
  });
});

describe('A copy of a schema', () => {
  it('keeps what stands among its schemas and is none', () => {
    const schema: JsonSchema = {
      dependencies: { a: ['b'], c: { $ref: '#/definitions/d' } },
      definitions: { d: {} },
    };
    expect(inlineRefs(schema)).toEqual({
      dependencies: { a: ['b'], c: {} },
      definitions: { d: {} },
    });
  });

  it('is changed from the inside out, and knows where each part stands', () => {
    const seen: string[] = [];
    const schema: JsonSchema = { properties: { 'a/b': { not: true } }, prefixItems: [{}, false] };
    const copy = mapSchemas({ schema, at: '' }, (part, at) => {
      seen.push(at);
      return part === true ? {} : part;
    });
    expect(copy).toEqual({ properties: { 'a/b': { not: {} } }, prefixItems: [{}, false] });
    expect(seen).toEqual([
      '/properties/a~1b/not',
      '/properties/a~1b',
      '/prefixItems/0',
      '/prefixItems/1',
      '',
    ]);
  });
});

describe('The conditions of a schema', () => {
  it('are found wherever an `if` stands, and only where it is one', () => {
    const condition = { required: ['a'] };
    const schema: JsonSchema = {
      properties: { if: { if: condition, then: {} } },
      allOf: [{ if: true }, { then: {} }],
    };
    expect(conditionsOf(schema).map(([at, { schema }]) => [at, schema])).toEqual([
      ['/properties/if', condition],
      ['/allOf/0', true],
    ]);
  });
});
