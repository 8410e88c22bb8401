import { describe, expect, it } from 'vitest';
import type { JsonSchema, Layout } from '../forms/form.js';
import type { Json, JsonObject } from '../json.js';
import { createFormModel } from './create-form-model.js';
import type { FormModel } from './form-model.js';
import { heard, open, text } from './testing.js';

function names(form: FormModel, pointer = '/a', which = 0): (string | undefined)[] | undefined {
  return form.field(pointer)?.variants?.[which]?.options.map(({ title, kind }) => title ?? kind);
}

function chosen(form: FormModel, pointer = '/a'): number | undefined {
  return form.field(pointer)?.variants?.[0]?.chosen;
}

const contact: JsonObject = {
  oneOf: [
    {
      title: 'Perorangan',
      type: 'object',
      properties: { nama: text, nik: text },
      required: ['nik'],
    },
    {
      title: 'Badan usaha',
      type: 'object',
      properties: { nama: text, npwp: text, mulai: { type: 'integer', default: 2020 } },
    },
  ],
};

describe('a value of one shape or another', () => {
  it('is of the first shape while it is empty, and of the one that a given value fits', () => {
    expect(chosen(open(contact))).toBe(0);
    expect(chosen(open(contact, { a: { npwp: '1' } }))).toBe(1);
    expect(chosen(open(contact, { a: { nama: 'x', nik: '1' } }))).toBe(0);
  });

  it('shows the fields of its shape alone', () => {
    const form = open(contact);
    expect(form.children('/a').map(({ pointer }) => pointer)).toEqual(['/a/nama', '/a/nik']);
    form.choose('/a', 1);
    expect(form.children('/a').map(({ pointer }) => pointer)).toEqual([
      '/a/nama',
      '/a/npwp',
      '/a/mulai',
    ]);
  });

  it('keeps what both shapes have, and gives back what only the other has', () => {
    const form = open(contact);
    form.set('/a/nama', 'Sari', 'typed');
    form.set('/a/nik', '33', 'typed');
    form.choose('/a', 1);
    expect(form.result).toEqual({ a: { nama: 'Sari', mulai: 2020 } });
    form.set('/a/nama', 'CV Sari', 'typed');
    form.set('/a/npwp', '09', 'typed');
    form.choose('/a', 0);
    expect(form.result).toEqual({ a: { nama: 'CV Sari', nik: '33' } });
    form.choose('/a', 1);
    expect(form.result).toEqual({ a: { nama: 'CV Sari', npwp: '09', mulai: 2020 } });
  });

  it('stays of its shape while it is typed into, whatever it then resembles', () => {
    const form = open(contact, { a: { nama: 'x', npwp: '1' } });
    form.set('/a/npwp', undefined, 'typed');
    expect(chosen(form)).toBe(1);
    form.set('/a/nama', undefined, 'typed');
    expect([chosen(form), form.result]).toEqual([1, {}]);
  });

  it('is looked at anew when it comes as a whole', () => {
    const form = open(contact);
    form.choose('/a', 0);
    form.set('/a', { npwp: '1' });
    expect(chosen(form)).toBe(1);
    form.set('', { a: { nik: '1' } });
    expect(chosen(form)).toBe(0);
    form.choose('/a', 1);
    form.reset();
    expect(chosen(form)).toBe(0);
  });

  it('tells whoever shows it that another shape was chosen', () => {
    const form = open(contact);
    const told = heard(form, '/a', '/a/nama');
    form.choose('/a', 1);
    expect(told).toContainEqual(['/a', 'structure']);
    expect(told).not.toContainEqual(['/a/nama', 'structure']);
  });

  it('shows no problem of a shape that nobody has filled in yet', () => {
    const form = open({ type: ['string', 'number'] }, { a: 'x' }, { required: ['a'] });
    form.touch('/a');
    form.choose('/a', 1);
    expect(form.shownProblems).toEqual([]);
    expect(form.problems).toHaveLength(1);
  });

  it('tells the problems of the shape that was chosen', () => {
    const other = { properties: { b: text }, required: ['b'] };
    const form = open(
      {
        oneOf: [
          { type: 'object', ...other },
          { type: 'object', properties: { c: text }, required: ['c'] },
        ],
      },
      {},
      { required: ['a'] },
    );
    expect(form.problems.map(({ pointer }) => pointer)).toEqual(['/a/b']);
    form.choose('/a', 1);
    expect(form.problems.map(({ pointer }) => pointer)).toEqual(['/a/c']);
  });

  it('follows the property that tells the shapes apart, and stays when that is cleared', () => {
    const form = open({
      oneOf: [
        { type: 'object', properties: { jenis: { const: 'x' }, b: text } },
        { type: 'object', properties: { jenis: { const: 'y' }, c: text } },
      ],
    });
    form.set('/a/jenis', 'y');
    form.set('/a/c', '1', 'typed');
    form.set('/a/jenis', undefined);
    expect(form.children('/a').map(({ pointer }) => pointer)).toEqual(['/a/jenis', '/a/c']);
  });

  it('follows that property also in a group that is filled in', () => {
    const form = open(
      {
        oneOf: [
          { properties: { jenis: { const: 'x' }, b: text }, required: ['jenis', 'b'] },
          { properties: { jenis: { const: 'y' }, c: text }, required: ['jenis', 'c'] },
        ],
      },
      { a: { jenis: 'x', b: '1' } },
    );
    form.set('/a/jenis', 'y');
    expect(form.children('/a').map(({ pointer }) => pointer)).toEqual(['/a/jenis', '/a/c']);
    expect(form.result).toEqual({ a: { jenis: 'y' } });
    form.set('/a/jenis', 'x');
    expect(form.result).toEqual({ a: { jenis: 'x', b: '1' } });
  });

  it('does nothing for an option or a switch that there is not', () => {
    const form = open(contact, { a: { nik: '1' } });
    form.choose('/a', 7);
    form.choose('/a', 1, 3);
    form.choose('/a/nik', 0);
    form.choose('/b', 0);
    expect(form.result).toEqual({ a: { nik: '1' } });
  });

  it('goes with its row when rows move and go', () => {
    const form = open({ type: 'array', items: { type: ['string', 'number'] } });
    form.append('/a');
    form.append('/a');
    form.choose('/a/1', 1);
    expect([chosen(form, '/a/0'), chosen(form, '/a/1')]).toEqual([0, 1]);
    form.move('/a', 1, 0);
    expect([chosen(form, '/a/0'), chosen(form, '/a/1')]).toEqual([1, 0]);
    form.remove('/a/1');
    expect(chosen(form, '/a/0')).toBe(1);
  });
});

