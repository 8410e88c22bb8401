import type { OutboxTexts } from './outbox.js';

export const en: OutboxTexts = {
  heading: 'Waiting to be sent',
  lead: 'The server has not received the following yet. All of it is sent by itself as soon as the server can be reached; there is no need to fill it in again.',
  refusedLead: 'Something could not be accepted. Please read the reason below.',
  allSent: 'The server has received everything.',
  count: (total, refused) =>
    refused === 0
      ? `${total} waiting to be sent.`
      : `${total} not received by the server yet, ${refused} of them could not be accepted.`,
  since: (time) => `Since ${time}`,
  more: (rest) => `and ${rest} more.`,
  waiting: 'Waiting',
  refused: 'Could not be accepted',
  stuck: 'Could not be processed',
  behind: 'Waiting for what was handed in before it in the same consultation.',
  inMemory:
    'Kept only in the memory of this page, because the browser cannot store it. Please do not close the page before it is sent, or download it as a file first.',
  retry: 'Send now',
  retryAll: 'Send everything now',
  export: 'Download as a file',
  exportName: 'waiting-to-be-sent',
  remove: 'Delete',
  removeOf: (what) => `Delete: ${what}`,
  retryOf: (what) => `Send now: ${what}`,
  ask: (what) => `Delete “${what}”? The server has not received it, and it cannot be brought back.`,
  yes: 'Yes, delete',
  no: 'Keep it',
  removed: 'It was deleted.',
  trying: 'Trying to send…',
  exportFailed: 'The file could not be made. Please try again.',
  removeFailed: 'It could not be deleted. Please try again.',
  damaged: (count) =>
    `${count} stored in this browser cannot be read any more. Please speak to the LPSE’s webmaster.`,
  storage: {
    LPSE_STORAGE_FULL: 'The browser’s storage is full. Please free some space.',
    LPSE_STORAGE_BLOCKED:
      'The browser’s storage is held by another tab with an older version. Please reload that tab.',
    LPSE_STORAGE_CORRUPT: 'The browser’s storage is damaged.',
    LPSE_STORAGE_UNAVAILABLE: 'This browser does not allow data to be stored.',
  },
  memoryOnly:
    'What waits to be sent is kept in memory only: it is lost when the page is closed before it is sent.',
  reasons: {
    LPSE_SERVER_UNREACHABLE: 'The server cannot be reached. It is tried again by itself.',
    LPSE_SERVER_UNAVAILABLE: 'The service is not available now. It is tried again by itself.',
    LPSE_SERVER_FAILED: 'The server failed. It is tried again by itself.',
    LPSE_RATE_LIMITED: 'The server is receiving too much. It is tried again by itself.',
    LPSE_SESSION_REQUIRED: 'The session has ended. It is sent after you have signed in again.',
    LPSE_ANSWER_INVALID: 'The server’s answer cannot be read. It is tried again by itself.',
    LPSE_STORAGE_CORRUPT:
      'The record of this consultation on the server is damaged and takes nothing more. Please contact the LPSE.',
    LPSE_ACCESS_DENIED: 'This account is not allowed to send it.',
    LPSE_REQUEST_REFUSED: 'The server refused it without being able to process it.',
  },
  otherReason: 'It could not be sent yet.',
  advice: {
    LPSE_VERSION_CONFLICT:
      'Someone else has changed this consultation. Please open it, check the latest state, then fill it in and send it again.',
    LPSE_WORKFLOW_ALREADY_REGISTERED: 'This consultation is recorded already; this can be deleted.',
  },
  mend: 'Please open the consultation, mend what was filled in, and send it again. Download it as a file first if you still need it.',
  askWebmaster: 'Please download it as a file, then speak to the LPSE’s webmaster.',
  what: {
    register: 'Guest book',
    submit: 'Consultation form',
    'start-review': 'Start of the review',
    review: 'Result of the review',
    return: 'Return of the form',
    call: 'Call',
    'record-attendance': 'Attendance',
    requeue: 'Back to the queue',
    analyse: 'Analysis',
    answer: 'Answer',
    escalate: 'Escalation',
    archive: 'Copy handed over and archived',
    'record-number': 'Ticket number of the escalation',
    remind: 'Reminder of the escalation',
    'revoke-escalation': 'Escalation withdrawn',
    'receive-reply': 'Reply to the escalation',
    confirm: 'Confirmation of the user',
    reopen: 'Statement that the problem remains',
    cancel: 'Cancellation of the consultation',
    'explain-deviation': 'Explanation of a deviation in time',
  },
};
