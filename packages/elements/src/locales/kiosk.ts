import type { TextSource } from '../i18n/texts.js';

const id = {
  heading: 'Layanan konsultasi',
  lead: 'Silakan isi buku tamu, lalu formulir konsultasi. Setelah selesai, isian Bapak/Ibu langsung dihapus dari layar ini.',
  start: 'Mulai',
  stop: 'Batal dan hapus isian',
  doneHeading: 'Formulir telah kami terima',
  doneLead:
    'Mohon simpan nomor ini, lalu silakan duduk. Petugas memeriksa formulir dan memanggil Bapak/Ibu.',
  ticket: 'Nomor tiket',
  registered: 'Terdaftar',
  code: 'Kode akses',
  scan: 'Pindai untuk melihat status konsultasi ini di ponsel',
  codeWhy: 'Nomor tiket dan kode ini membuka status konsultasi. Mohon jangan ditinggalkan.',
  codeAsk: (telepon?: string) =>
    `Sebutkan nomor tiket dan kode ini kepada petugas${telepon === undefined ? '' : `, atau melalui telepon ${telepon},`} untuk menanyakan konsultasi ini. Mohon jangan ditinggalkan.`,
  printSlip: 'Cetak',
  done: 'Selesai',
  wiped: 'Isian sebelumnya telah dihapus dari layar ini.',
  warnHeading: 'Masih di sini?',
  warn: (seconds: number) =>
    `Demi kerahasiaan, isian dihapus dalam ${seconds} detik bila layar tidak disentuh.`,
  left: (seconds: number) => `${seconds} detik lagi`,
  stay: 'Lanjutkan mengisi',
  wipeNow: 'Hapus sekarang',
  office: 'Simpan lembar ini.',
} as const;

export type KioskTexts = {
  readonly [key in keyof typeof id]: (typeof id)[key] extends (...args: infer A) => string
    ? (...args: A) => string
    : string;
};

export const kioskTexts: TextSource<KioskTexts> = {
  id,
  en: async () => (await import('./kiosk.en.js')).kioskEn,
};
