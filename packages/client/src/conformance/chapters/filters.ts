import type { ConsultationSummary } from '../../backend.js';
import { samplePeople } from '../../samples/people.js';
import { analysis, archiving, guestBook } from '../../samples/values.js';
import { check, equal, failure } from '../assert.js';
import type { ConformanceDesk } from '../desk.js';
import { found, pagesOf } from '../rows.js';
import type { Chapter } from './chapter.js';

const { officer, secondOfficer } = samplePeople;

async function rowOf(desk: ConformanceDesk, id: string): Promise<ConsultationSummary> {
  const { items } = await (await desk.officer).list({ limit: 200 });
  const row = items.find((each) => each.id === id);
  check(row !== undefined, 'there is a row');
  return row;
}

export const filters: Chapter = [
  {
    name: 'names in a row the officer at work, and finds the cases of some officers',
    async run(desk) {
      const mine = await desk.reviewing();
      const theirs = await desk.submitted();
      await desk.do('start-review', theirs, {}, secondOfficer);
      await desk.submitted();
      const row = await rowOf(desk, mine);
      equal([row.petugasId, row.petugas], [officer.id, officer.name], 'the officer');
      equal(await found(desk, { petugasId: [secondOfficer.id] }), [theirs], 'the cases of one');
      equal(
        await found(desk, { petugasId: [officer.id, secondOfficer.id, 'nobody'] }),
        [mine, theirs].sort(),
        'the cases of both',
      );
    },
  },
  {
    name: 'has the priority of the analysis in a row, and finds cases by it',
    async run(desk) {
      const low = await desk.analysing();
      await desk.do('analyse', low, analysis());
      await desk.submitted();
      equal((await rowOf(desk, low)).prioritas, 'rendah', 'the priority');
      equal(await found(desk, { prioritas: ['rendah'] }), [low], 'the cases of low priority');
      equal(await found(desk, { prioritas: ['tinggi'] }), [], 'the cases of high priority');
    },
  },
  {
    name: 'says until when a step may take, by the hours of the office, and nothing where there is no limit',
    async run(desk) {
      const id = await desk.reviewing();
      const row = await rowOf(desk, id);
      const { stepStartedAt = '', dueAt = '' } = row;
      const limit = (await desk.officer).profile.procedure.steps.find(
        ({ no }) => no === 4,
      )?.minutes;
      const wait = Date.parse(dueAt) - Date.parse(stepStartedAt);
      // More when the office is closed meanwhile, never less.
      check(
        wait >= (limit ?? 0) * 60_000,
        `the limit lies behind ${limit} minutes, not ${wait} ms`,
      );
      equal((await rowOf(desk, await desk.queued())).dueAt, undefined, 'the limit of the wait');
    },
  },
  {
    name: 'finds cases that are over their limit at a moment',
    async run(desk) {
      const late = await desk.reviewing();
      await desk.queued();
      const { dueAt = '' } = await rowOf(desk, late);
      const after = new Date(Date.parse(dueAt) + 1).toISOString();
      equal(await found(desk, { overdueAt: dueAt }), [], 'the cases in the moment itself');
      equal(await found(desk, { overdueAt: after }), [late], 'the cases just after it');
      equal(await found(desk, { overdueAt: after, states: ['queued'] }), [], 'of another state');
    },
  },
  {
    name: 'puts cases without a limit behind those that have one',
    async run(desk) {
      const waiting = await desk.queued();
      const [first, second] = [await desk.reviewing(), await desk.reviewing()];
      const rows = (await pagesOf(desk, { sort: 'dueAt', limit: 1 })).flat();
      equal(rows.at(-1)?.id, waiting, 'the last row');
      equal(rows.map(({ id }) => id).sort(), [first, second, waiting].sort(), 'the rows');
    },
  },
  {
    name: 'gives the cases of one telephone number one key, in the guest book and in the form',
    async run(desk) {
      const telepon = '+6281299990001';
      const one = await desk.submitted({ telepon });
      const two = await desk.register({ telepon });
      await desk.submitted({ telepon: '+6281299990002' });
      const row = await rowOf(desk, one);
      const { pelapor = '' } = row;
      check(pelapor !== '', 'there is a key');
      check(!JSON.stringify(row).includes('99990001'), 'the row shows no number');
      equal(await found(desk, { pelapor }), [one, two].sort(), 'the cases of the person');
      equal(await found(desk, { pelapor, states: ['draft'] }), [two], 'in one state');
      equal(await found(desk, { pelapor: `${pelapor}x` }), [], 'the cases of nobody');
      const pages = await pagesOf(desk, { pelapor, limit: 1, sort: 'registeredAt' });
      equal(
        pages.flat().map(({ id }) => id),
        [one, two],
        'the cases of the person, one a page',
      );
    },
  },
  {
    name: 'has no key for a person whose number is not known',
    async run(desk) {
      equal((await rowOf(desk, await desk.register())).pelapor, undefined, 'the key');
    },
  },
  {
    name: 'finds the cases of one package',
    async run(desk) {
      const paket = { kategori: 'jadwalTahapan', kodePaket: '10080116000' };
      const ids = [await desk.submitted(paket), await desk.submitted(paket)];
      await desk.submitted({ ...paket, kodePaket: '10942236000' });
      await desk.submitted();
      equal((await rowOf(desk, ids[0] ?? '')).paket, '10080116000', 'the package');
      equal(await found(desk, { paket: '10080116000' }), ids.sort(), 'the cases');
    },
  },
  {
    name: 'says whether LKPP has replied to what was sent there, and finds the cases by it',
    async run(desk) {
      const id = await desk.escalated();
      const other = await desk.escalated();
      equal((await rowOf(desk, id)).eskalasi, 'waiting', 'the escalation');
      const { profile } = await desk.officer;
      await desk.do('archive', id, archiving(profile, 'Rina Wulandari (contoh)'));
      await desk.receiveReply(id);
      equal((await rowOf(desk, id)).eskalasi, 'replied', 'the escalation after the reply');
      equal((await rowOf(desk, await desk.register())).eskalasi, undefined, 'none');
      equal(await found(desk, { eskalasi: 'waiting' }), [other], 'the cases that wait');
      equal(await found(desk, { eskalasi: 'replied' }), [id], 'the cases with a reply');
      equal(await found(desk, { eskalasi: 'waiting', states: ['draft'] }), [], 'of another state');
    },
  },
  {
    name: 'finds cases by when they were registered: from the first instant, before the second',
    async run(desk) {
      const ids = [];
      for (let i = 0; i < 3; i++) {
        ids.push(await desk.register());
        await new Promise((resolve) => setTimeout(resolve, 3));
      }
      const [first = '', second = '', third = ''] = ids;
      const at = async (id: string): Promise<string> => (await desk.see(id)).registeredAt;
      const [registeredFrom, registeredUntil] = [await at(second), await at(third)];
      equal(await found(desk, { registeredFrom }), [second, third].sort(), 'from');
      equal(await found(desk, { registeredUntil }), [first, second].sort(), 'until');
      equal(await found(desk, { registeredFrom, registeredUntil }), [second], 'both');
      const offset = registeredFrom.replace('Z', '+00:00');
      equal(await found(desk, { registeredFrom: offset, registeredUntil }), [second], 'an offset');
    },
  },
  {
    name: 'takes no text for an instant that is none',
    async run(desk) {
      const backend = await desk.officer;
      const error = await failure(() => backend.list({ registeredFrom: 'kemarin' }));
      check(error instanceof RangeError, `a RangeError, got ${String(error)}`);
    },
  },
  {
    name: 'searches description, company and package code as well',
    async run(desk) {
      const id = await desk.submitted({
        jenisPengguna: 'penyedia',
        jenisPelakuUsaha: 'badanUsaha',
        namaBadanUsaha: 'CV Cendana Raya (contoh)',
        npwp: '0000000000000001',
        bertindakSebagai: 'pimpinan',
        kategori: 'jadwalTahapan',
        kodePaket: '10080116000',
        uraian: 'Jadwal pada halaman tender tidak dapat dibuka sejak KEMARIN sore.',
      });
      await desk.submitted();
      for (const search of ['cendana', '10080116000', 'kemarin', 'raya 10080116 SORE'])
        equal(await found(desk, { search }), [id], `the cases with ${JSON.stringify(search)}`);
    },
  },
  {
    name: 'hands out nothing in a row that only the store needs',
    async run(desk) {
      await desk.do('register', 'x', guestBook());
      const row = await rowOf(desk, 'x');
      equal(
        Object.keys(row).filter((key) => ['words', 'dueKey'].includes(key)),
        [],
        'the keys',
      );
    },
  },
];
