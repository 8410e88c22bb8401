import { expect } from '@open-wc/testing';
import { LpseError, type Actor } from '@lpse-konsultasi/form-schema';
import { profile } from '@lpse-konsultasi/form-schema/profiles/batang';
import { runBackendSuite } from '../conformance/index.js';
import { sampleCase, samplePeople, sampleValues } from '../samples/index.js';
import {
  createIndexedDbBackend,
  createIndexedDbDrafts,
  createIndexedDbMemo,
  eraseIndexedDb,
  type IndexedDbOptions,
} from './index.js';
import { deskVersion } from './schema.js';

const { guestBook, consultationForm } = sampleValues;

let count = 0;
const freshName = (): string => `test-${Date.now()}-${++count}`;

function open(name: string, options: Partial<IndexedDbOptions> & { as?: Actor } = {}) {
  const { as = samplePeople.officer, ...rest } = options;
  return createIndexedDbBackend({ profile, name, actor: () => as, ...rest });
}

const register = (consultationId: string) =>
  ({ type: 'register', consultationId, data: guestBook() }) as const;

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    return error instanceof LpseError ? error.code : String(error);
  }
  return 'no error';
}

/** The database without any of our code, as another version of the program would see it. */
function openRaw(name: string, version?: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = ({ oldVersion }) => {
      if (oldVersion === 0) request.result.createObjectStore('summaries', { keyPath: 'id' });
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('open failed', { cause: request.error }));
  });
}

/** Changes the first entry of a stored log, as somebody with the browser's tools can. */
async function changeStored(name: string, id: string): Promise<void> {
  const raw = await openRaw(name);
  const events = raw.transaction('events', 'readwrite').objectStore('events');
  await new Promise((resolve) => {
    const request = events.get([id, 1]);
    request.onsuccess = () => {
      const event = request.result as { data: { tiket: string } };
      event.data.tiket = 'DIUBAH';
      events.put(event).onsuccess = resolve;
    };
  });
  raw.close();
}

/** A factory that does as the browser's, but for what is replaced. */
function factoryWith(changes: Partial<IDBFactory>): IDBFactory {
  return {
    open: (name, version) => indexedDB.open(name, version),
    deleteDatabase: (name) => indexedDB.deleteDatabase(name),
    cmp: (a, b) => indexedDB.cmp(a, b),
    databases: () => indexedDB.databases(),
    ...changes,
  };
}

/** A factory that lets the test take hold of the connections that it opened. */
function observedFactory(): { factory: IDBFactory; connections: IDBDatabase[] } {
  const connections: IDBDatabase[] = [];
  const factory = factoryWith({
    open: (name, version) => {
      const request = indexedDB.open(name, version);
      request.addEventListener('success', () => connections.push(request.result));
      return request;
    },
  });
  return { factory, connections };
}

/** Makes the browser's next `add` do something else; answers how to undo it. */
function onNextAdd(fault: (store: IDBObjectStore) => void): void {
  const { add } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.add = function (this: IDBObjectStore, value: unknown, key?) {
    IDBObjectStore.prototype.add = add;
    fault(this);
    return add.call(this, value, key);
  };
}

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

describe('when the browser gives no storage', () => {
  it('says that storage is not available when opening throws', async () => {
    const factory = factoryWith({
      open: () => {
        throw new DOMException('', 'SecurityError');
      },
    });
    expect(await codeOf(open(freshName(), { factory }))).to.equal('LPSE_STORAGE_UNAVAILABLE');
  });

  it('says so when opening is never answered', async () => {
    const factory = factoryWith({ open: () => new EventTarget() as IDBOpenDBRequest });
    const opened = open(freshName(), { factory, openDeadline: 20 });
    expect(await codeOf(opened)).to.equal('LPSE_STORAGE_UNAVAILABLE');
  });

  it('gives a connection back that comes too late', async () => {
    const name = freshName();
    const late = new EventTarget() as IDBOpenDBRequest;
    const factory = factoryWith({ open: () => late });
    await codeOf(open(name, { factory, openDeadline: 20 }));
    const database = await openRaw(name);
    Object.defineProperty(late, 'result', { value: database });
    late.dispatchEvent(new Event('success'));
    expect(() => database.transaction([])).to.throw(/clos(?:ing|ed)/);
  });

  it('says that another tab blocks it when that tab holds an older shape', async () => {
    const name = freshName();
    const other = await openRaw(name, 1);
    const opened = open(name, { openDeadline: 100 });
    expect(await codeOf(opened)).to.equal('LPSE_STORAGE_BLOCKED');
    other.close();
  });

  it('says that it is out of date when the database has a newer shape', async () => {
    const name = freshName();
    (await openRaw(name, 99)).close();
    expect(await codeOf(open(name))).to.equal('LPSE_STORAGE_BLOCKED');
  });

  it('tries anew after a failure', async () => {
    let isBroken = true;
    const factory = factoryWith({
      open: (name, version) => {
        if (isBroken) throw new DOMException('', 'UnknownError');
        return indexedDB.open(name, version);
      },
    });
    const drafts = createIndexedDbDrafts({ name: freshName(), factory });
    expect(await codeOf(drafts.load('a'))).to.equal('LPSE_STORAGE_UNAVAILABLE');
    isBroken = false;
    await drafts.save('a', { nama: 'Rina (contoh)' });
    expect((await drafts.load('a'))?.value).to.deep.equal({ nama: 'Rina (contoh)' });
  });
});

