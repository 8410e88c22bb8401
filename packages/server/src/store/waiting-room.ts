import {
  accessCodeOf,
  boardOf,
  readAccessCode,
  turnOf,
  waitingStates,
  type Board,
  type CaseAccess,
  type Turn,
} from '@lpse-konsultasi/form-schema';
import { startOfDay } from '@lpse-konsultasi/client/embedded';
import type { ConsultationSummary } from '@lpse-konsultasi/client';
import type { Database } from '../database/database.js';
import type { Office } from './consultations.js';
import { eventsOf, ticketKey } from './sql-store.js';
import { isStorable } from './storable.js';

/** What the waiting room may know at a moment: numbers and counters, no case and no person. */
export async function readBoard(database: Database, office: Office, now: Date): Promise<Board> {
  return boardOf(await queueRows(database, office, now), office.profile, now.toISOString());
}

/** The place of a case in the queue; undefined when it does not wait to be called. */
export async function readTurn(
  database: Database,
  office: Office,
  id: string,
  now: Date,
): Promise<Turn | undefined> {
  return turnOf(id, await queueRows(database, office, now), office.profile, now.toISOString());
}

/** The case that ticket and code open. A wrong code and an unknown ticket are one answer. */
export async function findCase(
  database: Database,
  office: string,
  { tiket, kode }: CaseAccess,
): Promise<string | undefined> {
  const code = readAccessCode(kode);
  const key = ticketKey(tiket);
  if (code === undefined || key === '' || !isStorable(key)) return undefined;
  const rows = await database.query<{ id: string }>(
    `select id from cases where office_id = $1 and tiket_key = $2 limit 20`,
    [office, key],
  );
  for (const { id } of rows)
    if (accessCodeOf(await eventsOf(database, office, id)) === code) return id;
  return undefined;
}

/** The rows that wait, and whatever moved today. */
async function queueRows(
  database: Database,
  { id, profile }: Office,
  now: Date,
): Promise<readonly ConsultationSummary[]> {
  const rows = await database.query<{ body: string }>(
    `select body from cases where office_id = $1 and state in (select json_array_elements_text($2::json))
     union
     select body from cases where office_id = $1 and updated_at >= $3`,
    [id, JSON.stringify(waitingStates), startOfDay(now, profile.office.zonaWaktu)],
  );
  return rows
    .map(({ body }) => JSON.parse(body) as ConsultationSummary)
    .filter(({ queue }) => queue !== undefined);
}