describe('a value that was given', () => {
  it.each([
    [
      {
        anyOf: [
          { ...text, format: 'date' },
          { ...text, format: 'date-time' },
        ],
      },
      '2026-11-22T08:00:00Z',
      1,
    ],
    [
      {
        anyOf: [
          { ...text, title: 'A', pattern: '^a' },
          { ...text, title: 'B' },
        ],
      },
      'b',
      1,
    ],
    [
      {
        oneOf: [
          { allOf: [{ properties: { x: text } }] },
          { properties: { y: text }, required: ['y'] },
        ],
      },
      { y: '1' },
      1,
    ],
    [
      {
        oneOf: [
          { type: 'object', maxProperties: 1 },
          { type: 'object', minProperties: 2 },
        ],
      },
      { y: '1', z: 2 },
      1,
    ],
    [
      {
        oneOf: [
          { allOf: [true, { properties: { x: text } }], required: ['x'] },
          { properties: { x: true, y: text }, required: ['y'] },
        ],
      },
      { x: 1, y: '1' },
      1,
    ],
  ] as [JsonObject, Json, number][])('of %j is told by the validator', (member, value, index) => {
    expect(chosen(open(member, { a: value }))).toBe(index);
  });
});

describe('a value that was given, where nobody judges', () => {
  /** Each has a constant of its own, but not all of them the same: nothing tells every shape from the others. */
  const shapes: JsonObject = {
    oneOf: [
      { properties: { negara: { const: 'ID' }, nik: text } },
      { properties: { negara: { const: 'SG' }, paspor: text } },
      { properties: { organisasi: text, lain: true } },
    ],
  };

  it.each([
    [{ negara: 'ID' }, 0],
    [{ negara: 'SG' }, 1],
    [{ negara: 'MY', organisasi: 'PBB' }, 2],
    [{ negara: 'SG', nik: '1', organisasi: 'PBB' }, 1],
  ] as [Json, number][])('%j is of the shape of its constants, %i', (a, index) => {
    const schema: JsonSchema = { type: 'object', properties: { a: shapes } };
    expect(chosen(createFormModel({ schema, value: { a } }))).toBe(index);
  });
});

