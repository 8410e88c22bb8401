import type { CommonTexts } from './common.js';

export const en: CommonTexts = {
  loading: 'Loading…',
  stillLoading: 'The connection seems to be slow. We keep trying; please wait.',
  failure: 'This part cannot be shown yet',
  failures: {
    LPSE_STORAGE_UNAVAILABLE:
      'This browser does not allow data to be stored. Please leave private mode or use another browser.',
    LPSE_STORAGE_FULL: 'The browser’s storage is full. Please free some space and try again.',
    LPSE_STORAGE_BLOCKED:
      'This page is open in another tab in an older version. Please reload that tab.',
    LPSE_STORAGE_CORRUPT: 'Stored data is damaged. Please contact the LPSE.',
    LPSE_BACKEND_CLOSED: 'The connection to the storage was closed. Please reload this page.',
    LPSE_CONSULTATION_NOT_FOUND:
      'The consultation was not found. Please check its number, or ask an officer of the LPSE.',
    LPSE_SERVER_UNREACHABLE:
      'The server cannot be reached. Please check the internet connection and try again.',
    LPSE_SERVER_UNAVAILABLE: 'The service is not available now. Please try again in a moment.',
    LPSE_SERVER_FAILED:
      'The server failed. Please try again; if it happens again, speak to the LPSE’s webmaster.',
    LPSE_RATE_LIMITED: 'Too many requests from here. Please wait a moment and try again.',
    LPSE_SESSION_REQUIRED: 'The session has ended. Please sign in again.',
    LPSE_ACCESS_DENIED:
      'This part is not for the account that is signed in. If it should be, please speak to the administrator.',
    LPSE_REQUEST_REFUSED: 'The server refuses this request. Please speak to the LPSE’s webmaster.',
    LPSE_ANSWER_INVALID:
      'The answer of the server cannot be read. The webmaster should check the address of the endpoint.',
    LPSE_ATTACHMENT_TOO_LARGE: 'The file is too large. Please attach a smaller one.',
    LPSE_ATTACHMENT_TYPE:
      'Files of this kind are not taken, or the content is not what the name says. Please choose another file.',
    LPSE_ATTACHMENT_EMPTY: 'The file is empty. Please choose another one.',
    LPSE_OUTBOX_WAITING:
      'It is kept on this device and is sent as soon as the server can be reached. There is no need to send it again.',
    LPSE_CONFIG_MISSING:
      'Whoever runs this site needs to set the profile attribute or put this element inside lpse-provider.',
    LPSE_PROFILE_NOT_FOUND: 'The LPSE profile cannot be read. Please check its name or address.',
    LPSE_PROFILE_INVALID: 'The LPSE profile breaks a rule. Please mend the following.',
  },
  lineLost: (since) =>
    `The line to the server has been lost since ${since}. What you see here may have changed; this page reconnects by itself.`,
  signedOut:
    'The session has ended. What is shown here changes no more until you have signed in again; what you typed is not lost.',
  signIn: 'Sign in again',
  retry: 'Try again',
  close: 'Close',
  back: 'Back',
  cancel: 'Cancel',
  saved: (time) => `Saved at ${time}`,
  saveFailed:
    'What you typed cannot be stored in this browser. Do not close this page before sending.',
  restored: (time) => `What you had typed at ${time} was restored.`,
  conflict:
    'Someone else has just changed this consultation. Please check the latest state and send again.',
  stranded:
    'Someone else has moved this consultation on before the following was sent. Please copy it if you still need it.',
  strandedRead: 'I have read it',
  failed: 'It did not succeed. Please try again.',
  kept: 'What you typed is not lost.',
};
