import type { Database } from '../database/database.js';

/** Which cases are known to have a log that somebody has changed. */
export class DamagedLogs {
  readonly #database: Database;
  readonly #listeners = new Set<(office: string) => void>();

  constructor(database: Database) {
    this.#database = database;
  }

  /** Calls `listener` for each log of which it was not known. */
  onFound(listener: (office: string) => void): void {
    this.#listeners.add(listener);
  }

  async count(office: string): Promise<number> {
    const [row] = await this.#database.query<{ count: number }>(
      'select count(*) as count from damaged_logs where office_id = $1',
      [office],
      { isFrequent: true },
    );
    return row?.count ?? 0;
  }

  /** Keeps in mind that this log is damaged, and has those told who watch. */
  async note(office: string, id: string): Promise<void> {
    const found = await this.#database.query(
      `with noted as (
         insert into damaged_logs (office_id, case_id) values ($1, $2)
         on conflict do nothing returning office_id, case_id
       ), told as (
         insert into changes (office_id, case_id, version, damaged)
         select c.office_id, c.id, c.version, true
           from cases c join noted n on n.office_id = c.office_id and n.case_id = c.id
       )
       select case_id from noted`,
      [office, id],
    );
    if (found.length > 0) for (const listener of this.#listeners) listener(office);
  }

  /** These logs were looked at and are whole, e.g. because somebody has brought one back from a backup. */
  async clear(office: string, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await this.#database.query(
      `delete from damaged_logs
        where office_id = $1 and case_id in (select json_array_elements_text($2::json))`,
      [office, JSON.stringify(ids)],
    );
  }
}
