import type { Consultation } from '../workflow/consultation.js';
import type { ConsultationEvent } from '../workflow/events.js';
import { textAt } from '../workflow/values.js';
import type { StepRun } from './clock.js';

/**
 * Marks step 3 where staff copied a paper that was whole before they opened the case. That it is a copy has to be said
 * when the case is opened (the guest book's `waktuDatang`), before anyone can be late: a date written afterwards takes
 * no minute off a clock that ran.
 */
export function withPaper(
  runs: readonly StepRun[],
  event: ConsultationEvent,
  { bukuTamu, registeredAt, submissions }: Consultation,
): readonly StepRun[] {
  if (event.type !== 'form-submitted' || submissions.length > 0) return runs;
  if (event.actor.role === 'user' || textAt(bukuTamu, 'waktuDatang') === undefined) return runs;
  const written = Date.parse(textAt(event.data.formulir, 'tanggalKertas') ?? '');
  if (!(written <= Date.parse(registeredAt))) return runs;
  return runs.map((run) => (run.step === 3 && run.run === 1 ? { ...run, paper: true } : run));
}
