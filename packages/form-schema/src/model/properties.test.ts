import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonSchema, Layout } from '../forms/form.js';
import type { Json } from '../json.js';
import { getAt, join } from '../pointer.js';
import { applicable } from '../schema/applicable.js';
import { compile } from '../validation/compile.js';
import { createFormModel } from './create-form-model.js';
import type { Field, FormModel } from './form-model.js';

/* Whatever people do with a form, in whatever order. */

const text = { type: 'string' } as const;
const schema: JsonSchema = {
  properties: {
    a: { enum: ['ya', 'tidak'] },
    n: { type: 'number', minimum: 2 },
    g: {
      type: 'object',
      properties: { t: { type: 'string', maxLength: 3 }, u: text },
      required: ['t'],
    },
    l: { type: 'array', maxItems: 2, items: { $ref: '#/$defs/row' } },
    tags: { type: 'array', items: text },
  },
  allOf: [
    {
      if: { properties: { a: { const: 'ya' } }, required: ['a'] },
      then: { properties: { b: text }, required: ['b'] },
    },
    {
      if: { properties: { b: { const: 'ya' } }, required: ['b'] },
      then: { properties: { c: text }, required: ['n', 'g'] },
    },
    { if: { required: ['l'] }, then: { properties: { d: text } } },
  ],
  $defs: {
    row: {
      type: 'object',
      properties: { k: { enum: ['ya', 'tidak'] } },
      required: ['k'],
      if: { properties: { k: { const: 'ya' } }, required: ['k'] },
      then: { properties: { w: { type: 'string', minLength: 2 } }, required: ['w'] },
    },
  },
  unevaluatedProperties: false,
};
const layout: Layout = { fields: { '/b': { options: { normalise: 'trim' } } } };
const validate = compile(schema);

type Step = (form: FormModel) => void;

const pointer = fc.constantFrom(
  '/a',
  '/b',
  '/c',
  '/d',
  '/n',
  '/g/t',
  '/g/u',
  '/l/0/k',
  '/l/0/w',
  '/l/1/k',
  '/tags/0',
);
const list = fc.constantFrom('/l', '/tags');
const entered = fc.oneof(
  fc.constantFrom('ya', 'tidak', '', ' ya ', 'lima'),
  fc.constantFrom(1, 5, NaN),
  fc.constant(undefined),
);
const index = fc.nat({ max: 2 });

const step: fc.Arbitrary<Step> = fc.oneof(
  // People only fill in what they see.
  {
    weight: 6,
    arbitrary: fc.tuple(pointer, entered).map(([at, value]): Step => (form) => {
      if (form.field(at)) form.set(at, value);
    }),
  },
  {
    weight: 2,
    arbitrary: pointer.map(
      (at): Step =>
        (form) =>
          form.touch(at),
    ),
  },
  list.map((at): Step => (form) => {
    form.append(at);
  }),
  fc.tuple(list, index).map(([at, row]): Step => (form) => {
    form.remove(join(at, row));
  }),
  fc.tuple(list, index).map(
    ([at, row]): Step =>
      (form) =>
        form.remove(join(at, row))(),
  ),
  fc.tuple(list, index, index).map(
    ([at, from, to]): Step =>
      (form) =>
        form.move(at, from, to),
  ),
  fc.constant<Step>((form) => {
    form.validate();
  }),
  fc.constantFrom('id' as const, 'en' as const).map(
    (locale): Step =>
      (form) =>
        form.setLocale(locale),
  ),
);
const steps = fc.array(step, { maxLength: 15 });

function fresh(): FormModel {
  return createFormModel({ schema, layout, validate });
}

/** Every field that the form has now, groups before members. */
function allFields(form: FormModel, at = ''): Field[] {
  return form.children(at).flatMap((field) => [field, ...allFields(form, field.pointer)]);
}

function after(done: readonly Step[]): FormModel {
  const form = fresh();
  for (const one of done) one(form);
  return form;
}

