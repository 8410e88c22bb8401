import { ReportBuilder, verifyLog } from '@lpse-konsultasi/form-schema';
import type { Profile, Report } from '@lpse-konsultasi/form-schema';
import type { ReportQuery } from '../backend.js';
import type { Position, Scan, Store, SummaryRow } from './store.js';
import { instant } from './summary.js';

/** Logs that are read and checked at once: checking this many does not make a page stutter. */
const batch = 50;

/** Reads one case after the other, in the order of registration, and keeps none of them. */
export async function makeReport(
  { from, until, by = 'day', signal }: ReportQuery,
  store: Store,
  profile: Profile,
  now: Date,
): Promise<Report> {
  const builder = new ReportBuilder({ from, until, by }, profile, now);
  const [first = '', last = ''] = [instant(from), instant(until)];
  let after: Position | undefined;
  do {
    signal?.throwIfAborted();
    const position = after;
    const { logs, next } = await store.read(async (reader) => {
      const found: SummaryRow[] = [];
      const scan: Scan = { by: 'registeredAt', descending: false };
      await reader.scan({ ...scan, ...(position && { after: position }) }, (row) => {
        if (row.registeredAt >= last) return false;
        if (matters(row, first)) found.push(row);
        return found.length < batch;
      });
      const events = await Promise.all(found.map(({ id }) => reader.events(id)));
      const end = found.length < batch ? undefined : found.at(-1);
      return {
        logs: events.map((log, index) => ({ id: found[index]?.id ?? '', log })),
        next: end && ([end.registeredAt, end.id] as const),
      };
    });
    for (const { id, log } of logs) {
      const verdict = verifyLog(log);
      if (verdict.ok) builder.add(log);
      else builder.addDamaged(id, verdict);
    }
    after = next;
    // A store in memory answers at once: whoever waits for the page gets a turn between two batches.
    await new Promise((resolve) => setTimeout(resolve));
  } while (after !== undefined);
  return builder.finish(await store.ratings());
}

/** What is closed and was left alone in the period says nothing about it. */
function matters(row: SummaryRow, from: string): boolean {
  const isClosed = row.state === 'archived' || row.state === 'cancelled';
  return !isClosed || row.updatedAt >= from || row.eskalasi === 'waiting';
}
