import type { DraftTexts } from './draft.js';

export const en: DraftTexts = {
  saved: (time) => `Saved at ${time}`,
  saveFailed:
    'What you typed cannot be kept in this browser. Please do not close this page before you have sent it.',
  restored: (time) => `What you typed ${time} was put back.`,
  offered: (time) => `There is something you typed ${time} and did not send.`,
  at: (time) => `at ${time}`,
  on: (day, time) => `on ${day} at ${time}`,
  filesLost: (names) => `Please choose these files again: ${names}.`,
  startOver: 'Start over',
  startedOver: 'The form is as it was at first.',
  undo: 'Undo',
  takeUp: 'Put it back',
};
