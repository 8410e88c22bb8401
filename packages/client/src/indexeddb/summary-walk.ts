import type { IDBPIndex } from 'idb';
import type { Position, Scan } from '../embedded/store.js';
import type { DeskSchema, StoredSummary } from './schema.js';

type Mode = 'readonly' | 'readwrite';
type IndexName = keyof DeskSchema['summaries']['indexes'];
type SummaryIndex = Pick<
  IDBPIndex<DeskSchema, 'summaries'[], 'summaries', IndexName, Mode>,
  'getAll' | 'openKeyCursor'
>;

/** The indexes of the rows within one transaction. */
export type SummaryIndexes = (name: IndexName) => SummaryIndex;

/** Rows that are fetched at once: enough for a page at first, more and more for a search through everything. */
const firstBatch = 64;
const largestBatch = 4096;

/** Shows rows in order: one index, or one stretch of it for each state with their rows merged. */
export async function walk(
  indexNamed: SummaryIndexes,
  scan: Scan,
  visit: (summary: StoredSummary) => boolean,
): Promise<void> {
  const { by, descending, states } = scan;
  const stretches =
    states === undefined
      ? [new Stretch(indexNamed(by), [], scan)]
      : states.map((state) => new Stretch(indexNamed(`state/${by}`), [state], scan));
  const isBefore = (a: StoredSummary, b: StoredSummary): boolean =>
    (a[by] === b[by] ? a.id < b.id : a[by] < b[by]) !== descending;

  for (;;) {
    await Promise.all(stretches.map((stretch) => stretch.fill()));
    let due: Stretch | undefined;
    do {
      due = undefined;
      for (const stretch of stretches) {
        const [row, best] = [stretch.next, due?.next];
        if (row !== undefined && (best === undefined || isBefore(row, best))) due = stretch;
      }
      if (due?.next === undefined || !visit(due.next)) return;
      due.pass();
    } while (due.next !== undefined);
  }
}

/** The part of an index that lies behind a prefix, fetched in batches: a request for each row would take seconds. */
class Stretch {
  readonly #index: SummaryIndex;
  readonly #prefix: readonly string[];
  readonly #by: Scan['by'];
  readonly #descending: boolean;
  #after: Position | undefined;
  #rows: readonly StoredSummary[] = [];
  #place = 0;
  #size = firstBatch;
  #ended = false;

  constructor(
    index: SummaryIndex,
    prefix: readonly string[],
    { by, descending, after }: Pick<Scan, 'by' | 'descending' | 'after'>,
  ) {
    this.#index = index;
    this.#prefix = prefix;
    this.#by = by;
    this.#descending = descending;
    this.#after = after;
  }

  /** The row to show next; undefined when more have to be fetched, or when there are no more. */
  get next(): StoredSummary | undefined {
    return this.#rows[this.#place];
  }

  pass(): void {
    this.#place += 1;
  }

  async fill(): Promise<void> {
    if (this.next !== undefined || this.#ended) return;
    const size = this.#size;
    this.#rows = await (this.#descending ? this.#last(size) : this.#first(size));
    this.#place = 0;
    this.#ended = this.#rows.length < size;
    this.#size = Math.min(size * 4, largestBatch);
    const row = this.#rows.at(-1);
    if (row !== undefined) this.#after = [row[this.#by], row.id];
  }

  #first(size: number): Promise<StoredSummary[]> {
    return this.#index.getAll(this.#range(), size);
  }

  /** `getAll` counts from the front only, so a cursor over the keys first looks for where the batch begins. */
  async #last(size: number): Promise<StoredSummary[]> {
    const range = this.#range();
    const end = await this.#index.openKeyCursor(range, 'prev');
    const start = await end?.advance(size - 1);
    const { lower, upper, lowerOpen, upperOpen } = range;
    const batch = IDBKeyRange.bound(start?.key ?? lower, upper, !start && lowerOpen, upperOpen);
    return (await this.#index.getAll(batch)).reverse();
  }

  /** An array sorts behind every text, so a prefix and one more array end the prefix's stretch. */
  #range(): IDBKeyRange {
    const start = [...this.#prefix];
    const end = [...this.#prefix, []];
    if (this.#after === undefined) return IDBKeyRange.bound(start, end);
    const position = [...this.#prefix, ...this.#after];
    return this.#descending
      ? IDBKeyRange.bound(start, position, false, true)
      : IDBKeyRange.bound(position, end, true, false);
  }
}
