import type { Profile } from '../profile/profile.js';
import type { Consultation } from '../workflow/consultation.js';
import { replay } from '../workflow/evolve.js';
import type { ConsultationEvent } from '../workflow/events.js';
import type { Deviation, StepClock, StepRun } from './clock.js';
import { afterService, millisecondsOf, serviceMilliseconds } from './service-time.js';
import type { Instant } from './service-time.js';

const MINUTE = 60_000;

/** What of a profile says how long a step may take, and when the office is open. */
export type Timing = Pick<Profile, 'office' | 'procedure'>;

/** How long each run of each step took, or takes until `now`, in the order in which they began. */
export function clocks(
  events: readonly ConsultationEvent[],
  profile: Timing,
  now: Instant,
): StepClock[] {
  const consultation = replay(events);
  return consultation ? clocksOf(consultation, profile, now) : [];
}

/** The same for a case that is folded already. */
export function clocksOf({ runs }: Consultation, profile: Timing, now: Instant): StepClock[] {
  return runs.map((run) => measure(run, profile, now));
}

/** When a run reaches the limit of its step, as an ISO instant; undefined where the step has none. */
export function dueAt({ step, startedAt }: StepRun, profile: Timing): string | undefined {
  const { minutes } = stepOf(profile, step);
  if (minutes === null) return undefined;
  return afterService(startedAt, minutes, profile.office)?.toISOString();
}

/** All departures from time, equipment and output until `now`, by step and run, and what officers said about them. */
export function deviations(
  events: readonly ConsultationEvent[],
  profile: Timing,
  now: Instant,
): Deviation[] {
  const consultation = replay(events);
  return consultation ? deviationsOf(consultation, profile, now) : [];
}

/** The same for a case that is folded already. */
export function deviationsOf(
  consultation: Consultation,
  profile: Timing,
  now: Instant,
): Deviation[] {
  const late = clocksOf(consultation, profile, now)
    .filter(({ overrun }) => overrun > 0)
    .map(({ step, run, actor, overrun }): Deviation => ({
      step,
      run,
      actor,
      jenis: 'waktu',
      overrun,
      hal: '',
    }));
  const missing = consultation.shortfalls.map((shortfall): Deviation => ({
    ...shortfall,
    actor: stepOf(profile, shortfall.step).actor,
    overrun: 0,
  }));
  return [...late, ...missing]
    .map((deviation) => ({ ...deviation, ...explanationOf(deviation, consultation) }))
    .sort((a, b) => a.step - b.step || a.run - b.run);
}

/** The officer's last word on it; without one, the reason that was given in the moment itself. */
function explanationOf(
  { step, run, jenis }: Deviation,
  { explanations }: Consultation,
): { readonly alasan?: string } {
  const explanation = explanations.findLast(
    (each) => each.step === step && each.run === run && each.jenis === jenis,
  );
  return explanation ? { alasan: explanation.alasan } : {};
}

function measure(run: StepRun, profile: Timing, now: Instant): StepClock {
  const { actor, minutes: allowed } = stepOf(profile, run.step);
  const limit = run.paper === true ? null : allowed;
  const start = millisecondsOf(run.startedAt);
  // A clock that runs behind the one of the log makes no step shorter than nothing.
  const end = Math.max(start, millisecondsOf(run.endedAt ?? now));
  const service = serviceMilliseconds(start, end, profile.office);
  const minutes = service / MINUTE;
  return {
    ...run,
    actor,
    minutes,
    pausedMinutes: (end - start - service) / MINUTE,
    limit,
    share: limit ? minutes / limit : 0,
    overrun: limit === null ? 0 : Math.max(0, minutes - limit),
  };
}

/** A profile has all eleven steps; one that lost a step was refused when it was loaded. */
function stepOf(
  { procedure }: Timing,
  no: StepRun['step'],
): Pick<StepClock, 'actor'> & {
  readonly minutes: number | null;
} {
  return (
    procedure.steps.find((step) => step.no === no) ?? {
      actor: 'bidangLayananDanDukungan',
      minutes: null,
    }
  );
}
