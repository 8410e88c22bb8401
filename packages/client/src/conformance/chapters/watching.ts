import type { Backend, Change, WatchOptions } from '../../backend.js';
import { samplePeople } from '../../samples/people.js';
import { consultationForm, guestBook } from '../../samples/values.js';
import { check, equal, refusedWith } from '../assert.js';
import type { ConformanceDesk } from '../desk.js';
import type { Chapter } from './chapter.js';

const { user } = samplePeople;

function watch(backend: Backend, options: WatchOptions = {}): AsyncIterator<Change> {
  return backend.watch(options)[Symbol.asyncIterator]();
}

/** The changes up to the one that is expected last; the first of them when nothing is said. */
async function changesUntil(
  changes: AsyncIterator<Change>,
  isLast: (change: Change) => boolean = () => true,
): Promise<readonly Change[]> {
  const seen: Change[] = [];
  for (;;) {
    const { value, done } = await changes.next();
    check(done !== true, 'the watch goes on');
    seen.push(value);
    if (isLast(value)) return seen;
  }
}

/** The changes up to the last one of a case; they come soon, not at once. */
async function follows(
  desk: ConformanceDesk,
  changes: AsyncIterator<Change>,
  id: string,
): Promise<readonly Change[]> {
  const { version } = await desk.see(id);
  return changesUntil(changes, (change) => change.id === id && change.version === version);
}

export const watching: Chapter = [
  {
    name: 'tells of a case that was registered and of one that has moved on',
    async run(desk) {
      const changes = watch(await desk.officer);
      const id = desk.fresh('case');
      await desk.do('register', id, guestBook());
      await follows(desk, changes, id);
      await desk.do('submit', id, consultationForm());
      await follows(desk, changes, id);
    },
  },
  {
    name: 'tells what happens after the call, also before the first change is asked for',
    async run(desk) {
      const backend = await desk.officer;
      await desk.give('register', 'before', guestBook());
      const changes = watch(backend);
      await desk.give('register', 'after', guestBook());
      equal((await changesUntil(changes))[0]?.id, 'after', 'the first change');
    },
  },
  {
    name: 'gives someone slow the last change of each case, and never an older one after it',
    async run(desk) {
      const changes = watch(await desk.officer);
      const { officer } = samplePeople;
      const ids = ['a', 'b'];
      for (const id of ids) {
        await desk.do('register', id, guestBook(), officer);
        await desk.do('submit', id, consultationForm(), officer);
        await desk.do('start-review', id);
      }
      const { version } = await desk.see('b');
      const seen = await changesUntil(
        changes,
        (last) => last.id === 'b' && last.version === version,
      );
      for (const id of ids) {
        const versions = seen.filter((change) => change.id === id).map((change) => change.version);
        equal(versions.at(-1), version, `the last version of ${id}`);
        equal(
          versions,
          [...versions].sort((x, y) => x - y),
          `the versions of ${id}`,
        );
      }
    },
  },
  {
    name: 'tells of one case only when one is asked for',
    async run(desk) {
      const [one, two] = [await desk.submitted(), await desk.submitted()];
      const changes = watch(await desk.officer, { id: two });
      await desk.do('start-review', one);
      await desk.do('start-review', two);
      const seen = await follows(desk, changes, two);
      check(
        seen.every(({ id }) => id === two),
        'there is nothing of the other case',
      );
    },
  },
  {
    name: 'tells nothing of a refusal or of an answer that is repeated',
    async run(desk) {
      const id = await desk.register();
      const backend = await desk.officer;
      await desk.give('submit', id, consultationForm(), { key: 'k' });
      const next = watch(backend).next();
      await desk.give('submit', id, consultationForm(), { key: 'k' });
      refusedWith(await desk.give('submit', id, consultationForm()), 'LPSE_WORKFLOW_OUT_OF_ORDER');
      await desk.do('start-review', id);
      const { version } = await desk.see(id);
      equal((await next).value, { id, version }, 'the first change');
    },
  },
  {
    name: 'ends when the signal fires, without an error',
    async run(desk) {
      const stop = new AbortController();
      const changes = watch(await desk.officer, { signal: stop.signal });
      const next = changes.next();
      stop.abort();
      equal((await next).done, true, 'the end');
      equal((await changes.next()).done, true, 'the end, asked again');
    },
  },
  {
    name: 'has ended already when the signal had fired before',
    async run(desk) {
      const changes = watch(await desk.officer, { signal: AbortSignal.abort() });
      equal((await changes.next()).done, true, 'the end');
    },
  },
  {
    name: 'ends when the loop is left',
    async run(desk) {
      const changes = (await desk.officer).watch();
      await desk.do('register', desk.fresh('case'), guestBook());
      for await (const change of changes) {
        check(change.version > 0, 'there is a version');
        break;
      }
      equal((await changes[Symbol.asyncIterator]().next()).done, true, 'the end');
    },
  },
  {
    name: 'ends when the backend is closed',
    async run(desk) {
      const backend = await desk.another();
      const next = watch(backend).next();
      await backend.close();
      equal((await next).done, true, 'the end');
    },
  },
  {
    name: 'tells several watchers, each everything',
    async run(desk) {
      const backend = await desk.officer;
      const watches = [watch(backend), watch(backend), watch(backend)];
      const id = await desk.submitted();
      for (const changes of watches) await follows(desk, changes, id);
    },
  },
  {
    name: 'lets two backends of one desk follow each other',
    needs: 'shared',
    async run(desk) {
      const [mine, theirs] = [watch(await desk.officer), watch(await desk.user, { id: 'a' })];
      await desk.do('register', 'a', guestBook(), user);
      await follows(desk, mine, 'a');
      await desk.do('submit', 'a', consultationForm(), user);
      await follows(desk, mine, 'a');
      await desk.do('start-review', 'a');
      await follows(desk, theirs, 'a');
    },
  },
  {
    name: 'loses no last change among many from two sides',
    needs: 'shared',
    async run(desk) {
      const changes = watch(await desk.officer);
      const ids = Array.from({ length: 10 }, (_, index) => `case-${index}`);
      const latest = new Map<string, number>();
      await Promise.all(
        ids.map(async (id) => {
          await desk.do('register', id, guestBook(), user);
          await desk.do('submit', id, consultationForm(), user);
          await desk.do('start-review', id);
        }),
      );
      const { version } = await desk.see('case-0');
      await changesUntil(changes, (change) => {
        latest.set(change.id, change.version);
        return ids.every((id) => latest.get(id) === version);
      });
    },
  },
  {
    name: 'tells a member of the public of the case that they name, and of no other',
    async run(desk) {
      const backend = await desk.user;
      equal((await watch(backend).next()).done, true, 'the watch of everything');
      const id = await desk.register();
      const changes = watch(backend, { id });
      await desk.do('submit', id, consultationForm(), user);
      await follows(desk, changes, id);
    },
  },
];
