import { accessCodeOf } from '@lpse-konsultasi/form-schema';
import type { Backend } from '../../backend.js';
import { samplePeople } from '../../samples/people.js';
import { equal } from '../assert.js';
import type { ConformanceDesk } from '../desk.js';
import type { Chapter } from './chapter.js';

/** Ticket and code of a case, as they stand on its sheet. */
async function accessOf(
  desk: ConformanceDesk,
  id: string,
): Promise<{ readonly tiket: string; readonly kode: string }> {
  const record = await (await desk.officer).read(id);
  if (record === undefined) throw new TypeError(`No such case: ${id}`);
  return { tiket: record.consultation.tiket, kode: accessCodeOf(record.events) ?? '' };
}

type Findable = Backend & { readonly find: NonNullable<Backend['find']> };

/** A backend on which nobody has opened a case yet; undefined where the public cannot come back at all. */
async function anyoneOf(desk: ConformanceDesk): Promise<Findable | undefined> {
  const backend = await desk.another(samplePeople.user);
  return backend.find === undefined ? undefined : (backend as Findable);
}

export const comingBack: Chapter = [
  {
    name: 'finds a case by its ticket and code, as often as they are given',
    async run(desk) {
      const id = await desk.submitted();
      const { tiket, kode } = await accessOf(desk, id);
      const anyone = await anyoneOf(desk);
      if (anyone === undefined) return;
      equal(await anyone.find({ tiket, kode }), id, 'the id');
      const typed = { tiket: ` ${tiket.toLowerCase()} `, kode: kode.toLowerCase() };
      equal(await anyone.find(typed), id, 'the id, typed by hand');
      equal((await anyone.read(id))?.consultation.id, id, 'the case that is read');
      await desk.do('start-review', id);
      equal(await anyone.find({ tiket, kode }), id, 'the id, after the case has moved on');
    },
  },
  {
    name: 'says the same of a wrong code as of an unknown ticket',
    async run(desk) {
      const first = await accessOf(desk, await desk.submitted());
      const second = await accessOf(desk, await desk.submitted());
      const anyone = await anyoneOf(desk);
      if (anyone === undefined) return;
      const wrong = [
        { tiket: first.tiket, kode: second.kode },
        { tiket: 'TIDAK-ADA-001', kode: first.kode },
        { tiket: first.tiket, kode: '' },
        { tiket: '', kode: first.kode },
        { tiket: first.tiket, kode: `${first.kode}0` },
      ];
      for (const access of wrong) equal(await anyone.find(access), undefined, 'what was found');
    },
  },
];
