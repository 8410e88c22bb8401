import type { AnalysisTexts } from './analysis.js';

export const en: AnalysisTexts = {
  notes: 'Notes while listening',
  notesHint:
    'Press Enter to note it with its time. For officers only; kept even when the page is reloaded.',
  note: 'Write a note',
  add: 'Note it',
  remove: 'Remove',
  removeNote: (text: string) => `Remove the note: ${text}`,
  take: 'Put the notes into the further information',
  secret: 'This note seems to hold a password. Please take it out; LPSE keeps none.',
};
