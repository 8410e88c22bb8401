import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../forms/form.js';
import type { JsonObject } from '../json.js';
import { deriveLayout } from './derive-layout.js';

const text = { type: 'string' } as const;
const date = { type: 'string', format: 'date' } as const;

function fieldsOf(
  properties: JsonObject,
  more: JsonObject = {},
): ReturnType<typeof deriveLayout>['fields'] {
  return deriveLayout({ type: 'object', properties, ...more }).fields;
}

/** The fields that stand in half a row. */
function halves(properties: JsonObject, more?: JsonObject): string[] {
  return Object.entries(fieldsOf(properties, more) ?? {}).flatMap(([path, { width }]) =>
    width === 'half' ? [path] : [],
  );
}

function tokens(properties: JsonObject): { readonly [path: string]: string } {
  return Object.fromEntries(
    Object.entries(fieldsOf(properties) ?? {}).flatMap(([path, { autocomplete }]) =>
      autocomplete === undefined ? [] : [[path, autocomplete]],
    ),
  );
}

describe('A derived layout', () => {
  it('puts short fields that follow each other side by side, two by two', () => {
    const number = { type: 'number' };
    expect(halves({ a: date, b: number, c: { type: 'string', maxLength: 10 } })).toEqual([
      '/a',
      '/b',
    ]);
    expect(halves({ a: number, b: text, c: number, d: number })).toEqual(['/c', '/d']);
  });

  it('leaves long texts, choices, groups and lists the whole row', () => {
    const choice = { enum: ['a', 'b'] };
    const group = { type: 'object', properties: {} };
    expect(
      halves({
        a: text,
        b: text,
        c: choice,
        d: choice,
        e: group,
        f: group,
        g: { type: 'boolean' },
        h: { type: 'boolean' },
      }),
    ).toEqual([]);
    expect(
      halves({ a: { type: ['string', 'object'] }, b: { type: ['string', 'object'] } }),
    ).toEqual([]);
  });

  it('leaves no hole where a field applies only sometimes', () => {
    const more = { if: { required: ['a'] }, then: { properties: { b: date } } };
    expect(halves({ a: date }, more)).toEqual([]);
  });

  it('looks into groups and rows', () => {
    const group = { type: 'object', properties: { a: date, b: date } };
    expect(halves({ g: group, l: { type: 'array', items: group } })).toEqual([
      '/g/a',
      '/g/b',
      '/l/*/a',
      '/l/*/b',
    ]);
  });

  it('comes to an end in a schema that holds itself', () => {
    const schema: JsonSchema = {
      $ref: '#/$defs/n',
      $defs: { n: { type: 'object', properties: { a: date, b: date, c: { $ref: '#/$defs/n' } } } },
    };
    expect(Object.keys(deriveLayout(schema).fields ?? {})).toEqual(['/a', '/b']);
  });

  it('names what a browser may fill in where names and formats leave no doubt', () => {
    expect(tokens({ nama: text, email: text, no_hp: text, kodePos: text, catatan: text })).toEqual({
      '/nama': 'name',
      '/email': 'email',
      '/no_hp': 'tel',
      '/kodePos': 'postal-code',
    });
    expect(tokens({ kontak: { type: 'string', format: 'email' } })).toEqual({ '/kontak': 'email' });
  });

  it('takes the name of a thing for no name of a person', () => {
    expect(tokens({ name: text, version: text })).toEqual({});
  });

  it('fills in nobody where there may be two people', () => {
    const person = { type: 'object', properties: { nama: text, email: text } };
    expect(tokens({ pelapor: person, terlapor: person })).toEqual({});
    expect(tokens({ anggota: { type: 'array', items: person } })).toEqual({});
    expect(tokens({ email: text, surel: text, nama: text })).toEqual({ '/nama': 'name' });
  });

  it('asks for digits by the keys of digits', () => {
    const digits = (pattern: string): unknown =>
      fieldsOf({ a: { type: 'string', pattern } })?.['/a']?.inputMode;
    expect(['^\\d{16}$', '^[0-9]+$', '^\\d{3,5}\\d*$'].map(digits)).toEqual([
      'numeric',
      'numeric',
      'numeric',
    ]);
    expect(['\\d{16}', '^[A-Z]\\d$', '^\\d+-\\d+$'].map(digits)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('shows how a text has to look, where its pattern says so and nobody else does', () => {
    const code = { type: 'string', pattern: '^[A-Z]{2}-\\d{3}$' };
    const schema: JsonSchema = {
      properties: {
        a: code,
        b: { ...code, examples: ['XY-007'] },
        c: { type: 'array', items: { properties: { d: code } } },
        e: { enum: ['AB-123'], ...code },
        f: code,
      },
    };
    const texts = {
      id: { title: 'Kode', fields: { '/a': { label: 'A' }, '/f': { example: 'KD-001' } } },
    };
    const made = {
      '/a': { example: 'AB-345' },
      '/c/*/d': { example: 'AB-345' },
      '/f': { example: 'AB-345' },
    };
    expect(deriveLayout(schema, { texts }).texts).toEqual({
      id: {
        title: 'Kode',
        fields: { ...made, '/a': { label: 'A', example: 'AB-345' }, '/f': { example: 'KD-001' } },
      },
      en: { fields: made },
    });
  });

  it('shows it in shapes to choose from as well, unless two of them ask for a member in different ways', () => {
    const shape = (own: string, pattern: string): JsonSchema => ({
      properties: {
        nomor: { type: 'string', pattern },
        [own]: { type: 'string', pattern: '^\\d{3}$' },
      },
    });
    const schema: JsonSchema = {
      properties: { pemilik: { oneOf: [shape('nik', '^A\\d{3}$'), shape('nib', '^B\\d{3}$')] } },
    };
    expect(deriveLayout(schema).texts?.id?.fields).toEqual({
      '/pemilik/nik': { example: '123' },
      '/pemilik/nib': { example: '123' },
    });
  });

  it('keeps what a layout without fields says', () => {
    const layout = { sections: [{ id: 's', fields: ['/a'] }], steps: true };
    expect(deriveLayout({ properties: { a: text } }, layout)).toEqual({ ...layout, fields: {} });
  });
});
