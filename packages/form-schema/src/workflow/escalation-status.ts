import type { Consultation } from './consultation.js';
import { textAt } from './values.js';

/**
 * Where an escalation stands: `none`; `preparing` (step 10 has begun, nothing was sent); `waiting` for the other side;
 * `replied` at least once; `revoked` after it was archived, so that its record stays.
 */
export type EscalationStatus = 'none' | 'preparing' | 'waiting' | 'replied' | 'revoked';

/** The parts of a case that say so. */
type Escalated = Pick<
  Consultation,
  'state' | 'eskalasi' | 'nomorEskalasi' | 'replies' | 'revocations'
>;

export function escalationStatus({
  state,
  eskalasi,
  replies,
  revocations,
}: Escalated): EscalationStatus {
  if (eskalasi === undefined) return state === 'escalating' ? 'preparing' : 'none';
  if (revocations.at(-1)?.setelahArsip === true) return 'revoked';
  return replies.length > 0 ? 'replied' : 'waiting';
}

/** The other side's number, whenever it came; undefined while it is awaited, and without an escalation. */
export function externalNumber({ eskalasi, nomorEskalasi }: Escalated): string | undefined {
  return nomorEskalasi?.nomorLuar ?? (eskalasi && textAt(eskalasi, 'nomorLuar'));
}

/** Whether the escalation is still out and has no number of the other side. */
export function isNumberAwaited(consultation: Escalated): boolean {
  const status = escalationStatus(consultation);
  const isOut = status === 'waiting' || status === 'replied';
  return isOut && externalNumber(consultation) === undefined;
}

/** Whether LKPP may still say something: once, or again after an earlier reply. */
export function mayBeRepliedTo(consultation: Escalated): boolean {
  const status = escalationStatus(consultation);
  return status === 'waiting' || status === 'replied';
}
