import { describe, expect, it, vi } from 'vitest';
import type { FormTexts, FormValidator, JsonSchema } from '../forms/form.js';
import type { Problem } from '../problem.js';
import { compile } from '../validation/compile.js';
import { createFormModel } from './create-form-model.js';
import { heard, model, problemAt, schema, shown, text } from './testing.js';

describe('a form', () => {
  it('starts with the value that it is given, or with the defaults of its schema', () => {
    expect(model().value).toEqual({});
    expect(model({ value: { nama: 'Sari' } }).value).toEqual({ nama: 'Sari' });
    const proposing: JsonSchema = {
      properties: { a: { default: 'x' }, g: { properties: { b: { default: 1 } } }, c: text },
    };
    expect(createFormModel({ schema: proposing }).value).toEqual({ a: 'x', g: { b: 1 } });
    expect(createFormModel({ schema: proposing, value: {} }).value).toEqual({});
    expect(createFormModel({ schema: { type: 'array' } }).value).toEqual([]);
    expect(createFormModel({ schema: true }).value).toBeNull();
  });

  it('accepts everything without a validator', () => {
    const form = createFormModel({ schema, value: { nama: 1 } });
    expect(form.problems).toEqual([]);
    expect(form.validate()).toEqual([]);
  });

  it('shows its fields in the order of the layout, the rest in a last section', () => {
    const form = model({ value: { jenis: 'badanUsaha' } });
    expect(form.texts.title).toBe('Formulir');
    expect(
      form.sections.map(({ id, title, description, fields }) => [
        id,
        title,
        description,
        fields.map(({ pointer }) => pointer),
      ]),
    ).toEqual([
      ['diri', 'Diri', 'Siapa Anda', ['/jenis', '/npwp', '/nama', '/telepon']],
      ['izin', '', '', ['/izin/survei']],
      ['lainnya', 'Lainnya', '', ['/kebutuhan', '/izin', '/lampiran', '/catatan']],
    ]);
    expect(form.children('/izin').map(({ pointer }) => pointer)).toEqual(['/izin/pesan']);
    form.setLocale('en');
    expect(form.sections.at(-1)?.title).toBe('Other');
  });

  it('leaves no empty group behind when all its members stand in sections', () => {
    const form = model({
      layout: { sections: [{ id: 'a', fields: ['/izin/survei', '/izin/pesan'] }] },
    });
    expect(form.sections[1]?.fields.map(({ pointer }) => pointer)).not.toContain('/izin');
  });

  it('has one section without a title when there is no layout', () => {
    const form = createFormModel({ schema });
    expect(form.sections).toHaveLength(1);
    expect(form.sections[0]).toMatchObject({ title: '', description: '' });
    expect(createFormModel({ schema: text, value: 'x' }).sections[0]?.fields[0]).toMatchObject({
      pointer: '',
      value: 'x',
    });
  });

  it('shows no field that the layout hides, but knows it', () => {
    const form = model();
    expect(form.children('').map(({ pointer }) => pointer)).not.toContain('/umur');
    expect(form.field('/umur')).toMatchObject({ pointer: '/umur', required: false });
  });

  it('names a field by its texts, its title or its key, and its choices likewise', () => {
    const form = model({ value: { lampiran: [{}] } });
    expect(form.field('/telepon')?.label).toBe('Nomor telepon');
    expect(form.field('/nama')?.label).toBe('Nama lengkap');
    expect(form.field('/lampiran/0')?.label).toBe('Satu lampiran');
    expect(form.field('/lampiran/0/judul')?.label).toBe('Judul');
    expect(form.field('/jenis')?.choices).toEqual([
      { value: 'orang', label: 'Perorangan' },
      { value: 'badanUsaha', label: 'Badan usaha' },
    ]);
    expect(form.field('/kebutuhan')?.choices).toHaveLength(3);
    expect(form.field('/izin/survei')?.choices).toBeUndefined();
    form.setLocale('id');
    form.setLocale('en');
    expect(form.locale).toBe('en');
    expect(form.field('/telepon')?.label).toBe('Phone number');
    expect(form.field('/jenis')?.choices?.[0]?.label).toBe('Orang');
  });

  it('words what may be chosen for a list as the list says, else as its items say', () => {
    const withTexts = (fields: FormTexts['fields']) =>
      model({ layout: { texts: { id: { fields: fields ?? {} } } } }).field('/kebutuhan')?.choices;
    const items = { options: { a: 'Kursi roda', b: 'Huruf besar' } };
    expect(withTexts({ '/kebutuhan/*': items })).toEqual([
      { value: 'a', label: 'Kursi roda' },
      { value: 'b', label: 'Huruf besar' },
      { value: 'c', label: 'C' },
    ]);
    const list = { options: { a: 'Pendampingan' } };
    expect(withTexts({ '/kebutuhan': list, '/kebutuhan/*': items })?.[0]?.label).toBe(
      'Pendampingan',
    );
  });

  it('has no field where none applies', () => {
    const form = model();
    expect(form.field('/npwp')).toBeUndefined();
    expect(form.field('/nama/x')).toBeUndefined();
    expect(form.children('/npwp')).toEqual([]);
  });
});

