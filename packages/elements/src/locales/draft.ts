import type { TextSource } from '../i18n/texts.js';

const id = {
  saved: (time: string) => `Tersimpan pukul ${time}`,
  saveFailed:
    'Isian belum dapat disimpan di peramban ini. Jangan tutup halaman ini sebelum mengirim.',
  restored: (time: string) => `Isian ${time} dipulihkan.`,
  offered: (time: string) => `Ada isian ${time} yang belum dikirim.`,
  at: (time: string) => `pukul ${time}`,
  on: (day: string, time: string) => `tanggal ${day} pukul ${time}`,
  filesLost: (names: string) => `Berkas berikut perlu dipilih kembali: ${names}.`,
  startOver: 'Mulai dari awal',
  startedOver: 'Formulir kembali seperti semula.',
  undo: 'Urungkan',
  takeUp: 'Pulihkan',
};

export type DraftTexts = typeof id;

/** Words about what a form keeps; they come with it. */
export const draftTexts: TextSource<DraftTexts> = {
  id,
  en: async () => (await import('./draft.en.js')).en,
};
