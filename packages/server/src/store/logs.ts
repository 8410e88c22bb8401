import { verifyLog } from '@lpse-konsultasi/form-schema';
import { decodeCursor, encodeCursor, instant } from '@lpse-konsultasi/client/embedded';
import type { LogPage, LogQuery } from '@lpse-konsultasi/client';
import type { Database, Parameter } from '../database/database.js';
import { eventsOf } from './sql-store.js';

/** Whole logs of the cases to which something happened in a period, in the order of their registration. */
export async function readLogs(
  database: Database,
  office: string,
  query: LogQuery,
): Promise<LogPage> {
  const { limit = 100, cursor } = query;
  const parameters: Parameter[] = [office, limit + 1];
  const bind = (value: Parameter): string => `$${parameters.push(value)}::text`;
  const conditions = ['office_id = $1'];
  const [from, until] = [instant(query.from), instant(query.until)];
  if (from !== undefined) conditions.push(`updated_at >= ${bind(from)}`);
  if (until !== undefined) conditions.push(`registered_at < ${bind(until)}`);
  if (cursor !== undefined) {
    const [at, id] = decodeCursor(query, cursor);
    conditions.push(`(registered_at, id) > (${bind(at)}, ${bind(id)})`);
  }
  const rows = await database.query<{ id: string; place: string }>(
    `select id, registered_at as place from cases where ${conditions.join(' and ')}
      order by registered_at, id limit $2`,
    parameters,
  );
  const shown = rows.slice(0, limit);
  const items = [];
  for (const { id } of shown) {
    const events = await eventsOf(database, office, id);
    items.push({ id, events, verdict: verifyLog(events) });
  }
  const last = shown.at(-1);
  if (rows.length <= limit || last === undefined) return { items };
  return { items, cursor: encodeCursor(query, [last.place, last.id]) };
}
