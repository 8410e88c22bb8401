import type { ErrorCode } from '@lpse-konsultasi/form-schema';
import type { TextSource } from '../i18n/texts.js';

const id = {
  loading: 'Sedang memuat…',
  stillLoading: 'Sambungan tampaknya lambat. Kami terus mencoba; mohon tunggu.',
  failure: 'Bagian ini belum dapat ditampilkan',
  failures: {
    LPSE_STORAGE_UNAVAILABLE:
      'Peramban ini tidak mengizinkan penyimpanan data. Silakan keluar dari mode samaran (jendela pribadi), atau gunakan peramban lain.',
    LPSE_STORAGE_FULL: 'Penyimpanan peramban penuh. Silakan kosongkan ruang, lalu coba lagi.',
    LPSE_STORAGE_BLOCKED:
      'Halaman ini terbuka di tab lain dengan versi lama. Silakan muat ulang tab tersebut.',
    LPSE_STORAGE_CORRUPT: 'Data yang tersimpan rusak. Silakan hubungi pengelola LPSE.',
    LPSE_BACKEND_CLOSED: 'Sambungan ke penyimpanan telah ditutup. Silakan muat ulang halaman ini.',
    LPSE_CONSULTATION_NOT_FOUND:
      'Konsultasi tidak ditemukan. Mohon periksa nomornya, atau tanyakan kepada petugas LPSE.',
    LPSE_SERVER_UNREACHABLE:
      'Server layanan belum dapat dihubungi. Mohon periksa sambungan internet, lalu coba lagi.',
    LPSE_SERVER_UNAVAILABLE: 'Layanan sedang tidak tersedia. Silakan coba lagi beberapa saat lagi.',
    LPSE_SERVER_FAILED:
      'Terjadi gangguan pada server. Silakan coba lagi; bila berulang, hubungi pengelola LPSE.',
    LPSE_RATE_LIMITED:
      'Terlalu banyak permintaan dari sini. Silakan tunggu sebentar, lalu coba lagi.',
    LPSE_SESSION_REQUIRED: 'Sesi telah berakhir. Silakan masuk kembali.',
    LPSE_ACCESS_DENIED:
      'Bagian ini di luar wewenang akun yang sedang masuk. Bila seharusnya berwenang, mohon hubungi administrator.',
    LPSE_REQUEST_REFUSED: 'Server menolak permintaan ini. Silakan hubungi pengelola LPSE.',
    LPSE_ANSWER_INVALID:
      'Jawaban server tidak dapat dibaca. Pengelola situs perlu memeriksa alamat endpoint.',
    LPSE_ATTACHMENT_TOO_LARGE: 'Berkas terlalu besar. Silakan lampirkan berkas yang lebih kecil.',
    LPSE_ATTACHMENT_TYPE:
      'Jenis berkas ini tidak diterima, atau isinya tidak sesuai dengan namanya. Silakan pilih berkas lain.',
    LPSE_ATTACHMENT_EMPTY: 'Berkas ini kosong. Silakan pilih berkas lain.',
    LPSE_OUTBOX_WAITING:
      'Sudah tersimpan di perangkat ini dan akan terkirim begitu server dapat dihubungi. Bapak/Ibu tidak perlu mengirim ulang.',
    LPSE_CONFIG_MISSING:
      'Pengelola situs perlu memberi atribut profile atau menempatkan elemen ini di dalam lpse-provider.',
    LPSE_PROFILE_NOT_FOUND: 'Profil LPSE tidak dapat dibaca. Mohon periksa nama atau alamatnya.',
    LPSE_PROFILE_INVALID: 'Profil LPSE melanggar aturan. Mohon perbaiki bagian berikut.',
  } as { readonly [code in ErrorCode]?: string },
  lineLost: (since: string) =>
    `Sambungan ke server terputus sejak pukul ${since}. Yang tampil di sini mungkin sudah berubah; halaman ini menyambung kembali dengan sendirinya.`,
  signedOut:
    'Sesi telah berakhir. Yang tampil di sini tidak berubah lagi sampai Bapak/Ibu masuk kembali; isian tidak hilang.',
  signIn: 'Masuk kembali',
  retry: 'Coba lagi',
  close: 'Tutup',
  back: 'Kembali',
  cancel: 'Batal',
  saved: (time: string) => `Tersimpan pukul ${time}`,
  saveFailed:
    'Isian belum dapat disimpan di peramban ini. Jangan tutup halaman ini sebelum mengirim.',
  restored: (time: string) => `Isian pukul ${time} dipulihkan.`,
  conflict:
    'Konsultasi ini baru saja diubah oleh orang lain. Mohon periksa keadaan terbaru lalu kirim kembali.',
  stranded:
    'Konsultasi ini sudah dilanjutkan oleh orang lain sebelum isian berikut dikirim. Silakan salin bila masih diperlukan.',
  strandedRead: 'Sudah saya baca',
  failed: 'Belum berhasil. Silakan coba lagi.',
  /** Said after any of these where something was typed. */
  kept: 'Isian tidak hilang.',
};

export type CommonTexts = typeof id;

/** Words that every panel needs. */
export const commonTexts: TextSource<CommonTexts> = {
  id,
  en: async () => (await import('./common.en.js')).en,
};
