import type { Database } from '../database/database.js';

/** A limit on how often something may be tried: `count` times within `minutes`, then not until they are over. */
export interface AttemptLimit {
  readonly count: number;
  readonly minutes: number;
}

/** Counted in the database, so that a guesser gains nothing from another process or a restart. */
export class Attempts {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Counts one try; answers the seconds to wait when there were too many, 0 otherwise. */
  async count(office: string, subject: string, limit: AttemptLimit): Promise<number> {
    const [row] = await this.#database.query<{ count: number; wait: number }>(
      // A count that a crash forgets does no harm, and who is counted waits for no disk.
      `with hasty as materialized (select set_config('synchronous_commit', 'off', true))
       insert into attempts (office_id, subject, since, count) select $1, $2, now(), 1 from hasty
       on conflict (office_id, subject) do update set
         count = case when attempts.since < now() - make_interval(mins => $3::integer) then 1 else attempts.count + 1 end,
         since = case when attempts.since < now() - make_interval(mins => $3::integer) then now() else attempts.since end
       returning count,
         ceil(extract(epoch from since + make_interval(mins => $3::integer) - now()))::integer as wait`,
      [office, subject, limit.minutes],
      { isFrequent: true },
    );
    return row !== undefined && row.count > limit.count ? Math.max(1, row.wait) : 0;
  }

  async forget(office: string, subject: string): Promise<void> {
    await this.#database.query('delete from attempts where office_id = $1 and subject = $2', [
      office,
      subject,
    ]);
  }

  async sweep(): Promise<void> {
    await this.#database.query(`delete from attempts where since < now() - interval '1 day'`);
  }
}