describe('entering a value', () => {
  it('changes the field, and tells who listens to it and who observes all', () => {
    const form = model();
    const told = heard(form, '', '/nama', '/telepon');
    const observed = vi.fn();
    const stop = form.observe(observed);
    form.set('/nama', 'Sari');
    expect(form.get('/nama')).toBe('Sari');
    expect(form.field('/nama')).toMatchObject({ value: 'Sari', dirty: true });
    expect(told).toEqual([['/nama', 'field']]);
    expect(observed.mock.calls).toEqual([['/nama', 'Sari']]);
    stop();
    form.set('/nama', 'Sara');
    expect(observed).toHaveBeenCalledTimes(1);
  });

  it('tells nothing when the value is the same', () => {
    const form = model({ value: { izin: { survei: true } } });
    const told = heard(form, '', '/izin', '/izin/survei');
    const observed = vi.fn();
    form.observe(observed);
    form.set('/izin', { survei: true });
    form.set('/izin/survei', true);
    expect(told).toEqual([]);
    expect(observed).not.toHaveBeenCalled();
  });

  it('tells nobody who has stopped listening', () => {
    const form = model();
    const told: string[] = [];
    const stop = form.subscribe('/nama', () => told.push('first'));
    form.subscribe('/nama', () => told.push('second'));
    stop();
    stop();
    form.set('/nama', 'S');
    expect(told).toEqual(['second']);
  });

  it('keeps the snapshot of every other field', () => {
    const form = model({ value: { nama: 'Sari' } });
    const before = [form.field('/telepon'), form.field('/izin'), form.field('/nama')];
    form.set('/nama', 'Sara');
    expect(form.field('/telepon')).toBe(before[0]);
    expect(form.field('/izin')).toBe(before[1]);
    expect(form.field('/nama')).not.toBe(before[2]);
  });

  it('takes an empty text for no answer, and leaves no empty group', () => {
    const form = model();
    form.set('/nama', 'x');
    form.set('/nama', '');
    form.set('/izin/survei', true);
    form.set('/izin/survei', undefined);
    expect(form.value).toEqual({});
    expect(form.dirty).toBe(false);
  });

  it('leaves an empty group that was there from the start', () => {
    const form = model({ value: { izin: {}, lampiran: [] } });
    form.set('/izin/survei', true);
    form.set('/izin/survei', undefined);
    form.append('/lampiran');
    form.remove('/lampiran/0');
    expect(form.value).toEqual({ izin: {}, lampiran: [] });
    expect(form.dirty).toBe(false);
  });

  it('keeps what was typed visible until the field is left, and hands in its normal form', () => {
    const form = model();
    form.set('/telepon', '0812-3456 7890');
    form.set('/umur', '17');
    expect(form.get('/telepon')).toBe('0812-3456 7890');
    expect(form.result).toEqual({ telepon: '+6281234567890', umur: 17 });
    const observed = vi.fn();
    form.observe(observed);
    form.touch('/telepon');
    form.touch('/umur');
    expect(form.value).toEqual({ telepon: '+6281234567890', umur: 17 });
    expect(observed.mock.calls).toEqual([
      ['/telepon', '+6281234567890'],
      ['/umur', 17],
    ]);
  });

  it('empties a field of nothing but blanks when it is left', () => {
    const form = model();
    form.set('/nama', '   ');
    expect(form.result).toEqual({});
    form.touch('/nama');
    expect(form.value).toEqual({});
    expect(shown(form)).toEqual(['/nama required']);
  });

  it('asks for a number where none could be read', () => {
    const form = model();
    form.set('/umur', NaN);
    form.touch('/umur');
    expect(form.field('/umur')?.problem).toMatchObject({
      keyword: 'type',
      params: { type: 'integer' },
    });
    expect(form.get('/umur')).toBeUndefined();
    form.set('/umur', 18);
    expect(form.field('/umur')?.problem).toBeUndefined();
    form.set('/umur', 'dua puluh');
    expect(form.field('/umur')?.problem?.message).toBe(
      'Umur berupa bilangan bulat. Mohon tulis dengan angka saja, tanpa koma. Contoh: 17',
    );
    form.set('/tidakAda', NaN);
    expect(form.get('/tidakAda')).toBeUndefined();
  });

  it('makes lists and groups on the way, and fills the places before an item of a tuple', () => {
    const form = createFormModel({
      schema: {
        properties: {
          titik: { prefixItems: [{ type: 'number' }, { type: 'number' }] },
          g: { properties: { l: { items: text } } },
        },
      },
    });
    form.set('/titik/1', 5);
    form.set('/g/l/0', 'x');
    expect(form.value).toEqual({ titik: [null, 5], g: { l: ['x'] } });
    expect(form.children('/titik').map(({ value }) => value)).toEqual([null, 5]);
  });

  it('holds the place of an emptied item', () => {
    const form = createFormModel({
      schema: { properties: { t: { items: text }, n: { items: { type: 'number' } } } },
      value: { t: ['a', 'b'], n: [1, 2] },
    });
    form.set('/t/0', '');
    form.set('/n/0', undefined);
    form.set('/t/1', ' ');
    form.touch('/t/1');
    expect(form.value).toEqual({ t: ['', ' '], n: [null, 2] });
  });

  it('keeps properties that the form does not know', () => {
    const form = createFormModel({
      schema: { properties: { a: text } },
      value: { x: [1], a: 'y' },
    });
    form.set('/a', 'z');
    expect(form.result).toEqual({ x: [1], a: 'z' });
  });
});

