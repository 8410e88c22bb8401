import { verifyLog } from '@lpse-konsultasi/form-schema';
import type { Database } from '../../../packages/server/src/database/database.js';
import { eventsOf } from '../../../packages/server/src/store/sql-store.js';

/** An event that a client was told of: it has to be there for good. */
export interface Acknowledged {
  readonly id: string;
  readonly seq: number;
  readonly hash: string;
}

/** How many of the events that were acknowledged are not in the log, to the hash. */
export async function countLost(
  database: Database,
  office: string,
  acknowledged: readonly Acknowledged[],
): Promise<number> {
  const [row] = await database.query<{ count: number }>(
    `select count(*) as count from json_to_recordset($2::json) as a(id text, seq integer, hash text)
      where not exists (select 1 from events e
        where e.office_id = $1 and e.case_id = a.id and e.seq = a.seq and e.hash = a.hash)`,
    [office, JSON.stringify(acknowledged)],
  );
  return Number(row?.count ?? -1);
}

/**
 * What one transaction writes is there as a whole or not at all. Each statement finds the halves of one kind: rows
 * without their event, events without their rows.
 */
const halves: Readonly<Record<string, string>> = {
  'row without the end of its log': `
    select 1 from cases c where c.office_id = $1 and not exists (
      select 1 from events e where e.office_id = $1 and e.case_id = c.id and e.seq = c.version and e.hash = c.head
        and not exists (select 1 from events f where f.office_id = $1 and f.case_id = c.id and f.seq > e.seq))`,
  'log without a row': `
    select 1 from events e where e.office_id = $1
      and not exists (select 1 from cases c where c.office_id = $1 and c.id = e.case_id)`,
  'event without its command': `
    select 1 from events e where e.office_id = $1 and not exists (
      select 1 from commands c where c.office_id = $1 and c.case_id = e.case_id and e.seq between c.first and c.last)`,
  'event of two commands': `
    select 1 from events e join commands c
        on c.office_id = e.office_id and c.case_id = e.case_id and e.seq between c.first and c.last
      where e.office_id = $1 group by e.case_id, e.seq having count(*) > 1`,
  'command without its events': `
    select 1 from commands c where c.office_id = $1 and (
      select count(*) from events e
       where e.office_id = $1 and e.case_id = c.case_id and e.seq between c.first and c.last) <> c.last - c.first + 1`,
  'case that watchers are not told of': `
    select 1 from cases c where c.office_id = $1 and not exists (
      select 1 from changes n where n.office_id = $1 and n.case_id = c.id and n.version = c.version)`,
  'escalation without its letter': `
    select 1 from events e where e.office_id = $1 and e.type = 'escalated'
      and e.body::json -> 'data' -> 'eskalasi' ->> 'kanal' = 'email' and not exists (
        select 1 from outbox o where o.office_id = $1 and o.case_id = e.case_id and o.seq = e.seq)`,
  'letter without its escalation': `
    select 1 from outbox o where o.office_id = $1 and not exists (
      select 1 from events e where e.office_id = $1 and e.case_id = o.case_id and e.seq = o.seq
        and e.type = 'escalated')`,
  'ticket that was given twice': `
    select 1 from cases where office_id = $1 group by tiket_key having count(*) > 1`,
  'case that nobody can open': `
    select 1 from cases c where c.office_id = $1 and not exists (
      select 1 from capabilities t where t.office_id = $1 and t.case_id = c.id)`,
};

/** Names the kinds of half states that were found, with how many; `{}` when there are none. */
export async function findHalves(
  database: Database,
  office: string,
): Promise<Readonly<Record<string, number>>> {
  const found: Record<string, number> = {};
  for (const [name, sql] of Object.entries(halves)) {
    const [row] = await database.query<{ count: number }>(
      `select count(*) as count from (${sql}) as half`,
      [office],
    );
    if (Number(row?.count ?? -1) !== 0) found[name] = Number(row?.count ?? -1);
  }
  return found;
}

/** Reads every log and computes its chain anew. */
export async function verifyAll(
  database: Database,
  office: string,
): Promise<{ readonly cases: number; readonly events: number; readonly damaged: number }> {
  const rows = await database.query<{ id: string; head: string }>(
    'select id, head from cases where office_id = $1',
    [office],
  );
  let events = 0;
  let damaged = 0;
  for (const { id, head } of rows) {
    const log = await eventsOf(database, office, id);
    events += log.length;
    if (!verifyLog(log).ok || log.at(-1)?.hash !== head) damaged += 1;
  }
  return { cases: rows.length, events, damaged };
}
