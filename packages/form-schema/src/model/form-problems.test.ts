import { describe, expect, it, vi } from 'vitest';
import type { JsonSchema } from '../forms/form.js';
import type { Json } from '../json.js';
import { compile } from '../validation/compile.js';
import { createFormModel } from './create-form-model.js';
import { heard, model, problemAt, shown, text } from './testing.js';

describe('problems', () => {
  it('are known at once, and shown when the field was left', () => {
    const form = model();
    expect(form.problems.map(({ pointer }) => pointer)).toEqual(['/jenis', '/nama']);
    expect(form.shownProblems).toEqual([]);
    const told = heard(form, '/nama', '/jenis');
    form.touch('/nama');
    expect(shown(form)).toEqual(['/nama required']);
    expect(form.field('/nama')?.problem?.message).toBe('Mohon isi nama lengkap.');
    expect(told).toEqual([['/nama', 'field']]);
    form.set('/nama', 'S');
    expect(form.field('/nama')?.problem?.keyword).toBe('minLength');
    form.set('/nama', 'Sari');
    expect(form.field('/nama')?.problem).toBeUndefined();
  });

  it('come to a field and leave it without anything else of it being made anew', () => {
    const properties = { a: { type: 'string', description: 'Seperti di akta.' } } as const;
    const schema: JsonSchema = { properties, required: ['a'] };
    const form = createFormModel({ schema, validate: compile(schema) });
    const before = form.field('/a');
    form.validate();
    const wrong = form.field('/a');
    expect(wrong).toEqual({ ...before, problem: wrong?.problem });
    expect(wrong?.problem?.keyword).toBe('required');
    expect(wrong?.texts).toBe(before?.texts);
    form.reset();
    expect(form.field('/a')).toEqual(before);
    expect(form.field('/a')).not.toHaveProperty('problem');
  });

  it.each<readonly [JsonSchema, Json, string | undefined]>([
    [{ type: 'number', minimum: 1000000, multipleOf: 1000 }, 'sejuta', '1000000'],
    [{ type: 'number', minimum: 2500, multipleOf: 1000 }, 2600, '3000'],
    [{ type: 'number', exclusiveMinimum: 0.2, multipleOf: 0.1 }, 'x', '0,3'],
    [{ type: 'integer', minimum: 1900 }, 'x', '1900'],
    [{ type: 'number', maximum: 0.5 }, 'x', undefined],
    [{ type: 'number', exclusiveMaximum: 1 }, 'x', undefined],
    [{ type: 'number', examples: [-6.9] }, 'x', '-6.9'],
  ])('of a number of %j that is %j give the example %s', (a, value, example) => {
    const schema: JsonSchema = { properties: { a } };
    const form = createFormModel({ schema, validate: compile(schema), value: { a: value } });
    const [problem] = form.validate();
    expect(problem?.message.split(' Contoh: ')[1]).toBe(example);
  });

  it('can be asked about without their words', () => {
    const form = model({ value: { jenis: 'orang' } });
    expect(form.isValid).toBe(false);
    form.set('/nama', 'Sari');
    expect(form.isValid).toBe(true);
    form.setProblems([problemAt('/nama')]);
    expect(form.isValid).toBe(false);
  });

  it('stand at their field whatever it is called', () => {
    const inner = { properties: { b: text }, required: ['b'] };
    const properties = { 'a/b': text, 'c~d': text, '': text, a: inner };
    const schema: JsonSchema = { properties, required: ['a/b', 'c~d', '', 'a'] };
    const form = createFormModel({ schema, validate: compile(schema) });
    expect(form.problems.map(({ pointer }) => pointer)).toEqual(['/a~1b', '/c~0d', '/', '/a/b']);
  });

  it('are all shown by an attempt to send, in the order of the form', () => {
    const form = model({ value: { telepon: 'x', lampiran: [{}] } });
    const problems = form.validate();
    expect(problems.map(({ pointer, message }) => [pointer, message])).toEqual([
      ['/jenis', 'Mohon pilih jenis.'],
      ['/nama', 'Mohon isi nama lengkap.'],
      [
        '/telepon',
        'Nomor telepon belum sesuai bentuknya. Mohon periksa kembali. Contoh: 0812 3456 7890',
      ],
      ['/lampiran/0/judul', 'Mohon isi judul.'],
    ]);
    expect(problems).toEqual(form.shownProblems);
  });

  it('bring every field into normal form when the person wants to send', () => {
    const form = model({ value: { telepon: '0812 3456 7890', nama: ' Sari ', jenis: 'orang' } });
    const observed = vi.fn();
    form.observe(observed);
    expect(form.validate()).toEqual([]);
    expect(form.value).toEqual(form.result);
    expect(observed).toHaveBeenCalledTimes(2);
  });

  it('of a list stand at the list, and of a choice at the question', () => {
    const form = model({
      value: {
        nama: 'Sari',
        jenis: 'orang',
        kebutuhan: ['a', 'x'],
        lampiran: [1, 2, 3, 4].map(() => ({ judul: 'a' })),
      },
    });
    expect(form.validate().map(({ pointer, keyword }) => [pointer, keyword])).toEqual([
      ['/kebutuhan', 'enum'],
      ['/lampiran', 'maxItems'],
    ]);
    expect(form.field('/lampiran')?.problem?.message).toContain('paling banyak 3; sekarang 4');
    expect(form.children('/kebutuhan')).toEqual([]);
  });

  it('with properties that the form does not know stand at the form, by their name', () => {
    const form = model({ value: { nama: 'Sari', jenis: 'orang', tidakDikenal: 1 } });
    expect(form.validate()).toMatchObject([
      { pointer: '', message: 'Tidak dikenal bukan bagian formulir ini. Mohon hapus.' },
    ]);
    expect(form.field('')?.problem?.keyword).toBe('unevaluatedProperties');
  });

  it('keep their object while nothing about them changes', () => {
    const form = model();
    form.validate();
    const told = heard(form, '/jenis');
    const before = form.field('/jenis')?.problem;
    form.set('/nama', 'Sari');
    expect(form.field('/jenis')?.problem).toBe(before);
    expect(told).toEqual([]);
  });

  it('of a server show at once, and go when their field is edited', () => {
    const form = model({ value: { nama: 'Sari', jenis: 'orang', lampiran: [{ judul: 'a' }] } });
    const told = heard(form, '/nama', '/lampiran/0/judul');
    form.setProblems([problemAt('/nama'), problemAt('/lampiran/0/judul'), problemAt('/jenis')]);
    expect(form.field('/nama')?.problem?.message).toBe('Sudah terdaftar.');
    expect(told).toEqual([
      ['/nama', 'field'],
      ['/lampiran/0/judul', 'field'],
    ]);
    form.set('/nama', 'Sara');
    expect(form.field('/nama')?.problem).toBeUndefined();
    form.set('/lampiran', [{ judul: 'b' }]);
    expect(shown(form)).toEqual(['/jenis server']);
    form.setProblems([]);
    expect(form.problems).toEqual([]);
  });

  it('of a server go even when the person writes the same again', () => {
    const form = model({ value: { nama: 'Sari', jenis: 'orang' } });
    form.setProblems([problemAt('/nama')]);
    form.set('/nama', 'Sari');
    expect(form.shownProblems).toEqual([]);
  });

  it('of a server about what has no field go with the next edit, for nobody could mend them', () => {
    const form = model({ value: { nama: 'Sari', jenis: 'orang', lampiran: [{ judul: 'a' }] } });
    form.setProblems([problemAt('/kuota'), problemAt('/lampiran/0/ukuran')]);
    expect(shown(form)).toEqual([' server', '/lampiran/0 server']);
    form.set('/lampiran/0/judul', 'b');
    expect(form.isValid).toBe(true);
  });

  it('give way to those that the form finds itself', () => {
    const form = model({ value: { nama: 'S', jenis: 'orang' } });
    form.touch('/nama');
    form.setProblems([problemAt('/nama')]);
    expect(shown(form)).toEqual(['/nama minLength']);
  });

  it('speak the language of the form', () => {
    const form = model();
    form.touch('/nama');
    form.setProblems([problemAt('/jenis')]);
    const told = heard(form, '', '/nama', '/lampiran', '/npwp');
    form.setLocale('en');
    expect(form.field('/nama')?.problem?.message).toBe('Please fill in nama lengkap.');
    expect(form.field('/jenis')?.problem?.message).toBe('Sudah terdaftar.');
    expect(told).toEqual([
      ['', 'structure'],
      ['/nama', 'field'],
      ['/lampiran', 'structure'],
    ]);
  });

  it('name a tick and a list as what they are', () => {
    const asking: JsonSchema = {
      properties: {
        s: { const: true },
        b: { type: 'boolean' },
        l: { type: 'array', items: {}, minItems: 1 },
      },
      required: ['s', 'b', 'l'],
    };
    const form = createFormModel({ schema: asking, validate: compile(asking) });
    expect(form.validate().map(({ message }) => message)).toEqual([
      'Mohon centang “S” untuk melanjutkan.',
      'Mohon pilih b.',
      'L paling sedikit 1; sekarang 0. Mohon tambahkan.',
    ]);
  });

  it('ask for the members of a required group, not for the group', () => {
    const nested: JsonSchema = {
      properties: {
        g: { type: 'object', properties: { a: text }, required: ['a'] },
        o: { type: 'object', properties: { a: text }, required: ['a'] },
      },
      required: ['g'],
    };
    const form = createFormModel({ schema: nested, validate: compile(nested) });
    expect(form.validate().map(({ pointer }) => pointer)).toEqual(['/g/a']);
  });
});
