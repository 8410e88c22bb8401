import type { Position, Scan, SummaryRow } from './store.js';

type Order = Scan['by'];

/** From this many rows at once it is quicker to sort anew than to find each one its place. */
const manyRows = 64;

/**
 * All rows of a desk in memory, in each order that was asked for: what lets 30,000 cases be filtered while somebody
 * types. It holds what a store gave it and nothing that a store would not give.
 */
export class RowTable {
  readonly #rows = new Map<string, SummaryRow>();
  /** Ascending; made when first needed, kept in order from then on. */
  readonly #orders = new Map<Order, SummaryRow[]>();

  get size(): number {
    return this.#rows.size;
  }

  get(id: string): SummaryRow | undefined {
    return this.#rows.get(id);
  }

  /** Takes rows in, each in the place of the one that it follows; an older one than that changes nothing. */
  put(rows: readonly SummaryRow[]): void {
    if (rows.length >= manyRows) this.#orders.clear();
    for (const row of rows) {
      const known = this.#rows.get(row.id);
      if (known !== undefined && known.version > row.version) continue;
      for (const [by, order] of this.#orders) {
        if (known !== undefined) order.splice(placeOf(order, by, known), 1);
        order.splice(placeOf(order, by, row), 0, row);
      }
      this.#rows.set(row.id, row);
    }
  }

  /** Shows rows to `visit` in order, until it answers false. */
  scan({ by, descending, states, only, after }: Scan, visit: (row: SummaryRow) => boolean): void {
    const order = this.#orderBy(by);
    const wanted = states && new Set(states);
    const step = descending ? -1 : 1;
    for (let index = startOf(order, by, descending, after); ; index += step) {
      const row = order[index];
      if (row === undefined) return;
      if (wanted !== undefined && !wanted.has(row.state)) continue;
      if (only !== undefined && row[only[0]] !== only[1]) continue;
      if (!visit(row)) return;
    }
  }

  #orderBy(by: Order): SummaryRow[] {
    let order = this.#orders.get(by);
    if (order === undefined) {
      // Some hundred thousand comparisons in one go: none of them makes anything.
      order = [...this.#rows.values()].sort(
        (a, b) => compareText(a[by], b[by]) || compareText(a.id, b.id),
      );
      this.#orders.set(by, order);
    }
    return order;
  }
}

function startOf(
  order: readonly SummaryRow[],
  by: Order,
  descending: boolean,
  after: Position | undefined,
): number {
  if (after === undefined) return descending ? order.length - 1 : 0;
  const place = firstFrom(order, by, after);
  if (descending) return place - 1;
  const row = order[place];
  return row !== undefined && compare(positionOf(row, by), after) === 0 ? place + 1 : place;
}

function placeOf(order: readonly SummaryRow[], by: Order, row: SummaryRow): number {
  return firstFrom(order, by, positionOf(row, by));
}

/** The place of the first row that does not stand before the position. */
function firstFrom(order: readonly SummaryRow[], by: Order, position: Position): number {
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = order[middle];
    if (row !== undefined && compare(positionOf(row, by), position) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function positionOf(row: SummaryRow, by: Order): Position {
  return [row[by], row.id];
}

function compare(a: Position, b: Position): number {
  return compareText(a[0], b[0]) || compareText(a[1], b[1]);
}

/** By UTF-16 code units, as an IndexedDB index does: both adapters page alike. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