describe('fields under conditions', () => {
  it('appear and disappear with what they depend on, and their holder is told', () => {
    const form = model();
    const told = heard(form, '', '/jenis', '/npwp');
    form.set('/jenis', 'badanUsaha');
    expect(form.field('/npwp')).toMatchObject({ required: true });
    expect(told).toEqual([
      ['', 'structure'],
      ['/jenis', 'field'],
      ['/npwp', 'field'],
    ]);
    form.set('/npwp', '012345678901000');
    told.length = 0;
    form.set('/jenis', 'orang');
    expect(form.field('/npwp')).toBeUndefined();
    expect(told).toEqual([
      ['', 'structure'],
      ['/jenis', 'field'],
    ]);
  });

  it('leave the result but not the form, and come back as they were', () => {
    const form = model({ value: { jenis: 'badanUsaha', npwp: '012345678901000' } });
    form.set('/jenis', 'orang');
    expect(form.value).toEqual({ jenis: 'orang', npwp: '012345678901000' });
    expect(form.result).toEqual({ jenis: 'orang' });
    form.set('/jenis', 'badanUsaha');
    expect(form.result).toEqual({ jenis: 'badanUsaha', npwp: '012345678901000' });
  });

  it('show no problem while they do not apply', () => {
    const form = model({ value: { jenis: 'badanUsaha', npwp: 'x', nama: 'Sari' } });
    form.validate();
    expect(shown(form)).toEqual(['/npwp pattern']);
    form.set('/jenis', 'orang');
    expect(form.problems).toEqual([]);
    form.setProblems([{ ...problemAt('/npwp'), message: 'x' }]);
    expect(form.problems).toEqual([]);
  });

  it('wait with their problem until they are left, even after an attempt to send', () => {
    const form = model({ value: { jenis: 'orang', nama: 'Sari' } });
    form.validate();
    form.set('/jenis', 'badanUsaha');
    expect(form.problems.map(({ pointer }) => pointer)).toEqual(['/npwp']);
    expect(shown(form)).toEqual([]);
    form.touch('/npwp');
    expect(shown(form)).toEqual(['/npwp required']);
  });

  it('are told apart when only what is required changes', () => {
    const dependent: JsonSchema = {
      properties: { a: text, b: text },
      dependentRequired: { a: ['b'] },
    };
    const form = createFormModel({ schema: dependent, validate: compile(dependent) });
    const told = heard(form, '', '/a', '/b');
    form.set('/a', 'x');
    expect(form.field('/b')?.required).toBe(true);
    expect(told).toEqual([
      ['/a', 'field'],
      ['/b', 'field'],
    ]);
  });

  it('change how a field looks when its own schema depends on something', () => {
    const narrowing: JsonSchema = {
      properties: { a: text, b: { type: 'string', maxLength: 9 } },
      if: { properties: { a: { const: 'x' } }, required: ['a'] },
      then: { properties: { b: { maxLength: 3 } } },
    };
    const form = createFormModel({ schema: narrowing, validate: compile(narrowing) });
    const told = heard(form, '', '/b');
    expect(form.field('/b')?.node.schema['maxLength']).toBe(9);
    form.set('/a', 'x');
    expect(form.field('/b')?.node.schema['maxLength']).toBe(3);
    expect(told).toContainEqual(['/b', 'field']);
  });
});

