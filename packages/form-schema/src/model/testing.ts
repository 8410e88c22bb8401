import type { JsonSchema, Layout } from '../forms/form.js';
import type { Json, JsonObject } from '../json.js';
import type { Problem } from '../problem.js';
import { compile } from '../validation/compile.js';
import { createFormModel } from './create-form-model.js';
import type { FormChange, FormModel, FormModelOptions } from './form-model.js';

/* For tests: a small form with everything that behaves differently. */

export const text = { type: 'string' } as const;

export const schema = {
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

export const layout: Layout = {
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

/** The form as a page makes it. */
export function model(options: Partial<FormModelOptions> = {}): FormModel {
  return createFormModel({ schema, layout, validate: compile(schema), ...options });
}

/** What subscribers of the pointers were told, in order. */
export function heard(form: FormModel, ...pointers: string[]): [string, FormChange][] {
  const told: [string, FormChange][] = [];
  for (const pointer of pointers) form.subscribe(pointer, (change) => told.push([pointer, change]));
  return told;
}

/** The problems that show, by field. */
export function shown(form: FormModel): string[] {
  return form.shownProblems.map(({ pointer, keyword }) => `${pointer} ${keyword}`);
}

/** What a server may say about a field. */
export function problemAt(pointer: string): Problem {
  return {
    pointer,
    keyword: 'server',
    params: {},
    messageKey: 'server',
    message: 'Sudah terdaftar.',
  };
}

/** A form with one member `a`, judged as its schema says. */
export function open(member: JsonObject, value?: Json, others: JsonObject = {}): FormModel {
  const schema: JsonSchema = { type: 'object', properties: { a: member }, ...others };
  return createFormModel({ schema, validate: compile(schema), ...(value ? { value } : {}) });
}
