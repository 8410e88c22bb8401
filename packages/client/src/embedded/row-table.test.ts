import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { State } from '@lpse-konsultasi/form-schema';
import { RowTable } from './row-table.js';
import type { Scan, SummaryRow } from './store.js';

const states: readonly State[] = ['submitted', 'queued', 'archived'];

const rows = fc.array(
  fc.record({
    id: fc.stringMatching(/^[a-f]$/),
    version: fc.nat(9),
    state: fc.constantFrom(...states),
    registeredAt: fc.stringMatching(/^[0-3]$/),
    updatedAt: fc.stringMatching(/^[0-3]$/),
    dueKey: fc.stringMatching(/^[0-3]$/),
    paket: fc.constantFrom('1', '2', undefined),
  }),
  { maxLength: 90 },
) as fc.Arbitrary<SummaryRow[]>;

const scans = fc.record(
  {
    by: fc.constantFrom<Scan['by']>('registeredAt', 'updatedAt', 'dueKey'),
    only: fc.constantFrom<NonNullable<Scan['only']>>(['paket', '1'], ['paket', '2']),
    descending: fc.boolean(),
    states: fc.subarray([...states]),
    after: fc.tuple(fc.stringMatching(/^[0-3]$/), fc.stringMatching(/^[a-f]$/)),
  },
  { requiredKeys: ['by', 'descending'] },
) as fc.Arbitrary<Scan>;

function scanned(table: RowTable, scan: Scan): readonly SummaryRow[] {
  const found: SummaryRow[] = [];
  table.scan(scan, (row) => found.push(row) > 0);
  return found;
}

/** The same by the plainest means: the newest of each case, filtered, sorted. */
function plainly(all: readonly SummaryRow[], scan: Scan): readonly SummaryRow[] {
  const newest = new Map<string, SummaryRow>();
  for (const row of all)
    if (row.version >= (newest.get(row.id)?.version ?? 0)) newest.set(row.id, row);
  const sign = scan.descending ? -1 : 1;
  const key = (row: SummaryRow): string => `${row[scan.by]} ${row.id}`;
  const after = scan.after?.join(' ');
  const isBehind = (row: SummaryRow): boolean =>
    after === undefined || (scan.descending ? key(row) < after : key(row) > after);
  return [...newest.values()]
    .filter((row) => (scan.states?.includes(row.state) ?? true) && isBehind(row))
    .filter(({ paket }) => scan.only === undefined || scan.only[1] === paket)
    .sort((a, b) => sign * (key(a) < key(b) ? -1 : 1));
}

describe('a table of rows', () => {
  it('shows what filtering and sorting all rows would, however they came in', () => {
    fc.assert(
      fc.property(rows, rows, scans, scans, (first, later, before, scan) => {
        const table = new RowTable();
        table.put(first);
        scanned(table, before);
        for (const row of later) table.put([row]);
        expect(scanned(table, scan)).toEqual(plainly([...first, ...later], scan));
        expect(table.size).toBe(new Set([...first, ...later].map(({ id }) => id)).size);
      }),
    );
  });

  it('stops where it is told to', () => {
    const table = new RowTable();
    const row = { version: 1, state: 'queued', registeredAt: '1', updatedAt: '1' } as const;
    table.put(['a', 'b', 'c'].map((id) => ({ ...row, id }) as unknown as SummaryRow));
    const seen: string[] = [];
    table.scan({ by: 'updatedAt', descending: false }, ({ id }) => seen.push(id) < 2);
    expect(seen).toEqual(['a', 'b']);
  });
});
