import type { FormDefinition, FormId, FormValidator } from '../../forms/form.js';
import { isJsonObject } from '../../json.js';
import type { JsonObject } from '../../json.js';
import type { Problem } from '../../problem.js';

/**
 * `kategori` decides what else is asked: `paket` a `kodePaket` and maybe a `tahapan`, `perubahan` a letter among the
 * attachments.
 */
const consultationSchema: JsonObject = {
  type: 'object',
  properties: {
    nama: { type: 'string', minLength: 2 },
    tanggalKertas: { type: 'string', format: 'date-time' },
    kategori: { enum: ['umum', 'paket', 'perubahan'] },
    uraian: { type: 'string', minLength: 10, maxLength: 200 },
    lampiran: { type: 'array', items: { type: 'string' } },
  },
  required: ['nama', 'kategori', 'uraian'],
  allOf: [
    {
      if: { properties: { kategori: { const: 'paket' } }, required: ['kategori'] },
      then: {
        properties: { kodePaket: { type: 'string', minLength: 5 }, tahapan: { type: 'string' } },
        required: ['kodePaket'],
      },
    },
    {
      if: { properties: { kategori: { const: 'perubahan' } }, required: ['kategori'] },
      then: { properties: { lampiran: { contains: { const: 'surat' } } }, required: ['lampiran'] },
    },
  ],
  unevaluatedProperties: false,
};

/** By form: the fields that must be filled. Anything else is taken as it comes. */
const requiredFields: { readonly [id in FormId]?: readonly string[] } = {
  'guest-book': ['nama'],
  review: ['hasil'],
  call: ['metode'],
  attendance: ['hasil'],
  analysis: ['informasiTambahan', 'solusiDitemukan'],
  solution: ['jawaban', 'paraf'],
  escalation: ['tujuan', 'kanal', 'ringkasan'],
  'copy-archive': ['salinan', 'arsip'],
  'external-number': ['nomorLuar'],
  reminder: ['kanal'],
  revocation: ['alasan'],
  'lkpp-reply': ['jawaban'],
  reopening: ['alasan'],
  deviation: ['langkah', 'putaran', 'jenis', 'alasan'],
};

export function form(id: FormId): FormDefinition {
  if (id === 'consultation-form')
    return { id, schema: consultationSchema, layout: {}, validate: consultationValidator() };
  const required = requiredFields[id] ?? [];
  const validate = (value: unknown) =>
    isJsonObject(value)
      ? required.filter((key) => isEmpty(value, key)).map((key) => problem(`/${key}`, 'required'))
      : [problem('', 'type')];
  return { id, schema: { type: 'object', required: [...required] }, layout: {}, validate };
}

function consultationValidator(): FormValidator {
  const is = (kategori: string) => (value: unknown) =>
    isJsonObject(value) && value['kategori'] === kategori;
  const validate = (value: unknown): Problem[] => {
    if (!isJsonObject(value)) return [problem('', 'type')];
    const { kategori, uraian, kodePaket, lampiran = [] } = value;
    const known = ['nama', 'tanggalKertas', 'kategori', 'uraian', 'lampiran'];
    if (kategori === 'paket') known.push('kodePaket', 'tahapan');
    const required = ['nama', 'kategori', 'uraian', ...(kategori === 'paket' ? ['kodePaket'] : [])];
    const short = (text: unknown, limit: number) => typeof text === 'string' && text.length < limit;
    return [
      ...required.filter((key) => isEmpty(value, key)).map((key) => problem(`/${key}`, 'required')),
      ...(short(uraian, 10) ? [problem('/uraian', 'minLength')] : []),
      ...(short(kodePaket, 5) ? [problem('/kodePaket', 'minLength')] : []),
      ...(String(uraian).length > 200 ? [problem('/uraian', 'maxLength')] : []),
      ...(kategori === 'perubahan' && !(Array.isArray(lampiran) && lampiran.includes('surat'))
        ? [problem('/lampiran', 'contains')]
        : []),
      ...Object.keys(value)
        .filter((key) => !known.includes(key))
        .map((key) => problem(`/${key}`, 'unevaluatedProperties')),
    ];
  };
  return Object.assign(validate, {
    conditions: { '/allOf/0': is('paket'), '/allOf/1': is('perubahan') },
  });
}

function isEmpty(value: JsonObject, key: string): boolean {
  return !Object.hasOwn(value, key) || value[key] === null || value[key] === '';
}

function problem(pointer: string, keyword: string): Problem {
  return { pointer, keyword, params: {}, messageKey: keyword, message: keyword };
}
