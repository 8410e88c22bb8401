import type { Database } from '../database/database.js';

/** Changes the first entry of a log, as somebody who owns the database can. */
export async function damageLog(database: Database, office: string, id: string): Promise<void> {
  await changeLog(
    database,
    `update events set body = replace(body, '"name":"', '"name":"Orang lain, ')
      where office_id = $1 and case_id = $2 and seq = 1`,
    [office, id],
  );
}

/** What the triggers refuse to everyone else. */
export async function changeLog(
  database: Database,
  sql: string,
  parameters: readonly string[],
): Promise<void> {
  await database.tx(async (tx) => {
    await tx.query(`set local session_replication_role = 'replica'`);
    await tx.query(sql, parameters);
  });
}
