import type { KioskTexts } from './kiosk.js';

export const kioskEn: KioskTexts = {
  heading: 'Consultation service',
  lead: 'Please sign the guest book, then fill in the consultation form. When you have finished, your answers are removed from this screen at once.',
  start: 'Begin',
  stop: 'Cancel and erase',
  doneHeading: 'We have received your form',
  doneLead: 'Please keep this number and take a seat. An officer checks the form and calls you.',
  ticket: 'Ticket number',
  registered: 'Registered',
  code: 'Access code',
  scan: 'Scan to follow this consultation on your phone',
  codeWhy:
    'The ticket number and this code open the status of the consultation. Please take them with you.',
  codeAsk: (telepon) =>
    `Give the ticket number and this code to an officer${telepon === undefined ? '' : `, or call ${telepon},`} to ask about this consultation. Please take them with you.`,
  printSlip: 'Print',
  done: 'Done',
  wiped: 'The previous answers were removed from this screen.',
  warnHeading: 'Are you still there?',
  warn: (seconds) =>
    `To keep your answers private, they are erased in ${seconds} seconds unless the screen is touched.`,
  left: (seconds) => `${seconds} seconds left`,
  stay: 'Go on filling in',
  wipeNow: 'Erase now',
  office: 'Please keep this slip.',
};
