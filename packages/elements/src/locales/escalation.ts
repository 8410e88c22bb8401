import type { TextSource } from '../i18n/texts.js';

const id = {
  missing: 'Belum tersedia dalam paket',
  missingHint: 'Tujuan eskalasi biasanya menanyakan hal ini. Paket tetap dapat dikirim.',
  complete: 'Semua yang biasanya diminta tujuan eskalasi sudah tersedia.',
  preview: 'Lihat isi paket',
  send: (channel: string) => `Kirim paket: ${channel}`,
  then: 'Sesudah terkirim, catat nomor dan waktunya di bawah ini.',
  opens: '(tab baru)',
  copied: 'Isi paket sudah disalin.',
  copyFailed: 'Peramban tidak mengizinkan penyalinan. Silakan salin dari isi paket di bawah ini.',
  downloaded: 'Paket sudah diunduh.',
  downloadFailed: 'Paket belum dapat dibuat. Mohon coba lagi; isian tetap tersimpan.',
  sending: 'Sedang mengirim…',
  sent: 'Paket sudah dikirim. Nomor tiket belum diberikan.',
  sentWithNumber: (number: string) => `Paket sudah dikirim dengan nomor ${number}.`,
  sendFailed: 'Paket belum terkirim. Mohon coba lagi atau gunakan media lain.',
  waiting: (days: number) =>
    days === 0
      ? 'Menunggu balasan sejak hari ini.'
      : `Sudah menunggu balasan selama ${days} hari kerja.`,
  due: 'Mohon tanyakan perkembangannya kepada tujuan eskalasi.',
  remind: 'Catat pengingat kepada tujuan eskalasi',
  reminded: (at: string, name: string, channel: string) =>
    `Ditanyakan ${at}${name === '' ? '' : ` oleh ${name}`} melalui ${channel}.`,
  recordNumber: 'Catat nomor tiket tujuan',
  revoke: 'Batalkan eskalasi',
  revokeHint:
    'Eskalasi ditarik kembali dan permasalahan dianalisis lagi di sini. Tercatat dalam riwayat.',
  revokeArchivedHint:
    'Catatan eskalasi tetap tersimpan; jawaban ditulis sebagai tindak lanjut dengan paraf dan salinan baru.',
  revoked: (at: string, name: string) => `Eskalasi dibatalkan oleh ${name}, ${at}.`,
};

export type EscalationTexts = typeof id;

/** Words of the escalation panel. */
export const escalationTexts: TextSource<EscalationTexts> = {
  id,
  en: async () => (await import('./escalation.en.js')).en,
};
