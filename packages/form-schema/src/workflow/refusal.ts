import type { Json } from '../json.js';
import type { Problem } from '../problem.js';

/** Why a command is not carried out. Nothing has changed when one is returned. */
export const refusalCodes = [
  /** Not a command: an unknown type, no id, or data that is not a JSON object of reasonable depth. */
  'LPSE_COMMAND_MALFORMED',
  /** The state does not allow the command; `params.state`, `params.command`, `params.allowed`. */
  'LPSE_WORKFLOW_OUT_OF_ORDER',
  /** The role may not give the command; `params.role`, `params.command`. */
  'LPSE_WORKFLOW_ROLE_FORBIDDEN',
  /** The consultation exists already. */
  'LPSE_WORKFLOW_ALREADY_REGISTERED',
  /** The value breaks the command's schema; `problems` name the fields. */
  'LPSE_FORM_INVALID',
  /** A field that was not flagged was changed in a correction; `problems` name the fields. */
  'LPSE_FORM_FIELD_LOCKED',
  /** Another officer is reviewing; `params.officer`. */
  'LPSE_REVIEW_NOT_YOURS',
  /** "Lengkap" with an item of the checklist open, or against the machine's findings without a reason. */
  'LPSE_REVIEW_UNFINISHED',
  /** A flagged field is not part of the form. */
  'LPSE_REVIEW_FIELD_UNKNOWN',
  /** Someone is at this counter; `params.counter`. */
  'LPSE_CALL_COUNTER_BUSY',
  /** The profile's number of calls is used up; `params.limit`. */
  'LPSE_CALL_LIMIT_REACHED',
  /** The same number was called a moment ago; `params.minutes` until it may be called again. */
  'LPSE_CALL_TOO_SOON',
  /** The initials are bound to another text than the one handed in. */
  'LPSE_INITIALS_MISMATCH',
  /** The initials are not those of the officer who answers. */
  'LPSE_INITIALS_NOT_AUTHOR',
  /** The days in which an answer may be called into question are over; `params.days`. */
  'LPSE_REOPEN_TOO_LATE',
  /** The step, or its deviation, that is explained does not exist in this case. */
  'LPSE_DEVIATION_UNKNOWN',
  /** Someone else has changed the case since it was read; both versions come with it. */
  'LPSE_VERSION_CONFLICT',
  /** The idempotency key was used for another command. */
  'LPSE_KEY_REUSED',
  /** The office does not ask for ratings. */
  'LPSE_SURVEY_OFF',
  /** There is no such consultation. */
  'LPSE_CONSULTATION_UNKNOWN',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** A refusal is data: the elements put its problems on the fields and its message above the form. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly params: { readonly [name: string]: Json };
  readonly problems: readonly Problem[];
}

/** Whether a decision is a refusal. */
export function isRefusal(result: object): result is Refusal {
  return 'code' in result && 'problems' in result;
}
