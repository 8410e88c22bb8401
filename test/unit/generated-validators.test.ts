import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formats,
  generatedValidator,
  inlineRefs,
  type Condition,
  type FormValidator,
  type Json,
  type JsonSchema,
  type RawCheck,
} from '@lpse-konsultasi/form-schema';
import { compile } from '@lpse-konsultasi/form-schema/compile';
import { compileCode } from '@lpse-konsultasi/form-schema/compile-code';
import { isMultipleOf } from '../../packages/form-schema/src/validation/multiple-of.js';
import { notFuture } from '../../packages/form-schema/src/validation/not-future.js';
import { validatorModules } from '../../scripts/generate/validators.mjs';

/*
 * What the build writes for a schema, run as it is written, tells the same mistakes as the interpreter and as what is
 * compiled in a page: for random schemas of the kinds that forms use, as the build is asked for no others. LPSE_RUNS
 * asks for more pairs (scripts/agreement.mjs).
 */

const now = () => new Date('2026-11-22T07:00:00Z');
const VALUES = Number(process.env['LPSE_VALUES'] ?? 50);
const numRuns = Math.ceil(Number(process.env['LPSE_RUNS'] ?? 2000) / VALUES);
const timeout = 60_000 + numRuns * VALUES * 200;
const seed = Number(process.env['LPSE_SEED'] ?? 20261122);

const names = ['nama', 'jenis', 'surel', 'a/b', 'c~d %', 'toString', 'constructor'];
const words = ['lupa', 'lengkap', '0812', 'ya', 'a@b.id', '2026-01-31', '2999-01-01', ''];
const numbers = [0, 1, 2.5, 19.99, 0.3, -7];
const name = fc.constantFrom(...names);
const word = fc.constantFrom(...words);
const number = fc.constantFrom(...numbers);
const limit = fc.nat({ max: 4 });
const list = fc.uniqueArray(name, { maxLength: 2 });

const value: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    word,
    number,
    fc.boolean(),
    fc.constant(null),
    fc.dictionary(name, tie('value'), { maxKeys: 5 }),
    fc.array(tie('value'), { maxLength: 3 }),
  ),
})).value;

type Schema = Exclude<JsonSchema, boolean>;
const as = (arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<Schema> =>
  arbitrary as fc.Arbitrary<Schema>;

const leaf = as(
  fc.oneof(
    fc.record({ type: fc.constant('string'), minLength: limit, maxLength: limit }),
    fc.record({
      type: fc.constant('string'),
      pattern: fc.constantFrom('^\\d+$', '^l', '^l[a-z]*$'),
    }),
    fc.record({ type: fc.constant('string'), format: fc.constantFrom('email', 'date', 'uri') }),
    fc.record({ type: fc.constant('string'), 'x-notFuture': fc.boolean() }),
    fc.record({ type: fc.constantFrom('integer', 'number'), minimum: limit, maximum: limit }),
    fc.record({ type: fc.constant('number'), multipleOf: fc.constantFrom(0.01, 0.1, 2) }),
    fc.record({ enum: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }) }),
    fc.record({ const: fc.oneof(word, fc.constant(true)) }),
    fc.record({ $ref: fc.constantFrom('#/$defs/surel', '#/$defs/kode') }),
  ),
);
const rows = as(
  fc.record({
    type: fc.constant('array'),
    items: leaf,
    minItems: limit,
    maxItems: limit,
  }),
);
const group = as(
  fc.record({
    type: fc.constant('object'),
    properties: fc.dictionary(name, leaf, { maxKeys: 3 }),
    required: list,
    additionalProperties: fc.constant(false),
  }),
);
const condition = fc.record(
  { properties: fc.dictionary(name, fc.record({ const: word }), { maxKeys: 1 }), required: list },
  { requiredKeys: ['properties'] },
);
const branch = fc.record(
  { properties: fc.dictionary(name, leaf, { maxKeys: 2 }), required: list },
  { requiredKeys: ['properties'] },
);
const form = as(
  fc
    .record(
      {
        properties: fc.dictionary(name, fc.oneof(leaf, rows, group), { maxKeys: 4 }),
        required: list,
        dependentRequired: fc.dictionary(name, list, { maxKeys: 1 }),
        minProperties: limit,
        allOf: fc.array(
          fc.record(
            { if: condition, then: branch, else: branch },
            { requiredKeys: ['if', 'then'] },
          ),
          { minLength: 1, maxLength: 2 },
        ),
        unevaluatedProperties: fc.constant(false),
      },
      { requiredKeys: ['properties'] },
    )
    .map((schema) => ({
      type: 'object',
      ...schema,
      $defs: {
        surel: { type: 'string', format: 'email', maxLength: 5 },
        kode: { oneOf: [{ type: 'string', pattern: '^\\d+$' }, { $ref: '#/$defs/surel' }] },
      },
    })),
);

