import { LpseError, replay, verifyLog } from '@lpse-konsultasi/form-schema';
import type { Consultation, ConsultationEvent } from '@lpse-konsultasi/form-schema';
import { deepFreeze } from './plain.js';

/**
 * The case that a stored log tells of; undefined for an empty one.
 *
 * @throws {LpseError} `LPSE_STORAGE_CORRUPT` for a log that someone has changed: nothing is built upon it.
 */
export function caseOf(events: readonly ConsultationEvent[]): Consultation | undefined {
  const log = verifyLog(events);
  if (!log.ok) throw new LpseError('LPSE_STORAGE_CORRUPT', { detail: `event ${log.seq}` });
  const consultation = replay(events);
  return consultation && deepFreeze(consultation);
}

/** The case after events that are known to be right. */
export function foldOf(events: readonly ConsultationEvent[]): Consultation {
  const consultation = replay(events);
  if (consultation === undefined) throw new TypeError('A case has at least one event');
  return deepFreeze(consultation);
}
