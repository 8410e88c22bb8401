import type { TextSource } from '../i18n/texts.js';

const id = {
  thanks: 'Terima kasih atas penilaian Bapak/Ibu.',
  thanksLead: 'Penilaian disimpan tanpa nama dan tanpa nomor tiket.',
  off: 'Survei kepuasan sedang tidak dibuka.',
};

export type SurveyTexts = typeof id;

/** Words around the survey; its questions are texts of the form. */
export const surveyTexts: TextSource<SurveyTexts> = {
  id,
  en: async () => (await import('./survey.en.js')).en,
};
