import { describe, expect, it, vi } from 'vitest';
import { LpseError } from '../errors.js';
import type { JsonSchema, Layout } from '../forms/form.js';
import type { Json } from '../json.js';
import { createFormModel } from '../model/create-form-model.js';
import type { FormModel } from '../model/form-model.js';
import { heard } from '../model/testing.js';
import { compile } from '../validation/compile.js';
import { compileRules } from './compile-rules.js';
import { operators } from './operators.js';

/* What rules do to a form. */

const text = { type: 'string' } as const;
const number = { type: 'number' } as const;

function form(schema: JsonSchema, layout: Layout, value?: Json): FormModel {
  const rules = compileRules(schema, layout);
  const given = value === undefined ? {} : { value };
  return createFormModel({ schema, layout, rules, validate: compile(schema), ...given });
}

const visitor: JsonSchema = {
  type: 'object',
  properties: {
    jenis: { enum: ['orang', 'badan'] },
    npwp: { type: 'string', minLength: 5 },
    alamat: { type: 'object', properties: { kota: text, pos: text } },
    catatan: text,
  },
};
const isBody = { '==': [{ var: '/jenis' }, 'badan'] } as const;

describe('A field with a rule', () => {
  const layout: Layout = { fields: { '/npwp': { visible: isBody } } };

  it('shows while the rule holds, and the form hears of it', () => {
    const model = form(visitor, layout);
    expect(model.field('/npwp')).toBeUndefined();
    expect(model.children('').map(({ pointer }) => pointer)).not.toContain('/npwp');
    const told = heard(model, '', '/npwp');
    model.set('/jenis', 'badan');
    expect(model.field('/npwp')).toBeDefined();
    expect(model.sections[0]?.fields.map(({ pointer }) => pointer)).toContain('/npwp');
    model.set('/jenis', 'orang');
    expect(model.field('/npwp')).toBeUndefined();
    expect(told.filter(([at]) => at === '')).toEqual([
      ['', 'structure'],
      ['', 'structure'],
    ]);
  });

  it('keeps what was entered for when it comes back, and submits nothing of it', () => {
    const model = form(visitor, layout, { jenis: 'badan', npwp: '12345' });
    model.set('/jenis', 'orang');
    expect(model.result).toEqual({ jenis: 'orang' });
    expect(model.get('/npwp')).toBe('12345');
    model.set('/jenis', 'badan');
    expect(model.result).toEqual({ jenis: 'badan', npwp: '12345' });
  });

  it('submits its value where the layout keeps it', () => {
    const keeping = { fields: { '/npwp': { visible: isBody, whenHidden: 'keep' } } } as const;
    const model = form(visitor, keeping, { jenis: 'orang', npwp: '12345' });
    expect(model.field('/npwp')).toBeUndefined();
    expect(model.result).toEqual({ jenis: 'orang', npwp: '12345' });
  });

  it('is not in the way with what is wrong in it while it does not show', () => {
    const model = form(visitor, layout, { jenis: 'badan', npwp: '1' });
    expect(model.problems.map(({ pointer }) => pointer)).toEqual(['/npwp']);
    model.set('/jenis', 'orang');
    expect(model.problems).toEqual([]);
  });

  it('counts as empty for other rules while it does not show', () => {
    const chain: Layout = {
      fields: {
        '/catatan': { visible: { filled: { var: '/npwp' } } },
        '/npwp': { visible: isBody, whenHidden: 'keep' },
      },
    };
    const model = form(visitor, chain, { jenis: 'badan', npwp: '12345' });
    expect(model.field('/catatan')).toBeDefined();
    model.set('/jenis', 'orang');
    expect(model.field('/catatan')).toBeUndefined();
  });

  it('may be a member of a group, or the group', () => {
    const member = form(visitor, {
      fields: { '/alamat/pos': { visible: { filled: { var: '/alamat/kota' } } } },
    });
    const told = heard(member, '/alamat');
    expect(member.children('/alamat').map(({ pointer }) => pointer)).toEqual(['/alamat/kota']);
    member.set('/alamat/kota', 'Batang');
    expect(told).toContainEqual(['/alamat', 'structure']);
    expect(member.children('/alamat')).toHaveLength(2);

    const value = { jenis: 'orang', alamat: { kota: 'Batang', pos: '51211' } };
    const group = form(visitor, { fields: { '/alamat': { visible: isBody } } }, value);
    expect(group.field('/alamat/kota')).toBeUndefined();
    expect(group.result).toEqual({ jenis: 'orang' });
    group.set('/jenis', 'badan');
    expect(group.result).toEqual({ ...value, jenis: 'badan' });
  });

  it('of a group of which sections show the parts is drawn by the form', () => {
    const model = form(visitor, {
      sections: [
        { id: 'a', fields: ['/jenis', '/alamat/kota'] },
        { id: 'b', fields: ['/alamat/pos'] },
      ],
      fields: { '/alamat/pos': { visible: { filled: { var: '/alamat/kota' } } } },
    });
    const told = heard(model, '');
    model.set('/alamat/kota', 'Batang');
    expect(told).toEqual([['', 'structure']]);
    expect(model.sections.map(({ id }) => id)).toEqual(['a', 'b', 'lainnya']);
  });

  it('can be edited once it shows, in a form of which only some fields can be', () => {
    const model = form(visitor, layout, { jenis: 'orang' });
    model.setEditable(['/jenis']);
    model.set('/jenis', 'badan');
    expect(model.field('/npwp')?.locked).toBe(false);
    expect(model.field('/catatan')?.locked).toBe(true);
  });
});

