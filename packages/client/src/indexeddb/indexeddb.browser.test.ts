import { expect } from '@open-wc/testing';
import { profile } from '@lpse-konsultasi/form-schema/profiles/batang';
import { runBackendSuite } from '../conformance/index.js';
import { sampleCase } from '../samples/index.js';
import { createIndexedDbDrafts, createIndexedDbMemo, eraseIndexedDb } from './index.js';
import { freshName, open, register, openRaw, changeStored } from '../testing/browser-desk.js';

runBackendSuite({
  describe,
  it,
  supports: {
    name: 'indexeddb',
    durable: true,
    shared: true,
    attachments: true,
    presence: true,
    board: true,
    report: true,
    survey: true,
  },
  damages: true,
  create: async () => {
    const name = freshName();
    return {
      open: (actor) => open(name, { as: actor }),
      damage: (id) => changeStored(name, id),
      dispose: () => eraseIndexedDb({ name }),
    };
  },
});

/** A desk as the first released shape of the database kept it: rows without what is searched and sorted by today. */
async function openOldDesk(name: string): Promise<void> {
  const log = sampleCase('reviewing', { profile, now: new Date('2026-03-04T03:30:00Z') }).events;
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      const desk = request.result;
      const events = desk.createObjectStore('events', { keyPath: ['consultationId', 'seq'] });
      const summaries = desk.createObjectStore('summaries', { keyPath: 'id' });
      for (const by of ['updatedAt', 'registeredAt']) {
        summaries.createIndex(by, [by, 'id']);
        summaries.createIndex(`state/${by}`, ['state', by, 'id']);
      }
      for (const each of ['commands']) desk.createObjectStore(each, { keyPath: 'key' });
      for (const each of ['sequences', 'attachments', 'drafts', 'memos'])
        desk.createObjectStore(each);
      for (const event of log) events.add(event);
      const { consultationId: id = '', at = '' } = log[0] ?? {};
      const row = { id, version: log.length, state: 'reviewing', step: 4, tiket: 'BTG-LAMA' };
      const rest = { nama: 'Lama (contoh)', judul: 'Lama', kategori: 'lainnya', putaran: 1 };
      summaries.add({ ...row, ...rest, registeredAt: at, updatedAt: at });
    };
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => reject(new Error('open failed', { cause: request.error }));
  });
}

describe('a database of an older shape', () => {
  it('opens, with its rows made anew from the logs', async () => {
    const name = freshName();
    await openOldDesk(name);
    const backend = await open(name);
    const { items } = await backend.list({ sort: 'dueAt' });
    const record = await backend.read(items[0]?.id ?? '');
    expect(items).to.have.length(1);
    expect(items[0]?.tiket).to.equal(record?.consultation.tiket);
    expect(items[0]?.petugasId).to.equal(record?.consultation.reviewer?.id);
    expect(items[0]?.dueAt).to.match(/^2026-/);
    const uraian = String(record?.consultation.submissions[0]?.formulir['uraian']);
    const found = await backend.list({ search: uraian.split(' ').slice(0, 3).join(' ') });
    expect(found.items).to.have.length(1);
  });

  it('follows an office that changes its limits', async () => {
    const name = freshName();
    await openOldDesk(name);
    const dueAt = async (minutes: number): Promise<string | undefined> => {
      const steps = profile.procedure.steps.map((step) => ({ ...step, minutes }));
      const procedure = { ...profile.procedure, steps };
      const backend = await open(name, { profile: { ...profile, procedure } });
      const { items } = await backend.list();
      await backend.close();
      return items[0]?.dueAt;
    };
    const [short = '', long = ''] = [await dueAt(5), await dueAt(15)];
    expect(Date.parse(long) - Date.parse(short)).to.equal(10 * 60_000);
  });
});