/** Runs modules as the build has written them, with what they import. */
function run(modules: [name: string, code: string][]): FormValidator {
  const checks = Object.fromEntries(Object.values(formats).map((check) => [check.name, check]));
  const runtime: Record<string, unknown> = { ...checks, notFuture, isMultipleOf };
  const exported = (code: string): Record<string, unknown> => {
    const body = code
      .replaceAll(/^import \{ ([^}]*) \} from '[^']*';$/gm, '')
      .replaceAll(/export \{ (\w+) as check \};/g, 'exported.check = $1;')
      .replaceAll(/^export const (\w+) =/gm, 'const $1 = exported.$1 =');
    const given = Object.keys(runtime);
    // eslint-disable-next-line no-new-func -- it is code that is tested here
    const make = new Function('exported', ...given, `${body}\nreturn exported;`);
    return make({}, ...given.map((key) => runtime[key])) as Record<string, unknown>;
  };
  const [main, beside] = modules;
  if (beside) Object.assign(runtime, exported(beside[1]));
  const { check } = exported(main?.[1] ?? '');
  const conditions = (runtime['conditions'] ?? {}) as { readonly [at: string]: Condition };
  return generatedValidator(check as RawCheck, conditions, { now });
}

describe('the validator that the build writes', () => {
  it('tells the same mistakes as both others, for any form and value', { timeout }, ({ task }) => {
    let [pairs, schemas] = [0, 0];
    const values = fc.array(value, { minLength: VALUES, maxLength: VALUES });
    fc.assert(
      fc.property(form, values, (schema, values) => {
        const generated = run(validatorModules('validators/x/form', schema, inlineRefs));
        const interpreted = compile(schema, { now });
        const compiled = compileCode(schema, { now });
        schemas += 1;
        for (const one of values) {
          pairs += 1;
          const told = [interpreted, generated, compiled].map((validate) =>
            validate(one)
              .map(({ pointer, keyword, params }) => [pointer, keyword, params])
              .sort(),
          );
          expect(told[0]).toEqual(told[1]);
          expect(told[2]).toEqual(told[1]);
        }
        for (const [at, holds] of Object.entries(generated.conditions ?? {}))
          for (const one of values)
            expect([at, interpreted.conditions?.[at]?.(one)]).toEqual([at, holds(one)]);
      }),
      { numRuns, seed },
    );
    Object.assign(task.meta, { agreement: { pairs, schemas, refused: 0, seed } });
  });

  it('is refused for a pattern that could stall a page', () => {
    const schema = { properties: { a: { pattern: '^(a+)+$' } } };
    expect(() => validatorModules('x', schema, inlineRefs)).toThrow('could stall a page');
  });

  it('counts what a condition that is met looked at as looked at', () => {
    const schema: Schema = {
      type: 'object',
      properties: {},
      allOf: [{ if: { properties: { nama: { const: 'ya' } } }, then: { properties: {} } }],
      unevaluatedProperties: false,
    };
    const generated = run(validatorModules('validators/x/form', schema, inlineRefs));
    expect(generated({ nama: 'ya' })).toEqual([]);
    expect(generated({ nama: 'tidak' })).toHaveLength(1);
  });

  it('counts what each list within a list contains anew', () => {
    const schema: Schema = { type: 'array', items: { type: 'array', contains: { const: 1 } } };
    const generated = run(validatorModules('validators/x/form', schema, inlineRefs));
    expect(generated([[1], []]).map(({ pointer }) => pointer)).toEqual(['/1']);
  });
});
