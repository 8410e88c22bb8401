import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../json.js';
import { compile } from '../validation/compile.js';
import { createFormModel } from './create-form-model.js';
import type { FormModel } from './form-model.js';

function open(member: JsonObject, value?: Json, more: JsonObject = {}): FormModel {
  const schema = { type: 'object', properties: { a: member, b: { type: 'string' } }, ...more };
  return createFormModel({ schema, ...(value ? { value } : {}) });
}

describe('a field that is no longer used', () => {
  const old: JsonObject = { type: 'string', deprecated: true };

  it('is not shown while it is empty', () => {
    const form = open(old);
    expect(form.children('').map(({ pointer }) => pointer)).toEqual(['/b']);
    expect(form.sections[0]?.fields.map(({ pointer }) => pointer)).toEqual(['/b']);
  });

  it('is shown with what it holds, and stays while it is emptied', () => {
    const form = open(old, { a: 'x' });
    form.set('/a', undefined);
    expect(form.children('').map(({ pointer }) => pointer)).toEqual(['/a', '/b']);
    expect(form.field('/a')?.texts.hint).toBe('Isian ini tidak dipakai lagi.');
    form.setLocale('en');
    expect(form.field('/a')?.texts.hint).toBe('This field is no longer used.');
  });

  it('is shown where it has to be there', () => {
    const form = open({ ...old, description: 'Dulu.' }, {}, { required: ['a'] });
    expect(form.field('/a')?.texts.hint).toBe('Dulu. Isian ini tidak dipakai lagi.');
    expect(form.children('')).toHaveLength(2);
  });
});

describe('a list that lacks what it has to contain', () => {
  it.each([
    [{ title: 'Ketua tim', type: 'string' }, 'Yang diminta: Ketua tim.'],
    [{ const: 'ketuaTim' }, 'Yang diminta: Ketua tim.'],
    [{ enum: [1, 2] }, 'Yang diminta: 1 / 2.'],
    [{ minimum: 3 }, 'Mohon tambahkan.'],
    [false, 'Mohon tambahkan.'],
  ] as [Json, string][])('%j says what it is', (contains, end) => {
    const member = { type: 'array', title: 'Tim', items: {}, contains };
    const schema = { type: 'object', properties: { a: member } };
    const form = createFormModel({ schema, validate: compile(schema), value: { a: [0] } });
    expect(form.problems[0]?.message.endsWith(end)).toBe(true);
  });
});

describe('what the schema says of a field', () => {
  it.each([
    [{ examples: [7], type: 'integer' }, '7'],
    [{ examples: [{}], type: 'object' }, undefined],
    [{ type: 'string', format: 'idn-hostname' }, 'lpse.contoh.go.id'],
    [{ type: 'string', format: 'iri-reference' }, '/layanan/konsultasi'],
    [{ type: 'string', format: 'date' }, undefined],
    [{ type: 'string', format: 'toString' }, undefined],
  ] as [JsonObject, string | undefined][])('gives %j the example %s', (member, example) => {
    expect(open(member).field('/a')?.texts.example).toBe(example);
  });

  it('gives the form its title and description, unless the layout has its own', () => {
    const schema = { title: 'Judul', description: 'Uraian', properties: {} };
    expect(createFormModel({ schema }).texts).toEqual({ title: 'Judul', description: 'Uraian' });
    const layout = { texts: { id: { title: 'Lain' } } };
    expect(createFormModel({ schema, layout }).texts.title).toBe('Lain');
  });
});
