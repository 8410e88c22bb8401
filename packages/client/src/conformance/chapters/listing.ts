import type { ConsultationSummary, ListQuery } from '../../backend.js';
import { check, equal, failsWith, failure } from '../assert.js';
import type { ConformanceDesk } from '../desk.js';
import { checkOrder, found, pagesOf, sorts } from '../rows.js';
import type { Chapter } from './chapter.js';

export const listing: Chapter = [
  {
    name: 'is empty for an empty desk',
    async run(desk) {
      equal(await (await desk.officer).list(), { items: [] }, 'the page');
    },
  },
  {
    name: 'shows in a row what the case says',
    async run(desk) {
      const id = await desk.analysing();
      const { items } = await (await desk.officer).list();
      const c = await desk.see(id);
      const form = c.submissions[0]?.formulir ?? {};
      const { state, version, step, tiket, nomorAntrean, putaran, registeredAt, updatedAt } = c;
      const { nama, judul, kategori } = form;
      const expected = { id, state, version, step, tiket, nomorAntrean, putaran, registeredAt };
      const row = items[0];
      check(row !== undefined, 'there is a row');
      for (const [key, value] of Object.entries({ ...expected, updatedAt, nama, judul, kategori }))
        equal(row[key as keyof ConsultationSummary], value, key);
      equal(row.loket, c.calls[0]?.loket, 'loket');
    },
  },
  {
    name: 'names whom the guest book names as long as there is no form',
    async run(desk) {
      await desk.register({ nama: 'Dimas Prakoso (contoh)' });
      const { items } = await (await desk.officer).list();
      equal(items[0]?.nama, 'Dimas Prakoso (contoh)', 'the name');
    },
  },
  {
    name: 'follows the case with its row',
    async run(desk) {
      const id = await desk.submitted();
      await desk.do('start-review', id);
      const { items } = await (await desk.officer).list();
      equal(
        items.map(({ state }) => state),
        ['reviewing'],
        'the states',
      );
    },
  },
  {
    name: 'puts the case that was changed last first, unless asked otherwise',
    async run(desk) {
      const first = await desk.submitted();
      const second = await desk.submitted();
      await new Promise((resolve) => setTimeout(resolve, 2));
      await desk.do('start-review', first);
      const { items } = await (await desk.officer).list();
      equal(
        items.map(({ id }) => id),
        [first, second],
        'the order',
      );
    },
  },
  ...sorts.map((sort) => ({
    name: `sorts by ${sort}, across pages as well`,
    async run(desk: ConformanceDesk): Promise<void> {
      for (let i = 0; i < 7; i++) await (i % 2 ? desk.submitted() : desk.register());
      const rows = (await pagesOf(desk, { sort, limit: 3 })).flat();
      equal(rows.length, 7, 'the number of rows');
      checkOrder(rows, sort);
    },
  })),
  {
    name: 'tells of the cases that are named what has become of them, as far as the query has them',
    async run(desk) {
      const kept = await desk.submitted();
      const moved = await desk.submitted();
      await desk.submitted();
      await desk.do('start-review', moved);
      const ids = [kept, moved, 'nobody'];
      equal(await found(desk, { ids }), [kept, moved].sort(), 'all of them');
      equal(await found(desk, { ids, states: ['submitted'] }), [kept], 'those submitted');
      equal(await found(desk, { ids: [] }), [], 'none');
    },
  },
  {
    name: 'counts the rows of all pages when asked, and only then',
    async run(desk) {
      for (let i = 0; i < 5; i++) await (i % 2 ? desk.submitted() : desk.register());
      const officer = await desk.officer;
      const page = await officer.list({ limit: 2, total: true });
      equal([page.items.length, page.total], [2, 5], 'the page and the count');
      const next = await officer.list({ limit: 2, total: true, cursor: page.cursor ?? '' });
      equal(next.total, 5, 'the count on the second page');
      const narrowed = await officer.list({ states: ['submitted'], limit: 1, total: true });
      equal(narrowed.total, 2, 'the count of a filter');
      equal((await officer.list({ limit: 2 })).total, undefined, 'a count nobody asked for');
      equal((await (await desk.user).list({ total: true })).total, 0, 'what a visitor is told');
    },
  },
  {
    name: 'pages without gap or repetition, and ends without a cursor',
    async run(desk) {
      const ids = [];
      for (let i = 0; i < 9; i++) ids.push(await desk.register());
      for (const limit of [1, 2, 3, 4, 9, 10, 200]) {
        const pages = await pagesOf(desk, { limit });
        equal(
          pages
            .flat()
            .map(({ id }) => id)
            .sort(),
          [...ids].sort(),
          `the rows, ${limit} a page`,
        );
        equal(pages.length, Math.ceil(9 / limit), `the number of pages, ${limit} a page`);
      }
    },
  },
  {
    name: 'shows 50 rows when no limit is given',
    async run(desk) {
      for (let i = 0; i < 51; i++) await desk.register();
      const page = await (await desk.officer).list();
      equal(page.items.length, 50, 'the number of rows');
      check(page.cursor !== undefined, 'there is a next page');
    },
  },
  {
    name: 'neither hides nor repeats a case when others come in between two pages',
    async run(desk) {
      for (const sort of sorts) {
        const before = new Set((await pagesOf(desk, { limit: 200 })).flat().map(({ id }) => id));
        for (let i = 0; i < 5; i++) before.add(await desk.register());
        const pages = await pagesOf(desk, { sort, limit: 2 }, async () => {
          await desk.register();
        });
        const seen = pages.flat().map(({ id }) => id);
        equal(new Set(seen).size, seen.length, `repeated rows, ${sort}`);
        check(
          [...before].every((id) => seen.includes(id)),
          `no row is hidden, ${sort}`,
        );
      }
    },
  },
  {
    name: 'filters by one state and by several',
    async run(desk) {
      const draft = await desk.register();
      const submitted = await desk.submitted();
      const queued = await desk.queued();
      equal(await found(desk, { states: ['submitted'] }), [submitted], 'one state');
      equal(
        await found(desk, { states: ['queued', 'draft'] }),
        [draft, queued].sort(),
        'two states',
      );
      equal(await found(desk, { states: ['archived'] }), [], 'a state without cases');
      equal(await found(desk, { states: [] }), [], 'no state at all');
    },
  },
  {
    name: 'pages and sorts through several states as through one list',
    async run(desk) {
      for (let i = 0; i < 8; i++) await (i % 2 ? desk.submitted() : desk.register());
      for (const sort of sorts) {
        const query: ListQuery = { sort, limit: 3, states: ['submitted', 'draft', 'draft'] };
        const rows = (await pagesOf(desk, query)).flat();
        equal(new Set(rows.map(({ id }) => id)).size, 8, `the rows by ${sort}`);
        checkOrder(rows, sort);
      }
    },
  },
  {
    name: 'filters by category',
    async run(desk) {
      const slow = await desk.submitted({ kategori: 'aksesLambat' });
      await desk.submitted();
      equal(await found(desk, { kategori: ['aksesLambat', 'rup'] }), [slow], 'the cases');
    },
  },
  {
    name: 'searches for words in ticket, queue number, name and subject, in any case and order',
    async run(desk) {
      const id = await desk.queued({
        nama: 'Sekar Melati (contoh)',
        judul: 'Gagal mengunggah 100 % dokumen (RKS)',
      });
      await desk.submitted();
      const { tiket, nomorAntrean = '' } = await desk.see(id);
      for (const search of [
        tiket,
        nomorAntrean,
        'melati',
        'GAGAL sekar',
        'unggah',
        '(rks)',
        '100 %',
      ])
        equal(await found(desk, { search }), [id], `the cases with ${JSON.stringify(search)}`);
    },
  },
  {
    name: 'finds nothing for words that no case has, or not all of them',
    async run(desk) {
      await desk.submitted({ nama: 'Sekar Melati (contoh)' });
      for (const search of ['melati anggrek', '.*', '%', "' OR 1=1", 'uraian'])
        equal(await found(desk, { search }), [], `the cases with ${JSON.stringify(search)}`);
      equal((await found(desk, { search: '   ' })).length, 1, 'the cases with blanks only');
    },
  },
  {
    name: 'combines its filters, across pages as well',
    async run(desk) {
      const ids = [];
      for (let i = 0; i < 5; i++) {
        ids.push(
          await desk.submitted({ kategori: 'aksesLambat', judul: `Halaman lambat nomor ${i}` }),
        );
        await desk.submitted({ judul: `Halaman lambat nomor ${i}` });
        await desk.register();
      }
      const query: ListQuery = {
        states: ['submitted'],
        kategori: ['aksesLambat'],
        search: 'nomor',
      };
      const rows = (await pagesOf(desk, { ...query, limit: 2 })).flat();
      equal(rows.map(({ id }) => id).sort(), ids.sort(), 'the cases');
    },
  },
  {
    name: 'refuses a cursor that it did not issue, or issued for another query',
    async run(desk) {
      for (let i = 0; i < 3; i++) await desk.register();
      const officer = await desk.officer;
      const { cursor = '' } = await officer.list({ limit: 1 });
      const bad = ['', 'x', '%%%', 'bnVsbA', btoa('["a","b","c"]'), `${cursor}x`, cursor.slice(1)];
      for (const each of bad)
        await failsWith('LPSE_CURSOR_INVALID', () => officer.list({ limit: 1, cursor: each }));
      for (const other of [{ sort: 'updatedAt' }, { search: 'x' }, { states: ['draft'] }] as const)
        await failsWith('LPSE_CURSOR_INVALID', () => officer.list({ ...other, cursor }));
    },
  },
  {
    name: 'takes a limit from 1 to 200 and nothing else',
    async run(desk) {
      const officer = await desk.officer;
      for (const limit of [0, 201, -1, 1.5, Number.NaN]) {
        const error = await failure(() => officer.list({ limit }));
        check(error instanceof TypeError, `a TypeError for ${limit}, got ${String(error)}`);
      }
    },
  },
  {
    name: "shows a member of the public nobody's cases",
    async run(desk) {
      await desk.submitted();
      equal(await (await desk.user).list(), { items: [] }, 'the page');
    },
  },
];
