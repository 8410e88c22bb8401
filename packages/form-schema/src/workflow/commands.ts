import type { JsonObject } from '../json.js';
import type { FormId } from '../forms/form.js';

/** What can be asked of a consultation, in the order of the procedure. */
export const commandTypes = [
  'register',
  'submit',
  'start-review',
  'review',
  'return',
  'call',
  'record-attendance',
  'requeue',
  'analyse',
  'answer',
  'escalate',
  'archive',
  'record-number',
  'remind',
  'revoke-escalation',
  'receive-reply',
  'confirm',
  'reopen',
  'cancel',
  'explain-deviation',
] as const;

export type CommandType = (typeof commandTypes)[number];

/** The form whose value is the command's `data`; a command that asks nothing of a person has none and `{}` as data. */
export const formOfCommand: { readonly [type in CommandType]: FormId | null } = {
  register: 'guest-book',
  submit: 'consultation-form',
  'start-review': null,
  review: 'review',
  return: null,
  call: 'call',
  'record-attendance': 'attendance',
  requeue: null,
  analyse: 'analysis',
  answer: 'solution',
  escalate: 'escalation',
  archive: 'copy-archive',
  'record-number': 'external-number',
  remind: 'reminder',
  'revoke-escalation': 'revocation',
  'receive-reply': 'lkpp-reply',
  confirm: null,
  reopen: 'reopening',
  cancel: 'cancellation',
  'explain-deviation': 'deviation',
};

/** An intention, not yet judged. `decide` answers it with events or a refusal. */
export interface Command {
  readonly type: CommandType;
  /** Chosen by whoever registers the consultation (a UUID), so that a repeated command finds the same one. */
  readonly consultationId: string;
  /** The value of the command's form. */
  readonly data: JsonObject;
}
