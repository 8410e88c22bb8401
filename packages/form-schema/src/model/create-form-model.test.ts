import { describe, expect, it, vi } from 'vitest';
import type { FormValidator, JsonSchema, Layout } from '../forms/form.js';
import type { Json } from '../json.js';
import type { Problem } from '../problem.js';
import { compile } from '../validation/compile.js';
import { createFormModel } from './create-form-model.js';
import type { FormChange, FormModel, FormModelOptions } from './form-model.js';

const text = { type: 'string' } as const;

const schema = {
  type: 'object',
  required: ['nama', 'jenis'],
  properties: {
    nama: { type: 'string', minLength: 2, title: 'Nama lengkap' },
    telepon: { type: 'string', pattern: '^\\+62\\d{9,12}$', examples: ['0812 3456 7890'] },
    umur: { type: 'integer', minimum: 17 },
    jenis: { enum: ['orang', 'badanUsaha'] },
    kebutuhan: { type: 'array', uniqueItems: true, items: { enum: ['a', 'b', 'c'] } },
    izin: {
      type: 'object',
      properties: { survei: { type: 'boolean' }, pesan: { type: 'boolean' } },
    },
    lampiran: {
      type: 'array',
      maxItems: 3,
      items: { type: 'object', required: ['judul'], properties: { judul: text, isi: text } },
    },
    catatan: { type: 'array', items: text },
  },
  allOf: [
    {
      if: { properties: { jenis: { const: 'badanUsaha' } }, required: ['jenis'] },
      then: {
        required: ['npwp'],
        properties: { npwp: { type: 'string', pattern: '^\\d{15,16}$' } },
      },
    },
  ],
  unevaluatedProperties: false,
} satisfies JsonSchema;

const layout: Layout = {
  sections: [
    { id: 'diri', fields: ['/jenis', '/npwp', '/nama', '/telepon'] },
    { id: 'izin', fields: ['/izin/survei'] },
    { id: 'kosong', fields: ['/tidakAda'] },
  ],
  fields: {
    '/telepon': { options: { normalise: 'phone' } },
    '/nama': { options: { normalise: 'trim' } },
    '/npwp': { options: { normalise: 'digits' } },
    '/umur': { hidden: true },
  },
  texts: {
    id: {
      title: 'Formulir',
      sections: { diri: { title: 'Diri', description: 'Siapa Anda' } },
      fields: {
        '/telepon': { label: 'Nomor telepon', example: '0812 3456 7890' },
        '/jenis': { options: { orang: 'Perorangan' } },
        '/lampiran': { label: 'Lampiran', item: 'Satu lampiran' },
      },
    },
    en: { fields: { '/telepon': { label: 'Phone number' } } },
  },
};

function model(options: Partial<FormModelOptions> = {}): FormModel {
  return createFormModel({ schema, layout, validate: compile(schema), ...options });
}

/** What subscribers of the pointers were told, in order. */
function heard(form: FormModel, ...pointers: string[]): [string, FormChange][] {
  const told: [string, FormChange][] = [];
  for (const pointer of pointers) form.subscribe(pointer, (change) => told.push([pointer, change]));
  return told;
}

function shown(form: FormModel): string[] {
  return form.shownProblems.map(({ pointer, keyword }) => `${pointer} ${keyword}`);
}

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
      'Umur berupa bilangan bulat. Mohon tulis dengan angka saja, tanpa koma.',
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

function problemAt(pointer: string): Problem {
  return {
    pointer,
    keyword: 'server',
    params: {},
    messageKey: 'server',
    message: 'Sudah terdaftar.',
  };
}

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

