import type { State } from '@lpse-konsultasi/form-schema';
import type { TextSource } from '../i18n/texts.js';

const id = {
  heading: 'Status konsultasi',
  lead: 'Masukkan nomor tiket dan kode akses yang tercetak pada salinan atau tampil pada halaman tunggu.',
  ticket: 'Nomor tiket',
  ticketExample: 'BTG-20261127-001',
  code: 'Kode akses',
  codeHint: '28 huruf dan angka; huruf besar atau kecil dan tanda hubung tidak berpengaruh.',
  codeExample: 'XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX',
  codeUnreadable:
    'Kode akses belum terbaca lengkap. Mohon periksa kembali setiap hurufnya, misalnya satu huruf terlewat atau tertukar.',
  find: 'Lihat status',
  finding: 'Mencari…',
  notFound:
    'Konsultasi dengan nomor tiket dan kode ini tidak ditemukan. Mohon periksa keduanya pada lembar salinan.',
  notFoundHere:
    'Di situs ini data konsultasi hanya disimpan di peramban tempat formulir diisi. Silakan buka halaman ini dengan peramban dan perangkat itu, atau hubungi kantor kami.',
  unavailable:
    'Pencarian dengan nomor tiket belum tersedia di situs ini. Silakan hubungi kantor kami.',
  another: 'Lihat konsultasi lain',

  expected: 'Yang perlu Bapak/Ibu lakukan',
  nothingExpected: 'Tidak ada. Kami mengerjakannya.',
  expectations: {
    draft: 'Lengkapi formulir di bawah ini, lalu serahkan.',
    queued: 'Mohon berada di ruang tunggu sampai nomor antrean dipanggil.',
    called: 'Silakan segera menuju loket.',
    'no-show': 'Silakan melapor kepada petugas agar dipanggil kembali.',
    'handing-over': 'Silakan mengambil salinan pada petugas, atau mencetaknya di bawah ini.',
  } as { readonly [state in State]?: string },
  sayWhether: 'Mohon nyatakan di bawah ini apakah permasalahan sudah selesai.',
  lastChange: (at: string) => `Perubahan terakhir ${at}`,

  download: 'Unduh salinan',
  codeOnPaper: 'Kode akses',
  codeWhy:
    'Dengan nomor tiket dan kode ini Bapak/Ibu dapat melihat status, jawaban, dan salinan di lain waktu. Siapa pun yang memilikinya dapat membukanya: mohon disimpan.',
  statusPage: 'Buka halaman status',

  isItSolved: 'Apakah permasalahan sudah selesai?',
  solved: 'Ya, sudah selesai',
  notSolved: 'Belum selesai',
  notNow: 'Tutup isian',
  reopenUntil: (day: string) =>
    `Bila jawaban belum menyelesaikan permasalahan, Bapak/Ibu dapat menyampaikannya sampai ${day}.`,
  reopenOver:
    'Batas waktu untuk menyatakan belum selesai telah lewat. Bila masih ada masalah, silakan mengajukan konsultasi baru dan menyebutkan nomor tiket ini.',
  confirmed: 'Terima kasih, permasalahan dinyatakan selesai',
  confirmedAt: (at: string) => `Dinyatakan selesai pada ${at}.`,
};

export type StatusTexts = typeof id;

/** What the status page says. */
export const statusTexts: TextSource<StatusTexts> = {
  id,
  en: async () => (await import('./status.en.js')).en,
};
