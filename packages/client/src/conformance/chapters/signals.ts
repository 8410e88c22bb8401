import { samplePeople } from '../../samples/people.js';
import { guestBook } from '../../samples/values.js';
import { aborts, equal, succeeded } from '../assert.js';
import type { Chapter } from './chapter.js';

const signal = AbortSignal.abort();

export const signals: Chapter = [
  {
    name: 'does nothing of a command whose signal has fired',
    async run(desk) {
      await aborts(() => desk.give('register', 'x', guestBook(), { signal, key: 'k' }));
      equal(await (await desk.officer).read('x'), undefined, 'the case');
      succeeded(await desk.give('register', 'x', guestBook(), { key: 'k' }));
    },
  },
  {
    name: 'carries a command out or not, never by half, when the signal fires meanwhile',
    async run(desk) {
      const stop = new AbortController();
      const running = desk.give('register', 'x', guestBook(), { signal: stop.signal, key: 'k' });
      stop.abort();
      const first = await running.catch(() => undefined);
      const record = await (await desk.officer).read('x');
      equal(record !== undefined, first !== undefined, 'whether the case exists');
      succeeded(await desk.give('register', 'x', guestBook(), { key: 'k' }));
    },
  },
  {
    name: 'answers no question whose signal has fired',
    async run(desk) {
      const officer = await desk.officer;
      await aborts(() => officer.read('x', { signal }));
      await aborts(() => officer.list({ signal }));
      await aborts(() => officer.logs({ signal }));
    },
  },
  {
    name: 'neither stores nor fetches a file whose signal has fired',
    needs: 'attachments',
    async run(desk) {
      const user = await desk.as(samplePeople.user);
      const file = { nama: 'contoh.png', mime: 'image/png', bytes: new Uint8Array([1]) };
      await aborts(() => user.attach(file, { signal }));
      await aborts(() => user.attachment('0'.repeat(64), { signal }));
    },
  },
];
