import type { TextSource } from '../i18n/texts.js';

const id = {
  chooseFiles: 'Pilih berkas',
  takePhoto: 'Ambil foto',
  dropFiles: 'atau letakkan berkas di sini, atau tempel gambar',
  fileTypes: (types: string) => `Jenis berkas: ${types}.`,
  fileSizeEach: (size: string) => `Ukuran paling besar ${size} tiap berkas.`,
  fileSizeTotal: (size: string) => `Seluruhnya paling besar ${size}.`,
  fileCount: (count: number) => `Paling banyak ${count} berkas.`,
  fileShrinks:
    'Foto yang besar diperkecil secara otomatis, dan keterangan tempat pengambilannya tidak ikut dikirim.',
  fileChecking: 'Sedang diperiksa…',
  fileSending: (percent: number) => `Sedang diunggah, ${percent} persen`,
  fileAdded: (name: string) => `${name} sudah dilampirkan.`,
  fileShrunk: (from: string, to: string) => `Diperkecil dari ${from} menjadi ${to}.`,
  fileView: 'Lihat',
  fileViewNamed: (name: string) => `Lihat ${name}`,
  fileViewClose: 'Tutup',
  fileCancel: 'Batalkan',
  fileCancelNamed: (name: string) => `Batalkan ${name}`,
  fileRetry: 'Coba lagi',
  fileRetryNamed: (name: string) => `Coba lagi: ${name}`,
  fileTooLarge: (name: string, size: string, max: string) =>
    `“${name}” berukuran ${size}. Mohon pilih berkas yang tidak lebih dari ${max}.`,
  fileTotal: (name: string, max: string) =>
    `“${name}” belum dilampirkan karena seluruh berkas paling besar ${max}. Silakan hapus salah satu, atau pilih berkas yang lebih kecil.`,
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
};

export type FileTexts = typeof id;

/** Words about files; they come with the widget that shows them. */
export const filesTexts: TextSource<FileTexts> = {
  id,
  en: async () => (await import('./files.en.js')).en,
};
