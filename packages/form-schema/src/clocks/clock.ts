import type { StepActor, StepNumber } from '../procedure/procedure.js';

/** One run of one step, derived from the log: never stored, and no timer moves a case. */
export interface StepClock {
  readonly step: StepNumber;
  /** Which run of the step: a returned form runs steps 3 to 5 again, a follow-up 9 and 11. From 1. */
  readonly run: number;
  readonly actor: StepActor;
  /** ISO instants. `endedAt` is absent while the step runs. */
  readonly startedAt: string;
  readonly endedAt?: string;
  /** Copied from a paper that was written before (`StepRun.paper`). */
  readonly paper?: true;
  /** Minutes inside service hours, with fractions. */
  readonly minutes: number;
  /** Minutes outside service hours (lunch, night, weekend, holiday), with fractions. */
  readonly pausedMinutes: number;
  /** The limit of the procedure in minutes; null where there is none, and for what was written on paper before. */
  readonly limit: number | null;
  /** `minutes / limit`; 0 without a limit. Warn from 0.8, ask for a reason from 1. */
  readonly share: number;
  /** Minutes over the limit; 0 within it. */
  readonly overrun: number;
}

/** What the SOP's second warning tells apart: time, equipment, output. */
export type DeviationKind = 'waktu' | 'perlengkapan' | 'output';

/** One run of one step as the log tells it, before anyone measures it against office hours and limits. */
export interface StepRun {
  readonly step: StepNumber;
  /** From 1. */
  readonly run: number;
  /** ISO instants. `endedAt` is absent while the step runs. */
  readonly startedAt: string;
  readonly endedAt?: string;
  /**
   * Staff copied what a user had written on paper before the case was opened. How long the user took, nobody measured;
   * what the log spans is typing, so no limit of the user applies to it.
   */
  readonly paper?: true;
}

/** A piece of equipment or an output that the log shows to be missing. */
export interface Shortfall {
  readonly step: StepNumber;
  readonly run: number;
  readonly jenis: Exclude<DeviationKind, 'waktu'>;
  readonly hal: string;
  /** The reason that was given in the moment itself, e.g. with a review against the findings. */
  readonly alasan?: string;
}

/** An officer's account of a deviation. */
export interface Explanation {
  readonly step: StepNumber;
  readonly run: number;
  readonly jenis: DeviationKind;
  readonly alasan: string;
}

/** A departure from the SOP's time, equipment or output (its "Peringatan 2"), and whether it is accounted for. */
export interface Deviation {
  readonly step: StepNumber;
  readonly run: number;
  readonly actor: StepActor;
  readonly jenis: DeviationKind;
  /** Minutes over the limit for `waktu`; 0 otherwise. */
  readonly overrun: number;
  /** Stable key of what is missing, e.g. `nomorLuar`; empty for `waktu`. */
  readonly hal: string;
  /** The officer's explanation, when there is one. */
  readonly alasan?: string;
}
