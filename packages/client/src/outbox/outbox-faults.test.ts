import { LpseError } from '@lpse-konsultasi/form-schema';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { OutboxEntry } from './entry.js';
import { createIndexedDbOutboxStore } from './indexeddb-outbox-store.js';

const entry: Omit<OutboxEntry, 'order'> = {
  id: 'a',
  command: { type: 'cancel', consultationId: 'a', data: {} },
  addedAt: '2026-11-27T00:00:00.000Z',
  attempts: 0,
  state: { type: 'waiting' },
};

const storeOn = (factory: IDBFactory) =>
  createIndexedDbOutboxStore({ name: 'o', factory, openDeadline: 200 });

async function codeOf(work: Promise<unknown>): Promise<unknown> {
  try {
    await work;
    return 'stored';
  } catch (error) {
    return error instanceof LpseError ? error.code : `a stranger: ${String(error)}`;
  }
}

/** A factory whose `open` does something else. */
function opening(open: () => unknown): IDBFactory {
  return { open } as unknown as IDBFactory;
}

/** Requests to add that fail as a browser's do. */
function failingAdd(name: string): void {
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('contoh', name);
  });
}

afterEach(() => void vi.restoreAllMocks());

describe('a browser that fails', () => {
  it('gives no answer to open', async () => {
    const factory = opening(() => new EventTarget());
    expect(await codeOf(storeOn(factory).add(entry))).toBe('LPSE_STORAGE_UNAVAILABLE');
  });

  it('is held by another tab with another version', async () => {
    const factory = opening(() => {
      const request = new EventTarget();
      queueMicrotask(() => request.dispatchEvent(new Event('blocked')));
      return request;
    });
    expect(await codeOf(storeOn(factory).add(entry))).toBe('LPSE_STORAGE_BLOCKED');
  });

  it('has a newer database than this page knows', async () => {
    const factory = new IDBFactory();
    await new Promise((done) => {
      factory.open('o', 2).addEventListener('success', ({ target }) => {
        (target as unknown as { result: IDBDatabase }).result.close();
        done(undefined);
      });
    });
    expect(await codeOf(storeOn(factory).add(entry))).toBe('LPSE_STORAGE_BLOCKED');
  });

  it('wants the database for a newer version, and gets it', async () => {
    const factory = new IDBFactory();
    const store = storeOn(factory);
    await store.add(entry);
    await new Promise((done) => factory.open('o', 2).addEventListener('success', done));
    expect(await codeOf(store.add({ ...entry, id: 'b' }))).toBe('LPSE_STORAGE_BLOCKED');
  });

  it('has cut the connection: it is opened anew, and nothing is noticed', async () => {
    const factory = new IDBFactory();
    const opened: IDBDatabase[] = [];
    const open = factory.open.bind(factory);
    vi.spyOn(factory, 'open').mockImplementation((...given) => {
      const request = open(...given);
      request.addEventListener('success', () => opened.push(request.result));
      return request;
    });
    const store = storeOn(factory);
    await store.add(entry);
    opened[0]?.close();
    expect(await codeOf(store.add({ ...entry, id: 'b' }))).toBe('stored');
    expect((await store.all()).entries.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(opened).toHaveLength(2);
  });

  it.each([
    ['QuotaExceededError', 'LPSE_STORAGE_FULL'],
    ['DataError', 'LPSE_STORAGE_CORRUPT'],
    ['InvalidStateError', 'LPSE_STORAGE_UNAVAILABLE'],
    ['UnknownError', 'LPSE_STORAGE_UNAVAILABLE'],
    ['AbortError', 'LPSE_STORAGE_UNAVAILABLE'],
  ])('fails to put with %s', async (name, code) => {
    const store = storeOn(new IDBFactory());
    await store.all();
    failingAdd(name);
    expect(await codeOf(store.add(entry))).toBe(code);
    vi.restoreAllMocks();
    expect(await codeOf(store.add(entry))).toBe('stored');
  });

  it('aborts the transaction after the put', async () => {
    const factory = new IDBFactory();
    const store = storeOn(factory);
    await store.all();
    const add = IDBObjectStore.prototype.add;
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
      this: IDBObjectStore,
      ...given
    ) {
      const request = add.apply(this, given);
      request.addEventListener('success', () => this.transaction.abort());
      return request;
    });
    expect(await codeOf(store.add(entry))).toBe('LPSE_STORAGE_UNAVAILABLE');
    vi.restoreAllMocks();
    expect((await store.all()).entries).toEqual([]);
  });

  it('has no database at all', async () => {
    const store = createIndexedDbOutboxStore({ name: 'o' });
    expect(await codeOf(store.add(entry))).toBe('LPSE_STORAGE_UNAVAILABLE');
  });

  it('refuses it in a private window', async () => {
    const factory = opening(() => {
      throw new DOMException('contoh', 'SecurityError');
    });
    expect(await codeOf(storeOn(factory).add(entry))).toBe('LPSE_STORAGE_UNAVAILABLE');
  });

  it('fails while the database is made', async () => {
    const factory = opening(() => {
      const request = Object.assign(new EventTarget(), {
        error: new DOMException('contoh', 'AbortError'),
      });
      queueMicrotask(() => request.dispatchEvent(new Event('error')));
      return request;
    });
    expect(await codeOf(storeOn(factory).add(entry))).toBe('LPSE_STORAGE_UNAVAILABLE');
  });

  it('gives back a damaged record: it is counted, kept, and the others are found', async () => {
    const factory = new IDBFactory();
    const store = storeOn(factory);
    await store.add(entry);
    await store.add({ ...entry, id: 'b', command: 7 } as never);
    const { entries, damaged } = await store.all();
    expect(entries.map(({ id }) => id)).toEqual(['a']);
    expect(damaged).toBe(1);
  });
});