describe('A required field that a rule hides', () => {
  const schema: JsonSchema = { ...visitor, required: ['npwp'] };
  const layout: Layout = { fields: { '/npwp': { visible: isBody } } };

  it('is missing, and the form says so instead of being stuck in silence', () => {
    const model = form(schema, layout, { jenis: 'orang' });
    expect(model.validate()).toEqual([
      expect.objectContaining({ pointer: '/npwp', keyword: 'required' }),
    ]);
    expect(model.validate()[0]?.message).not.toBe('');
    expect(model.field('/npwp')).toBeUndefined();
  });
});

describe('A section with a rule', () => {
  const layout: Layout = {
    sections: [
      { id: 'siapa', fields: ['/jenis'] },
      { id: 'badan', fields: ['/npwp', '/alamat'], visible: isBody },
      { id: 'kota', fields: ['/alamat/kota'] },
    ],
  };

  it('comes and goes with its fields, and leaves those that another section shows', () => {
    const value = { jenis: 'badan', npwp: '12345', alamat: { kota: 'Batang', pos: '51211' } };
    const model = form(visitor, layout, value);
    expect(model.sections.map(({ id }) => id)).toEqual(['siapa', 'badan', 'kota', 'lainnya']);
    model.set('/jenis', 'orang');
    expect(model.sections.map(({ id }) => id)).toEqual(['siapa', 'kota', 'lainnya']);
    expect(model.result).toEqual({ jenis: 'orang', alamat: { kota: 'Batang' } });
  });
});

const order: JsonSchema = {
  type: 'object',
  properties: {
    barang: {
      type: 'array',
      items: {
        type: 'object',
        properties: { nama: text, harga: number, jumlah: number, subtotal: number, alasan: text },
      },
    },
    diskon: number,
    total: number,
    ringkasan: text,
  },
};
const orderLayout: Layout = {
  fields: {
    '/total': {
      calculate: {
        '-': [{ sum: { var: '/barang/*/subtotal' } }, { max: [{ var: '/diskon' }, 0] }],
      },
    },
    '/ringkasan': {
      calculate: { cat: [{ count: { var: '/barang' } }, ' barang, ', { var: '/total' }] },
      visible: { '>': [{ var: '/total' }, 0] },
    },
    '/barang/*/subtotal': {
      calculate: { '*': [{ var: '/barang/*/harga' }, { var: '/barang/*/jumlah' }] },
    },
    '/barang/*/alasan': { visible: { '>': [{ var: '/barang/*/harga' }, 100] } },
  },
};

