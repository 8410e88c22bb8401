import { samplePeople } from '../../samples/people.js';
import { guestBook } from '../../samples/values.js';
import { check, equal } from '../assert.js';
import { allBytes } from './attachments.js';
import type { Chapter } from './chapter.js';

const cases: Chapter = [
  {
    name: 'knows its cases after a reload',
    async run(desk) {
      const id = await desk.analysing();
      const before = await (await desk.officer).read(id);
      const list = await (await desk.officer).list();
      await desk.reload();
      equal(await (await desk.officer).read(id), before, 'the case with its log');
      equal(await (await desk.officer).list(), list, 'the list');
    },
  },
  {
    name: 'knows its keys after a reload',
    async run(desk) {
      const id = desk.fresh('case');
      const first = await desk.give('register', id, guestBook(), { key: 'k' });
      await desk.reload();
      equal(await desk.give('register', id, guestBook(), { key: 'k' }), first, 'the answer');
    },
  },
  {
    name: 'counts its numbers on after a reload',
    async run(desk) {
      const before = await desk.see(await desk.queued());
      await desk.reload();
      const after = await desk.see(await desk.queued());
      check(after.tiket !== before.tiket, 'the ticket is a new one');
      check(after.nomorAntrean !== before.nomorAntrean, 'the queue number is a new one');
    },
  },
  {
    name: 'continues a list after a reload',
    async run(desk) {
      for (let i = 0; i < 3; i++) await desk.register();
      const { items, cursor = '' } = await (await desk.officer).list({ limit: 2 });
      await desk.reload();
      const rest = await (await desk.officer).list({ limit: 2, cursor });
      equal(new Set([...items, ...rest.items].map(({ id }) => id)).size, 3, 'the number of cases');
    },
  },
  {
    name: 'has its files after a reload',
    needs: 'attachments',
    async run(desk) {
      const consultationId = await desk.register();
      const user = await desk.as(samplePeople.user);
      const sent = { nama: 'contoh.pdf', mime: 'application/pdf', bytes: allBytes() };
      const { sha256 } = await user.attach(sent, { consultationId });
      await desk.reload();
      const file = await (await desk.officer).attachment(sha256);
      equal([...file.bytes], [...sent.bytes], 'the bytes');
    },
  },
];

export const durability: Chapter = cases.map((each) => ({ needs: 'durable', ...each }));
