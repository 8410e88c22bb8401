import type { CommandType } from '@lpse-konsultasi/form-schema';
import type { TextSource } from '../i18n/texts.js';

const id = {
  heading: 'Menunggu dikirim',
  lead: 'Kiriman berikut belum diterima server. Semuanya terkirim sendiri begitu server dapat dihubungi; Bapak/Ibu tidak perlu mengisi ulang.',
  refusedLead: 'Ada kiriman yang tidak dapat diterima. Silakan baca alasannya di bawah.',
  allSent: 'Semua kiriman sudah diterima server.',
  count: (total: number, refused: number) =>
    refused === 0
      ? `${total} kiriman menunggu dikirim.`
      : `${total} kiriman belum diterima server, ${refused} di antaranya tidak dapat diterima.`,
  since: (time: string) => `Sejak ${time}`,
  more: (rest: number) => `dan ${rest} kiriman lain.`,
  waiting: 'Menunggu',
  refused: 'Tidak dapat diterima',
  stuck: 'Tidak dapat diproses',
  behind: 'Menunggu kiriman sebelumnya dari konsultasi yang sama.',
  inMemory:
    'Hanya disimpan di memori halaman ini, karena peramban tidak dapat menyimpannya. Mohon jangan menutup halaman sebelum terkirim, atau unduh dahulu sebagai berkas.',
  retry: 'Kirim sekarang',
  retryAll: 'Kirim semua sekarang',
  export: 'Unduh sebagai berkas',
  exportName: 'kiriman-tertunda',
  remove: 'Hapus',
  removeOf: (what: string) => `Hapus: ${what}`,
  retryOf: (what: string) => `Kirim sekarang: ${what}`,
  ask: (what: string) =>
    `Hapus “${what}”? Isinya belum diterima server dan tidak dapat dikembalikan.`,
  yes: 'Ya, hapus',
  no: 'Jangan hapus',
  removed: 'Kiriman dihapus.',
  trying: 'Sedang mencoba mengirim…',
  exportFailed: 'Berkas belum dapat dibuat. Silakan coba lagi.',
  removeFailed: 'Kiriman belum dapat dihapus. Silakan coba lagi.',
  damaged: (count: number) =>
    `${count} catatan kiriman di peramban ini rusak dan tidak dapat dibaca. Silakan hubungi pengelola LPSE.`,
  storage: {
    LPSE_STORAGE_FULL: 'Penyimpanan peramban penuh. Silakan kosongkan ruang.',
    LPSE_STORAGE_BLOCKED:
      'Penyimpanan peramban dipakai tab lain dengan versi lama. Silakan muat ulang tab tersebut.',
    LPSE_STORAGE_CORRUPT: 'Penyimpanan peramban rusak.',
    LPSE_STORAGE_UNAVAILABLE: 'Peramban ini tidak mengizinkan penyimpanan data.',
  } as { readonly [code: string]: string },
  memoryOnly:
    'Kiriman yang tertunda disimpan di memori saja: hilang bila halaman ditutup sebelum terkirim.',
  reasons: {
    LPSE_SERVER_UNREACHABLE: 'Server belum dapat dihubungi. Akan dicoba lagi sendiri.',
    LPSE_SERVER_UNAVAILABLE: 'Layanan sedang tidak tersedia. Akan dicoba lagi sendiri.',
    LPSE_SERVER_FAILED: 'Terjadi gangguan pada server. Akan dicoba lagi sendiri.',
    LPSE_RATE_LIMITED: 'Server sedang menerima terlalu banyak kiriman. Akan dicoba lagi sendiri.',
    LPSE_SESSION_REQUIRED: 'Sesi telah berakhir. Terkirim setelah Bapak/Ibu masuk kembali.',
    LPSE_ANSWER_INVALID: 'Jawaban server tidak dapat dibaca. Akan dicoba lagi sendiri.',
    LPSE_STORAGE_CORRUPT:
      'Catatan konsultasi ini di server rusak, jadi tidak dapat ditambah. Mohon hubungi pengelola LPSE.',
    LPSE_ACCESS_DENIED: 'Akun ini tidak berwenang mengirimnya.',
    LPSE_REQUEST_REFUSED: 'Server menolak kiriman ini tanpa dapat memprosesnya.',
  } as { readonly [code: string]: string },
  otherReason: 'Belum berhasil dikirim.',
  advice: {
    LPSE_VERSION_CONFLICT:
      'Konsultasi ini sudah diubah orang lain. Silakan buka konsultasinya, periksa keadaan terbaru, lalu isi dan kirim kembali.',
    LPSE_WORKFLOW_ALREADY_REGISTERED: 'Konsultasi ini sudah tercatat; kiriman ini boleh dihapus.',
  } as { readonly [code: string]: string },
  mend: 'Silakan buka konsultasinya, perbaiki isiannya, lalu kirim kembali. Bila isinya masih diperlukan, unduh dahulu sebagai berkas.',
  askWebmaster: 'Silakan unduh sebagai berkas, lalu hubungi pengelola LPSE.',
  what: {
    register: 'Buku tamu',
    submit: 'Formulir konsultasi',
    'start-review': 'Mulai pemeriksaan',
    review: 'Hasil pemeriksaan',
    return: 'Pengembalian formulir',
    call: 'Panggilan',
    'record-attendance': 'Kehadiran',
    requeue: 'Kembali ke antrean',
    analyse: 'Analisis',
    answer: 'Jawaban',
    escalate: 'Eskalasi',
    archive: 'Penyerahan salinan dan arsip',
    'record-number': 'Nomor tiket eskalasi',
    remind: 'Pengingat eskalasi',
    'revoke-escalation': 'Pembatalan eskalasi',
    'receive-reply': 'Balasan eskalasi',
    confirm: 'Konfirmasi pengguna',
    reopen: 'Keterangan bahwa masalah belum selesai',
    cancel: 'Pembatalan konsultasi',
    'explain-deviation': 'Penjelasan penyimpangan waktu',
  } satisfies { readonly [command in CommandType]: string },
};

export type OutboxTexts = Omit<typeof id, 'what'> & {
  readonly what: { readonly [command in CommandType]: string };
};

/** Words for what waits to be sent. */
export const outboxTexts: TextSource<OutboxTexts> = {
  id,
  en: async () => (await import('./outbox.en.js')).en,
};
