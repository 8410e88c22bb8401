import type { ConsultationSummary } from '@lpse-konsultasi/client';
import type { QueueSort } from './queue-filter.js';

type Row = ConsultationSummary;

/** The order of a query, as the contract defines it: the instant, then the id; without a limit behind all others. */
export function rowOrder(sort: QueueSort): (a: Row, b: Row) => number {
  const sign = sort.startsWith('-') ? -1 : 1;
  const by = sort.replace('-', '') as 'registeredAt' | 'updatedAt' | 'dueAt';
  const keyOf = (row: Row): string => row[by] ?? '~';
  return (a, b) => {
    const [one, other] = [keyOf(a), keyOf(b)];
    if (one !== other) return one < other ? -sign : sign;
    return a.id === b.id ? 0 : a.id < b.id ? -sign : sign;
  };
}

/** What has become of one row that was on the screen, or that may have to be. */
export interface RowChange {
  readonly id: string;
  /** As it is now; undefined where the query does not have it any more. */
  readonly row: Row | undefined;
}

export interface Merged {
  readonly rows: readonly Row[];
  readonly added: number;
  readonly removed: number;
  /** Rows that stand elsewhere now. */
  readonly moved: number;
}

/**
 * Takes changes into the rows of a query that are known from its beginning. A row behind the last known one is left to
 * be read when its page is.
 */
export function mergeRows(
  rows: readonly Row[],
  changes: readonly RowChange[],
  sort: QueueSort,
  isComplete: boolean,
): Merged {
  const compare = rowOrder(sort);
  const byId = new Map(changes.map((change) => [change.id, change.row]));
  const last = rows.at(-1);
  const known = new Map(rows.map((row) => [row.id, row]));
  let [added, removed, moved] = [0, 0, 0];
  const staying = rows.filter((row) => !byId.has(row.id));
  const coming: Row[] = [];
  for (const [id, row] of byId) {
    const before = known.get(id);
    const fits =
      row !== undefined && (isComplete || (last !== undefined && compare(row, last) <= 0));
    if (row !== undefined && fits) {
      coming.push(row);
      if (before === undefined) added += 1;
      else if (compare(before, row) !== 0) moved += 1;
    } else if (before !== undefined) removed += 1;
  }
  return { rows: inOrder(staying, coming.sort(compare), compare), added, removed, moved };
}

/** Two ordered lists as one. */
function inOrder(
  rows: readonly Row[],
  coming: readonly Row[],
  compare: (a: Row, b: Row) => number,
): readonly Row[] {
  if (coming.length === 0) return rows;
  const merged: Row[] = [];
  let next = 0;
  for (const row of rows) {
    for (let other = coming[next]; other && compare(other, row) < 0; other = coming[next]) {
      merged.push(other);
      next += 1;
    }
    merged.push(row);
  }
  return [...merged, ...coming.slice(next)];
}
