import { samplePeople } from '../../samples/people.js';
import { consultationForm } from '../../samples/values.js';
import { check, equal, succeeded } from '../assert.js';
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
    name: 'takes a command as it is when it is given, whatever happens to its data afterwards',
    async run(desk) {
      const id = await desk.register();
      const backend = await desk.user;
      const data = { ...consultationForm(), izin: { survei: true } };
      const command = { type: 'submit', consultationId: id, data } as const;
      const running = backend.execute(command, { key: desk.fresh('key') });
      data.izin.survei = false;
      succeeded(await running);
      data.izin.survei = false;
      const { submissions } = await desk.see(id);
      equal(submissions[0]?.formulir['izin'], { survei: true }, 'the permission');
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
