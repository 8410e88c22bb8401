import type { StatusTexts } from './status.js';

export const en: StatusTexts = {
  heading: 'Status of a consultation',
  lead: 'Enter the ticket number and the access code from your copy or from the waiting page.',
  ticket: 'Ticket number',
  ticketExample: 'BTG-20261127-001',
  code: 'Access code',
  codeHint: '28 letters and digits; capitals and dashes make no difference.',
  codeExample: 'XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX',
  codeUnreadable:
    'The access code cannot be read in full yet. Please check each letter; one may be missing or changed.',
  find: 'Show the status',
  finding: 'Looking…',
  notFound:
    'No consultation with this ticket number and code was found. Please check both on your copy.',
  notFoundHere:
    'On this site consultations are kept only in the browser in which the form was filled in. Please open this page in that browser and on that device, or contact our office.',
  unavailable:
    'Looking a consultation up by its ticket is not available on this site yet. Please contact our office.',
  another: 'Show another consultation',

  expected: 'What you need to do',
  nothingExpected: 'Nothing. We are working on it.',
  expectations: {
    draft: 'Complete the form below and hand it in.',
    queued: 'Please stay in the waiting room until your queue number is called.',
    called: 'Please go to the counter now.',
    'no-show': 'Please report to an officer to be called again.',
    'handing-over': 'Please take your copy from the officer, or print it below.',
  },
  sayWhether: 'Please say below whether your problem is solved.',
  lastChange: (at) => `Last change ${at}`,

  download: 'Download the copy',
  codeOnPaper: 'Access code',
  codeWhy:
    'With the ticket number and this code you can see the status, the answer and the copy at another time. Whoever has them can open it: please keep them safe.',
  statusPage: 'Open the status page',

  isItSolved: 'Is your problem solved?',
  solved: 'Yes, it is solved',
  notSolved: 'Not solved yet',
  notNow: 'Close this',
  reopenUntil: (day) => `If the answer does not solve your problem, you can say so until ${day}.`,
  reopenOver:
    'The time for saying that it is not solved is over. If there is still a problem, please hand in a new consultation and name this ticket.',
  confirmed: 'Thank you, the problem is solved',
  confirmedAt: (at) => `Confirmed on ${at}.`,
};
