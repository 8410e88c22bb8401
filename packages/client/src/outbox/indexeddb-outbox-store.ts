import { LpseError } from '@lpse-konsultasi/form-schema';
import { storageError } from '../indexeddb/storage-error.js';
import { isEntry, type OutboxEntry } from './entry.js';
import type { OutboxStore } from './outbox-store.js';

export interface OutboxStoreOptions {
  /** Name of the database; tabs with the same one share an outbox. */
  readonly name: string;
  /** Default: the browser's. */
  readonly factory?: IDBFactory;
  /** Milliseconds after which opening has failed; some browsers never answer. Default: 3000. */
  readonly openDeadline?: number;
}

/**
 * Entries in the browser's own database, apart from every other: it has one shape, and nothing that the desk does can
 * stand in its way. Every failure of the browser is an `LpseError` with a storage code.
 */
export function createIndexedDbOutboxStore(options: OutboxStoreOptions): OutboxStore {
  return new IndexedDbOutboxStore(options);
}

class IndexedDbOutboxStore implements OutboxStore {
  readonly #options: OutboxStoreOptions;
  #database: Promise<IDBDatabase> | undefined;
  #closed = false;

  constructor(options: OutboxStoreOptions) {
    this.#options = options;
  }

  async all(): Promise<{ readonly entries: readonly OutboxEntry[]; readonly damaged: number }> {
    const records = await this.#run('readonly', (store) => answerOf(store.getAll()));
    const entries = (records as unknown[]).filter(isEntry);
    return {
      entries: entries.sort((a, b) => a.order - b.order),
      damaged: records.length - entries.length,
    };
  }

  add(entry: Omit<OutboxEntry, 'order'>): Promise<OutboxEntry> {
    return this.#run('readwrite', async (store) => {
      const order = await lastOrder(store);
      const placed = { ...entry, order: order + 1 };
      await answerOf(store.add(placed));
      return placed;
    });
  }

  async replace(entry: OutboxEntry): Promise<void> {
    await this.#run('readwrite', async (store) => {
      const key = await answerOf(store.getKey(entry.id));
      if (key !== undefined) await answerOf(store.put(entry));
    });
  }

  async remove(id: string): Promise<void> {
    await this.#run('readwrite', (store) => answerOf(store.delete(id)));
  }

  close(): void {
    this.#closed = true;
    this.#giveUp(this.#database);
  }

  /** Answers when the transaction is on the disk. A connection that the browser has cut is opened anew, once. */
  async #run<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => Promise<T>): Promise<T> {
    try {
      const first = this.#connect();
      try {
        return await transact(await first, mode, work);
      } catch (error) {
        if (!isCut(error) || this.#closed) throw error;
        this.#giveUp(first);
        return await transact(await this.#connect(), mode, work);
      }
    } catch (cause) {
      const error = storageError(cause);
      if (error instanceof LpseError) throw error;
      // An abort is no wish of a caller here: nobody else holds the transaction.
      throw new LpseError('LPSE_STORAGE_UNAVAILABLE', { cause });
    }
  }

  #connect(): Promise<IDBDatabase> {
    if (this.#closed) return Promise.reject(new LpseError('LPSE_BACKEND_CLOSED'));
    if (this.#database !== undefined) return this.#database;
    const opening: Promise<IDBDatabase> = open(this.#options, () => this.#giveUp(opening));
    this.#database = opening;
    opening.catch(() => this.#giveUp(opening));
    return opening;
  }

  #giveUp(opening: Promise<IDBDatabase> | undefined): void {
    if (this.#database === opening) this.#database = undefined;
    opening?.then((database) => database.close()).catch(() => undefined);
  }
}

async function transact<T>(
  database: IDBDatabase,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction(['entries'], mode, { durability: 'strict' });
  const done = new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    const fail = (): void => reject(transaction.error ?? new DOMException('aborted', 'AbortError'));
    transaction.addEventListener('abort', fail);
    transaction.addEventListener('error', fail);
  });
  done.catch(() => undefined);
  try {
    const result = await work(transaction.objectStore('entries'));
    await done;
    return result;
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It has ended already.
    }
    throw transaction.error ?? error;
  }
}

function answerOf<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error as Error));
  });
}

async function lastOrder(store: IDBObjectStore): Promise<number> {
  const cursor = await answerOf(store.index('order').openKeyCursor(null, 'prev'));
  return typeof cursor?.key === 'number' ? cursor.key : 0;
}

function open(
  { name, factory, openDeadline = 3000 }: OutboxStoreOptions,
  onGone: () => void,
): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = (factory ?? browserFactory()).open(name, 1);
    let [isLate, isBlocked] = [false, false];
    const timer = setTimeout(() => {
      isLate = true;
      reject(new LpseError(isBlocked ? 'LPSE_STORAGE_BLOCKED' : 'LPSE_STORAGE_UNAVAILABLE'));
    }, openDeadline);
    request.addEventListener('blocked', () => {
      isBlocked = true;
    });
    request.addEventListener('upgradeneeded', () => {
      const store = request.result.createObjectStore('entries', { keyPath: 'id' });
      store.createIndex('order', 'order');
    });
    request.addEventListener('error', () => {
      clearTimeout(timer);
      reject(request.error as Error);
    });
    request.addEventListener('success', () => {
      clearTimeout(timer);
      const database = request.result;
      if (isLate) return database.close();
      database.addEventListener('versionchange', () => {
        database.close();
        onGone();
      });
      database.addEventListener('close', onGone);
      resolve(database);
    });
  });
}

function browserFactory(): IDBFactory {
  // Reading the property throws in a sandboxed frame; in old private modes it is null.
  const factory = globalThis.indexedDB as IDBFactory | null | undefined;
  if (factory) return factory;
  throw new LpseError('LPSE_STORAGE_UNAVAILABLE', { detail: 'no IndexedDB' });
}

/** The connection is gone, not the data. */
function isCut(error: unknown): boolean {
  return (
    error instanceof DOMException && ['InvalidStateError', 'UnknownError'].includes(error.name)
  );
}
