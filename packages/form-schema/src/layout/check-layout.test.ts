import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { JsonSchema, Layout } from '../forms/form.js';
import type { JsonObject } from '../json.js';
import { layoutSchema } from '../generated/layout-schema.js';
import { operators } from '../rules/operators.js';
import { checkLayout, wordFault } from './check-layout.js';

const text = { type: 'string' } as const;
const schema: JsonSchema = {
  type: 'object',
  required: ['nama', 'alamat'],
  properties: {
    nama: text,
    npwp: text,
    alamat: { type: 'object', required: ['kota'], properties: { jalan: text, kota: text } },
    barang: { type: 'array', items: { type: 'object', properties: { harga: { type: 'number' } } } },
  },
};
const widgets = {
  names: ['text', 'textarea', 'peta'],
  options: ['rows', 'normalise'],
  isOwn: (name: string) => name !== 'peta',
};

function faults(layout: unknown): string[] {
  return checkLayout(schema, layout as Layout, widgets).map(
    (fault) => `${fault.severity} ${wordFault(fault)}`,
  );
}

describe('A layout', () => {
  it.each<[string, Layout]>([
    ['empty', {}],
    [
      'whole',
      {
        steps: 'always',
        sections: [{ id: 'a', fields: ['/nama', '/alamat'], visible: true }].map((section) => ({
          ...section,
          fields: ['/npwp'],
        })),
        fields: {
          '': { order: ['npwp', 'nama'] },
          '/alamat': { order: ['kota'] },
          '/nama': { widget: 'textarea', options: { rows: 2 } },
          '/barang/*/harga': { width: 'half', inputMode: 'decimal' },
          '/npwp': { widget: 'peta', options: { zoom: 3 } },
        },
        texts: {
          id: { sections: { a: { title: 'A' }, lainnya: {} }, fields: { '/nama': { help: 'x' } } },
        },
      },
    ],
    [
      'of which a rule keeps what is required, or hides it with its group',
      {
        sections: [{ id: 'a', fields: ['/npwp'], visible: { var: '/nama' } }],
        fields: {
          '/nama': { visible: true, whenHidden: 'keep' },
          '/alamat/jalan': { visible: { filled: { var: '/nama' } } },
        },
      },
    ],
  ])('that is %s has no fault', (_, layout) => {
    expect(faults(layout)).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['a key', { step: true }, 'warning /step: "step" is no key of a layout; did you mean "steps"?'],
    ['a key of a field', { fields: { '/nama': { widht: 'half' } } }, 'did you mean "width"?'],
    [
      'a key of a section',
      { sections: [{ id: 'a', fields: [], titel: '' }] },
      '"titel" is no key of a layout.',
    ],
    ['a key of texts', { texts: { id: { field: {} } } }, 'did you mean "fields"?'],
    [
      'a key of the texts of a field',
      { texts: { id: { fields: { '/nama': { lable: '' } } } } },
      'did you mean "label"?',
    ],
    [
      'a key of the texts of a section',
      { texts: { id: { sections: { lainnya: { titel: '' } } } } },
      'did you mean "title"?',
    ],
    ['a language', { texts: { fr: {} } }, '"fr" is no key of a layout.'],
    [
      'a value',
      { fields: { '/nama': { width: 'wide' } } },
      'error /fields/~1nama/width: is none of ["full","half","third"].',
    ],
    [
      'a type',
      { fields: { '/nama': { hidden: 'ya' } } },
      'error /fields/~1nama/hidden: has to be of the type boolean.',
    ],
    ['a missing key', { sections: [{ id: 'a' }] }, 'error /sections/0/fields: is missing.'],
    ['an empty name', { fields: { '/nama': { widget: '' } } }, 'breaks "minLength"'],
    ['no document', 3, 'error (the layout): has to be of the type object.'],
    ['a path that is none', { fields: { nama: {} } }, 'warning /fields/nama: is no path.'],
    [
      'a field',
      { fields: { '/namaa': {} } },
      'warning /fields/~1namaa: no such field: /namaa; did you mean "/nama"?',
    ],
    [
      'a field of a section',
      { sections: [{ id: 'a', fields: ['/x'] }] },
      'warning /sections/0/fields/0: no such field: /x.',
    ],
    [
      'a field in two sections',
      {
        sections: [
          { id: 'a', fields: ['/nama'] },
          { id: 'b', fields: ['/nama'] },
        ],
      },
      'warning /sections/1/fields/0: /nama is already shown by the section "a".',
    ],
    [
      'a member',
      { fields: { '': { order: ['npwpp'] } } },
      'warning /fields//order/0: no such member: "npwpp"; did you mean "npwp"?',
    ],
    [
      'a field of the texts',
      { texts: { id: { fields: { '/npw': {} } } } },
      'did you mean "/npwp"?',
    ],
    ['a section of the texts', { texts: { id: { sections: { a: {} } } } }, 'no such section: "a".'],
    [
      'a widget',
      { fields: { '/nama': { widget: 'txt' } } },
      'no such widget: "txt"; did you mean "text"?',
    ],
    [
      'an option',
      { fields: { '/nama': { options: { row: 2 } } } },
      'no such option: "row"; did you mean "rows"?',
    ],
    [
      'a rule',
      { fields: { '/npwp': { visible: { fild: 1 } } } },
      'error /fields/~1npwp/visible: "fild" is no operator',
    ],
    [
      'a rule of a member of nothing',
      { fields: { '/tiada/nama': { visible: { var: '/npwp' } } } },
      '/fields/~1tiada~1nama',
    ],
    [
      'a circle',
      { fields: { '/npwp': { visible: { var: '/npwp' } } } },
      'error /fields/~1npwp/visible: depends on itself',
    ],
    [
      'a hidden required field',
      { fields: { '/nama': { visible: { var: '/npwp' } } } },
      'hides /nama, which the schema always requires',
    ],
    [
      'a required field of a hidden section',
      { sections: [{ id: 'a', fields: ['/alamat/kota'], visible: { var: '/npwp' } }] },
      'hides /alamat/kota, which',
    ],
  ])('has a fault in words and in place: %s', (_, layout, expected) => {
    expect(faults(layout).join('\n')).toContain(expected);
  });

  it('is checked without widgets where nobody says which there are', () => {
    expect(checkLayout(schema, { fields: { '/nama': { widget: 'txt' } } })).toEqual([]);
  });

  const folder = new URL('../../', import.meta.url);
  const shipped = readdirSync(new URL('layouts/', folder));
  it.each(shipped)('of this project has none: %s', (name) => {
    const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), 'utf8'));
    const layout = read(`layouts/${name}`) as Layout;
    const own = read(`schemas/${name.replace('.layout.', '.schema.')}`) as JsonSchema;
    // What an office may switch on is laid out beforehand.
    const { $defs = {}, properties = {} } = own as { $defs?: JsonObject; properties?: JsonObject };
    const offered = ($defs['pilihan'] as JsonObject | undefined)?.['properties'] as JsonObject;
    const whole = { ...(own as JsonObject), properties: { ...properties, ...offered } };
    expect(checkLayout(whole, layout).map(wordFault)).toEqual([]);
  });

  it('is described with every operator of the language', () => {
    const { $defs } = layoutSchema as unknown as {
      $defs: { expression: { properties: object } };
    };
    expect(Object.keys($defs.expression.properties).sort()).toEqual(
      ['var', ...Object.keys(operators)].sort(),
    );
  });
});
