import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../forms/form.js';
import type { Json } from '../json.js';
import { compile } from '../validation/compile.js';
import { createFormModel } from './create-form-model.js';
import type { FormModel } from './form-model.js';
import { text } from './testing.js';

const schema: JsonSchema = {
  type: 'object',
  properties: {
    jenis: { enum: ['a', 'b'], default: 'a' },
    baris: {
      type: 'array',
      items: {
        properties: { ukuran: { type: 'integer', default: 1 }, isi: text },
        if: { properties: { isi: { const: 'lebih' } }, required: ['isi'] },
        then: { properties: { sebab: { type: 'string', default: 'lain' } } },
      },
    },
  },
  if: { properties: { jenis: { const: 'b' } }, required: ['jenis'] },
  then: {
    properties: { alasan: { type: 'string', default: 'biasa' }, g: { $ref: '#/$defs/g' } },
  },
  else: { properties: { catatan: { type: 'string', default: '-' } } },
  dependentSchemas: { alasan: { properties: { lanjut: { type: 'integer', default: 7 } } } },
  $defs: { g: { type: 'object', properties: { n: text }, default: { n: 'x' } } },
};

function open(value?: Json): FormModel {
  return createFormModel({ schema, validate: compile(schema), ...(value ? { value } : {}) });
}

describe('a default', () => {
  it('fills a field of an empty form, also one that appears by another default', () => {
    const form = open();
    expect(form.result).toEqual({ jenis: 'a', catatan: '-' });
    expect(form.dirty).toBe(false);
  });

  it('fills fields that appear later, and those that appear with them', () => {
    const form = open();
    form.set('/jenis', 'b');
    expect(form.result).toEqual({ jenis: 'b', alasan: 'biasa', g: { n: 'x' }, lanjut: 7 });
  });

  it('changes nothing of a value that was given', () => {
    expect(open({ baris: [{ isi: 'lebih' }] }).result).toEqual({ baris: [{ isi: 'lebih' }] });
    const form = open();
    form.reset({ baris: [{}] });
    expect(form.result).toEqual({ baris: [{}] });
    form.set('/baris', [{ isi: 'lebih' }]);
    expect(form.result).toEqual({ baris: [{ isi: 'lebih' }] });
  });

  it('overwrites nothing', () => {
    const form = open({ jenis: 'a', alasan: 'lama' });
    form.set('/jenis', 'b');
    expect(form.get('/alasan')).toBe('lama');
  });

  it('does not come back once it was cleared', () => {
    const form = open();
    form.set('/jenis', 'b');
    form.set('/alasan', undefined);
    form.set('/jenis', 'a');
    form.set('/jenis', 'b');
    expect(form.get('/alasan')).toBeUndefined();
  });

  it('does not come to a field that was empty when it was shown first', () => {
    const form = open({ jenis: 'b' });
    form.set('/jenis', 'a');
    form.set('/jenis', 'b');
    expect(form.get('/alasan')).toBeUndefined();
  });

  it('fills new rows, and what appears in them', () => {
    const form = open();
    form.append('/baris');
    expect(form.get('/baris')).toEqual([{ ukuran: 1 }]);
    form.set('/baris/0/isi', 'lebih');
    expect(form.get('/baris/0/sebab')).toBe('lain');
    form.append('/baris', { isi: 'lebih' });
    expect(form.get('/baris/1')).toEqual({ isi: 'lebih' });
  });

  it('does not fill a row that was moved or put back', () => {
    const form = open();
    form.append('/baris', { isi: 'lebih', sebab: 'x' });
    form.append('/baris');
    form.set('/baris/0/sebab', undefined);
    form.move('/baris', 0, 1);
    expect(form.get('/baris')).toEqual([{ ukuran: 1 }, { isi: 'lebih' }]);
    const undo = form.remove('/baris/1');
    undo();
    expect(form.get('/baris')).toEqual([{ ukuran: 1 }, { isi: 'lebih' }]);
  });
});
