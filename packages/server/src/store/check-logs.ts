import { verifyLog, type ConsultationEvent } from '@lpse-konsultasi/form-schema';
import type { Queries } from '../database/database.js';

/** What was found in the log of a case. */
export interface CheckedLog {
  readonly id: string;
  /** Absent for a log that is as it was written. */
  readonly damage?: { readonly kind: 'changed'; readonly seq: number } | { readonly kind: 'cut' };
}

interface Row {
  readonly id: string;
  readonly version: number;
  readonly head: string;
  readonly bodies: readonly string[];
}

/** Checks the logs of the cases behind an id, in the order of their ids. */
export async function checkLogs(
  queries: Queries,
  office: string,
  after: string,
  limit: number,
): Promise<readonly CheckedLog[]> {
  // One statement: between two, a command may add to a log what its row does not know yet.
  const rows = await queries.query<Row>(
    `select c.id, c.version, c.head,
            (select coalesce(json_agg(e.body order by e.seq), '[]') from events e
              where e.office_id = c.office_id and e.case_id = c.id) as bodies
       from cases c where c.office_id = $1 and c.id > $2 order by c.id limit ${limit}`,
    [office, after],
  );
  return rows.map(checked);
}

function checked({ id, version, head, bodies }: Row): CheckedLog {
  const events = bodies.map((body) => JSON.parse(body) as ConsultationEvent);
  const verdict = verifyLog(events);
  if (!verdict.ok) return { id, damage: { kind: 'changed', seq: verdict.seq } };
  // A log that was cut at its end is whole by itself; the row of the queue knows better.
  const last = events.at(-1);
  const isWhole = last?.hash === head && last.seq === version;
  return isWhole ? { id } : { id, damage: { kind: 'cut' } };
}
