import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '../json.js';
import { createFormModel } from './create-form-model.js';
import { wordsOf } from './texts.js';

function labelOf(key: string, schema: JsonObject = {}): string | undefined {
  const properties = Object.fromEntries([[key, { type: 'string', ...schema }]]);
  return createFormModel({ schema: { type: 'object', properties } }).sections[0]?.fields[0]?.label;
}

function choiceLabel(value: Json, title?: string): string | undefined {
  const option = { const: value, ...(title === undefined ? {} : { title }) };
  const schema = { type: 'object', properties: { a: { oneOf: [option, { const: 'lain' }] } } };
  return createFormModel({ schema }).field('/a')?.choices?.[0]?.label;
}

describe('A key', () => {
  it.each([
    ['namaBadanUsaha', 'Nama badan usaha'],
    ['kode_pos', 'Kode pos'],
    ['NPWP', 'NPWP'],
    ['nomorNPWP', 'Nomor NPWP'],
  ])('%s becomes words', (key, words) => {
    expect(wordsOf(key)).toBe(words);
  });
});

describe('A field that nobody has named', () => {
  it.each([
    ['', '“”'],
    [' ', '“ ”'],
    ['_', '“_”'],
    ['alamatSurat', 'Alamat surat'],
  ])('is called after its key %j', (key, label) => {
    expect(labelOf(key)).toBe(label);
  });

  it('is called after its key where its title is blank', () => {
    expect(labelOf('nama', { title: ' ' })).toBe('Nama');
  });
});

describe('A choice that nobody has named', () => {
  it.each<[Json, string]>([
    ['badanUsaha', 'Badan usaha'],
    ['badan_usaha', 'Badan usaha'],
    ['badan-usaha', 'Badan usaha'],
    ['penyedia', 'Penyedia'],
    ['Bank Jateng', 'Bank Jateng'],
    ['E-purchasing', 'E-purchasing'],
    ['K/0', 'K/0'],
    ['2026-11-22', '2026-11-22'],
    ['1.0', '1.0'],
    ['-', '-'],
    ['', 'Kosong'],
    [' ', '“ ”'],
    [-1, '-1'],
    [2026, '2026'],
    [2.5, '2,5'],
    [true, 'Ya'],
    [false, 'Tidak'],
    [null, 'Tidak ada'],
    [[-6.9, 109.7], '-6,9, 109,7'],
    [{ nama: 'Batang', kode: 3325, pusat: null }, 'Batang, 3325, Tidak ada'],
    [{ a: ' ' }, '“ ”'],
    [{ a: { b: 1 } }, '{"a":{"b":1}}'],
    [{}, '{}'],
    [[], '[]'],
  ])('keeps what it says: %j', (value, label) => {
    expect(choiceLabel(value)).toBe(label);
  });

  it('is worded in the language of the form', () => {
    const schema = { type: 'object', properties: { a: { enum: [true, 2.5, 'b'] } } };
    const labels = createFormModel({ schema, locale: 'en' }).field('/a')?.choices;
    expect(labels?.map(({ label }) => label)).toEqual(['Yes', '2.5', 'B']);
  });

  it('is one of a list, and no shape to switch to, whatever kinds of value the list holds', () => {
    const oneOf: Json[] = [{ const: true, title: 'Semua' }, { const: 2 }, { const: 'b' }];
    const field = createFormModel({ schema: { properties: { a: { oneOf } } } }).field('/a');
    expect(field?.variants).toBeUndefined();
    expect(field?.choices?.map(({ label }) => label)).toEqual(['Semua', '2', 'B']);
  });

  it('is called by its title where that says something', () => {
    expect(choiceLabel('a', 'Satu')).toBe('Satu');
    expect(choiceLabel('a', '')).toBe('A');
  });
});
