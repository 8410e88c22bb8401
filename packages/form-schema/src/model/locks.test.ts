import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../forms/form.js';
import { compile } from '../validation/compile.js';
import { createFormModel } from './create-form-model.js';
import { heard, model, text } from './testing.js';

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

  it('give way where what was changed makes another field wrong, and only then', () => {
    const schema: JsonSchema = {
      properties: { kategori: text, surat: { type: 'string' }, nama: text },
      if: { properties: { kategori: { const: 'ubah' } }, required: ['kategori'] },
      then: { required: ['surat'] },
    };
    const value = { kategori: 'lain', nama: 'Sari' };
    const form = createFormModel({
      schema,
      validate: compile(schema),
      value,
      editable: ['/kategori'],
    });
    form.validate();
    expect(form.field('/surat')?.locked).toBe(true);
    form.set('/kategori', 'ubah');
    form.validate();
    expect(form.field('/surat')?.locked).toBe(false);
    expect(form.field('/nama')?.locked).toBe(true);
    form.set('/surat', 'ada');
    expect(form.validate()).toEqual([]);
    expect(form.field('/surat')?.locked).toBe(false);

    const shown = createFormModel({ schema, validate: compile(schema), editable: [] });
    shown.set('/kategori', 'ubah');
    shown.validate();
    expect(shown.field('/surat')?.locked).toBe(true);
  });

  it('follow the schema', () => {
    const form = createFormModel({
      schema: { properties: { a: { type: 'string', readOnly: true } } },
    });
    expect(form.field('/a')?.locked).toBe(true);
  });
});
