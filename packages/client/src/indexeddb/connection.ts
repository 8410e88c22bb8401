import { LpseError } from '@lpse-konsultasi/form-schema';
import { unwrap, wrap } from 'idb';
import type { IDBPTransaction, StoreNames } from 'idb';
import { deskVersion, upgradeDesk, type Desk, type DeskSchema, type Upgrade } from './schema.js';
import { isConnectionLost, storageError } from './storage-error.js';

export interface ConnectionOptions {
  /** Name of the database; tabs with the same one share a desk. Default: `lpse-konsultasi`. */
  readonly name?: string;
  /** Default: the browser's. */
  readonly factory?: IDBFactory;
  /** Milliseconds after which opening has failed; some browsers never answer. Default: 3000. */
  readonly openDeadline?: number;
}

export const defaultName = 'lpse-konsultasi';

/**
 * One connection to the database: opened when it is first needed, opened again when the browser has cut it, and given
 * up as soon as another tab wants to change the shape of the database.
 */
export class Connection {
  readonly name: string;
  readonly #factory: IDBFactory | undefined;
  readonly #deadline: number;
  #desk: Promise<Desk> | undefined;
  #opening = 0;
  #closed = false;

  constructor({ name = defaultName, factory, openDeadline = 3000 }: ConnectionOptions) {
    this.name = name;
    this.#factory = factory;
    this.#deadline = openDeadline;
  }

  /** Counts how often the database was opened: what was read before may have been another one. */
  get opening(): number {
    return this.#opening;
  }

  /** @throws {LpseError} `LPSE_STORAGE_UNAVAILABLE` or `LPSE_STORAGE_BLOCKED` when there is no storage to work with. */
  async open(): Promise<void> {
    await this.#connect();
  }

  /**
   * Runs `work` in one transaction and answers when it is stored. `work` awaits nothing but requests of the
   * transaction; it runs a second time when the connection turns out to be lost.
   */
  async transaction<Names extends StoreNames<DeskSchema>, Mode extends 'readonly' | 'readwrite', T>(
    names: readonly Names[],
    mode: Mode,
    work: (transaction: IDBPTransaction<DeskSchema, Names[], Mode>) => Promise<T>,
  ): Promise<T> {
    try {
      const opening = this.#connect();
      try {
        return await complete(begin(await opening, names, mode), work);
      } catch (error) {
        if (!isConnectionLost(error) || this.#closed) throw error;
        this.#giveUp(opening);
        return await complete(begin(await this.#connect(), names, mode), work);
      }
    } catch (error) {
      throw storageError(error);
    }
  }

  close(): void {
    this.#closed = true;
    if (this.#desk !== undefined) this.#giveUp(this.#desk);
  }

  #connect(): Promise<Desk> {
    if (this.#closed) return Promise.reject(new LpseError('LPSE_BACKEND_CLOSED'));
    if (this.#desk !== undefined) return this.#desk;
    // Neither a failure nor a connection that is gone is kept: the next call tries anew.
    this.#opening += 1;
    const giveUp = (): void => this.#giveUp(opening);
    const opening: Promise<Desk> = openDesk(this.#factory, this.name, this.#deadline, giveUp);
    this.#desk = opening;
    opening.catch(giveUp);
    return opening;
  }

  #giveUp(opening: Promise<Desk>): void {
    if (this.#desk === opening) this.#desk = undefined;
    opening.then((desk) => desk.close()).catch(() => undefined);
  }
}

/**
 * Deletes the database with everything in it. Open connections of this page and others give way; work that they have
 * begun may take until the deadline.
 */
export function eraseDesk({
  name = defaultName,
  factory,
  openDeadline = 3000,
}: ConnectionOptions = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const request = storageFactory(factory).deleteDatabase(name);
    request.addEventListener('success', () => {
      clearTimeout(timer);
      resolve();
    });
    request.addEventListener('error', () => reject(storageError(request.error)));
    request.addEventListener('blocked', () => {
      timer = setTimeout(() => reject(new LpseError('LPSE_STORAGE_BLOCKED')), openDeadline);
    });
  });
}

function begin<Names extends StoreNames<DeskSchema>, Mode extends 'readonly' | 'readwrite'>(
  desk: Desk,
  names: readonly Names[],
  mode: Mode,
): IDBPTransaction<DeskSchema, Names[], Mode> {
  // 'strict': what was answered as stored survives a power cut, not just a crash of the tab.
  return desk.transaction([...names], mode, { durability: 'strict' });
}

async function complete<
  Names extends StoreNames<DeskSchema>,
  Mode extends 'readonly' | 'readwrite',
  T,
>(
  transaction: IDBPTransaction<DeskSchema, Names[], Mode>,
  work: (transaction: IDBPTransaction<DeskSchema, Names[], Mode>) => Promise<T>,
): Promise<T> {
  try {
    const result = await work(transaction);
    await transaction.done;
    return result;
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It has ended already, mostly because of this very error.
    }
    await transaction.done.catch(() => undefined);
    // A request of an aborted transaction just says "AbortError"; the transaction knows what aborted it.
    throw unwrap(transaction).error ?? error;
  }
}

async function openDesk(
  factory: IDBFactory | undefined,
  name: string,
  deadline: number,
  onGone: () => void,
): Promise<Desk> {
  let request: IDBOpenDBRequest;
  try {
    request = storageFactory(factory).open(name, deskVersion);
  } catch (error) {
    throw storageError(error);
  }
  return new Promise((resolve, reject) => {
    let isBlocked = false;
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      reject(new LpseError(isBlocked ? 'LPSE_STORAGE_BLOCKED' : 'LPSE_STORAGE_UNAVAILABLE'));
    }, deadline);
    request.addEventListener('blocked', () => {
      isBlocked = true;
    });
    request.addEventListener('upgradeneeded', ({ oldVersion }) => {
      const { transaction } = request;
      if (transaction === null) return;
      try {
        const upgrade = wrap(transaction) as unknown as Upgrade;
        upgradeDesk(wrap(request.result) as unknown as Desk, oldVersion, upgrade);
      } catch {
        // A database of this name that is not ours: it stays as it was, and opening it fails.
        transaction.abort();
      }
    });
    request.addEventListener('error', () => {
      clearTimeout(timer);
      const cause = request.error;
      const error = storageError(cause);
      // An upgrade that was aborted is no wish of a caller.
      reject(
        error instanceof LpseError ? error : new LpseError('LPSE_STORAGE_UNAVAILABLE', { cause }),
      );
    });
    request.addEventListener('success', () => {
      clearTimeout(timer);
      const database = request.result;
      // Whoever waited has gone on without it; an open connection would only be in the way of others.
      if (isLate) return database.close();
      // Another tab wants a newer shape, or everything deleted: this one steps aside, running work ends first.
      database.addEventListener('versionchange', () => {
        database.close();
        onGone();
      });
      database.addEventListener('close', onGone);
      resolve(wrap(database) as unknown as Desk);
    });
  });
}

function storageFactory(given: IDBFactory | undefined): IDBFactory {
  try {
    // Reading the property throws in a sandboxed frame; in old private modes it is null.
    const factory = given ?? (globalThis.indexedDB as IDBFactory | null | undefined);
    if (factory) return factory;
  } catch (cause) {
    throw new LpseError('LPSE_STORAGE_UNAVAILABLE', { cause });
  }
  throw new LpseError('LPSE_STORAGE_UNAVAILABLE', { detail: 'no IndexedDB' });
}
