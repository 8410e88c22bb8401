import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../forms/form.js';
import { createFormModel } from '../model/create-form-model.js';
import { open, text } from '../model/testing.js';

const impossible: JsonSchema[] = [
  false,
  { not: {} },
  { not: true, title: 'Tidak ada' },
  { enum: [] },
  { type: 'string', allOf: [{ not: {} }] },
  { anyOf: [false, { not: {} }] },
  { $ref: '#/$defs/no' },
];

describe('what no value can satisfy', () => {
  it.each(impossible.map((a) => [a]))('is not asked for as a member: %j', (a) => {
    const schema: JsonSchema = { $defs: { no: false }, properties: { a, b: text } };
    const form = createFormModel({ schema });
    expect(form.children('').map(({ pointer }) => pointer)).toEqual(['/b']);
  });

  it.each(impossible.map((a) => [a]))('is not offered as a variant: %j', (a) => {
    const form = open({ oneOf: [a, text, { type: 'number' }] }, undefined, {
      $defs: { no: false },
    });
    const [offered] = form.field('/a')?.variants ?? [];
    expect(offered?.options.map(({ kind }) => kind)).toEqual(['string', 'number']);
    expect(offered?.chosen).toBe(0);
  });

  it('leaves a single other variant as one question', () => {
    const form = open({ oneOf: [{ not: {} }, { type: 'string', title: 'Nama' }] });
    expect(form.field('/a')).toMatchObject({ node: { kind: 'string' } });
    expect(form.field('/a')?.variants).toBeUndefined();
    form.set('/a', 'x');
    expect(form.validate()).toEqual([]);
  });

  it('ends a list', () => {
    expect(open({ type: 'array', items: { not: {} } }).field('/a')?.node.item).toBeUndefined();
    const tuple = open({ prefixItems: [text, { not: {} }, text], items: { not: {} } });
    expect(tuple.children('/a').map(({ pointer }) => pointer)).toEqual(['/a/0']);
  });

  it('is a form without fields where it is all there is', () => {
    expect(createFormModel({ schema: { not: {} } }).children('')).toEqual([]);
  });

  it('comes to an end in a schema that holds itself', () => {
    const schema: JsonSchema = { allOf: [{ $ref: '#' }], properties: { b: text } };
    expect(createFormModel({ schema }).children('')).toHaveLength(1);
  });
});