describe('a list', () => {
  const rows: Json = { lampiran: [{ judul: 'a' }, { judul: 'b' }, { judul: 'c' }] };
  const titles = (form: FormModel): unknown[] =>
    form.children('/lampiran').map(({ pointer }) => form.get(`${pointer}/judul`));

  it('grows by an empty row, or by the one that is given', () => {
    const form = model();
    const told = heard(form, '', '/lampiran');
    const observed = vi.fn();
    form.observe(observed);
    expect(form.append('/lampiran')).toBe('/lampiran/0');
    expect(form.append('/lampiran', { judul: 'x' })).toBe('/lampiran/1');
    expect(form.append('/catatan')).toBe('/catatan/0');
    expect(form.value).toEqual({ lampiran: [{}, { judul: 'x' }], catatan: [''] });
    expect(told).toEqual([
      ['/lampiran', 'structure'],
      ['/lampiran', 'structure'],
    ]);
    expect(observed).toHaveBeenCalledWith('/lampiran', [{}, { judul: 'x' }]);
  });

  it('grows by what its items propose', () => {
    const form = createFormModel({
      schema: {
        properties: {
          a: { items: { properties: { n: { default: 3 } } } },
          b: { items: { items: text } },
          c: { items: { type: 'number' } },
          d: { type: 'array' },
          t: { prefixItems: [text], items: { type: 'number' } },
        },
      },
    });
    for (const list of ['/a', '/b', '/c', '/d', '/t', '/tidakAda']) form.append(list);
    expect(form.value).toEqual({
      a: [{ n: 3 }],
      b: [[]],
      c: [null],
      d: [null],
      t: [''],
      tidakAda: [null],
    });
  });

  it('gives a removed row back where it was, once', () => {
    const form = model({ value: rows });
    const undo = form.remove('/lampiran/1');
    expect(titles(form)).toEqual(['a', 'c']);
    undo();
    undo();
    expect(titles(form)).toEqual(['a', 'b', 'c']);
    expect(form.dirty).toBe(false);
  });

  it('puts a row back at the end when the list has become shorter, and none after a reset', () => {
    const form = model({ value: rows });
    const undo = form.remove('/lampiran/2');
    const late = form.remove('/lampiran/0');
    form.remove('/lampiran/0');
    expect(form.value).toEqual({});
    undo();
    expect(titles(form)).toEqual(['c']);
    form.reset();
    late();
    expect(form.value).toEqual(rows);
  });

  it('moves a row with all that belongs to it', () => {
    const form = model({ value: { lampiran: [{ judul: 'a' }, {}, { judul: 'c' }] } });
    form.touch('/lampiran/1/judul');
    form.setProblems([problemAt('/lampiran/0/judul')]);
    const told = heard(form, '/lampiran', '/lampiran/2/judul');
    form.move('/lampiran', 1, 2);
    expect(titles(form)).toEqual(['a', 'c', undefined]);
    expect(shown(form)).toEqual(['/lampiran/0/judul server', '/lampiran/2/judul required']);
    expect(told).toEqual([
      ['/lampiran', 'structure'],
      ['/lampiran/2/judul', 'field'],
    ]);
    form.move('/lampiran', 2, 0);
    expect(shown(form)).toEqual(['/lampiran/0/judul required', '/lampiran/1/judul server']);
    form.remove('/lampiran/0');
    expect(shown(form)).toEqual(['/lampiran/0/judul server']);
  });

  it('ignores rows and places that there are not', () => {
    const form = model({ value: rows });
    form.remove('/lampiran/7')();
    form.remove('/nama')();
    form.move('/lampiran', 0, 0);
    form.move('/lampiran', 0, 3);
    form.move('/lampiran', 5, 0);
    form.move('/nama', 0, 1);
    expect(form.value).toEqual(rows);
  });

  it('keeps what could not be read with its row', () => {
    const form = createFormModel({
      schema: { properties: { l: { items: { properties: { n: { type: 'number' } } } } } },
      value: { l: [{ n: 1 }, { n: 2 }] },
    });
    form.set('/l/1/n', NaN);
    form.remove('/l/0');
    form.touch('/l/0/n');
    expect(shown(form)).toEqual(['/l/0/n type']);
    form.set('/l', []);
    expect(form.problems).toEqual([]);
  });
});

describe('locks', () => {
  it('leave open exactly the fields that are named, and what those make applicable', () => {
    const form = model({
      value: { jenis: 'orang', nama: 'Sari', lampiran: [{ judul: 'a' }] },
      editable: ['/jenis', '/lampiran'],
    });
    const open = (): string[] =>
      ['/jenis', '/npwp', '/nama', '/lampiran', '/lampiran/0/judul'].filter(
        (pointer) => form.field(pointer)?.locked === false,
      );
    expect(open()).toEqual(['/jenis', '/lampiran', '/lampiran/0/judul']);
    form.set('/jenis', 'badanUsaha');
    expect(open()).toEqual(['/jenis', '/npwp', '/lampiran', '/lampiran/0/judul']);
    const told = heard(form, '/nama');
    form.setEditable(undefined);
    expect(open()).toHaveLength(5);
    expect(told).toEqual([['/nama', 'field']]);
    form.setEditable([]);
    expect(open()).toEqual([]);
  });

  it('follow the schema', () => {
    const form = createFormModel({
      schema: { properties: { a: { type: 'string', readOnly: true } } },
    });
    expect(form.field('/a')?.locked).toBe(true);
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
