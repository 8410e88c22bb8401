import type { Backend, Presence } from '../../backend.js';
import { samplePeople } from '../../samples/people.js';
import { check, equal } from '../assert.js';
import type { ConformanceDesk } from '../desk.js';
import type { Chapter } from './chapter.js';

const { officer, secondOfficer } = samplePeople;
const mine: Presence = { id: 'a', petugasId: officer.id, petugas: officer.name };
const theirs: Presence = { ...mine, petugasId: secondOfficer.id, petugas: secondOfficer.name };

function attending(backend: Backend, signal?: AbortSignal): AsyncIterator<readonly Presence[]> {
  return backend.attending(signal && { signal })[Symbol.asyncIterator]();
}

/** The first list that is as expected; others may come before it. */
async function until(
  lists: AsyncIterator<readonly Presence[]>,
  isExpected: (list: readonly Presence[]) => boolean,
): Promise<readonly Presence[]> {
  for (;;) {
    const { value, done } = await lists.next();
    check(done !== true, 'the lists go on');
    if (isExpected(value)) return value;
  }
}

const same = (list: readonly Presence[], ...expected: readonly Presence[]): boolean =>
  list.length === expected.length &&
  expected.every(({ id, petugasId }) =>
    list.some((each) => each.id === id && each.petugasId === petugasId),
  );

async function attend(desk: ConformanceDesk, as: typeof officer | typeof secondOfficer) {
  const stop = new AbortController();
  await (await desk.as(as)).attend('a', { signal: stop.signal });
  return stop;
}

export const presence: Chapter = [
  {
    name: 'begins with nobody',
    needs: 'presence',
    async run(desk) {
      equal((await attending(await desk.officer).next()).value, [], 'the list');
    },
  },
  {
    name: 'shows who has a case open, and that they have left it',
    needs: 'presence',
    async run(desk) {
      const lists = attending(await desk.officer);
      const stop = await attend(desk, officer);
      equal(await until(lists, (list) => list.length > 0), [mine], 'the list');
      stop.abort();
      await until(lists, (list) => list.length === 0);
    },
  },
  {
    name: 'shows somebody who looks later who is there already',
    needs: 'presence',
    async run(desk) {
      await attend(desk, officer);
      const lists = attending(await desk.as(secondOfficer));
      await until(lists, (list) => same(list, mine));
    },
  },
  {
    name: 'shows two people at one case, and one person at it once',
    needs: 'presence',
    async run(desk) {
      const lists = attending(await desk.officer);
      await attend(desk, officer);
      const again = await attend(desk, officer);
      await attend(desk, secondOfficer);
      await until(lists, (list) => same(list, mine, theirs));
      again.abort();
      const other = new AbortController();
      await (await desk.officer).attend('b', { signal: other.signal });
      await until(lists, (list) => same(list, mine, theirs, { ...mine, id: 'b' }));
    },
  },
  {
    name: 'lets nobody stay whose backend was closed',
    needs: 'presence',
    async run(desk) {
      const lists = attending(await desk.officer);
      const tab = await desk.another(secondOfficer);
      await tab.attend('a', { signal: new AbortController().signal });
      await until(lists, (list) => same(list, theirs));
      await tab.close();
      await until(lists, (list) => list.length === 0);
    },
  },
  {
    name: 'says nothing for a signal that had fired before',
    needs: 'presence',
    async run(desk) {
      const backend = await desk.officer;
      await backend.attend('a', { signal: AbortSignal.abort() });
      equal((await attending(backend).next()).value, [], 'the list');
    },
  },
  {
    name: 'ends with the signal, with the loop and with the backend',
    needs: 'presence',
    async run(desk) {
      const backend = await desk.another();
      const stop = new AbortController();
      const bySignal = attending(backend, stop.signal);
      await bySignal.next();
      const waiting = bySignal.next();
      stop.abort();
      equal((await waiting).done, true, 'the end by the signal');
      equal((await attending(backend, AbortSignal.abort()).next()).done, true, 'the end before');
      for await (const list of backend.attending()) {
        equal(list, [], 'the list');
        break;
      }
      const byClose = attending(backend);
      await byClose.next();
      const last = byClose.next();
      await backend.close();
      equal((await last).done, true, 'the end by closing');
    },
  },
  {
    name: 'tells nothing to a member of the public, and nothing of them',
    needs: 'presence',
    async run(desk) {
      const user = await desk.user;
      await user.attend('a', { signal: new AbortController().signal });
      equal((await attending(await desk.officer).next()).value, [], 'the list');
      equal((await attending(user).next()).done, true, 'the end');
    },
  },
];
