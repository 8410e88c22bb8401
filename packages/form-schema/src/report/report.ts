import type { DeviationKind, Deviation } from '../clocks/clock.js';
import type { StepNumber } from '../procedure/procedure.js';
import type { SurveyResult } from '../survey/survey.js';
import type { EventType } from '../workflow/events.js';
import type { LogFault } from '../workflow/log.js';

/** How a period is cut: a week begins on Monday. */
export type ReportUnit = 'day' | 'week' | 'month';

/** What a report is about. */
export interface ReportPeriod {
  /** ISO instants: from the first on, before the second. */
  readonly from: string;
  readonly until: string;
  readonly by: ReportUnit;
}

/** How often each kind of event stands in the logs. */
export type EventCounts = { readonly [type in EventType]: number };

/** A key (a category, a channel, …; empty where it is not known) and how many cases have it, the most frequent first. */
export type Tally = readonly { readonly key: string; readonly count: number }[];

/** How long something took, in minutes of service. `median` and `p90` are values that occurred (nearest rank). */
export interface Durations {
  readonly count: number;
  readonly median: number;
  readonly p90: number;
  readonly longest: number;
}

/** The runs of a step that ended in the period. */
export interface StepReport extends Durations {
  readonly step: StepNumber;
  /** In minutes; null where the procedure has none. */
  readonly limit: number | null;
  /** Runs within the limit; 0 where there is none. */
  readonly within: number;
}

export interface ReportBucket {
  /** The first day of the bucket at the office, `YYYY-MM-DD`. */
  readonly start: string;
  readonly events: EventCounts;
  /** Runs of steps with a limit that ended here, and those of them within it. */
  readonly timed: number;
  readonly within: number;
}

export interface ReportDeviation extends Deviation {
  /** Of the case. */
  readonly id: string;
  readonly tiket: string;
  /** When the run ended, an ISO instant; absent while it still runs over its limit. */
  readonly at?: string;
}

export interface DeviationCount {
  readonly step: StepNumber;
  readonly jenis: DeviationKind;
  readonly count: number;
  /** Those of them that an officer has accounted for. */
  readonly explained: number;
}

export interface OfficerReport {
  readonly petugasId: string;
  readonly petugas: string;
  /** Cases on which they did something in the period. */
  readonly cases: number;
  readonly answered: number;
  readonly escalated: number;
  readonly archived: number;
}

/** What the survey says, or why it says nothing yet. */
export type SurveyReport =
  | (SurveyResult & { readonly saran: readonly string[] })
  /** So few answers that one could tell whose they are. */
  | { readonly respondents: number; readonly tooFew: true };

/**
 * What happened at an office in a period. It is made from logs alone and says nothing that they do not say: each count
 * is a number of events in the period, each duration that of a run that ended in it. What stands (`open`,
 * `escalations.open`, `states`) is told as of its end, so that the report of a past month stays as it is. Only
 * explanations are told as they are now: a delay may be accounted for later.
 */
export interface Report extends ReportPeriod {
  /** The instant at which it was made. */
  readonly madeAt: string;
  readonly events: EventCounts;
  readonly buckets: readonly ReportBucket[];
  /** Of the cases that were registered in the period. */
  readonly kategori: Tally;
  readonly kanal: Tally;
  readonly jenisPengguna: Tally;
  readonly states: Tally;
  readonly officers: readonly OfficerReport[];
  /** Cases at the end of the period that were neither archived nor cancelled. */
  readonly open: number;
  /** Step 7, from the queue number to the counter. */
  readonly waiting: Durations;
  /** From the guest book to the archive, of the cases that were first archived in the period. */
  readonly whole: Durations;
  readonly steps: readonly StepReport[];
  /** Runs of steps with a limit that ended in the period, and those of them within it. */
  readonly timed: number;
  readonly within: number;
  readonly deviations: readonly ReportDeviation[];
  readonly deviationCounts: readonly DeviationCount[];
  readonly noShows: { readonly tidakHadir: number; readonly dilewati: number };
  /** How often the form went to the user, of the cases that were accepted in the period: rounds and cases. */
  readonly rounds: readonly { readonly putaran: number; readonly count: number }[];
  readonly escalations: {
    readonly sent: number;
    readonly replied: number;
    readonly open: number;
    /** From sending to the reply, of the replies of the period. */
    readonly answered: Durations;
  };
  readonly survey?: SurveyReport;
  /** Logs that cannot be believed. Nothing of them is counted. */
  readonly damaged: readonly {
    readonly id: string;
    readonly seq: number;
    readonly reason: LogFault;
  }[];
}
