import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../forms/form.js';
import { noticesOf } from './notices.js';
import { mayHaveNotices } from './odd.js';

const text = { type: 'string' } as const;

function told(schema: JsonSchema): string[] {
  return noticesOf(schema).map(
    ({ pointer, keyword, property }) => `${pointer} ${keyword}${property ? ` ${property}` : ''}`,
  );
}

describe('what a form cannot ask for', () => {
  it.each([
    [{ properties: { a: { type: 'string', nullable: true } } }, ['/properties/a nullable']],
    [{ properties: { a: { type: 'string', required: true } } }, ['/properties/a required']],
    [
      { properties: { a: { minimum: 1, exclusiveMinimum: true, exclusiveMaximum: false } } },
      ['/properties/a exclusiveMinimum', '/properties/a exclusiveMaximum'],
    ],
    [{ properties: { a: { $ref: 'https://contoh.id/x' } } }, ['/properties/a $ref']],
    [{ properties: { a: text }, required: ['a', 'b'] }, [' required b']],
    [{ allOf: [{ properties: { a: text } }], required: ['a'] }, []],
    [{ properties: { a: text }, required: ['b'], additionalProperties: text }, []],
    [{ properties: { a: { ...text, readOnly: true } }, required: ['a'] }, [' readOnly a']],
    [{ properties: { a: { ...text, readOnly: true } } }, []],
    [{ properties: { a: { readOnly: true, const: 1 } }, required: ['a'] }, []],
    [{ properties: { a: { ...text, contentSchema: {} } } }, ['/properties/a contentSchema']],
    [{ prefixItems: [text], unevaluatedItems: text }, [' unevaluatedItems']],
    [{ items: { type: 'string', nullable: true } }, ['/items nullable']],
    [{ properties: { a: { enum: ['x'], nullable: false } } }, []],
    [
      {
        $defs: { n: { properties: { n: { $ref: '#/$defs/n' } }, nullable: true } },
        $ref: '#/$defs/n',
      },
      ['/$defs/n nullable'],
    ],
    [{ properties: { a: { $recursiveRef: '#' } } }, ['/properties/a $recursiveRef']],
    [true, []],
    [false, [' false']],
    [{ not: {} }, [' not']],
    [
      { properties: { a: false, b: { not: {} }, c: text } },
      ['/properties/a false', '/properties/b not'],
    ],
    [{ properties: { a: { not: { title: 'Apa pun' } } } }, ['/properties/a not']],
    [{ properties: { a: { ...text, not: { minLength: 1 } } } }, []],
    [
      { properties: { a: { enum: [] }, b: { type: [] } } },
      ['/properties/a enum', '/properties/b type'],
    ],
    [{ properties: { a: { ...text, allOf: [false] } } }, ['/properties/a/allOf/0 false']],
    [{ properties: { a: { oneOf: [text, false] } } }, ['/properties/a/oneOf/1 false']],
    [{ properties: { a: { anyOf: [false, { not: {} }] } } }, ['/properties/a anyOf']],
    [{ $defs: { no: false }, properties: { a: { $ref: '#/$defs/no' } } }, ['/$defs/no false']],
    [{ properties: { a: { type: 'array', items: false } } }, ['/properties/a/items false']],
    [{ prefixItems: [text], items: false }, []],
    [{ prefixItems: [text, false] }, ['/prefixItems/1 false']],
    [{ properties: { a: text }, additionalProperties: false }, []],
    [
      {
        properties: { a: text, b: text },
        if: { required: ['a'] },
        then: { properties: { b: false } },
      },
      [],
    ],
    [{ type: 'array', items: { enum: ['x'] }, required: ['n'] }, []],
  ] as [JsonSchema, string[]][])('of %j is %j', (schema, expected) => {
    expect(told(schema)).toEqual(expected);
    if (expected.length > 0) expect(mayHaveNotices(schema)).toBe(true);
  });

  it('is nothing in a form as most are', () => {
    const schema: JsonSchema = {
      properties: { ja: true, a: text, b: { type: ['string', 'null'] }, c: {} },
      required: ['a'],
      if: { required: ['b'] },
      then: { required: ['a'] },
    };
    expect([mayHaveNotices(schema), noticesOf(schema)]).toEqual([false, []]);
  });
});
