import type { TextSource } from '../i18n/texts.js';

const id = {
  pressed:
    'Formulir masih disiapkan. Begitu siap, isian Anda diperiksa lalu dikirim. Jika ini lama, periksa sambungan internet.',
  takeBack: 'Jangan kirim dulu',
  wait: 'Formulir masih disiapkan. Mohon tekan lagi sebentar kemudian.',
  close: 'Tutup',
  withoutScript:
    'Formulir ini memerlukan JavaScript, yang tidak aktif di peramban ini. Mohon aktifkan, atau datang ke kantor kami: formulir yang sama tersedia di atas kertas.',
};

export type PredrawnTexts = typeof id;

/** Words of a form that stands in a page before its script has come. */
export const predrawnTexts: TextSource<PredrawnTexts> = {
  id,
  en: async () => (await import('./predrawn.en.js')).en,
};