describe('choices of the page', () => {
  it('replace those of the schema, at once', () => {
    const form = model({ choices: { '/nama': [{ value: 'x', label: 'X' }] } });
    const told = heard(form, '/jenis', '/lampiran');
    expect(form.field('/nama')?.choices).toEqual([{ value: 'x', label: 'X' }]);
    form.setChoices({ '/jenis': [], '/lampiran': [{ value: 1, label: 'Satu' }] });
    expect(form.field('/jenis')?.choices).toEqual([]);
    expect(form.field('/nama')?.choices).toBeUndefined();
    expect(form.children('/lampiran')).toEqual([]);
    expect(told).toEqual([
      ['/jenis', 'field'],
      ['/lampiran', 'structure'],
    ]);
  });
});

describe('a reset', () => {
  it('brings back the value that the form started with, nothing touched, nothing shown', () => {
    const form = model({ value: { nama: 'Sari' } });
    form.set('/nama', 'S');
    form.validate();
    form.setProblems([problemAt('/jenis')]);
    const observed = vi.fn();
    form.observe(observed);
    const told = heard(form, '', '/nama');
    form.reset();
    expect(form.value).toEqual({ nama: 'Sari' });
    expect(form.dirty).toBe(false);
    expect(form.shownProblems).toEqual([]);
    expect(observed.mock.calls).toEqual([['', { nama: 'Sari' }]]);
    expect(told).toContainEqual(['/nama', 'field']);
  });

  it('may start from another value', () => {
    const form = model();
    form.reset({ nama: 'Budi' });
    expect(form.value).toEqual({ nama: 'Budi' });
    form.set('/nama', 'B');
    expect(form.dirty).toBe(true);
    form.reset();
    expect(form.value).toEqual({ nama: 'Budi' });
  });
});

describe('a validator', () => {
  it('is asked about what would be submitted', () => {
    const asked: unknown[] = [];
    const validate = Object.assign(
      (value: unknown): Problem[] => {
        asked.push(value);
        return [];
      },
      { conditions: compile(schema).conditions ?? {} },
    ) as FormValidator;
    const form = model({ validate, value: { jenis: 'orang', npwp: 'x', nama: ' Sari ' } });
    form.validate();
    expect(asked.at(-1)).toEqual({ jenis: 'orang', nama: 'Sari' });
  });
});