describe('A calculated field', () => {
  it('is in the value, and is not to be edited', () => {
    const model = form(order, orderLayout, { barang: [{ harga: 3, jumlah: 4 }], diskon: 2 });
    expect(model.result).toEqual({
      barang: [{ harga: 3, jumlah: 4, subtotal: 12 }],
      diskon: 2,
      total: 10,
      ringkasan: '1 barang, 10',
    });
    expect(model.dirty).toBe(false);
    expect(model.field('/total')?.locked).toBe(true);
    model.set('/total', 99);
    expect(model.get('/total')).toBe(10);
  });

  it('follows what it is made from, row by row, and says so to its listeners', () => {
    const model = form(order, orderLayout, { barang: [{ harga: 3, jumlah: 4 }, { harga: 200 }] });
    const told = heard(model, '/total', '/barang/0/subtotal', '/barang/1/subtotal', '/barang/1');
    const observed: string[] = [];
    model.observe((pointer) => observed.push(pointer));
    model.set('/barang/1/jumlah', 2);
    expect(model.get('/total')).toBe(412);
    expect(told).toEqual([
      ['/barang/1/subtotal', 'field'],
      ['/total', 'field'],
    ]);
    expect(observed).toEqual(['/barang/1/subtotal', '/total', '/ringkasan', '/barang/1/jumlah']);
  });

  it('has no value while something is missing, and leaves no empty group behind', () => {
    const schema: JsonSchema = {
      type: 'object',
      properties: { a: number, grup: { type: 'object', properties: { dua: number } } },
    };
    const model = form(schema, {
      fields: { '/grup/dua': { calculate: { '*': [{ var: '/a' }, 2] } } },
    });
    expect(model.value).toEqual({});
    model.set('/a', 3);
    expect(model.result).toEqual({ a: 3, grup: { dua: 6 } });
    model.set('/a', undefined);
    expect(model.get('/grup/dua')).toBeUndefined();
  });

  it('moves, comes and goes with the rows of its list', () => {
    const model = form(order, orderLayout, {
      barang: [
        { harga: 1, jumlah: 1 },
        { harga: 200, jumlah: 1 },
      ],
    });
    expect(model.field('/barang/0/alasan')).toBeUndefined();
    expect(model.field('/barang/1/alasan')).toBeDefined();
    model.move('/barang', 0, 1);
    expect(model.field('/barang/0/alasan')).toBeDefined();
    expect(model.field('/barang/1/alasan')).toBeUndefined();
    const undo = model.remove('/barang/0');
    expect(model.get('/total')).toBe(1);
    undo();
    expect(model.get('/total')).toBe(201);
    model.append('/barang');
    expect(model.field('/barang/2/alasan')).toBeUndefined();
    expect(model.result).toMatchObject({ total: 201 });
  });

  it('starts anew with a reset, and the form is as it began', () => {
    const model = form(order, orderLayout, { diskon: 1 });
    model.reset({ diskon: 5 });
    expect(model.get('/total')).toBe(-5);
    expect(model.dirty).toBe(false);
    model.set('/diskon', 6);
    expect(model.dirty).toBe(true);
    model.reset();
    expect(model.get('/total')).toBe(-5);
  });

  it('that is hidden stays out of what is submitted and of what others read', () => {
    const model = form(order, {
      fields: {
        '/total': { calculate: 5, visible: { filled: { var: '/diskon' } } },
        '/ringkasan': { calculate: { cat: ['Total ', { var: '/total' }] } },
      },
    });
    expect(model.result).toEqual({ ringkasan: 'Total ' });
    model.set('/diskon', 1);
    expect(model.result).toEqual({ diskon: 1, total: 5, ringkasan: 'Total 5' });
  });
});

