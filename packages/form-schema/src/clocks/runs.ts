import type { StepNumber } from '../procedure/procedure.js';
import type { ConsultationEvent, EventType } from '../workflow/events.js';
import type { StepRun } from './clock.js';

/** What the clocks listen to: an event, or one of the two things that it can say. */
type Signal =
  | Exclude<EventType, 'analysed' | 'escalation-revoked'>
  | 'solved'
  | 'unsolved'
  /** An escalation was taken back before, or after, the sheet was archived. */
  | 'revoked'
  | 'withdrawn';

/** When a step begins and when it ends. Signals that are in both lists begin and end it in one instant. */
export const clockRules: readonly {
  readonly step: StepNumber;
  readonly begins: readonly Signal[];
  readonly ends: readonly Signal[];
}[] = [
  { step: 1, begins: ['registered'], ends: ['registered'] },
  { step: 2, begins: ['form-handed-out'], ends: ['form-handed-out'] },
  { step: 3, begins: ['form-handed-out', 'form-returned'], ends: ['form-submitted'] },
  { step: 4, begins: ['review-started'], ends: ['found-complete', 'found-incomplete'] },
  { step: 5, begins: ['found-incomplete'], ends: ['form-returned'] },
  { step: 6, begins: ['found-complete'], ends: ['form-accepted'] },
  // One wait, however often the user has to be called.
  { step: 7, begins: ['form-accepted'], ends: ['attended'] },
  { step: 8, begins: ['attended', 'revoked'], ends: ['solved', 'unsolved'] },
  { step: 9, begins: ['solved', 'reply-received', 'reopened', 'withdrawn'], ends: ['answered'] },
  { step: 10, begins: ['unsolved'], ends: ['escalated', 'revoked'] },
  { step: 11, begins: ['answered', 'escalated'], ends: ['archived', 'revoked'] },
];

/** The runs after one more event. A step that runs is not begun again; a cancelled case ends what runs. */
export function advanceRuns(
  runs: readonly StepRun[],
  event: ConsultationEvent,
): readonly StepRun[] {
  const signal = signalOf(event);
  const next = [...runs];
  for (const { step, begins, ends } of clockRules) {
    const index = next.findIndex((run) => run.step === step && run.endedAt === undefined);
    const running = next[index];
    const endsNow = ends.includes(signal);
    if (running) {
      if (endsNow || signal === 'cancelled') next[index] = { ...running, endedAt: event.at };
    } else if (begins.includes(signal)) {
      const run = 1 + next.filter((earlier) => earlier.step === step).length;
      next.push({ step, run, startedAt: event.at, ...(endsNow && { endedAt: event.at }) });
    }
  }
  return next;
}

function signalOf(event: ConsultationEvent): Signal {
  if (event.type === 'analysed') return event.data.solusiDitemukan ? 'solved' : 'unsolved';
  if (event.type === 'escalation-revoked') return event.data.setelahArsip ? 'withdrawn' : 'revoked';
  return event.type;
}
