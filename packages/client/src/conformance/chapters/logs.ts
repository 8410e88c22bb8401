import type { CaseLog, LogQuery } from '../../backend.js';
import { check, equal, failsWith, failure } from '../assert.js';
import type { ConformanceDesk } from '../desk.js';
import type { Chapter } from './chapter.js';

async function allLogs(desk: ConformanceDesk, query: LogQuery = {}): Promise<readonly CaseLog[]> {
  const officer = await desk.officer;
  const found: CaseLog[] = [];
  let cursor: string | undefined;
  do {
    const page = await officer.logs({ ...query, ...(cursor !== undefined && { cursor }) });
    found.push(...page.items);
    cursor = page.cursor;
    check(found.length < 1000, 'the logs come to an end');
  } while (cursor !== undefined);
  return found;
}

const idsOf = (logs: readonly CaseLog[]): readonly string[] => logs.map(({ id }) => id);

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 3));

export const logs: Chapter = [
  {
    name: 'are none of an empty desk',
    async run(desk) {
      equal(await (await desk.officer).logs(), { items: [] }, 'the page');
    },
  },
  {
    name: 'are handed out whole, as reading each case gives them, with their verdict',
    async run(desk) {
      const ids = [await desk.register(), await desk.analysing()];
      const found = await allLogs(desk);
      equal([...idsOf(found)].sort(), ids.sort(), 'the cases');
      for (const { id, events, verdict } of found) {
        equal(events, (await (await desk.officer).read(id))?.events, `the log of ${id}`);
        equal(verdict, { ok: true }, `the verdict on ${id}`);
      }
    },
  },
  {
    name: 'come in pages, in the order of registration, none twice',
    async run(desk) {
      for (let i = 0; i < 7; i++) await desk.register();
      for (const limit of [1, 3, 7, 200]) {
        const found = await allLogs(desk, { limit });
        equal(new Set(idsOf(found)).size, 7, `the cases, ${limit} a page`);
        const instants = found.map(({ events }) => events[0]?.at);
        equal(instants, [...instants].sort(), 'the order');
      }
    },
  },
  {
    name: 'miss and repeat nothing when cases move on between two pages',
    async run(desk) {
      const ids = [];
      for (let i = 0; i < 5; i++) {
        ids.push(await desk.submitted());
        await pause();
      }
      const officer = await desk.officer;
      const first = await officer.logs({ limit: 2 });
      for (const { id } of first.items) await desk.do('start-review', id);
      const { cursor = '' } = first;
      const rest = await officer.logs({ limit: 200, cursor });
      equal([...idsOf(first.items), ...idsOf(rest.items)], ids, 'the cases');
    },
  },
  {
    name: 'are those of cases to which something happened in the period',
    async run(desk) {
      const early = await desk.submitted();
      const moved = await desk.submitted();
      await pause();
      const late = await desk.register();
      const from = (await desk.see(late)).registeredAt;
      await pause();
      await desk.do('start-review', moved);
      equal([...idsOf(await allLogs(desk, { from }))].sort(), [moved, late].sort(), 'from then');
      const before = await allLogs(desk, { until: from });
      equal([...idsOf(before)].sort(), [early, moved].sort(), 'until then');
    },
  },
  {
    name: 'take a limit from 1 to 200, and no cursor of another query',
    async run(desk) {
      for (let i = 0; i < 2; i++) await desk.register();
      const officer = await desk.officer;
      for (const limit of [0, 201, 1.5]) {
        const error = await failure(() => officer.logs({ limit }));
        check(error instanceof TypeError, `a TypeError for ${limit}, got ${String(error)}`);
      }
      const { cursor = '' } = await officer.logs({ limit: 1 });
      const until = '2000-01-01T00:00:00Z';
      for (const other of [{ cursor: 'x' }, { cursor, until }])
        await failsWith('LPSE_CURSOR_INVALID', () => officer.logs(other));
    },
  },
  {
    name: 'are not for a member of the public',
    async run(desk) {
      await desk.register();
      const user = await desk.user;
      await failsWith('LPSE_ACCESS_DENIED', () => user.logs());
    },
  },
];
