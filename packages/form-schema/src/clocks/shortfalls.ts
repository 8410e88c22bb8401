import type { StepNumber } from '../procedure/procedure.js';
import type { Consultation } from '../workflow/consultation.js';
import type { ConsultationEvent, EventOf, EventType } from '../workflow/events.js';
import type { Shortfall } from './clock.js';

/**
 * A requirement of the SOP's table (its columns "Perlengkapan" and "Output") that the procedure lets an officer depart
 * from. What it never lets go (initials under an answer, the archive record) needs no rule here.
 */
export interface ShortfallRule {
  readonly on: EventType;
  readonly step: StepNumber;
  readonly jenis: Shortfall['jenis'];
  /** Stable key of what is missing. */
  readonly hal: string;
  /** Whether it is missing, seen from the event and the case before it. */
  readonly missing: (event: ConsultationEvent, before: Consultation) => boolean;
  /** The reason, where the event itself gives one. */
  readonly reason: (event: ConsultationEvent) => unknown;
}

export const shortfallRules: readonly ShortfallRule[] = [
  // "Isian formulir konsultasi sudah lengkap", although the machine found something: the officer gives a reason.
  rule('found-complete', {
    step: 4,
    jenis: 'perlengkapan',
    hal: 'isianLengkap',
    missing: (_event, before) => (before.submissions.at(-1)?.temuan.length ?? 0) > 0,
    reason: (event) => event.data.pemeriksaan['alasan'],
  }),
  // "Tiket/email … yang dieskalasikan": sent, but the other side has given no number.
  rule('escalated', {
    step: 10,
    jenis: 'output',
    hal: 'nomorLuar',
    missing: (event) => isBlank(event.data.eskalasi['nomorLuar']),
  }),
  // The copy for the user was refused.
  rule('archived', {
    step: 11,
    jenis: 'output',
    hal: 'salinan',
    missing: (event) => event.data.salinan['cara'] === 'ditolak',
  }),
  // The initials are on paper, but the paper is not what was archived.
  rule('archived', {
    step: 11,
    jenis: 'perlengkapan',
    hal: 'lembarBerparaf',
    missing: (event, before) =>
      event.data.arsip['bentuk'] === 'elektronik' && before.answers.at(-1)?.paraf.cara === 'kertas',
  }),
];

/** What an event shows to be missing. `runs` counts the event already. */
export function shortfallsOf(
  event: ConsultationEvent,
  before: Consultation,
  runs: Consultation['runs'],
): Shortfall[] {
  return shortfallRules
    .filter((each) => each.on === event.type && each.missing(event, before))
    .map(({ step, jenis, hal, reason }) => {
      const alasan = reason(event);
      const run = runs.filter((each) => each.step === step).length;
      return { step, run, jenis, hal, ...(typeof alasan === 'string' && { alasan }) };
    });
}

/** A rule for one type of event. That its functions see no other type is `shortfallsOf`'s promise. */
function rule<T extends EventType>(
  on: T,
  {
    missing,
    reason,
    ...what
  }: Pick<ShortfallRule, 'step' | 'jenis' | 'hal'> & {
    missing(event: EventOf<T>, before: Consultation): boolean;
    reason?(event: EventOf<T>): unknown;
  },
): ShortfallRule {
  return {
    ...what,
    on,
    missing: (event, before) => missing(event as EventOf<T>, before),
    reason: (event) => reason?.(event as EventOf<T>),
  };
}

function isBlank(value: unknown): boolean {
  return typeof value !== 'string' || value.trim() === '';
}
