import { samplePeople } from '../../samples/people.js';
import { consultationForm } from '../../samples/values.js';
import { check, equal } from '../assert.js';
import type { Chapter } from './chapter.js';

const { user } = samplePeople;

/** Writes into a value as a careless page would; a frozen one may refuse it. */
function scribbleOn(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  Object.values(value).forEach(scribbleOn);
  for (const key of Object.keys(value)) {
    try {
      (value as { [key: string]: unknown })[key] = 'scribble';
    } catch {
      // As it should be.
    }
  }
}

export const reading: Chapter = [
  {
    name: 'knows nothing of a case that was never registered',
    async run(desk) {
      equal(await (await desk.officer).read('nobody-knows-this'), undefined, 'the case');
    },
  },
  {
    name: 'shows the user the case whose id they know',
    async run(desk) {
      const id = await desk.submitted();
      const record = await (await desk.user).read(id);
      equal(record?.consultation.id, id, 'the id');
    },
  },
  {
    name: 'reads what was answered',
    async run(desk) {
      const id = await desk.register();
      const { consultation } = await desk.do('submit', id, consultationForm(), user);
      equal(await desk.see(id), consultation, 'the case');
    },
  },
  {
    name: 'keeps its data whatever is done to the values that it handed out',
    async run(desk) {
      const id = await desk.submitted();
      const officer = await desk.officer;
      const before = JSON.stringify(await officer.read(id));
      scribbleOn(await officer.read(id));
      scribbleOn(await officer.list());
      equal(JSON.parse(JSON.stringify(await officer.read(id))), JSON.parse(before), 'the case');
      equal((await officer.list()).items[0]?.id, id, 'the row');
    },
  },
  {
    name: 'keeps a command as it was given, whatever happens to its data afterwards',
    async run(desk) {
      const id = await desk.register();
      const form = { ...consultationForm() };
      const running = desk.give('submit', id, form, { by: user });
      await running;
      form['judul'] = 'Judul yang diubah kemudian';
      const record = await (await desk.officer).read(id);
      const stored = record?.consultation.submissions[0]?.formulir['judul'];
      equal(stored, consultationForm()['judul'], 'the subject');
    },
  },
  {
    name: 'numbers the events from 1 without a gap',
    async run(desk) {
      const id = await desk.queued();
      const record = await (await desk.officer).read(id);
      const numbers = record?.events.map(({ seq }) => seq) ?? [];
      check(numbers.length > 5, 'the log has its events');
      equal(
        numbers,
        numbers.map((_, index) => index + 1),
        'the numbers',
      );
    },
  },
];