describe('Rules together with conditions of the schema', () => {
  const schema: JsonSchema = {
    type: 'object',
    properties: { jenis: text, nama: text, sandi: text },
    if: { properties: { jenis: { const: 'badan' } }, required: ['jenis'] },
    then: { properties: { npwp: text, pokok: text } },
  };
  const layout: Layout = { fields: { '/nama': { visible: { filled: { var: '/npwp' } } } } };

  it('a field that does not apply counts as empty for a rule', () => {
    const model = form(schema, layout, { jenis: 'badan', npwp: '1', nama: 'x' });
    expect(model.field('/nama')).toBeDefined();
    model.set('/jenis', 'orang');
    expect(model.field('/nama')).toBeUndefined();
    expect(model.result).toEqual({ jenis: 'orang' });
    model.set('/jenis', 'badan');
    expect(model.result).toEqual({ jenis: 'badan', npwp: '1', nama: 'x' });
  });

  it('a field that a rule hides counts for no condition', () => {
    const model = form(
      schema,
      { fields: { '/jenis': { visible: { empty: { var: '/sandi' } } } } },
      { jenis: 'badan', npwp: '1' },
    );
    expect(model.field('/npwp')).toBeDefined();
    model.set('/sandi', 'x');
    expect(model.field('/npwp')).toBeUndefined();
  });

  it('a calculated field that does not apply is read by no rule', () => {
    const model = form(
      schema,
      {
        fields: {
          '/pokok': { calculate: 'x' },
          '/nama': { visible: { filled: { var: '/pokok' } } },
        },
      },
      { jenis: 'badan' },
    );
    expect(model.field('/nama')).toBeDefined();
    model.set('/jenis', 'orang');
    expect(model.field('/nama')).toBeUndefined();
  });

  it('come to an end although they chase each other', () => {
    const chasing = { fields: { '/jenis': { visible: { empty: { var: '/npwp' } } } } };
    const model = form(schema, chasing, { jenis: 'badan' });
    model.set('/npwp', '1');
    expect(form(schema, chasing, model.value).result).toEqual(model.result);
  });
});

describe('The work that rules cause', () => {
  function countedModel(): { readonly model: FormModel; readonly count: () => number } {
    const rules = compileRules(order, orderLayout);
    let resolutions = 0;
    const model = createFormModel({
      schema: order,
      layout: orderLayout,
      rules: {
        start: (resolve) =>
          rules.start((value, before) => {
            resolutions += 1;
            return resolve(value, before);
          }),
      },
      value: { barang: Array.from({ length: 50 }, (_, harga) => ({ harga, jumlah: 1 })) },
    });
    return { model, count: () => resolutions };
  }

  it('is one pass for a keystroke that a rule reads, and tells only the fields that changed', () => {
    const { model, count } = countedModel();
    const before = count();
    const pointers = ['', ...model.children('/barang').map(({ pointer }) => pointer), '/total'];
    const told = heard(model, ...pointers);
    model.set('/barang/7/jumlah', 2);
    expect(count()).toBe(before + 1);
    expect(told).toEqual([['/total', 'field']]);
  });
});

describe('A keystroke', () => {
  const rows = Array.from({ length: 50 }, () => ({ harga: 1, jumlah: 1 }));

  it('that no rule reads does no work of rules', () => {
    const sum = vi.spyOn(operators.sum, 'apply');
    const product = vi.spyOn(operators['*'], 'apply');
    const model = form(order, orderLayout, { barang: rows });
    const before = [sum.mock.calls.length, product.mock.calls.length];
    expect(before).toEqual([1, 50]);
    model.set('/ringkasan', 'x');
    model.set('/barang/3/nama', 'Meja');
    expect([sum.mock.calls.length, product.mock.calls.length]).toEqual(before);
    model.set('/barang/3/jumlah', 2);
    expect([sum.mock.calls.length, product.mock.calls.length]).toEqual([2, 51]);
    vi.restoreAllMocks();
  });
});

describe('A layout with rules', () => {
  it('is refused by a model that was not given them', () => {
    const make = (): unknown => createFormModel({ schema: order, layout: orderLayout });
    expect(make).toThrow(LpseError);
    expect(make).toThrow(/compileRules/);
    const bySection = { sections: [{ id: 's', fields: [], visible: true }] };
    expect(() => createFormModel({ schema: order, layout: bySection })).toThrow(LpseError);
  });
});