describe('a switch between shapes', () => {
  it.each([
    [{ type: ['string', 'number', 'null'] }, ['string', 'number']],
    [{ type: ['integer', 'number', 'boolean'] }, ['number', 'boolean']],
    [{ anyOf: [{ $ref: '#/$defs/alamatSurat' }, text] }, ['Alamat surat', 'string']],
    [{ anyOf: [{ const: 'otomatis' }, { type: 'number' }] }, ['otomatis', 'number']],
    [{ anyOf: [{ enum: ['a', 'b'] }, { type: 'number' }] }, ['choice', 'number']],
    [{ oneOf: [{ ...text, format: 'date' }, text] }, ['Date', 'string']],
    [
      {
        oneOf: [
          { properties: { x: text, y: text, z: text }, required: ['x', 'y'] },
          { properties: { tempat: text } },
        ],
      },
      ['X, Y, …', 'Tempat'],
    ],
    [{ oneOf: [{ type: 'object' }, { items: text }] }, ['object', 'array']],
    [{}, ['string', 'number', 'boolean', 'array', 'object']],
    [{ description: 'apa saja' }, ['string', 'number', 'boolean', 'array', 'object']],
    // Where there is one question, there is nothing to choose.
    [{ type: ['string', 'null'] }, undefined],
    [{ type: ['integer', 'number'] }, undefined],
    [{ type: ['string', 'number'], enum: ['a', 1] }, undefined],
    [{ oneOf: [text, { type: 'null' }] }, undefined],
    [
      {
        anyOf: [
          { ...text, minLength: 3 },
          { ...text, pattern: 'x' },
        ],
      },
      undefined,
    ],
    [{ allOf: [{ type: ['string', 'number'] }, text] }, undefined],
    [
      {
        oneOf: [
          { properties: { jenis: { const: 'a' } } },
          { properties: { jenis: { const: 'b' } } },
          { type: 'null' },
        ],
      },
      undefined,
    ],
  ] as [JsonObject, string[] | undefined][])('of %j offers %j', (member, expected) => {
    const form = open(member, undefined, {
      $defs: { alamatSurat: { properties: { kota: text } } },
    });
    expect(names(form)).toEqual(expected);
  });

  it('stands for each choice within a choice, while that is made', () => {
    const form = open({
      anyOf: [
        { title: 'Jalur', type: ['string', 'array'], items: text },
        { title: 'Tidak ada', const: false },
      ],
    });
    expect([names(form), names(form, '/a', 1)]).toEqual([
      ['Jalur', 'Tidak ada'],
      ['string', 'array'],
    ]);
    form.choose('/a', 1, 1);
    form.append('/a', 'x');
    expect(form.result).toEqual({ a: ['x'] });
    form.choose('/a', 1);
    expect([form.result, names(form, '/a', 1)]).toEqual([{ a: false }, undefined]);
    form.choose('/a', 0);
    expect(form.result).toEqual({ a: ['x'] });
  });
});

describe('what fits another shape', () => {
  const shapes: JsonObject = {
    oneOf: [
      text,
      { type: 'integer' },
      { type: 'array', items: text },
      { enum: ['7', 'b'] },
      { type: 'object', properties: { n: text, m: { type: ['string', 'number'] } } },
      { type: 'object', additionalProperties: { type: 'number' } },
      { type: 'boolean' },
    ],
  };

  it.each([
    ['7', 1, 7],
    ['7.5', 1, undefined],
    ['tujuh', 1, undefined],
    [7, 0, '7'],
    ['7', 2, ['7']],
    [7, 2, undefined],
    [['7'], 0, '7'],
    [['7', '8'], 0, undefined],
    ['7', 3, '7'],
    ['x', 3, undefined],
    ['x', 4, undefined],
    [{ n: 'x', m: 1, lain: 2 }, 5, { n: 'x', m: 1, lain: 2 }],
    [{ lain: 2 }, 4, { lain: 2 }],
    [true, 0, undefined],
    [[], 2, []],
  ] as [Json, number, Json | undefined][])('%j as the one numbered %i is %j', (value, to, now) => {
    const form = open(shapes, { a: value });
    form.choose('/a', to);
    expect(form.get('/a')).toEqual(now);
  });

  it('is not what only looks like it', () => {
    const form = open(
      { oneOf: [{ properties: { n: text } }, { properties: { n: { type: 'number' } } }] },
      { a: { n: 'x' } },
    );
    form.choose('/a', 1);
    expect(form.value).toEqual({});
    form.choose('/a', 0);
    expect(form.value).toEqual({ a: { n: 'x' } });
  });
});

describe('any JSON', () => {
  it('goes down as deep as a person wants', () => {
    const form = open({});
    form.choose('/a', 4);
    expect(form.field('/a')?.named).toEqual({});
    const inner = form.add('/a', 'isi') ?? '';
    expect(form.result).toEqual({ a: { isi: '' } });
    form.choose(inner, 3);
    form.choose(form.append(inner), 1);
    form.set(`${inner}/0`, 5, 'typed');
    expect(form.result).toEqual({ a: { isi: [5] } });
  });

  it.each([5, 'x', true, [1, { b: null }], { b: [false] }] as Json[])(
    'shows what it is given as it is: %j',
    (value) => {
      const form = open({}, { a: value });
      expect(form.result).toEqual({ a: value });
      form.validate();
      expect(form.result).toEqual({ a: value });
    },
  );

  it('is what a form asks for of which nothing is known', () => {
    const form = createFormModel({ schema: true });
    form.set('', 5);
    expect([form.result, form.field('')?.variants?.[0]?.chosen]).toEqual([5, 1]);
  });
});

describe('a text in place of a number', () => {
  it('stays where it was typed', () => {
    const form = open({ type: ['string', 'number'] }, { a: 5 });
    form.set('/a', 'lima', 'typed');
    expect([chosen(form), form.problems]).toEqual([1, []]);
    form.set('/a', 'lima belas');
    expect(chosen(form)).toBe(0);
  });
});

describe('the fields of variants', () => {
  it('come with their layout, and rows of them with theirs', () => {
    const layout: Layout = { fields: { '/a/npwp': { hidden: true } } };
    const schema: JsonSchema = { type: 'object', properties: { a: contact } };
    const form = createFormModel({ schema, layout, value: { a: { npwp: '1' } } });
    expect(form.children('/a').map(({ pointer }) => pointer)).toEqual(['/a/nama', '/a/mulai']);
  });
});
