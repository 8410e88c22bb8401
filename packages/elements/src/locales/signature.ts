import type { TextSource } from '../i18n/texts.js';

const id = {
  way: 'Cara membubuhkan',
  draw: 'Gambar',
  type: 'Ketik',
  drawHint: 'Gambar dengan tetikus, pena, atau jari di dalam kotak.',
  box: 'Kotak gambar',
  empty: 'masih kosong',
  drawn: 'sudah digambar',
  emptied: 'Kotak gambar masih kosong',
  undoStroke: 'Urungkan goresan terakhir',
  strokeUndone: 'Goresan terakhir diurungkan.',
  clear: 'Hapus gambar',
  typedLabel: 'Nama atau inisial',
  typedHint: 'Tulisan di bawah ini yang akan dibubuhkan.',
  mark: (text: string) => `Tertulis: ${text}`,
};

export type SignatureTexts = typeof id;

/** Words of the box for initials; they come with it. */
export const signatureTexts: TextSource<SignatureTexts> = {
  id,
  en: async () => (await import('./signature.en.js')).en,
};
