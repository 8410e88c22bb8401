import type { EventType, Report } from '@lpse-konsultasi/form-schema';
import { samplePeople } from '../../samples/people.js';
import { survey } from '../../samples/values.js';
import { aborts, check, equal, failsWith, failure, refusedWith } from '../assert.js';
import type { ConformanceDesk } from '../desk.js';
import type { Chapter } from './chapter.js';

const { user } = samplePeople;

/** All time that a case of the suite can fall into. */
const always = {
  from: '2020-01-01T00:00:00Z',
  until: '2100-01-01T00:00:00Z',
  by: 'month',
} as const;

async function reportOf(desk: ConformanceDesk): Promise<Report> {
  return (await desk.officer).report(always);
}

async function surveyOf(desk: ConformanceDesk): Promise<unknown> {
  return (await reportOf(desk)).survey;
}

async function rate(desk: ConformanceDesk, key: string, mark = 4): Promise<void> {
  const outcome = await (await desk.user).rate(survey(mark), { key });
  equal(outcome, { ok: true }, 'the outcome');
}

export const reporting: Chapter = [
  {
    name: 'counts exactly what the logs count',
    needs: 'report',
    async run(desk) {
      const ids = [await desk.register(), await desk.escalated(), await desk.queued()];
      const again = await desk.reviewing();
      await desk.findIncomplete(again, ['/uraian']);
      await desk.do('return', again);
      const report = await reportOf(desk);
      const counts = new Map<EventType, number>();
      for (const id of [...ids, again])
        for (const { type } of (await (await desk.officer).read(id))?.events ?? [])
          counts.set(type, (counts.get(type) ?? 0) + 1);
      for (const [type, count] of Object.entries(report.events))
        equal(count, counts.get(type as EventType) ?? 0, type);
      equal(report.open, 4, 'the open cases');
      equal(report.escalations.open, 1, 'the open escalations');
    },
  },
  {
    name: 'counts nothing that was before or after the period',
    needs: 'report',
    async run(desk) {
      await desk.submitted();
      const backend = await desk.officer;
      const before = await backend.report({ ...always, until: '2020-02-01T00:00:00Z' });
      const after = await backend.report({ ...always, from: '2099-01-01T00:00:00Z' });
      for (const { events } of [before, after])
        equal(Math.max(...Object.values(events)), 0, 'the largest count');
      equal(after.open, 1, 'the cases that are open at the end');
      equal(before.open, 0, 'the cases that were open then');
    },
  },
  {
    name: 'looks at all cases, however many there are',
    needs: 'report',
    async run(desk) {
      for (let i = 0; i < 120; i++) await desk.register();
      equal((await reportOf(desk)).events.registered, 120, 'the registered cases');
    },
  },
  {
    name: 'cuts the period as it is asked to',
    needs: 'report',
    async run(desk) {
      const backend = await desk.officer;
      const [from, until] = ['2026-02-28T17:00:00Z', '2026-03-02T17:00:00Z'];
      const days = await backend.report({ from, until });
      equal(
        days.buckets.map(({ start }) => start),
        ['2026-03-01', '2026-03-02'],
        'the days',
      );
      const weeks = await backend.report({ from, until, by: 'week' });
      equal(
        weeks.buckets.map(({ start }) => start),
        ['2026-02-23', '2026-03-02'],
        'the weeks',
      );
    },
  },
  {
    name: 'makes no report of a period that is none, and none for a member of the public',
    needs: 'report',
    async run(desk) {
      const backend = await desk.officer;
      const error = await failure(() => backend.report({ from: 'a', until: 'b' }));
      check(error instanceof RangeError, `a RangeError, got ${String(error)}`);
      const visitor = await desk.as(user);
      await failsWith('LPSE_ACCESS_DENIED', () => visitor.report(always));
    },
  },
  {
    name: 'keeps ratings, and tells their index once there are enough of them',
    needs: 'survey',
    async run(desk) {
      equal(await surveyOf(desk), undefined, 'the survey');
      for (let i = 0; i < 4; i++) await rate(desk, `k${i}`);
      equal(await surveyOf(desk), { respondents: 4, tooFew: true }, 'the survey');
      await rate(desk, 'k4', 3);
      const { survey: result } = await reportOf(desk);
      check(result !== undefined && 'index' in result, 'there is an index');
      equal([result.respondents, result.index, result.grade], [5, 95, 'A'], 'the result');
    },
  },
  {
    name: 'counts a rating once that is sent twice, whatever it says',
    needs: 'survey',
    async run(desk) {
      for (let i = 0; i < 5; i++) await rate(desk, `k${i}`);
      await rate(desk, 'k0');
      await rate(desk, 'k1', 1);
      const { survey: result } = await reportOf(desk);
      check(result !== undefined && 'index' in result, 'there is an index');
      equal([result.respondents, result.index], [5, 100], 'the result');
    },
  },
  {
    name: 'keeps no rating that is not complete',
    needs: 'survey',
    async run(desk) {
      const backend = await desk.user;
      const { u9: _left, ...some } = survey();
      for (const answers of [{}, some, survey(5), { ...survey(), tiket: 'BTG-1' }]) {
        const outcome = await backend.rate(answers, { key: desk.fresh('key') });
        check(!outcome.ok, 'the rating is refused');
        refusedWith(outcome, 'LPSE_FORM_INVALID');
        check(outcome.refusal.problems.length > 0, 'there are problems');
      }
      equal(await surveyOf(desk), undefined, 'the survey');
    },
  },
  {
    name: 'keeps ratings apart: they are in no case and move none on',
    needs: 'survey',
    async run(desk) {
      const id = await desk.submitted();
      const { version } = await desk.see(id);
      await rate(desk, id);
      equal((await desk.see(id)).version, version, 'the version');
      const { items } = await (await desk.officer).logs();
      check(!JSON.stringify(items).includes('"u1"'), 'the logs know no rating');
    },
  },
  {
    name: 'makes no report whose signal has fired, and none after it was closed',
    needs: 'report',
    async run(desk) {
      const backend = await desk.another();
      await aborts(() => backend.report({ ...always, signal: AbortSignal.abort() }));
      await backend.close();
      await failsWith('LPSE_BACKEND_CLOSED', () => backend.report(always));
    },
  },
  {
    name: 'keeps no rating after it was closed',
    needs: 'survey',
    async run(desk) {
      const backend = await desk.another(user);
      await backend.close();
      await failsWith('LPSE_BACKEND_CLOSED', () => backend.rate(survey(), { key: 'k' }));
    },
  },
];
