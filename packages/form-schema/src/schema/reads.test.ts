import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../forms/form.js';
import { readsOf } from './reads.js';
import { referencesOf } from './refs.js';

describe('What a condition reads', () => {
  it.each<[JsonSchema, readonly string[] | 'all']>([
    [true, []],
    [{ properties: { a: { const: 1 } }, required: ['b'] }, ['a', 'b']],
    [
      { dependentRequired: { a: ['b'] }, dependentSchemas: { c: { required: ['d'] } } },
      ['a', 'c', 'b', 'd'],
    ],
    [{ not: { anyOf: [{ required: ['a'] }, { properties: { b: true } }, false] } }, ['a', 'b']],
    [
      {
        $ref: '#/$defs/lain',
        $defs: { lain: { required: ['a'], allOf: [{ $ref: '#/$defs/lain' }] } },
      },
      ['a'],
    ],
    [{ 'x-catatan': 'milik halaman', required: ['a'] }, ['a']],
    [{ minProperties: 1 }, 'all'],
    [{ allOf: [{ required: ['a'] }, { patternProperties: { '^b': true } }] }, 'all'],
  ])('in %j is %j', (schema, reads) => {
    expect(readsOf(schema, referencesOf(schema))).toEqual(reads);
  });
});
