import type { TextSource } from '../i18n/texts.js';

const id = {
  notes: 'Catatan sambil mendengarkan',
  notesHint:
    'Tekan Enter untuk mencatat beserta waktunya. Hanya untuk petugas; tersimpan walaupun halaman dimuat ulang.',
  note: 'Tulis catatan',
  add: 'Catat',
  remove: 'Hapus',
  removeNote: (text: string) => `Hapus catatan: ${text}`,
  take: 'Masukkan catatan ke informasi tambahan',
  secret:
    'Catatan ini tampaknya memuat kata sandi. Mohon hapus kata sandinya; LPSE tidak menyimpannya.',
};

export type AnalysisTexts = typeof id;

/** Words of the analysis panel. */
export const analysisTexts: TextSource<AnalysisTexts> = {
  id,
  en: async () => (await import('./analysis.en.js')).en,
};