describe('when the storage fails at work', () => {
  it('says that the disk is full, and has stored nothing of the command', async () => {
    const backend = await open(freshName());
    onNextAdd(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    const options = { key: 'k' };
    expect(await codeOf(backend.execute(register('a'), options))).to.equal('LPSE_STORAGE_FULL');
    expect(await backend.read('a')).to.equal(undefined);
    expect(await backend.list()).to.deep.equal({ items: [] });
    const outcome = await backend.execute(register('a'), options);
    expect(outcome.ok && outcome.consultation.tiket).to.match(/001$/);
  });

  it('says that storage failed when the browser aborts the transaction', async () => {
    const backend = await open(freshName());
    onNextAdd((store) => store.transaction.abort());
    const work = backend.execute(register('a'), { key: 'k' });
    expect(await codeOf(work)).to.equal('LPSE_STORAGE_UNAVAILABLE');
    expect((await backend.execute(register('a'), { key: 'k' })).ok).to.equal(true);
  });

  it('stores no draft half when the disk is full', async () => {
    const drafts = createIndexedDbDrafts({ name: freshName() });
    await drafts.save('a', { nama: 'Lama (contoh)' });
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('', 'QuotaExceededError');
    };
    const code = await codeOf(drafts.save('a', { nama: 'Baru (contoh)' }));
    IDBObjectStore.prototype.put = put;
    expect(code).to.equal('LPSE_STORAGE_FULL');
    expect((await drafts.load('a'))?.value).to.deep.equal({ nama: 'Lama (contoh)' });
  });

  it('connects again when the browser has cut the connection', async () => {
    const { factory, connections } = observedFactory();
    const backend = await open(freshName(), { factory });
    connections[0]?.close();
    connections[0]?.dispatchEvent(new Event('close'));
    expect((await backend.execute(register('a'), { key: 'k' })).ok).to.equal(true);
    expect(connections.length).to.equal(2);
  });

  it('connects again and repeats the work when it learns that only then', async () => {
    const { factory, connections } = observedFactory();
    const backend = await open(freshName(), { factory });
    connections[0]?.close();
    const works = ['a', 'b', 'c'].map((id) => backend.execute(register(id), { key: id }));
    expect((await Promise.all(works)).map(({ ok }) => ok)).to.deep.equal([true, true, true]);
    expect((await backend.list()).items.length).to.equal(3);
  });

  it('steps aside for a newer version of the program, and says that the page is out of date', async () => {
    const name = freshName();
    const backend = await open(name);
    const newer = await openRaw(name, deskVersion + 1);
    const work = backend.execute(register('a'), { key: 'k' });
    expect(await codeOf(work)).to.equal('LPSE_STORAGE_BLOCKED');
    newer.close();
  });

  it('says that a log is damaged when someone has changed an event', async () => {
    const name = freshName();
    const backend = await open(name);
    await backend.execute(register('a'), { key: 'k' });
    await changeStored(name, 'a');
    expect(await codeOf(backend.read('a'))).to.equal('LPSE_STORAGE_CORRUPT');
    const submit = { type: 'submit', consultationId: 'a', data: consultationForm() } as const;
    expect(await codeOf(backend.execute(submit, { key: 's' }))).to.equal('LPSE_STORAGE_CORRUPT');
  });

  it('works without a channel to other tabs, and does not claim one', async () => {
    const { BroadcastChannel } = globalThis;
    Reflect.deleteProperty(globalThis, 'BroadcastChannel');
    const backend = await open(freshName());
    globalThis.BroadcastChannel = BroadcastChannel;
    expect(backend.supports.shared).to.equal(false);
    const changes = backend.watch()[Symbol.asyncIterator]();
    await backend.execute(register('a'), { key: 'k' });
    expect((await changes.next()).value.id).to.equal('a');
  });

  it('listens to nothing on its channel but changes', async () => {
    const name = freshName();
    const backend = await open(name);
    const changes = backend.watch()[Symbol.asyncIterator]();
    const channel = new BroadcastChannel(`lpse:changes:${name}`);
    for (const message of [null, 'a', {}, { id: 1, version: 1 }, { id: 'x', version: '1' }])
      channel.postMessage(message);
    channel.postMessage({ id: 'real', version: 1, extra: true });
    expect((await changes.next()).value).to.deep.equal({ id: 'real', version: 1 });
    channel.close();
  });

  it('forgets everything when it is erased, and goes on from nothing', async () => {
    const name = freshName();
    const backend = await open(name);
    await backend.execute(register('a'), { key: 'k' });
    await eraseIndexedDb({ name });
    expect(await backend.list()).to.deep.equal({ items: [] });
    expect((await backend.execute(register('a'), { key: 'k' })).ok).to.equal(true);
  });
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

/** A page of its own in this one: with its own modules, its own connection and its own channel. */
async function openTab(): Promise<{ module: typeof import('./index.js'); close: () => void }> {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const page = frame.contentDocument;
  if (page === null) throw new Error('no page');
  const script = page.createElement('script');
  script.type = 'module';
  const path = new URL('./index.ts', import.meta.url).pathname;
  script.textContent = `import * as module from '${path}';
    window.dispatchEvent(new CustomEvent('module', { detail: module }));`;
  const module = await new Promise<typeof import('./index.js')>((resolve) => {
    frame.contentWindow?.addEventListener('module', (event) =>
      resolve((event as CustomEvent<typeof import('./index.js')>).detail),
    );
    page.head.append(script);
  });
  return { module, close: () => frame.remove() };
}

describe('two tabs on one desk', () => {
  it('follow each other', async () => {
    const name = freshName();
    const here = await open(name);
    const tab = await openTab();
    const there = await tab.module.createIndexedDbBackend({
      profile,
      name,
      actor: () => samplePeople.user,
    });
    const changes = here.watch()[Symbol.asyncIterator]();
    await there.execute(register('a'), { key: '1' });
    expect((await changes.next()).value).to.deep.equal({ id: 'a', version: 2 });

    const theirs = there.watch({ id: 'a' })[Symbol.asyncIterator]();
    const data = consultationForm();
    await here.execute({ type: 'submit', consultationId: 'a', data }, { key: '2' });
    expect((await theirs.next()).value).to.deep.equal({ id: 'a', version: 3 });
    await Promise.all([here.close(), there.close()]);
    tab.close();
  });

  it('give one number to one person, however much they do at the same time', async () => {
    const name = freshName();
    const here = await open(name);
    const tab = await openTab();
    const there = await tab.module.createIndexedDbBackend({
      profile,
      name,
      actor: () => samplePeople.user,
    });
    const works = Array.from({ length: 30 }, (_, index) =>
      (index % 2 ? here : there).execute(register(`case-${index}`), { key: `key-${index}` }),
    );
    await Promise.all(works);
    const { items } = await here.list({ limit: 200 });
    expect(new Set(items.map(({ tiket }) => tiket)).size).to.equal(30);
    await Promise.all([here.close(), there.close()]);
    tab.close();
  });

  it('lets one of two win who act on the same version', async () => {
    const name = freshName();
    const here = await open(name);
    const tab = await openTab();
    const there = await tab.module.createIndexedDbBackend({
      profile,
      name,
      actor: () => samplePeople.secondOfficer,
    });
    await here.execute(register('a'), { key: '1' });
    const data = consultationForm();
    await here.execute({ type: 'submit', consultationId: 'a', data }, { key: '2' });
    const command = { type: 'start-review', consultationId: 'a', data: {} } as const;
    const outcomes = await Promise.all([
      here.execute(command, { key: '3', expectedVersion: 3 }),
      there.execute(command, { key: '4', expectedVersion: 3 }),
    ]);
    expect(outcomes.filter(({ ok }) => ok).length).to.equal(1);
    const lost = outcomes.find(({ ok }) => !ok);
    expect(lost && !lost.ok && lost.refusal.code).to.equal('LPSE_VERSION_CONFLICT');
    await Promise.all([here.close(), there.close()]);
    tab.close();
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

function answered<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the request failed'));
  });
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
