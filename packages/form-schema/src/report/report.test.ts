import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { surveyElements, type SurveyRecord } from '../survey/survey.js';
import type { ConsultationEvent } from '../workflow/events.js';
import { movements } from '../workflow/transitions.js';
import { moves, play } from '../workflow/testing/random-desk.js';
import { profile } from '../workflow/testing/profile.js';
import { bucketOf, bucketsBetween, dayAt } from './buckets.js';
import { fewestRespondents, reportOf } from './report-builder.js';
import type { Report, ReportPeriod } from './report.js';

const now = '2027-01-01T00:00:00Z';
const year: ReportPeriod = {
  from: '2025-12-31T17:00:00Z',
  until: '2026-12-31T17:00:00Z',
  by: 'month',
};

function report(logs: readonly (readonly ConsultationEvent[])[], period = year): Report {
  return reportOf(logs, profile, period, { now });
}

/** Cases as random people made them. They all begin at one instant; each gets days of its own. */
const logs = fc
  .array(moves, { minLength: 1, maxLength: 4 })
  .map((scripts) => scripts.map((script) => play(script).desk.events));

function instantsOf(all: readonly (readonly ConsultationEvent[])[]): readonly string[] {
  return all.flat().map(({ at }) => at);
}

describe('a report', () => {
  it('counts what the logs count, whatever happened and however the period is cut', () => {
    fc.assert(
      fc.property(
        logs,
        fc.nat(),
        fc.nat(),
        fc.constantFrom('day' as const, 'week' as const, 'month' as const),
        (all, one, other, by) => {
          const instants = instantsOf(all);
          const [from = now, until = now] = [
            instants[one % instants.length] ?? now,
            instants[other % instants.length] ?? now,
          ].sort();
          const made = report(all, { from, until, by });
          const inPeriod = all.flat().filter(({ at }) => at >= from && at < until);
          for (const type of Object.keys(movements) as (keyof typeof movements)[]) {
            const count = inPeriod.filter((event) => event.type === type).length;
            expect(made.events[type]).toBe(count);
            const inBuckets = made.buckets.reduce((sum, { events }) => sum + events[type], 0);
            expect(inBuckets).toBe(count);
          }
          const registered = made.events.registered;
          for (const tally of [made.kategori, made.kanal, made.jenisPengguna, made.states])
            expect(tally.reduce((sum, { count }) => sum + count, 0)).toBe(registered);
          const answered = made.officers.reduce((sum, each) => sum + each.answered, 0);
          expect(answered).toBe(made.events.answered);
          expect(made.noShows.tidakHadir + made.noShows.dilewati).toBe(made.events.missed);
          expect(made.within).toBeLessThanOrEqual(made.timed);
          expect(made.buckets.reduce((sum, { timed }) => sum + timed, 0)).toBe(made.timed);
          expect(made.buckets.reduce((sum, { within }) => sum + within, 0)).toBe(made.within);
          const counted = made.deviationCounts.reduce((sum, { count }) => sum + count, 0);
          expect(counted).toBe(made.deviations.length);
          expect(made.deviations.filter(({ jenis, at }) => jenis === 'waktu' && at)).toHaveLength(
            made.timed - made.within,
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('adds up: two halves of a period count what the whole counts', () => {
    fc.assert(
      fc.property(logs, fc.nat(), (all, pick) => {
        const instants = instantsOf(all);
        const middle = instants[pick % instants.length] ?? now;
        const [first, second] = [
          report(all, { ...year, until: middle }),
          report(all, { ...year, from: middle }),
        ];
        const whole = report(all);
        expect(first.timed + second.timed).toBe(whole.timed);
        expect(first.waiting.count + second.waiting.count).toBe(whole.waiting.count);
        expect(first.events.called + second.events.called).toBe(whole.events.called);
      }),
      { numRuns: 40 },
    );
  });

  it('of a past period stays as it is when cases move on, but for explanations', () => {
    fc.assert(
      fc.property(logs, fc.nat(), (all, pick) => {
        const instants = instantsOf(all);
        const until = instants[pick % instants.length] ?? now;
        const then = all.map((log) => log.filter(({ at }) => at < until));
        const period = { ...year, until };
        const plain = ({ deviations, deviationCounts: _counts, ...rest }: Report): object => ({
          ...rest,
          deviations: deviations.map(({ alasan: _reason, ...each }) => each),
        });
        const known = then.filter((log) => log.length > 0);
        expect(plain(report(all, period))).toEqual(plain(report(known, period)));
      }),
      { numRuns: 40 },
    );
  });

  it('is made of nothing for nothing', () => {
    const empty = report([]);
    expect(empty.events.registered).toBe(0);
    expect(empty.buckets).toHaveLength(12);
    expect(empty.waiting).toEqual({ count: 0, median: 0, p90: 0, longest: 0 });
    expect(empty.survey).toBeUndefined();
  });

  it('refuses a period that is none', () => {
    expect(() => report([], { ...year, until: 'besok' })).toThrow(RangeError);
    expect(() => report([], { ...year, until: '2000-01-01T00:00:00Z' })).toThrow(RangeError);
  });

  it('says nothing of a survey that too few have answered', () => {
    const jawaban = Object.fromEntries(surveyElements.map((element) => [element, 4]));
    const ratings = (count: number): SurveyRecord[] =>
      Array.from({ length: count }, (_, index) => ({
        tanggal: '2026-03-04',
        jawaban: { ...jawaban, saran: `Saran ${9 - index}` },
      }));
    const with_ = (count: number) => reportOf([], profile, year, { now, ratings: ratings(count) });
    expect(with_(fewestRespondents - 1).survey).toEqual({
      respondents: fewestRespondents - 1,
      tooFew: true,
    });
    const { survey } = with_(fewestRespondents);
    expect(survey).toMatchObject({ index: 100, grade: 'A', respondents: fewestRespondents });
    // The order in which they came is not the order in which they are told.
    expect(survey && 'saran' in survey && survey.saran).toEqual(
      [...Array(fewestRespondents).keys()].map((index) => `Saran ${9 - index}`).sort(),
    );
    const outside = { ...year, until: '2026-03-03T17:00:00Z' };
    expect(reportOf([], profile, outside, { now, ratings: ratings(9) }).survey).toBeUndefined();
  });
});

describe('the buckets of a period', () => {
  it('begin on the day at the office, on Mondays, or on the first', () => {
    // 00.30 on a Sunday in Jakarta is still Saturday in Greenwich.
    const day = dayAt(Date.parse('2026-02-28T17:30:00Z'), 'WIB');
    expect(day).toBe('2026-03-01');
    expect(bucketOf(day, 'day')).toBe('2026-03-01');
    expect(bucketOf(day, 'week')).toBe('2026-02-23');
    expect(bucketOf(day, 'month')).toBe('2026-03-01');
    expect(bucketOf('2026-02-23', 'week')).toBe('2026-02-23');
  });

  it('have no gap, over the end of a year too', () => {
    const [from, until] = [
      Date.parse('2026-12-30T17:00:00Z'),
      Date.parse('2027-01-11T17:00:00Z'),
    ] as const;
    expect(bucketsBetween(from, until, 'week', 'WIB')).toEqual([
      '2026-12-28',
      '2027-01-04',
      '2027-01-11',
    ]);
    expect(bucketsBetween(from, until, 'day', 'WIB')).toHaveLength(12);
    expect(bucketsBetween(from, until, 'month', 'WIB')).toEqual(['2026-12-01', '2027-01-01']);
    expect(bucketsBetween(from, from, 'day', 'WIB')).toEqual([]);
  });
});
