import type { PredrawnTexts } from './predrawn.js';

export const en: PredrawnTexts = {
  pressed:
    'The form is still being made ready. As soon as it is, your answers are checked and sent. If this takes long, check the internet connection.',
  takeBack: 'Do not send yet',
  wait: 'The form is still being made ready. Please press again in a moment.',
  close: 'Close',
  withoutScript:
    'This form needs JavaScript, which is off in this browser. Please turn it on, or come to our office: the same form is there on paper.',
};
