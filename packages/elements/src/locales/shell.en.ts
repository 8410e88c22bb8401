import type { ShellTexts } from './shell.js';

export const en: ShellTexts = {
  regions: 'Parts of the service desk',
  tabs: { queue: 'Queue', case: 'Consultation', context: 'History and context' },
  menu: 'Menu of the service desk',
  cases: 'Queue and consultations',
  rooms: {
    reception: 'New visitor',
    entry: 'Calls and papers',
    report: 'Report',
    procedure: 'The procedure',
  },
  loading: 'Loading…',
  roomFailed: 'This part could not be loaded. Please try again.',
  registered: (ticket) => `The visitor is registered with ticket ${ticket}.`,

  next: 'Next action',
  actions: {
    submitted: 'Review the form',
    reviewing: 'Record the result of the review',
    incomplete: 'Return the form',
    queued: 'Call the user',
    called: 'Record the attendance',
    'no-show': 'Put back into the queue',
    analysing: 'Record the analysis',
    answering: 'Write and initial the answer',
    escalating: 'Record the escalation',
    'handing-over': 'Hand over the copy and archive',
    'follow-up': 'Write the follow-up answer',
  },
  goToAction: 'Go to the action',
  openAt: (names) => `Also open at ${names}.`,

  earlier: 'Related consultations',
  kinship: {
    person: 'Same person',
    package: 'Same package',
    category: 'Same category, finished',
  },

  shortcuts: {
    open: 'Keyboard shortcuts',
    heading: 'Keyboard shortcuts',
    does: {
      next: 'Next consultation in the list',
      previous: 'Previous consultation in the list',
      queue: 'To the queue',
      search: 'Search',
      views: 'Views 1 to 9',
      case: 'To the open consultation',
      action: 'To the next action',
      context: 'To history and context',
      sheet: 'This sheet',
    },
    submit: 'Carry out the next action',
    list: [
      ['Open a consultation in the list', ['Enter']],
      ['Select a consultation in the list', ['Space']],
    ],
    on: 'Single-letter shortcuts are on',
    typing: 'Shortcuts do nothing while you type in a field.',
    close: 'Close',
  },
};
