import { describe, expect, it } from 'vitest';
import { LpseError } from '../errors.js';
import type { Layout } from '../forms/form.js';
import { compileRules } from './compile-rules.js';

const text = { type: 'string' } as const;
const schema = {
  type: 'object',
  properties: {
    nama: text,
    jenis: text,
    npwp: text,
    total: { type: 'number' },
    alamat: { type: 'object', properties: { jalan: text, kota: text } },
    barang: {
      type: 'array',
      items: {
        type: 'object',
        properties: { nama: text, harga: { type: 'number' }, jumlah: { type: 'number' } },
      },
    },
    bebas: { type: 'object', properties: { a: text }, additionalProperties: text },
    apaSaja: {},
  },
};

/** The reason for which a layout is refused; undefined when it is not. */
function refusal(layout: Layout): string | undefined {
  try {
    compileRules(schema, layout);
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(LpseError);
    expect((error as LpseError).code).toBe('LPSE_LAYOUT_INVALID');
    return (error as LpseError).message;
  }
}

const always = true;

describe('The rules of a layout', () => {
  it.each<[string, Layout]>([
    ['none', {}],
    ['one of a field', { fields: { '/npwp': { visible: { filled: { var: '/nama' } } } } }],
    [
      'one of a row',
      { fields: { '/barang/*/harga': { visible: { filled: { var: '/barang/*/nama' } } } } },
    ],
    [
      'one that looks at a row',
      { fields: { '/total': { calculate: { var: '/barang/0/harga' } } } },
    ],
    [
      'one about what the schema leaves open',
      { fields: { '/npwp': { visible: { var: '/bebas/lain' } } } },
    ],
    ['one about anything', { fields: { '/npwp': { visible: { var: '/apaSaja/lain' } } } }],
    ['one of an open member', { fields: { '/bebas/x': { calculate: 'x', visible: always } } }],
    [
      'one of a section',
      {
        sections: [
          { id: 's', fields: ['/npwp'], visible: { var: '/nama' } },
          { id: 't', fields: [] },
        ],
      },
    ],
    [
      'a row that reads its neighbour in the row',
      {
        fields: {
          '/barang/*/jumlah': { calculate: { var: '/barang/*/harga' } },
          '/total': { calculate: { sum: { var: '/barang/*/jumlah' } } },
        },
      },
    ],
  ])('are read: %s', (_, layout) => {
    expect(refusal(layout)).toBeUndefined();
  });

  it.each<[string, Layout, string]>([
    [
      'a field that there is not',
      { fields: { '/npwp': { visible: { var: '/namaa' } } } },
      '/fields/~1npwp/visible: no such field: /namaa; did you mean "/nama"?',
    ],
    [
      'a member that there is not',
      { fields: { '/npwp': { visible: { var: '/alamat/zzz' } } } },
      'no such field: /alamat/zzz.',
    ],
    [
      'a member of a row that there is not',
      { fields: { '/npwp': { visible: { var: '/barang/*/hargaa' } } } },
      'did you mean "/barang/*/harga"?',
    ],
    [
      'something below a plain value',
      { fields: { '/npwp': { visible: { var: '/nama/x' } } } },
      'no such field: /nama/x.',
    ],
    ['a rule of no field', { fields: { '/x': { visible: always } } }, 'no such field: /x'],
    ['a calculation of no field', { fields: { '/x': { calculate: 1 } } }, 'no such field: /x'],
    ['a whole row', { fields: { '/barang/*': { visible: always } } }, 'Hide the list'],
    ['the form itself', { fields: { '': { visible: always } } }, 'stands at the form itself'],
    ['a calculated group', { fields: { '/alamat': { calculate: 1 } } }, 'the field holds fields'],
    ['a calculated list', { fields: { '/barang': { calculate: 1 } } }, 'the field holds a list'],
    [
      'a broken expression',
      { fields: { '/npwp': { visible: { filed: 1 } as never } } },
      'did you mean "filled"?',
    ],
  ])('are refused: %s', (_, layout, reason) => {
    expect(refusal(layout)).toContain(reason);
  });

  it.each<[string, Layout, string]>([
    [
      'that hides the field that it reads',
      { fields: { '/nama': { visible: { filled: { var: '/nama' } } } } },
      '/fields/~1nama/visible: depends on itself: /nama (visible) → /nama (visible).',
    ],
    [
      'that hides the group of what it reads',
      { fields: { '/alamat': { visible: { var: '/alamat/kota' } } } },
      '/alamat (visible) → /alamat (visible)',
    ],
    [
      'that hides a part of the group that it reads',
      { fields: { '/alamat/kota': { visible: { filled: { var: '/alamat' } } } } },
      '/alamat/kota (visible) → /alamat/kota (visible)',
    ],
    [
      'over three fields',
      {
        fields: {
          '/npwp': { visible: { var: '/jenis' } },
          '/nama': { calculate: { var: '/npwp' } },
          '/jenis': { visible: { var: '/nama' } },
        },
      },
      '/npwp (visible) → /jenis (visible) → /nama (calculate) → /npwp (visible)',
    ],
    [
      'through a section',
      { sections: [{ id: 's', fields: ['/nama'], visible: { var: '/nama' } }] },
      '/sections/0/visible: depends on itself: /sections/0/visible → /sections/0/visible.',
    ],
    [
      'between the rows of a list',
      {
        fields: {
          '/barang/*/harga': { calculate: { var: '/barang/*/jumlah' } },
          '/barang/*/jumlah': { calculate: { var: '/barang/*/harga' } },
        },
      },
      '/barang/*/harga (calculate) → /barang/*/jumlah (calculate) → /barang/*/harga (calculate)',
    ],
    [
      'through the row of one number',
      { fields: { '/barang/*/harga': { calculate: { var: '/barang/0/harga' } } } },
      '/barang/*/harga (calculate) → /barang/*/harga (calculate)',
    ],
  ])('are refused with the circle: one %s', (_, layout, circle) => {
    expect(refusal(layout)).toContain(circle);
  });

  it('are refused with every fault at once', () => {
    const reason = refusal({
      fields: { '/npwp': { visible: { var: '/x' } }, '/nama': { calculate: { y: 1 } as never } },
    });
    expect(reason?.split('\n')).toHaveLength(2);
  });

  it('may be many and stand in any order without taking long to be sorted', () => {
    const names = Array.from({ length: 300 }, (_, index) => `f${index}`);
    const properties = Object.fromEntries(names.map((name) => [name, { type: 'number' }]));
    const fields = Object.fromEntries(
      names
        .slice(0, -1)
        .map((name, index) => [
          `/${name}`,
          { calculate: { '+': [{ var: `/f${index + 1}` }, 1] } } as const,
        ]),
    );
    expect(() => compileRules({ type: 'object', properties }, { fields })).not.toThrow();
  });
});
