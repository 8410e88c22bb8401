import type { Consultation } from '../workflow/consultation.js';
import { textsAt } from '../workflow/values.js';

/**
 * What the queue has to know of a case beyond its state: since when it waits, how it was called, how long it was
 * helped. ISO instants. It holds nothing personal but the needs, which no public answer repeats.
 */
export interface QueueFacts {
  /** When the number was issued, or when the case last went back into the queue. */
  readonly queuedAt: string;
  readonly calls: number;
  /** The last call. */
  readonly calledAt?: string;
  /** When the user came. */
  readonly attendedAt?: string;
  /** When the copy was handed over and the case archived for the first time. */
  readonly servedAt?: string;
  /** `kebutuhanKhusus` of the form. */
  readonly needs: readonly string[];
}

/** The facts of a case that has a queue number; undefined before that. */
export function queueFacts(consultation: Consultation): QueueFacts | undefined {
  const { queuedAt, calls, runs, archives, submissions } = consultation;
  if (queuedAt === undefined) return undefined;
  const calledAt = calls.at(-1)?.at;
  const attendedAt = runs.find(({ step }) => step === 8)?.startedAt;
  const servedAt = archives[0]?.at;
  return {
    queuedAt,
    calls: calls.length,
    ...(calledAt !== undefined && { calledAt }),
    ...(attendedAt !== undefined && { attendedAt }),
    ...(servedAt !== undefined && { servedAt }),
    needs: textsAt(submissions.at(-1)?.formulir ?? {}, 'kebutuhanKhusus'),
  };
}
