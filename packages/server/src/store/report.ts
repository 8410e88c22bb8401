import {
  dayAt,
  ReportBuilder,
  verifyLog,
  type ConsultationEvent,
  type Report,
  type ReportPeriod,
} from '@lpse-konsultasi/form-schema';
import { instant } from '@lpse-konsultasi/client/embedded';
import type { Database } from '../database/database.js';
import type { Office } from './consultations.js';
import type { Ratings } from './ratings.js';

/** Logs that are read and checked at once; other requests get a turn between two batches. */
const batch = 200;

interface Place {
  readonly id: string;
  readonly registered_at: string;
}

/** What happened at an office in a period: one case after the other, none of them kept. */
export async function makeReport(
  database: Database,
  ratings: Ratings,
  { id: office, profile }: Office,
  period: ReportPeriod,
  now: Date,
): Promise<Report> {
  const builder = new ReportBuilder(period, profile, now);
  const [from = '', until = ''] = [instant(period.from), instant(period.until)];
  let after: Place = { registered_at: '', id: '' };
  for (;;) {
    // What is closed and was left alone in the period says nothing about it.
    const rows = await database.query<Place>(
      `select id, registered_at from cases
        where office_id = $1 and registered_at < $2 and (registered_at, id) > ($3::text, $4::text)
          and (state not in ('archived', 'cancelled') or updated_at >= $5
               or eskalasi = 'waiting')
        order by registered_at, id limit ${batch}`,
      [office, until, after.registered_at, after.id, from],
    );
    const logs = await logsOf(
      database,
      office,
      rows.map(({ id }) => id),
    );
    for (const { id } of rows) {
      const log = logs.get(id) ?? [];
      const verdict = verifyLog(log);
      if (verdict.ok) builder.add(log);
      else builder.addDamaged(id, verdict);
    }
    const last = rows.at(-1);
    if (rows.length < batch || last === undefined) break;
    after = last;
    await new Promise((resolve) => setImmediate(resolve));
  }
  const day = (at: string): string => dayAt(Date.parse(at), profile.office.zonaWaktu);
  return builder.finish(await ratings.between(office, day(from), day(until)));
}

async function logsOf(
  database: Database,
  office: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly ConsultationEvent[]>> {
  const rows = await database.query<{ case_id: string; body: string }>(
    `select case_id, body from events
      where office_id = $1 and case_id in (select json_array_elements_text($2::json))
      order by case_id, seq`,
    [office, JSON.stringify(ids)],
  );
  const logs = new Map<string, ConsultationEvent[]>();
  for (const { case_id: id, body } of rows) {
    const log = logs.get(id) ?? [];
    log.push(JSON.parse(body) as ConsultationEvent);
    logs.set(id, log);
  }
  return logs;
}
