import { samplePeople } from '../../samples/people.js';
import { consultationForm, guestBook } from '../../samples/values.js';
import { check, equal, failure, refusedWith, succeeded } from '../assert.js';
import type { Chapter } from './chapter.js';

const { user } = samplePeople;

export const idempotency: Chapter = [
  {
    name: 'carries a command out once, however often it comes with the same key',
    async run(desk) {
      const id = desk.fresh('case');
      const first = await desk.give('register', id, guestBook(), { key: 'k', by: user });
      const second = await desk.give('register', id, guestBook(), { key: 'k', by: user });
      succeeded(first);
      equal(second, first, 'the second answer');
      equal((await desk.see(id)).version, succeeded(first).consultation.version, 'the version');
    },
  },
  {
    name: 'carries it out once when twenty come at the same moment',
    async run(desk) {
      const id = desk.fresh('case');
      const outcomes = await Promise.all(
        Array.from({ length: 20 }, () =>
          desk.give('register', id, guestBook(), { key: 'k', by: user }),
        ),
      );
      for (const outcome of outcomes) equal(outcome, outcomes[0], 'each answer');
      const { events } = succeeded(await desk.give('register', id, guestBook(), { key: 'k' }));
      equal((await desk.see(id)).version, events.length, 'the version');
    },
  },
  {
    name: 'repeats the answer of back then after the case has moved on',
    async run(desk) {
      const id = desk.fresh('case');
      const first = await desk.give('register', id, guestBook(), { key: 'k', by: user });
      await desk.do('submit', id, consultationForm(), user);
      equal(
        await desk.give('register', id, guestBook(), { key: 'k', by: user }),
        first,
        'the answer',
      );
    },
  },
  {
    name: 'takes data with its members in another order for the same command',
    async run(desk) {
      const id = desk.fresh('case');
      const data = guestBook({ keperluan: 'Konsultasi' });
      const first = await desk.give('register', id, data, { key: 'k', by: user });
      const turned = Object.fromEntries(Object.entries(data).reverse());
      equal(await desk.give('register', id, turned, { key: 'k', by: user }), first, 'the answer');
    },
  },
  {
    name: 'refuses a key that was used for other data',
    async run(desk) {
      const id = desk.fresh('case');
      succeeded(await desk.give('register', id, guestBook(), { key: 'k', by: user }));
      const other = guestBook({ nama: 'Dimas Prakoso (contoh)' });
      refusedWith(
        await desk.give('register', id, other, { key: 'k', by: user }),
        'LPSE_KEY_REUSED',
      );
    },
  },
  {
    name: 'refuses a key that was used for another case',
    async run(desk) {
      const [one, two] = [desk.fresh('case'), desk.fresh('case')];
      succeeded(await desk.give('register', one, guestBook(), { key: 'k', by: user }));
      const outcome = await desk.give('register', two, guestBook(), { key: 'k', by: user });
      refusedWith(outcome, 'LPSE_KEY_REUSED');
      equal(await (await desk.officer).read(two), undefined, 'the other case');
    },
  },
  {
    name: 'judges a command anew that was refused under the same key',
    async run(desk) {
      const id = await desk.submitted();
      const early = await desk.give('return', id, {}, { key: 'k' });
      refusedWith(early, 'LPSE_WORKFLOW_OUT_OF_ORDER');
      await desk.do('start-review', id);
      await desk.findIncomplete(id, ['/uraian']);
      succeeded(await desk.give('return', id, {}, { key: 'k' }));
    },
  },
  {
    name: 'remembers a key before it looks at the version',
    async run(desk) {
      const id = await desk.register();
      const { version } = await desk.see(id);
      const options = { key: 'k', by: user, expectedVersion: version };
      const first = await desk.give('submit', id, consultationForm(), options);
      succeeded(first);
      equal(await desk.give('submit', id, consultationForm(), options), first, 'the answer');
    },
  },
  {
    name: 'takes keys of 1 to 255 characters',
    async run(desk) {
      for (const key of ['1', '🗝️ kunci/€', 'k'.repeat(255)])
        succeeded(await desk.give('register', desk.fresh('case'), guestBook(), { key, by: user }));
      for (const key of ['', 'k'.repeat(256)]) {
        const error = await failure(() => desk.give('register', 'x', guestBook(), { key }));
        check(error instanceof TypeError, `expected a TypeError, got ${String(error)}`);
      }
    },
  },
  {
    name: 'knows a key that another backend of the desk was given',
    needs: 'shared',
    async run(desk) {
      const id = desk.fresh('case');
      const first = await desk.give('register', id, guestBook(), { key: 'k', by: user });
      const other = await desk.another(user);
      const command = { type: 'register', consultationId: id, data: guestBook() } as const;
      equal(await other.execute(command, { key: 'k' }), first, 'the answer');
    },
  },
];
