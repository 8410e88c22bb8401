import type { Profile } from '../profile/profile.js';
import type { Consultation } from '../workflow/consultation.js';
import { escalationStatus } from '../workflow/escalation-status.js';
import { serviceDays } from './service-time.js';
import type { Instant } from './service-time.js';

/** How long an escalated case waits for the other side: derived, and it moves nothing. */
export interface EscalationWait {
  /** ISO instant at which the escalation was recorded. */
  readonly since: string;
  /** Days on which the office was open since then, without the day itself. */
  readonly days: number;
  /** ISO instant at which the other side was last asked; absent when nobody has asked yet. */
  readonly remindedAt?: string;
  /** The office's `escalation.reminderDays` have passed since then, or since it was recorded. */
  readonly isDue: boolean;
}

/** Undefined for a case that waits for nobody. */
export function escalationWait(
  consultation: Consultation,
  profile: Pick<Profile, 'office' | 'escalation'>,
  now: Instant,
): EscalationWait | undefined {
  if (escalationStatus(consultation) !== 'waiting') return undefined;
  // Step 10 ends in the moment in which the escalation is recorded.
  const since = consultation.runs.findLast(({ step }) => step === 10)?.endedAt;
  if (since === undefined) return undefined;
  return waitSince(since, profile, now, consultation.reminders.at(-1)?.at);
}

/** The same for a row of the queue, which knows no more than the two instants. */
export function waitSince(
  since: string,
  { office, escalation }: Pick<Profile, 'office' | 'escalation'>,
  now: Instant,
  remindedAt?: string,
): EscalationWait {
  const days = serviceDays(since, now, office);
  const { reminderDays } = escalation;
  const unasked = remindedAt === undefined ? days : serviceDays(remindedAt, now, office);
  return {
    since,
    days,
    ...(remindedAt !== undefined && { remindedAt }),
    isDue: reminderDays !== undefined && unasked >= reminderDays,
  };
}
