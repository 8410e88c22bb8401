import type { Deviation, StepClock } from '../clocks/clock.js';
import { clocksOf, deviationsOf, type Timing } from '../clocks/clocks.js';
import { millisecondsOf, serviceMinutes, type Instant } from '../clocks/service-time.js';
import { surveyIndex, type SurveyRecord } from '../survey/survey.js';
import type { Consultation } from '../workflow/consultation.js';
import type { ConsultationEvent, EventType } from '../workflow/events.js';
import { replay } from '../workflow/evolve.js';
import type { LogVerdict } from '../workflow/log.js';
import { movements } from '../workflow/transitions.js';
import { textAt } from '../workflow/values.js';
import { bucketOf, bucketsBetween, dayAt } from './buckets.js';
import { durationsOf } from './durations.js';
import type {
  EventCounts,
  Report,
  ReportDeviation,
  ReportPeriod,
  StepReport,
  SurveyReport,
  Tally,
} from './report.js';

/** Fewer answers than this would show who gave them. */
export const fewestRespondents = 5;

type Counts = { -readonly [type in EventType]: number };

interface Bucket {
  readonly events: Counts;
  timed: number;
  within: number;
}

interface StepTally {
  readonly minutes: number[];
  within: number;
}

interface OfficerTally {
  petugas: string;
  cases: number;
  answered: number;
  escalated: number;
  archived: number;
}

/**
 * Makes a report from one log after the other and keeps none of them, so that 30,000 cases fit. It is to be given every
 * case that was registered before the period's end; closed cases to which nothing happened in the period may be left
 * out, any other case more or less is a mistake.
 *
 * @throws RangeError when the period has no dates, or ends before it begins.
 */
