import type { Command, JsonObject } from '@lpse-konsultasi/form-schema';
import { samplePeople } from '../../samples/people.js';
import { consultationForm, guestBook } from '../../samples/values.js';
import { check, equal, refusedWith, succeeded } from '../assert.js';
import type { Chapter } from './chapter.js';

const { user } = samplePeople;

const ids = [
  '__proto__',
  'constructor',
  'toString',
  '../../etc/passwd',
  "x'; DROP TABLE consultations; --",
  '%00%2e%2e',
  'a/b?c#d',
  ' ',
  'nomor ’ 🧾',
  'i'.repeat(255),
];

const texts = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '=HYPERLINK("http://contoh.example")',
  '\u202Emoc.elpmaxe\u202C',
  'Ž́ á̷l̶g̷ö̴ 🏳️‍🌈 é ’',
  '{{7*7}} ${7*7} %s %n',
  '\\u0000 \\ \\" \'',
  '  spasi di dua sisi  ',
];

/** Data under names that mean something to JavaScript; read as text, so that the names become members. */
const trickyNames = JSON.parse(
  '{"nama":"Rina (contoh)","kanal":"portal","__proto__":{"isAdmin":true},"constructor":1}',
) as JsonObject;

const malformed: readonly unknown[] = [
  { type: 'erase', consultationId: 'x', data: {} },
  { type: '__proto__', consultationId: 'x', data: {} },
  { type: 'register', consultationId: '', data: guestBook() },
  { type: 'register', consultationId: 'i'.repeat(256), data: guestBook() },
  { type: 'register', data: guestBook() },
  { type: 'register', consultationId: 7, data: guestBook() },
  { type: 'register', consultationId: 'x', data: null },
  { type: 'register', consultationId: 'x', data: [] },
  { type: 'register', consultationId: 'x', data: 'nama' },
  { type: 'register', consultationId: 'x' },
];

export const hostileInput: Chapter = [
  {
    name: 'keeps cases apart whatever their ids look like',
    async run(desk) {
      for (const [index, id] of ids.entries())
        await desk.do('register', id, guestBook({ keperluan: `Nomor ${index}` }), user);
      for (const [index, id] of ids.entries()) {
        const { bukuTamu } = await desk.see(id);
        equal(bukuTamu['keperluan'], `Nomor ${index}`, `the guest book of ${JSON.stringify(id)}`);
      }
      const { items } = await (await desk.officer).list({ limit: 200 });
      equal(items.map(({ id }) => id).sort(), [...ids].sort(), 'the ids of the list');
    },
  },
  {
    name: 'keeps a text to the letter',
    async run(desk) {
      for (const text of texts) {
        const uraian = `Isian dengan teks: ${text}`;
        const id = await desk.submitted({ uraian, judul: `Judul ${text}` });
        const { submissions } = await desk.see(id);
        equal(submissions[0]?.formulir['uraian'], uraian, 'the description');
        const { items } = await (await desk.officer).list({ search: text, limit: 200 });
        check(
          items.some((row) => row.id === id),
          `finds ${JSON.stringify(text)}`,
        );
      }
    },
  },
  {
    name: 'keeps a long text to the letter',
    async run(desk) {
      const uraian = 'é🧾’x'.repeat(800);
      const id = await desk.submitted({ uraian });
      const { submissions } = await desk.see(id);
      equal(submissions[0]?.formulir['uraian'], uraian, 'the description');
    },
  },
  {
    name: 'changes no prototype, whatever the members of the data are called',
    async run(desk) {
      const outcome = await desk.give('register', desk.fresh('case'), trickyNames, { by: user });
      refusedWith(outcome, 'LPSE_FORM_INVALID');
      check(!('isAdmin' in {}), 'an object has no member that it was not given');
    },
  },
  {
    name: 'refuses what is no command, without an error and without a trace',
    async run(desk) {
      const officer = await desk.officer;
      for (const command of malformed) {
        const outcome = await officer.execute(command as Command, { key: desk.fresh('key') });
        check(!outcome.ok, `${JSON.stringify(command)} is refused`);
      }
      equal((await officer.list()).items, [], 'the list');
    },
  },
  {
    name: 'keeps keys apart that only look alike',
    async run(desk) {
      const keys = ['__proto__', 'constructor', 'k', 'K', ' k', 'k ', 'ḱ', 'k\u0301'];
      for (const key of keys) {
        const id = desk.fresh('case');
        succeeded(await desk.give('register', id, guestBook(), { key, by: user }));
      }
    },
  },
  {
    name: 'goes on working after all of that',
    async run(desk) {
      const officer = await desk.officer;
      await officer.execute(malformed[0] as Command, { key: 'k' });
      await desk.give('register', '__proto__', trickyNames);
      const id = await desk.register();
      await desk.do('submit', id, consultationForm(), user);
    },
  },
];
