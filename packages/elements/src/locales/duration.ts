import type { TextSource } from '../i18n/texts.js';

const id = {
  days: 'Hari',
  hours: 'Jam',
  minutes: 'Menit',
  asText: 'Tulis dengan satuan lain',
  asParts: 'Isi dengan hari, jam, dan menit',
  text: 'Lama waktu sebagai teks (ISO 8601)',
  textHint: 'Contoh: P2W untuk 2 minggu, P1Y6M untuk 1 tahun 6 bulan, PT90S untuk 90 detik.',
  means: (words: string) => `Artinya ${words}.`,
  wholeNumbers: 'Mohon isi dengan angka bulat saja. Contoh: 1 hari 12 jam, bukan 1,5 hari.',
};

export type DurationTexts = typeof id;

/** Words of the field for how long something takes; they come with it. */
export const durationTexts: TextSource<DurationTexts> = {
  id,
  en: async () => (await import('./duration.en.js')).en,
};
