import { LpseError } from '@lpse-konsultasi/form-schema';
import type { Page } from '../../backend.js';
import { samplePeople } from '../../samples/people.js';
import { check, equal, failure } from '../assert.js';
import type { ConformanceDesk } from '../desk.js';
import type { Chapter } from './chapter.js';

/** The list as it is when so many cases are known to be damaged: that is looked for in the background. */
async function listWith(desk: ConformanceDesk, damaged: number): Promise<Page> {
  const officer = await desk.officer;
  const ending = new AbortController();
  const changes = officer.watch({ signal: ending.signal })[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = changes.next();
      const page = await officer.list({ total: true });
      if ((page.damaged ?? 0) >= damaged) return page;
      const { done } = await next;
      check(done !== true, 'changes are told until the damage is known');
    }
  } finally {
    ending.abort();
  }
}

/** Said at once, and by its name: no repetition makes a log whole. */
async function isRefused(work: () => Promise<unknown>): Promise<void> {
  const error = await failure(work);
  const code = error instanceof LpseError ? error.code : String(error);
  equal(code, 'LPSE_STORAGE_CORRUPT', 'the failure');
}

const cases: Chapter = [
  {
    name: 'is none on a desk that nobody has touched',
    async run(desk) {
      await desk.submitted();
      await desk.reload();
      check(!('damaged' in (await (await desk.officer).list())), 'a page says nothing of damage');
    },
  },
  {
    name: 'is counted in the list, tells those who watch, and leaves the other cases as they are',
    async run(desk) {
      const [good, bad] = [await desk.submitted(), await desk.submitted()];
      await desk.damage(bad);
      await desk.reload();
      const page = await listWith(desk, 1);
      equal(page.damaged, 1, 'the damaged cases');
      equal([...page.items.map(({ id }) => id)].sort(), [good, bad].sort(), 'the rows');
      await isRefused(async () => (await desk.officer).read(bad));
      equal((await desk.see(good)).state, 'submitted', 'the other case');
    },
  },
  {
    name: 'of every case is counted too, and nothing is built upon it',
    async run(desk) {
      const ids = [await desk.submitted(), await desk.submitted(), await desk.submitted()];
      for (const id of ids) await desk.damage(id);
      await desk.reload();
      equal((await listWith(desk, ids.length)).damaged, ids.length, 'the damaged cases');
      await isRefused(() => desk.give('start-review', ids[0] ?? '', {}));
    },
  },
  {
    name: 'is told to those who have heard of the case in this version before',
    async run(desk) {
      const officer = await desk.officer;
      const ending = new AbortController();
      const changes = officer.watch({ signal: ending.signal })[Symbol.asyncIterator]();
      try {
        const id = await desk.submitted();
        const { version } = await desk.see(id);
        for (;;) {
          const { value, done } = await changes.next();
          check(done !== true, 'changes are told');
          if (value.id === id && value.version === version) break;
        }
        await desk.damage(id);
        await officer.list();
        const { value } = await changes.next();
        equal(value, { id, version, damaged: true }, 'the change');
      } finally {
        ending.abort();
      }
    },
  },
  {
    name: 'is named by the log with the first entry that is wrong',
    async run(desk) {
      const id = await desk.submitted();
      await desk.damage(id);
      await desk.reload();
      const { items } = await (await desk.officer).logs();
      const [log] = items;
      check(log?.verdict.ok === false, 'the verdict says that it is damaged');
      equal(log.verdict.seq, 1, 'the first entry that is wrong');
    },
  },
  {
    name: 'is nothing that a member of the public is told',
    async run(desk) {
      const id = await desk.submitted();
      await desk.damage(id);
      await desk.reload();
      await listWith(desk, 1);
      const user = await desk.as(samplePeople.user);
      check(!('damaged' in (await user.list())), 'a page for the public says nothing of damage');
    },
  },
];

export const damage: Chapter = cases.map((each) => ({ ...each, needsDamage: true }));
