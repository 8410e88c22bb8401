import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonSchema, Layout } from '../forms/form.js';
import type { Json } from '../json.js';
import { join } from '../pointer.js';
import { createFormModel } from '../model/create-form-model.js';
import type { Field, FormModel } from '../model/form-model.js';
import { compile } from '../validation/compile.js';
import { compileRules } from './compile-rules.js';

/* Whatever people do, in whatever order: a form is what its value makes it, not what it was before. */

const text = { type: 'string' } as const;
const number = { type: 'number' } as const;
const schema: JsonSchema = {
  type: 'object',
  properties: {
    a: text,
    b: text,
    g: { type: 'object', properties: { x: text, y: text } },
    l: {
      type: 'array',
      items: { type: 'object', properties: { n: number, m: number, p: number, w: text } },
    },
    s: number,
    t: text,
  },
  if: { properties: { a: { const: 'ya' } }, required: ['a'] },
  then: { properties: { c: text } },
};
const layout: Layout = {
  sections: [
    { id: 'satu', fields: ['/a', '/b', '/c'] },
    { id: 'dua', fields: ['/g', '/l'], visible: { '!=': [{ var: '/b' }, 'tutup'] } },
  ],
  fields: {
    '/b': { visible: { filled: { var: '/c' } } },
    '/g/y': { visible: { filled: { var: '/g/x' } }, whenHidden: 'keep' },
    '/l/*/p': { calculate: { '*': [{ var: '/l/*/n' }, { var: '/l/*/m' }] } },
    '/l/*/w': { visible: { '>': [{ var: '/l/*/p' }, 5] } },
    '/s': { calculate: { sum: { var: '/l/*/p' } }, visible: { filled: { var: '/l' } } },
    '/t': { calculate: { cat: [{ var: '/a' }, '-', { var: '/g/y' }] } },
  },
};
const rules = compileRules(schema, layout);
const validate = compile(schema);

function fresh(value?: Json): FormModel {
  return createFormModel({
    schema,
    layout,
    rules,
    validate,
    ...(value === undefined ? {} : { value }),
  });
}

type Step = (form: FormModel) => void;

const pointer = fc.constantFrom('/a', '/b', '/c', '/g/x', '/g/y', '/t', '/l/0/w', '/l/1/w');
const amount = fc.constantFrom('/l/0/n', '/l/0/m', '/l/1/n', '/l/1/m', '/s');
const row = fc.nat({ max: 2 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(pointer, fc.constantFrom('ya', 'tutup', 'x', '')).map(
    ([at, value]): Step =>
      (form) =>
        form.set(at, value),
  ),
  fc.tuple(amount, fc.constantFrom(1, 2, 3, undefined)).map(([at, value]): Step => (form) => {
    if (form.field(at)) form.set(at, value);
  }),
  fc.constant<Step>((form) => {
    form.append('/l');
  }),
  row.map((at): Step => (form) => {
    form.remove(join('/l', at));
  }),
  fc.tuple(row, row).map(
    ([from, to]): Step =>
      (form) =>
        form.move('/l', from, to),
  ),
  fc.constant<Step>((form) => {
    form.validate();
  }),
);

/** All that a form shows. */
function look(form: FormModel): object {
  const visit = (field: Field): object => ({
    at: field.pointer,
    value: field.value,
    locked: field.locked,
    below:
      field.node.kind === 'object' || field.node.kind === 'array'
        ? form.children(field.pointer).map(visit)
        : [],
  });
  const sections = form.sections.map(({ id, fields }) => ({ id, fields: fields.map(visit) }));
  return { sections, result: form.result, value: form.value };
}

describe('A form with rules', () => {
  it('looks the same as one that starts with its value', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const form = fresh();
        for (const take of steps) {
          take(form);
          expect(look(form)).toEqual(look(fresh(form.value)));
        }
      }),
    );
  });

  it('tells whoever draws it of every change', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
        const form = fresh();
        for (const take of steps) {
          const before = drawn(form);
          const told = new Set<string>();
          const ends = [...before.keys()].map((at) => form.subscribe(at, () => told.add(at)));
          take(form);
          const after = drawn(form);
          const silent = [...before].filter(([at, was]) => {
            const now = after.get(at);
            return now !== undefined && now !== was && !told.has(at);
          });
          for (const end of ends) end();
          expect(silent.map(([at]) => at)).toEqual([]);
        }
      }),
    );
  });
});

/** What is drawn at each pointer: a field's own look, and which fields a group or list has. */
function drawn(form: FormModel): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (field: Field): void => {
    const children = form.children(field.pointer);
    const isLeaf = field.node.kind !== 'object' && field.node.kind !== 'array';
    const own = isLeaf
      ? [field.value, field.problem?.message, field.locked]
      : children.map(({ pointer }) => pointer);
    found.set(field.pointer, JSON.stringify(own));
    if (!isLeaf) children.forEach(visit);
  };
  found.set(
    '',
    JSON.stringify(
      form.sections.map(({ id, fields }) => [id, fields.map(({ pointer }) => pointer)]),
    ),
  );
  for (const { fields } of form.sections) fields.forEach(visit);
  return found;
}
