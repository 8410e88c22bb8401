import type { TextSource } from '../i18n/texts.js';

const id = {
  optional: '(opsional)',
  allRequired: 'Semua isian wajib diisi, kecuali yang bertanda (opsional).',
  error: 'Perlu diperbaiki:',
  example: (example: string) => `Contoh: ${example}`,
  summary: (count: number) => `Ada ${count} isian yang perlu diperbaiki`,
  summaryHint: 'Pilih salah satu untuk langsung menuju isian tersebut.',
  submit: 'Kirim',
  stepOf: (now: number, all: number, title: string) => `Langkah ${now} dari ${all} · ${title}`,
  next: 'Lanjut',
  back: 'Kembali',
  check: 'Periksa jawaban',
  checkHint: 'Silakan periksa sekali lagi sebelum menyerahkan.',
  change: 'Ubah',
  changeSection: (title: string) => `Ubah ${title}`,
  busy: 'Sedang mengirim…',
  loading: 'Sedang menyiapkan formulir…',
  unusable: 'Formulir ini belum dapat ditampilkan',
  unusableHint:
    'Susunan formulir tidak dapat dibaca. Silakan hubungi pengelola situs ini dan sebutkan kode berikut.',
  brokenField: 'Isian ini belum dapat ditampilkan. Silakan hubungi pengelola situs ini.',
  empty: 'Tidak diisi',
  yes: 'Ya',
  no: 'Tidak',
  choose: 'Silakan pilih',
  clear: 'Kosongkan pilihan',
  charactersLeft: (count: number) => `Tersisa ${count} karakter`,
  charactersOver: (count: number) => `Kelebihan ${count} karakter`,
  incompleteDate: 'Mohon lengkapi tanggal, bulan, dan tahun. Contoh: 22/11/2026.',
  incompleteDateTime: 'Mohon lengkapi tanggal beserta jamnya. Contoh: 22/11/2026 14.05.',

  item: 'Baris',
  itemOf: (item: string, position: number, count: number) => `${item} ${position} dari ${count}`,
  add: 'Tambah baris',
  remove: 'Hapus',
  removeItem: (item: string) => `Hapus ${item}`,
  moveUp: 'Naikkan',
  moveUpItem: (item: string) => `Naikkan ${item}`,
  moveDown: 'Turunkan',
  moveDownItem: (item: string) => `Turunkan ${item}`,
  removed: (item: string) => `${item} dihapus.`,
  moved: (item: string, position: number) => `${item} kini di urutan ${position}.`,
  undo: 'Batalkan penghapusan',
  restored: (item: string) => `${item} dikembalikan.`,
  listFull: (max: number) => `Sudah mencapai jumlah paling banyak, yaitu ${max}.`,
  noItems: 'Belum ada.',

  tagAdd: 'Tambah',
  tagHint: 'Ketik lalu tekan Enter.',

  chooseFiles: 'Pilih berkas',
  dropFiles: 'atau letakkan berkas di sini, atau tempel gambar',
  fileRules: (types: string, size: string, count: number) =>
    `Jenis berkas: ${types}. Ukuran paling besar ${size} tiap berkas, paling banyak ${count} berkas.`,
  fileRulesNoCount: (types: string, size: string) =>
    `Jenis berkas: ${types}. Ukuran paling besar ${size} tiap berkas.`,
  fileChecking: 'Sedang diperiksa…',
  fileSending: (percent: number) => `Sedang diunggah, ${percent} persen`,
  fileAdded: (name: string) => `${name} sudah dilampirkan.`,
  fileRetry: 'Coba lagi',
  fileTooLarge: (name: string, size: string, max: string) =>
    `“${name}” berukuran ${size}. Mohon pilih berkas yang tidak lebih dari ${max}.`,
  fileEmpty: (name: string) => `“${name}” kosong. Mohon pilih berkas lain.`,
  fileWrongType: (name: string, types: string) =>
    `“${name}” bukan jenis berkas yang diterima. Mohon pilih ${types}.`,
  fileMismatch: (name: string, actual: string) =>
    `Isi “${name}” tidak sesuai dengan nama berkasnya (isinya ${actual}). Mohon simpan ulang dengan jenis yang benar.`,
  fileUnknownContent: (name: string, types: string) =>
    `Isi “${name}” tidak sesuai dengan jenisnya. Mohon pilih berkas ${types} yang asli.`,
  fileDuplicate: (name: string) => `“${name}” sudah dilampirkan.`,
  fileTooMany: (name: string, max: number) =>
    `“${name}” belum dilampirkan karena paling banyak ${max} berkas. Silakan hapus salah satu lebih dahulu.`,
  fileFailed: (name: string) =>
    `“${name}” belum berhasil diunggah. Silakan coba lagi, atau hapus dari daftar.`,
  filesPending: 'Mohon tunggu sampai semua berkas selesai diunggah.',
  filesFailed: 'Ada berkas yang belum terlampir. Silakan coba lagi, atau hapus dari daftar.',

  signatureHint: 'Gambar paraf dengan tetikus, pena, atau jari di dalam kotak.',
  signatureBox: 'Kotak paraf',
  signatureDrawn: 'Paraf sudah digambar',
  signatureEmpty: 'Kotak paraf masih kosong',
  signatureClear: 'Hapus gambar',
};

export type FormElementTexts = typeof id;

/** Words of the form itself; what a field is called and what its messages say comes from the form's own texts. */
export const formTexts: TextSource<FormElementTexts> = {
  id,
  en: async () => (await import('./form.en.js')).en,
};