export class ReportBuilder {
  readonly #period: ReportPeriod;
  readonly #profile: Timing;
  readonly #now: number;
  readonly #from: number;
  readonly #until: number;
  readonly #events = noEvents();
  readonly #buckets: Map<string, Bucket>;
  readonly #tallies = {
    kategori: new Map<string, number>(),
    kanal: new Map<string, number>(),
    jenisPengguna: new Map<string, number>(),
    states: new Map<string, number>(),
  };
  readonly #officers = new Map<string, OfficerTally>();
  readonly #steps = new Map<number, StepTally>();
  readonly #whole: number[] = [];
  readonly #replies: number[] = [];
  readonly #rounds = new Map<number, number>();
  readonly #deviations: ReportDeviation[] = [];
  readonly #damaged: Report['damaged'][number][] = [];
  readonly #noShows = { tidakHadir: 0, dilewati: 0 };
  #open = 0;
  #escalationsOpen = 0;

  constructor(period: ReportPeriod, profile: Timing, now: Instant) {
    this.#from = millisecondsOf(period.from);
    this.#until = millisecondsOf(period.until);
    if (!(this.#until >= this.#from))
      throw new RangeError(`report: from ${period.from} until ${period.until} is no period`);
    const { from, until, by } = period;
    this.#period = { from, until, by };
    this.#profile = profile;
    this.#now = millisecondsOf(now);
    const { zonaWaktu } = profile.office;
    const starts = bucketsBetween(this.#from, this.#until, by, zonaWaktu);
    this.#buckets = new Map(
      starts.map((start) => [start, { events: noEvents(), timed: 0, within: 0 }]),
    );
  }

  add(events: readonly ConsultationEvent[]): void {
    const whole = replay(events);
    const known = events.filter(({ at }) => Date.parse(at) < this.#until);
    const then = known.length === events.length ? whole : replay(known);
    if (whole === undefined || then === undefined) return;
    for (const event of known) if (this.#isIn(event.at)) this.#count(event);
    this.#countOfficers(known);
    this.#measure(then);
    this.#account(whole, then);
    this.#place(then);
  }

  /** A log that cannot be believed: the report names it, and counts nothing of it. */
  addDamaged(id: string, { seq, reason }: Extract<LogVerdict, { ok: false }>): void {
    this.#damaged.push({ id, seq, reason });
  }

  finish(ratings: Iterable<SurveyRecord> = []): Report {
    const { procedure, office } = this.#profile;
    const survey = this.#surveyOf(ratings, office.zonaWaktu);
    const steps = procedure.steps.map(({ no, minutes }): StepReport => {
      const tally = this.#steps.get(no) ?? { minutes: [], within: 0 };
      return { step: no, limit: minutes, within: tally.within, ...durationsOf(tally.minutes) };
    });
    const limited = steps.filter(({ limit }) => limit !== null);
    const waiting = this.#steps.get(7)?.minutes ?? [];
    return {
      ...this.#period,
      madeAt: new Date(this.#now).toISOString(),
      events: this.#events,
      buckets: [...this.#buckets].map(([start, bucket]) => ({ start, ...bucket })),
      kategori: tallyOf(this.#tallies.kategori),
      kanal: tallyOf(this.#tallies.kanal),
      jenisPengguna: tallyOf(this.#tallies.jenisPengguna),
      states: tallyOf(this.#tallies.states),
      officers: [...this.#officers]
        .map(([petugasId, tally]) => ({ petugasId, ...tally }))
        .sort((a, b) => b.cases - a.cases || (a.petugasId < b.petugasId ? -1 : 1)),
      open: this.#open,
      waiting: durationsOf([...waiting]),
      whole: durationsOf(this.#whole),
      steps,
      timed: limited.reduce((sum, { count }) => sum + count, 0),
      within: limited.reduce((sum, { within }) => sum + within, 0),
      deviations: this.#deviations.sort(
        (a, b) => (a.at ?? '~').localeCompare(b.at ?? '~') || a.step - b.step,
      ),
      deviationCounts: countsOf(this.#deviations),
      noShows: this.#noShows,
      rounds: [...this.#rounds]
        .map(([putaran, count]) => ({ putaran, count }))
        .sort((a, b) => a.putaran - b.putaran),
      escalations: {
        sent: this.#events.escalated,
        replied: this.#events['reply-received'],
        open: this.#escalationsOpen,
        answered: durationsOf(this.#replies),
      },
      ...(survey && { survey }),
      damaged: this.#damaged,
    };
  }

  #isIn(at: string): boolean {
    const instant = Date.parse(at);
    return instant >= this.#from && instant < this.#until;
  }

  #bucketAt(at: string): Bucket | undefined {
    const day = dayAt(Date.parse(at), this.#profile.office.zonaWaktu);
    return this.#buckets.get(bucketOf(day, this.#period.by));
  }

  #count(event: ConsultationEvent): void {
    this.#events[event.type] += 1;
    const bucket = this.#bucketAt(event.at);
    if (bucket) bucket.events[event.type] += 1;
    if (event.type === 'missed') this.#noShows[event.data.hasil] += 1;
  }

  #countOfficers(events: readonly ConsultationEvent[]): void {
    const seen = new Set<string>();
    for (const { at, actor, type } of events) {
      if (actor.role === 'user' || !this.#isIn(at)) continue;
      const tally = this.#officers.get(actor.id) ?? {
        petugas: actor.name,
        cases: 0,
        answered: 0,
        escalated: 0,
        archived: 0,
      };
      this.#officers.set(actor.id, tally);
      if (!seen.has(actor.id)) tally.cases += 1;
      seen.add(actor.id);
      if (type === 'answered' || type === 'escalated' || type === 'archived') tally[type] += 1;
    }
  }

  /** The runs that ended in the period, and how long the whole case and its escalation took. */
  #measure(then: Consultation): void {
    for (const clock of clocksOf(then, this.#profile, this.#end))
      if (clock.endedAt !== undefined && this.#isIn(clock.endedAt)) this.#measured(clock);
    const [archived] = then.archives;
    if (archived && this.#isIn(archived.at))
      this.#whole.push(serviceMinutes(then.registeredAt, archived.at, this.#profile.office));
    const sentAt = then.runs.find(({ step }) => step === 10)?.endedAt;
    const [reply] = then.replies;
    if (sentAt !== undefined && reply && this.#isIn(reply.at))
      this.#replies.push(serviceMinutes(sentAt, reply.at, this.#profile.office));
  }

  #measured({ step, minutes, limit, overrun, endedAt = '' }: StepClock): void {
    const tally = this.#steps.get(step) ?? { minutes: [], within: 0 };
    this.#steps.set(step, tally);
    tally.minutes.push(minutes);
    if (limit === null) return;
    const isWithin = overrun === 0;
    if (isWithin) tally.within += 1;
    const bucket = this.#bucketAt(endedAt);
    if (!bucket) return;
    bucket.timed += 1;
    if (isWithin) bucket.within += 1;
  }

  /** Deviations of the period, with what officers have said about them until now. */
  #account(whole: Consultation, then: Consultation): void {
    const said = new Map(
      deviationsOf(whole, this.#profile, this.#end).map((each) => [keyOf(each), each.alasan]),
    );
    for (const deviation of deviationsOf(then, this.#profile, this.#end)) {
      const { step, run } = deviation;
      const at = then.runs.find((each) => each.step === step && each.run === run)?.endedAt;
      if (at !== undefined && !this.#isIn(at)) continue;
      const alasan = said.get(keyOf(deviation)) ?? deviation.alasan;
      this.#deviations.push({
        ...deviation,
        id: then.id,
        tiket: then.tiket,
        ...(at !== undefined && { at }),
        ...(alasan !== undefined && { alasan }),
      });
    }
  }

  /** Where the case belongs, and how it stands at the end of the period. */
  #place(then: Consultation): void {
    if (then.state !== 'archived' && then.state !== 'cancelled') this.#open += 1;
    if (then.eskalasi !== undefined && then.replies.length === 0) this.#escalationsOpen += 1;
    const accepted = then.runs.filter(
      ({ step, endedAt = '' }) => step === 6 && this.#isIn(endedAt),
    );
    if (accepted.length > 0) increase(this.#rounds, then.putaran);
    if (!this.#isIn(then.registeredAt)) return;
    const form = then.submissions.at(-1)?.formulir ?? {};
    increase(this.#tallies.kategori, textAt(form, 'kategori') ?? '');
    increase(this.#tallies.kanal, textAt(form, 'kanal') ?? textAt(then.bukuTamu, 'kanal') ?? '');
    increase(this.#tallies.jenisPengguna, textAt(form, 'jenisPengguna') ?? '');
    increase(this.#tallies.states, then.state);
  }

  /** Until when clocks run: a report of the past does not grow. */
  get #end(): number {
    return Math.min(this.#now, this.#until);
  }

  #surveyOf(
    ratings: Iterable<SurveyRecord>,
    zone: Timing['office']['zonaWaktu'],
  ): SurveyReport | undefined {
    // A rating knows its day only, so the days of the period count whole.
    const [first, last] = [dayAt(this.#from, zone), dayAt(this.#until - 1, zone)];
    const own = [...ratings].filter(({ tanggal }) => tanggal >= first && tanggal <= last);
    const result = surveyIndex(own);
    if (result === undefined) return undefined;
    if (result.respondents < fewestRespondents)
      return { respondents: result.respondents, tooFew: true };
    // In the order of the alphabet, which tells nothing of the order in which they came.
    const saran = own.flatMap(({ jawaban }) => textAt(jawaban, 'saran') ?? []).sort();
    return { ...result, saran };
  }
}

/** The report of logs that are at hand. */
export function reportOf(
  logs: Iterable<readonly ConsultationEvent[]>,
  profile: Timing,
  period: ReportPeriod,
  { now, ratings = [] }: { readonly now: Instant; readonly ratings?: Iterable<SurveyRecord> },
): Report {
  const builder = new ReportBuilder(period, profile, now);
  for (const log of logs) builder.add(log);
  return builder.finish(ratings);
}

function noEvents(): Counts {
  return Object.fromEntries(Object.keys(movements).map((type) => [type, 0])) as Counts &
    EventCounts;
}

function increase<K>(map: Map<K, number>, key: K): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}

function tallyOf(map: ReadonlyMap<string, number>): Tally {
  return [...map]
    .map(([key, count]) => ({ key, count }))
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
}

function keyOf({ step, run, jenis, hal }: Deviation): string {
  return `${step}/${run}/${jenis}/${hal}`;
}

function countsOf(deviations: readonly ReportDeviation[]): Report['deviationCounts'] {
  const counts = new Map<
    string,
    {
      -readonly [
        K in keyof Report['deviationCounts'][number]
      ]: Report['deviationCounts'][number][K];
    }
  >();
  for (const { step, jenis, alasan } of deviations) {
    const key = `${step}/${jenis}`;
    const known = counts.get(key) ?? { step, jenis, count: 0, explained: 0 };
    counts.set(key, known);
    known.count += 1;
    if (alasan !== undefined) known.explained += 1;
  }
  return [...counts.values()].sort((a, b) => a.step - b.step || (a.jenis < b.jenis ? -1 : 1));
}
