import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LpseError } from '../errors.js';
import type { FormValidator, JsonSchema } from '../forms/form.js';
import type { Problem } from '../problem.js';
import { compileCode } from './compile-code.js';
import { compile } from './compile.js';
import { anySchema, anyValue } from './testing/random-schema.js';

/*
 * What is interpreted and what is compiled have to tell a person the same mistakes, whatever the schema and whatever
 * was written. LPSE_RUNS asks for more pairs than the few thousand of every day (scripts/agreement.mjs).
 */

const now = () => new Date('2026-11-22T07:00:00Z');
const VALUES = Number(process.env['LPSE_VALUES'] ?? 50);
const numRuns = Math.ceil(Number(process.env['LPSE_RUNS'] ?? 4000) / VALUES);
/** Milliseconds: a long run takes as long as it takes. */
const timeout = 60_000 + numRuns * VALUES * 200;
const seed = process.env['LPSE_SEED'] === undefined ? 20261122 : Number(process.env['LPSE_SEED']);

/** The validator, or what of the schema is refused. */
function made(make: typeof compile, schema: JsonSchema): FormValidator | string {
  try {
    return make(schema, { now });
  } catch (error) {
    if (error instanceof LpseError) return error.message;
    throw error;
  }
}

/** Problems in an order of their own. */
function told(problems: readonly Problem[]): unknown[] {
  return problems
    .map(({ pointer, keyword, params }) => [pointer, keyword, params] as const)
    .sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

describe('the compiled and the interpreted validator', () => {
  it(
    'tell the same mistakes for any schema and value, and refuse the same schemas',
    { timeout },
    ({ task }) => {
      let [pairs, schemas, refused] = [0, 0, 0];
      fc.assert(
        fc.property(
          anySchema,
          fc.array(anyValue, { minLength: VALUES, maxLength: VALUES }),
          (schema, values) => {
            const compiled = made(compileCode, schema);
            const interpreted = made(compile, schema);
            if (typeof compiled === 'string' || typeof interpreted === 'string') {
              expect(compiled).toBe(interpreted);
              refused += 1;
              return;
            }
            schemas += 1;
            for (const value of values) {
              pairs += 1;
              expect(told(interpreted(value))).toEqual(told(compiled(value)));
            }
            for (const [at, holds] of Object.entries(compiled.conditions ?? {}))
              for (const value of values)
                expect([at, interpreted.conditions?.[at]?.(value)]).toEqual([at, holds(value)]);
          },
        ),
        { numRuns, seed },
      );
      expect(pairs).toBeGreaterThan((numRuns * VALUES) / 2);
      Object.assign(task.meta, { agreement: { pairs, schemas, refused, seed } });
    },
  );

  it('count what each list within a list contains anew', () => {
    const schema: JsonSchema = { items: { contains: { type: 'string' } } };
    const expected = [['/1', 'contains', { min: 1 }]];
    for (const make of [compile, compileCode])
      expect(told(make(schema)([['a'], []]))).toEqual(expected);
  });

  it('count nothing as looked at that a failing branch refers to', () => {
    const schema: JsonSchema = {
      $defs: { a: { required: ['b'], properties: { b: true, c: { type: 'string' } } } },
      if: false,
      else: { $ref: '#/$defs/a' },
      unevaluatedProperties: false,
    };
    const [interpreted, compiled] = [compile, compileCode].map((make) => make(schema));
    for (const value of [{ b: 1, c: 'x' }, { b: 1, c: 1 }, { c: 'x' }, { b: 1, d: 1 }])
      expect(told(interpreted?.(value) ?? [])).toEqual(told(compiled?.(value) ?? []));
  });
});
