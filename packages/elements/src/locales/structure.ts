import type { VariantOption } from '@lpse-konsultasi/form-schema';
import type { TextSource } from '../i18n/texts.js';

const kinds: { readonly [kind in VariantOption['kind']]: string } = {
  string: 'Teks',
  number: 'Angka',
  integer: 'Bilangan bulat',
  boolean: 'Ya atau tidak',
  null: 'Kosong',
  object: 'Kelompok isian',
  array: 'Daftar',
  choice: 'Pilihan',
  unknown: 'Lainnya',
};

const id = {
  kinds,
  kindOf: 'Jenis isian',
  name: 'Nama',
  addMember: 'Tambah isian',
  member: (name: string) => (name === '' ? 'Isian tanpa nama' : `Isian “${name}”`),
  nameMissing: 'Mohon isi nama untuk isian ini, atau hapus isiannya. Contoh: warna.',
  nameTaken: (name: string) => `Nama “${name}” sudah dipakai. Mohon gunakan nama lain.`,
  namesUsed: 'Semua nama yang tersedia sudah dipakai.',
  fileHeld: (size: string) => `Berkas terlampir, ${size}.`,
  fileTooLarge: (max: string) =>
    `Berkas terlalu besar. Mohon pilih berkas yang tidak lebih dari ${max}.`,
  fileUnread: 'Berkas tidak dapat dibaca. Mohon pilih kembali.',
  fileRemove: 'Hapus berkas',
  fillIn: (label: string) => `Isi ${label}`,
  takeOut: (label: string) => `Hapus ${label}`,
};

export type StructureTexts = typeof id;

/** Words of the widgets for values of several shapes and for members that a person names. */
export const structureTexts: TextSource<StructureTexts> = {
  id,
  en: async () => (await import('./structure.en.js')).en,
};
