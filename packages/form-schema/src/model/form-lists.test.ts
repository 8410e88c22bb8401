import { describe, expect, it, vi } from 'vitest';
import type { Json } from '../json.js';
import { createFormModel } from './create-form-model.js';
import type { FormModel } from './form-model.js';
import { heard, model, problemAt, shown, text } from './testing.js';

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
      d: [''],
      t: [''],
      tidakAda: [null],
    });
  });

  it('may hold nothing but lists of its own kind', () => {
    const form = createFormModel({
      schema: {
        properties: { a: { $ref: '#/$defs/a' } },
        $defs: { a: { type: 'array', items: { $ref: '#/$defs/a' } } },
      },
    });
    form.append('/a');
    form.append('/a/0');
    expect(form.value).toEqual({ a: [[[]]] });
    expect(form.children('/a/0').map(({ pointer }) => pointer)).toEqual(['/a/0/0']);
    expect(form.validate()).toEqual([]);
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

  it('gives back what a removed row said was wrong', () => {
    const form = model({ value: { lampiran: [{ judul: 'a' }, {}, { judul: 'c' }] } });
    form.touch('/lampiran/1/judul');
    form.setProblems([problemAt('/lampiran/1')]);
    const before = shown(form);
    const undo = form.remove('/lampiran/1');
    expect(shown(form)).toEqual([]);
    const last = form.remove('/lampiran/1');
    last();
    undo();
    expect(shown(form)).toEqual(before);
    form.remove('/lampiran/0');
    form.remove('/lampiran/1');
    form.append('/lampiran');
    expect(shown(form)).not.toContain('/lampiran/1/judul required');
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
