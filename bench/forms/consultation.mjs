import { readFileSync } from 'node:fs';
import { conditional, formOf } from './form.mjs';

const from = (path) =>
  JSON.parse(readFileSync(new URL(`../../packages/form-schema/${path}`, import.meta.url), 'utf8'));

/** Set by the page, or of a kind that not every contender knows. */
const leftOut = ['kanal', 'pemberitahuanVersi', 'lampiran', 'izin'];

/** Two fields under conditions, of those that the shipped form has. */
const conditions = [
  { when: { key: 'jenisPengguna', is: 'penyedia' }, key: 'npwp', of: 'penyedia' },
  { when: { key: 'kategori', is: 'lainnya' }, key: 'kategoriLain', of: 'lainnya' },
];

/** The shipped consultation form in its 23 plain fields, with two more that appear under conditions. */
export function consultation() {
  const schema = from('schemas/consultation-form.schema.json');
  const layout = from('layouts/consultation-form.layout.json');
  const texts = from('texts/consultation-form.id.json');
  const properties = without(schema.properties, leftOut);
  // A proposed answer would make one question fewer to answer in some engines only.
  delete properties.tipe.default;
  const sections = layout.sections.filter(({ id }) => id !== 'bukti');
  const branches = conditions.map(({ when, key }) =>
    conditional(when, { [key]: conditionalSchema(schema, key) }),
  );
  return formOf({
    name: 'consultation',
    schema: {
      type: 'object',
      required: schema.required,
      properties,
      allOf: branches,
    },
    layout: { sections, fields: layout.fields },
    texts,
    whens: Object.fromEntries(conditions.map(({ key, when }) => [key, when])),
    typeInto: 'judul',
    valid: {
      nama: 'Siti Aminah',
      telepon: '+6281234567890',
      email: 'siti@contoh.co.id',
      jenisPengguna: 'publik',
      tipe: 'masalah',
      aplikasi: 'spse',
      kategori: 'aksesLambat',
      judul: 'Halaman unggah penawaran tidak terbuka',
      uraian: 'Sejak pagi halaman unggah tidak terbuka, juga setelah peramban ditutup.',
      pemberitahuanPrivasi: true,
      pernyataanBenar: true,
    },
  });
}

function conditionalSchema(schema, key) {
  const branch = schema.allOf.find(({ then }) => then?.properties?.[key] !== undefined);
  return branch.then.properties[key];
}

function without(members, names) {
  return Object.fromEntries(Object.entries(members).filter(([key]) => !names.includes(key)));
}
