import type { Consultation, StepNumber } from '@lpse-konsultasi/form-schema';

/** Where a case stands in the procedure, step by step. */
export interface Place {
  readonly state: 'open' | 'done' | 'current';
  /** How often the step was begun. */
  readonly runs: number;
}

export function placeOf(consultation: Consultation | undefined, step: StepNumber): Place {
  if (consultation === undefined) return { state: 'open', runs: 0 };
  const runs = consultation.runs.filter((run) => run.step === step);
  const isOver = consultation.state === 'archived' || consultation.state === 'cancelled';
  if (!isOver && consultation.step === step) return { state: 'current', runs: runs.length };
  const isDone = runs.some(({ endedAt }) => endedAt !== undefined);
  return { state: isDone ? 'done' : 'open', runs: runs.length };
}
