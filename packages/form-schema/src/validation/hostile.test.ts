import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { FormValidator, JsonSchema } from '../forms/form.js';
import type { Json, JsonObject } from '../json.js';
import { compileCode } from './compile-code.js';
import { compile } from './compile.js';
import { anySchema, anyValue } from './testing/random-schema.js';

const routes: [string, (schema: JsonSchema) => FormValidator][] = [
  ['interpreted', compile],
  ['compiled', compileCode],
];

const parsed = (text: string): JsonObject => JSON.parse(text) as JsonObject;

afterEach(() => {
  vi.unstubAllGlobals();
  delete (Object.prototype as { warisan?: unknown }).warisan;
});

describe.each(routes)('a validator that is %s', (_, make) => {
  it('changes nothing that all objects share, whatever the names', () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    fc.assert(
      fc.property(anySchema, anyValue, (schema, value) => {
        try {
          make(schema)(value);
        } catch {
          // Some random schemas are refused.
        }
        expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
      }),
      { numRuns: Number(process.env['LPSE_RUNS'] ?? 30) },
    );
  });

  it('knows names that every object has only where they were given', () => {
    const schema = parsed(`{
      "required": ["toString", "__proto__"],
      "properties": { "__proto__": { "type": "string" }, "constructor": { "maxLength": 2 } },
      "unevaluatedProperties": false
    }`);
    const validate = make(schema);
    const told = (value: Json): string[] =>
      validate(value).map(({ pointer, keyword }) => `${pointer} ${keyword}`);
    expect(told({}).sort()).toEqual(['/__proto__ required', '/toString required']);
    expect(told(parsed('{"__proto__": 1, "toString": 1}'))).toEqual(['/__proto__ type']);
    expect(told(parsed('{"__proto__": "a", "toString": 1, "constructor": "abc"}'))).toEqual([
      '/constructor maxLength',
    ]);
    expect(told(parsed('{"__proto__": "a", "toString": 1}'))).toEqual([
      '/toString unevaluatedProperties',
    ]);
  });

  it('asks for what goes with a name that every object has only where it was given', () => {
    const validate = make(
      parsed(`{
        "dependentSchemas": { "__proto__": { "required": ["a"] }, "b": { "required": ["c"] } },
        "allOf": [{ "maxProperties": 2 }]
      }`),
    );
    const told = (value: Json): string[] =>
      validate(value).map(({ pointer, keyword }) => `${pointer} ${keyword}`);
    expect([told({}), told(parsed('{"__proto__": 1, "a": 1}'))]).toEqual([[], []]);
    expect(told(parsed('{"__proto__": 1}'))).toEqual(['/a required']);
    expect(told(parsed('{"__proto__": 1, "a": 1, "d": 1}'))).toEqual([' maxProperties']);
    expect(told({ b: 1 })).toEqual(['/c required']);
  });

  it('takes what old scripts add to every object for no answer', () => {
    (Object.prototype as { warisan?: unknown }).warisan = () => 1;
    const validate = make({
      properties: { a: { additionalProperties: false } },
      additionalProperties: false,
      propertyNames: { maxLength: 3 },
      if: { required: ['warisan'] },
      then: false,
    });
    expect(validate({ a: {} })).toEqual([]);
    expect(validate({ a: { b: 1 } })).toMatchObject([{ pointer: '/a/b' }]);
    expect(validate.conditions?.['']?.({ a: {} })).toBe(false);
    const list = make({ items: { type: 'integer' }, maxItems: 2 });
    expect(list([1, 2])).toEqual([]);
  });

  it('counts in the decimals that people write', () => {
    const validate = make({ multipleOf: 0.01 });
    for (const value of [19.99, 0.07, 1e21, -4.35, 1e-2])
      expect([value, validate(value)]).toEqual([value, []]);
    for (const value of [0.001, 1e-7, 19.999]) expect(validate(value)).toHaveLength(1);
  });
});

describe('the interpreter', () => {
  /** Each level asks twice about the one below: a value of 40 levels comes to 2^40 steps. */
  const twice: JsonSchema = {
    properties: { a: { $ref: '#' } },
    allOf: [{ properties: { a: { $ref: '#' } } }],
    if: { properties: { a: { $ref: '#' } } },
  };
  const deep = Array.from({ length: 40 }).reduce<Json>((value) => ({ a: value }), {});

  it('stops at a value that would take it for ever, and says so', () => {
    expect(compile(twice)(deep)).toMatchObject([{ pointer: '', keyword: 'unreadable' }]);
    expect(compile(twice).conditions?.['']?.(deep)).toBe(false);
    expect(compile(twice)({ a: {} })).toEqual([]);
  });
});

describe('compiling where the page forbids to make code', () => {
  it('interprets, with the same problems and conditions', () => {
    const schema: JsonSchema = {
      properties: { a: { type: 'string' } },
      if: { required: ['a'] },
      then: { required: ['b'] },
    };
    vi.stubGlobal('Function', function refused() {
      throw new EvalError('Refused to evaluate a string as JavaScript');
    });
    const validate = compileCode(schema);
    vi.unstubAllGlobals();
    expect(validate({ a: 1 })).toEqual(compileCode(schema)({ a: 1 }));
    expect(Object.keys(validate.conditions ?? {})).toEqual(['']);
  });

  it('hides no other mistake', () => {
    vi.stubGlobal('Function', function refused() {
      throw new TypeError('something else');
    });
    expect(() => compileCode({ type: 'string' })).toThrow('something else');
  });
});
