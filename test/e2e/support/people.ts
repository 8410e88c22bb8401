/** Invented people and matters for the end-to-end tests; none of them exists. */
export const vendor = {
  nama: 'Rina Wulandari (contoh)',
  telepon: '0812 3456 7890',
  namaBadanUsaha: 'CV Contoh Karya Mandiri',
  npwp: '01.234.567.8-901.000',
  judul: 'Tidak bisa mengunggah dokumen penawaran',
  uraian:
    'Setiap kali dokumen penawaran diunggah, muncul pesan galat pada persentase terakhir dan berkas tidak tersimpan.',
  kodePaket: '10080116000',
} as const;

/** What somebody who comes tells about themselves and their matter. */
export type Guest = { readonly [key in keyof typeof vendor]: string };

export const officer = { id: 'petugas-1', nama: 'Sari Utami (contoh)' } as const;

export const answer =
  'Silakan perbarui aplikasi pengaman dokumen ke versi terbaru, kosongkan singgahan peramban, lalu unggah ulang sebelum batas waktu pemasukan penawaran.';
