import type { IDBPTransaction } from 'idb';
import type { AttachmentFile, Change, ConsultationSummary } from '../backend.js';
import type { Scan, Store, StoreReader, StoreWriter } from '../embedded/store.js';
import { ChangeChannel } from './change-channel.js';
import type { Connection } from './connection.js';
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
  readonly #connection: Connection;
  readonly #channel: ChangeChannel;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#channel = new ChangeChannel(connection.name);
    this.shared = this.#channel.isShared;
  }

  read<T>(work: (reader: StoreReader) => Promise<T>): Promise<T> {
    return this.#connection.transaction(caseStores, 'readonly', (transaction) =>
      work(readerOf(transaction)),
    );
  }

  write<T>(work: (writer: StoreWriter) => Promise<T>): Promise<T> {
    return this.#connection.transaction(caseStores, 'readwrite', (transaction) =>
      work(writerOf(transaction)),
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

  announce(change: Change): void {
    this.#channel.announce(change);
  }

  subscribe(listener: (change: Change) => void): () => void {
    return this.#channel.subscribe(listener);
  }

  close(): void {
    this.#channel.close();
    this.#connection.close();
  }
}

function readerOf<Mode extends 'readonly' | 'readwrite'>(
  transaction: CaseTransaction<Mode>,
): StoreReader {
  return {
    // An array sorts behind every number, so the range holds all events of the case.
    events: (id) => transaction.objectStore('events').getAll(IDBKeyRange.bound([id], [id, []])),
    remembered: (key) => transaction.objectStore('commands').get(key),
    sequence: async (name) => (await transaction.objectStore('sequences').get(name)) ?? 0,
    scan: (scan, visit) => walk(transaction, scan, visit),
  };
}

function writerOf(transaction: CaseTransaction<'readwrite'>): StoreWriter {
  return {
    ...readerOf(transaction),
    append: async (events, summary) => {
      const log = transaction.objectStore('events');
      // `add`, not `put`: an event that exists is never overwritten.
      await Promise.all([
        ...events.map((event) => log.add(event)),
        transaction.objectStore('summaries').put(summary),
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

/** Walks one index, or one stretch of it for each state and takes the next row from the stretch that is due. */
async function walk<Mode extends 'readonly' | 'readwrite'>(
  transaction: CaseTransaction<Mode>,
  { by, descending, states, after }: Scan,
  visit: (summary: ConsultationSummary) => boolean,
): Promise<void> {
  const summaries = transaction.objectStore('summaries');
  const direction = descending ? 'prev' : 'next';
  const open = (state?: string) =>
    summaries
      .index(state === undefined ? by : `state/${by}`)
      .openCursor(stretch(state === undefined ? [] : [state], after, descending), direction);

  const cursors = await Promise.all(states === undefined ? [open()] : states.map(open));
  for (;;) {
    let due = -1;
    cursors.forEach((cursor, index) => {
      const best = cursors[due];
      if (cursor && (!best || isBefore(cursor.value, best.value, by, descending))) due = index;
    });
    const cursor = cursors[due];
    if (!cursor || !visit(cursor.value)) return;
    cursors[due] = await cursor.continue();
  }
}

function stretch(
  prefix: readonly string[],
  after: Scan['after'],
  descending: boolean,
): IDBKeyRange {
  const start = [...prefix];
  const end = [...prefix, []];
  if (after === undefined) return IDBKeyRange.bound(start, end);
  const position = [...prefix, ...after];
  return descending
    ? IDBKeyRange.bound(start, position, false, true)
    : IDBKeyRange.bound(position, end, true, false);
}

function isBefore(
  a: ConsultationSummary,
  b: ConsultationSummary,
  by: Scan['by'],
  descending: boolean,
): boolean {
  const isLess = a[by] === b[by] ? a.id < b.id : a[by] < b[by];
  return isLess !== descending;
}
