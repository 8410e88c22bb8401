// What the tests of the desk in the browser's own storage share.
import { LpseError, type Actor } from '@lpse-konsultasi/form-schema';
import { profile } from '@lpse-konsultasi/form-schema/profiles/batang';
import { createIndexedDbBackend, type IndexedDbOptions } from '../indexeddb/index.js';
import { samplePeople, sampleValues } from '../samples/index.js';

export const { guestBook, consultationForm } = sampleValues;

let count = 0;
export const freshName = (): string => `test-${Date.now()}-${++count}`;

export function open(name: string, options: Partial<IndexedDbOptions> & { as?: Actor } = {}) {
  const { as = samplePeople.officer, ...rest } = options;
  return createIndexedDbBackend({ profile, name, actor: () => as, ...rest });
}

export const register = (consultationId: string) =>
  ({ type: 'register', consultationId, data: guestBook() }) as const;

export async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
  } catch (error) {
    return error instanceof LpseError ? error.code : String(error);
  }
  return 'no error';
}

/** The database without any of our code, as another version of the program would see it. */
export function openRaw(name: string, version?: number): Promise<IDBDatabase> {
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
export async function changeStored(name: string, id: string): Promise<void> {
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
export function factoryWith(changes: Partial<IDBFactory>): IDBFactory {
  return {
    open: (name, version) => indexedDB.open(name, version),
    deleteDatabase: (name) => indexedDB.deleteDatabase(name),
    cmp: (a, b) => indexedDB.cmp(a, b),
    databases: () => indexedDB.databases(),
    ...changes,
  };
}

/** A factory that lets the test take hold of the connections that it opened. */
export function observedFactory(): { factory: IDBFactory; connections: IDBDatabase[] } {
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
export function onNextAdd(fault: (store: IDBObjectStore) => void): void {
  const { add } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.add = function (this: IDBObjectStore, value: unknown, key?) {
    IDBObjectStore.prototype.add = add;
    fault(this);
    return add.call(this, value, key);
  };
}
