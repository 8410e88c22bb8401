import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../json.js';
import { generateForTest } from '../validation/testing/generate.js';
import { createFormModel } from './create-form-model.js';
import type { FormModel } from './form-model.js';

const SIZE = 1000;

/** A form of a thousand fields: texts, choices and numbers in turn, every third required, one that opens another. */
function largeForm(): FormModel {
  const kinds: JsonObject[] = [
    { type: 'string', maxLength: 100 },
    { enum: ['a', 'b', 'c'] },
    { type: 'number', minimum: 0 },
  ];
  const names = Array.from({ length: SIZE }, (_, index) => `f${index}`);
  const schema = {
    type: 'object',
    properties: Object.fromEntries(names.map((name, index) => [name, kinds[index % 3] ?? {}])),
    required: names.filter((_, index) => index % 3 === 0),
    if: { properties: { f1: { const: 'a' } }, required: ['f1'] },
    then: { properties: { lagi: { type: 'string' } } },
    unevaluatedProperties: false,
  };
  return createFormModel({ schema, validate: generateForTest(schema) });
}

/** Listens to every field as a page does, and counts. */
function counted(form: FormModel): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { pointer } of [{ pointer: '' }, ...form.children('')])
    form.subscribe(pointer, () => counts.set(pointer, (counts.get(pointer) ?? 0) + 1));
  return counts;
}

describe('a keystroke in a form of a thousand fields', () => {
  it('is told to the one field that was typed into', () => {
    const form = largeForm();
    const counts = counted(form);
    for (const typed of ['S', 'Sa', 'Sar', 'Sari']) form.set('/f0', typed);
    expect([...counts]).toEqual([['/f0', 4]]);
  });

  it('is told to the one field also while all problems are shown', () => {
    const form = largeForm();
    expect(form.validate()).toHaveLength(Math.ceil(SIZE / 3));
    const counts = counted(form);
    form.set('/f0', 'S');
    form.set('/f3', 'x'.repeat(101));
    expect([...counts]).toEqual([
      ['/f0', 1],
      ['/f3', 1],
    ]);
  });

  it('makes one snapshot', () => {
    const form = largeForm();
    const before = form.children('');
    form.set('/f500', 'x');
    const after = form.children('');
    expect(
      after.filter((field, index) => field !== before[index]).map(({ pointer }) => pointer),
    ).toEqual(['/f500']);
  });

  it('that opens a field is told to the form and the two fields', () => {
    const form = largeForm();
    const counts = counted(form);
    form.set('/f1', 'a');
    expect([...counts]).toEqual([
      ['', 1],
      ['/f1', 1],
    ]);
    expect(form.field('/lagi')).toBeDefined();
  });
});