describe('after anything that people do', () => {
  it('value, fields and children tell the same', () => {
    fc.assert(
      fc.property(steps, (done) => {
        const form = after(done);
        for (const field of allFields(form)) {
          expect(field.value).toEqual(getAt(form.value, field.pointer));
          expect(form.get(field.pointer)).toEqual(field.value);
          expect(form.field(field.pointer)).toBe(field);
        }
        expect(JSON.parse(JSON.stringify(form.value))).toEqual(form.value);
      }),
    );
  });

  it('the fields are those that apply to the value, and no other', () => {
    fc.assert(
      fc.property(steps, (done) => {
        const form = after(done);
        const { conditions = {} } = validate;
        const expected = applicable({ schema, layout, conditions }, form.value);
        const fields = allFields(form);
        expect(fields.map((field) => field.pointer)).toEqual([...expected.keys()]);
        for (const field of fields)
          expect(field.required).toBe(expected.get(field.pointer)?.required);
      }),
    );
  });

  it('the result has no value of a field that does not apply, and means the same again', () => {
    fc.assert(
      fc.property(steps, (done) => {
        const form = after(done);
        const pointers = new Set(allFields(form).map((field) => field.pointer));
        const visit = (value: Json | undefined, at: string): void => {
          if (at !== '') expect(pointers).toContain(at);
          if (typeof value !== 'object' || value === null) return;
          for (const [key, member] of Object.entries(value)) visit(member as Json, join(at, key));
        };
        visit(form.result, '');
        const again = createFormModel({ schema, layout, validate, value: form.result });
        expect(again.result).toEqual(form.result);
      }),
    );
  });

  it('the problems are those of the result, and each is at a field', () => {
    fc.assert(
      fc.property(steps, (done) => {
        const form = after(done);
        const told = validate(form.result).map((problem) => problem.pointer);
        const atFields = new Set(form.problems.map((problem) => problem.pointer));
        for (const at of told) expect(atFields).toContain(at);
        expect(atFields.size).toBe(form.problems.length);
        for (const problem of form.problems) expect(form.field(problem.pointer)).toBeDefined();
        for (const problem of form.shownProblems)
          expect(form.field(problem.pointer)?.problem).toBe(problem);
      }),
    );
  });

  it('whoever drew the fields anew when told sees the form as it is', () => {
    fc.assert(
      fc.property(steps, (done) => {
        const form = fresh();
        // What a page does: draws fields, keeps them, and listens to each of those that it has drawn.
        const drawn = new Map<string, Field | undefined>();
        const stops = new Map<string, () => void>();
        const draw = (at: string): void => {
          drawn.set(at, form.field(at));
          if (!stops.has(at))
            stops.set(
              at,
              form.subscribe(at, () => drawAll(at)),
            );
        };
        const drawAll = (at: string): void => {
          draw(at);
          const here = new Set(form.children(at).map((field) => field.pointer));
          for (const known of [...drawn.keys()])
            if (known !== at && known.startsWith(`${at}/`) && !form.field(known)) {
              stops.get(known)?.();
              stops.delete(known);
              drawn.delete(known);
            }
          for (const child of here) if (!drawn.has(child)) drawAll(child);
        };
        drawAll('');
        for (const one of done) {
          one(form);
          const fields = allFields(form);
          expect([...drawn.keys()].filter((at) => at !== '').sort()).toEqual(
            fields.map((field) => field.pointer).sort(),
          );
          // A group looks the same whatever is typed into its members.
          for (const field of fields) {
            const seen = drawn.get(field.pointer);
            if (field.node.kind === 'object' || field.node.kind === 'array')
              expect({ ...seen, value: null, dirty: null }).toEqual({
                ...field,
                value: null,
                dirty: null,
              });
            else expect(seen).toEqual(field);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('a reset leaves nothing of it', () => {
    fc.assert(
      fc.property(steps, (done) => {
        const form = after(done);
        form.reset();
        form.setLocale('id');
        expect(form.value).toEqual(fresh().value);
        expect(allFields(form)).toEqual(allFields(fresh()));
      }),
    );
  });
});
