import type { SurveyRecord } from '@lpse-konsultasi/form-schema';
import type { IDBPTransaction } from 'idb';
import type { AttachmentFile, Change } from '../backend.js';
import type { Store, DeskReader, DeskWriter } from '../embedded/store.js';
import { RowTable } from '../embedded/row-table.js';
import { ChangeChannel } from './change-channel.js';
import type { Connection } from './connection.js';
import { lastRevision, RowCache, rowOf } from './row-cache.js';
import { PresenceChannel } from './presence-channel.js';
import type { DeskSchema } from './schema.js';

const caseStores = ['events', 'summaries', 'commands', 'sequences'] as const;
type CaseStore = (typeof caseStores)[number];
type CaseTransaction<Mode extends IDBTransactionMode> = IDBPTransaction<
  DeskSchema,
  CaseStore[],
  Mode
>;

/** The desk in the browser's own database, shared by all tabs of the origin. */
export class IndexedDbStore implements Store {
  readonly name = 'indexeddb';
  readonly durable = true;
  readonly shared: boolean;
  readonly presence: PresenceChannel;
  readonly #connection: Connection;
  readonly #channel: ChangeChannel;
  readonly #rows: RowCache;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#rows = new RowCache(connection);
    this.#channel = new ChangeChannel(connection.name);
    this.shared = this.#channel.isShared;
    this.presence = new PresenceChannel(connection.name);
  }

  read<T>(work: (reader: DeskReader) => Promise<T>): Promise<T> {
    return this.#connection.transaction(caseStores, 'readonly', (transaction) =>
      work(readerOf(transaction, this.#rows)),
    );
  }

  write<T>(work: (writer: DeskWriter) => Promise<T>): Promise<T> {
    return this.#connection.transaction(caseStores, 'readwrite', (transaction) =>
      work(writerOf(transaction, this.#rows)),
    );
  }

  putFile(sha256: string, file: AttachmentFile): Promise<void> {
    return this.#connection.transaction(['attachments'], 'readwrite', async (transaction) => {
      const files = transaction.objectStore('attachments');
      if ((await files.getKey(sha256)) === undefined) await files.add(file, sha256);
    });
  }

  file(sha256: string): Promise<AttachmentFile | undefined> {
    return this.#connection.transaction(['attachments'], 'readonly', (transaction) =>
      transaction.objectStore('attachments').get(sha256),
    );
  }

  putRating(key: string, rating: SurveyRecord): Promise<void> {
    const stores = ['ratings', 'ratingKeys'] as const;
    return this.#connection.transaction(stores, 'readwrite', async (transaction) => {
      const keys = transaction.objectStore('ratingKeys');
      if ((await keys.getKey(key)) !== undefined) return;
      await keys.add(true, key);
      await transaction.objectStore('ratings').add(rating, nameOfChance());
    });
  }

  ratings(): Promise<readonly SurveyRecord[]> {
    return this.#connection.transaction(['ratings'], 'readonly', (transaction) =>
      transaction.objectStore('ratings').getAll(),
    );
  }

  announce(change: Change): void {
    this.#channel.announce(change);
  }

  subscribe(listener: (change: Change) => void): () => void {
    return this.#channel.subscribe(listener);
  }

  close(): void {
    this.#channel.close();
    this.presence.close();
    this.#rows.close();
    this.#connection.close();
  }
}

/** Not `randomUUID`, which pages on plain http do not have. */
function nameOfChance(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join(
    '-',
  );
}

function readerOf<Mode extends 'readonly' | 'readwrite'>(
  transaction: CaseTransaction<Mode>,
  rows: RowCache,
): DeskReader {
  return {
    // An array sorts behind every number, so the range holds all events of the case.
    events: (id) => transaction.objectStore('events').getAll(IDBKeyRange.bound([id], [id, []])),
    row: async (id) => {
      const stored = await transaction.objectStore('summaries').get(id);
      return stored && rowOf(stored);
    },
    ids: async (after, limit) => {
      const events = transaction.objectStore('events');
      const ids: string[] = [];
      for (let last = after; ids.length < limit; last = ids.at(-1)) {
        const range = last === undefined ? null : IDBKeyRange.lowerBound([last, []]);
        const cursor = await events.openKeyCursor(range);
        if (cursor === null) break;
        ids.push(cursor.key[0]);
      }
      return ids;
    },
    remembered: (key) => transaction.objectStore('commands').get(key),
    sequence: async (name) => (await transaction.objectStore('sequences').get(name)) ?? 0,
    scan: async (scan, visit) => {
      const summaries = transaction.objectStore('summaries');
      if (scan.only === undefined) return rows.scan((name) => summaries.index(name), scan, visit);
      const [name, key] = scan.only;
      const few = new RowTable();
      few.put(await summaries.index(name).getAll(key));
      few.scan(scan, visit);
    },
  };
}

function writerOf(transaction: CaseTransaction<'readwrite'>, rows: RowCache): DeskWriter {
  return {
    ...readerOf(transaction, rows),
    append: async (events, row) => {
      const log = transaction.objectStore('events');
      const summaries = transaction.objectStore('summaries');
      // `add`, not `put`: an event that exists is never overwritten.
      await Promise.all([
        ...events.map((event) => log.add(event)),
        lastRevision((name) => summaries.index(name)).then((last) =>
          summaries.put({ ...row, revision: last + 1 }),
        ),
      ]);
    },
    remember: async (command) => {
      await transaction.objectStore('commands').add(command);
    },
    setSequence: async (name, value) => {
      await transaction.objectStore('sequences').put(value, name);
    },
  };
}
