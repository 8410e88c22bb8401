import type { EscalationTexts } from './escalation.js';

export const en: EscalationTexts = {
  missing: 'Not in the package yet',
  missingHint: 'The other side usually asks for this. The package can be sent all the same.',
  complete: 'The package has everything that the other side usually asks for.',
  preview: 'See the package',
  send: (channel: string) => `Send the package: ${channel}`,
  then: 'When it is sent, record its number and time below.',
  opens: '(new tab)',
  copied: 'The package was copied.',
  copyFailed: 'The browser does not allow copying. Please copy from the package below.',
  downloaded: 'The package was downloaded.',
  downloadFailed: 'The package could not be made. Please try again; what you entered is kept.',
  sending: 'Sending…',
  sent: 'The package was sent. It has no ticket number yet.',
  sentWithNumber: (number: string) => `The package was sent and has the number ${number}.`,
  sendFailed: 'The package was not sent. Please try again or choose another channel.',
  waiting: (days: number) =>
    days === 0
      ? 'Waiting for a reply since today.'
      : `Waiting for a reply for ${days} working ${days === 1 ? 'day' : 'days'}.`,
  due: 'Please ask the other side how it is going.',
  remind: 'Record a reminder to the other side',
  reminded: (at: string, name: string, channel: string) =>
    `Asked${name === '' ? '' : ` by ${name}`}, ${at}, by ${channel}.`,
  recordNumber: 'Record the other side’s ticket number',
  revoke: 'Take the escalation back',
  revokeHint: 'The escalation is withdrawn and the matter analysed here again. The log says so.',
  revokeArchivedHint:
    'The record of the escalation stays; an answer follows, with its own initials and a new copy.',
  revoked: (at: string, name: string) => `Escalation taken back by ${name}, ${at}.`,
};
