import { RowTable } from '../embedded/row-table.js';
import type { Scan, SummaryRow } from '../embedded/store.js';
import type { Connection } from './connection.js';
import type { StoredSummary } from './schema.js';
import { walk, type SummaryIndexes } from './summary-walk.js';

/** Rows that are fetched at once: as many as the browser unpacks without anybody noticing. */
const batch = 1000;

/** A desk with more rows than this is read from the disk: its rows would fill the memory of a small machine. */
const mostRows = 100_000;

/**
 * The rows of the database in the memory of this tab. Unpacking 30,000 rows takes the browser the better part of a
 * second, and a queue asks for them at each key that is pressed. So they are unpacked once; from then on each reading
 * fetches what was written since, in its own transaction, by the revision that every written row carries. What it
 * answers is therefore exactly what the database holds, whoever wrote it.
 */
export class RowCache {
  readonly #connection: Connection;
  #table: RowTable | undefined;
  #isWarming = false;
  /** The last revision that the table knows, of the database that it was read from. */
  #revision = 0;
  #opening = 0;
  /** Ends the transaction that fetches rows now: whoever closes or erases the desk does not wait for it. */
  #interrupt: (() => void) | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Shows rows to `visit` in order, until it answers false. The first time they come from the disk. */
  async scan(
    indexes: SummaryIndexes,
    scan: Scan,
    visit: (row: SummaryRow) => boolean,
  ): Promise<void> {
    // Another opening may be another database: somebody has erased the one that was read.
    if (this.#opening !== this.#connection.opening) this.#forget();
    const table = this.#table;
    if (table === undefined) {
      if (!this.#isWarming) void this.#warm();
      return walk(indexes, scan, (row) => visit(rowOf(row)));
    }
    await this.#catchUp(indexes, table);
    table.scan(scan, visit);
  }

  close(): void {
    this.#interrupt?.();
  }

  #forget(): void {
    this.#opening = this.#connection.opening;
    this.#table = undefined;
    this.#isWarming = false;
    this.#revision = 0;
  }

  /** Fetches all rows, a batch at a time so that the page stays lively, then what was written meanwhile. */
  async #warm(): Promise<void> {
    this.#isWarming = true;
    const opening = this.#opening;
    const table = new RowTable();
    let revision: number | undefined;
    let last: string | undefined;
    let isDone = false;
    try {
      while (!isDone && table.size <= mostRows && opening === this.#connection.opening) {
        await this.#connection.transaction(['summaries'], 'readonly', async (transaction) => {
          this.#interrupt = () => transaction.abort();
          const summaries = transaction.objectStore('summaries');
          revision ??= await lastRevision((name) => summaries.index(name));
          const range = last === undefined ? undefined : IDBKeyRange.lowerBound(last, true);
          const rows = await summaries.getAll(range, batch);
          table.put(rows.filter(isWhole).map(rowOf));
          last = rows.at(-1)?.id;
          isDone = rows.length < batch;
          this.#interrupt = undefined;
        });
      }
    } catch {
      // The next reading tries anew; until then rows come from the disk.
      if (opening === this.#opening) this.#isWarming = false;
      return;
    }
    if (!isDone || opening !== this.#opening || opening !== this.#connection.opening) return;
    this.#revision = revision ?? 0;
    this.#table = table;
  }

  async #catchUp(indexes: SummaryIndexes, table: RowTable): Promise<void> {
    const unknown = IDBKeyRange.lowerBound(this.#revision, true);
    const written = await indexes('revision').getAll(unknown);
    if (written.length === 0) return;
    table.put(written.filter(isWhole).map(rowOf));
    this.#revision = Math.max(this.#revision, written.at(-1)?.revision ?? 0);
  }
}

/** The number of the row that was written last; 0 where there is none. */
export async function lastRevision(indexes: SummaryIndexes): Promise<number> {
  const cursor = await indexes('revision').openKeyCursor(null, 'prev');
  return typeof cursor?.key === 'number' ? cursor.key : 0;
}

/** Whether this can be shown: what lost its parts is in no index either, until its log has made it anew. */
function isWhole({ version, state, registeredAt, updatedAt }: Partial<StoredSummary>): boolean {
  return version !== undefined && [state, registeredAt, updatedAt].every(isText);
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

/** The row as all stores know it. One tab hands the same object to everybody, so nobody may change it. */
export function rowOf({ revision: _revision, ...row }: StoredSummary): SummaryRow {
  return Object.freeze(row);
}
