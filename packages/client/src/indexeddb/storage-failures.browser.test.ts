import { expect } from '@open-wc/testing';
import { createIndexedDbDrafts, eraseIndexedDb } from './index.js';
import { deskVersion } from './schema.js';
import {
  freshName,
  open,
  register,
  codeOf,
  openRaw,
  changeStored,
  factoryWith,
  observedFactory,
  onNextAdd,
  consultationForm,
} from '../testing/browser-desk.js';

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