describe('drafts and memos in the browser', () => {
  it('keep what was saved for a page that is opened later', async () => {
    const name = freshName();
    const now = () => new Date('2026-03-04T03:30:00Z');
    const saved = await createIndexedDbDrafts({ name, now }).save('a/consultation-form', {
      uraian: 'é ’ 🧾',
    });
    expect(saved.savedAt).to.equal('2026-03-04T03:30:00.000Z');
    const later = createIndexedDbDrafts({ name });
    expect(await later.load('a/consultation-form')).to.deep.equal(saved);
    await later.remove('a/consultation-form');
    await later.remove('a/consultation-form');
    expect(await later.load('a/consultation-form')).to.equal(undefined);
  });

  it('keep drafts of two cases apart, and the last of one', async () => {
    const drafts = createIndexedDbDrafts({ name: freshName() });
    await Promise.all([1, 2, 3].map((nomor) => drafts.save('a', { nomor })));
    await drafts.save('b', { nomor: 0 });
    expect((await drafts.load('a'))?.value).to.deep.equal({ nomor: 3 });
  });

  it('keep which case is whose', async () => {
    const name = freshName();
    await createIndexedDbMemo({ name }).set('case/batang', 'c-1');
    const memo = createIndexedDbMemo({ name });
    expect(await memo.get('case/batang')).to.equal('c-1');
    await memo.remove('case/batang');
    expect(await memo.get('case/batang')).to.equal(undefined);
  });
});

const oldStores = [
  'events',
  'summaries',
  'commands',
  'sequences',
  'attachments',
  'drafts',
  'memos',
];
const oldIndexes = ['updatedAt', 'registeredAt', 'state/updatedAt', 'state/registeredAt'];

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the request failed'));
  });
}

/** The database as version 1 of its shape left it: rows without a number. */
async function leaveVersionOne(name: string): Promise<void> {
  const backend = await open(name);
  await backend.execute(register('a'), { key: 'a' });
  await backend.execute(register('b'), { key: 'b' });
  await backend.close();
  const database = await openRaw(name);
  const stores = [...database.objectStoreNames].filter((store) => oldStores.includes(store));
  const kept = new Map<string, unknown[]>();
  const shapes = stores.map((store) => {
    const { keyPath, indexNames } = database.transaction(store).objectStore(store);
    const of = database.transaction(store).objectStore(store);
    const indexes = [...indexNames].map((index) => [index, of.index(index).keyPath] as const);
    return { store, keyPath, indexes: indexes.filter(([index]) => oldIndexes.includes(index)) };
  });
  for (const store of ['events', 'summaries'])
    kept.set(store, await answered(database.transaction(store).objectStore(store).getAll()));
  database.close();
  await eraseIndexedDb({ name });
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => {
    for (const { store, keyPath, indexes } of shapes) {
      const made = request.result.createObjectStore(store, { keyPath });
      for (const [index, path] of indexes) made.createIndex(index, path);
      for (const value of kept.get(store) ?? []) {
        const { revision: _revision, ...old } = value as { revision?: number };
        made.add(old);
      }
    }
  };
  (await answered(request)).close();
}

describe('the rows in memory', () => {
  it('are taken over from a database of the first version', async () => {
    const name = freshName();
    await leaveVersionOne(name);
    const backend = await open(name);
    const ids = async (): Promise<string[]> =>
      (await backend.list()).items.map(({ id }) => id).sort();
    expect(await ids()).to.deep.equal(['a', 'b']);
    await backend.execute(register('c'), { key: 'c' });
    await warmed(backend);
    expect(await ids()).to.deep.equal(['a', 'b', 'c']);
    await backend.close();
    await eraseIndexedDb({ name });
  });

  it('follow what another tab writes, in the very next reading', async () => {
    const name = freshName();
    const [mine, theirs] = [await open(name), await open(name)];
    await warmed(mine);
    for (let n = 0; n < 20; n++) {
      await theirs.execute(register(`case-${n}`), { key: `key-${n}` });
      expect((await mine.list({ total: true })).total).to.equal(n + 1);
    }
    const [first] = (await mine.list()).items;
    expect(Object.keys(first ?? {})).not.to.include('revision');
    expect(Object.isFrozen(first)).to.equal(true);
    await mine.close();
    await theirs.close();
    await eraseIndexedDb({ name });
  });

  it('are forgotten with a database that is erased', async () => {
    const name = freshName();
    const backend = await open(name);
    await backend.execute(register('a'), { key: 'a' });
    await warmed(backend);
    await eraseIndexedDb({ name });
    expect((await backend.list()).items).to.deep.equal([]);
    await backend.execute(register('b'), { key: 'b' });
    await warmed(backend);
    expect((await backend.list()).items.map(({ id }) => id)).to.deep.equal(['b']);
    await backend.close();
    await eraseIndexedDb({ name });
  });
});

/** The first reading fetches the rows in the background; a command waits in line behind that. */
async function warmed(backend: Awaited<ReturnType<typeof open>>): Promise<void> {
  for (let n = 0; n < 5; n++) await backend.list();
}
