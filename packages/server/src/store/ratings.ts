import type { JsonObject, SurveyRecord } from '@lpse-konsultasi/form-schema';
import type { Database, Queries } from '../database/database.js';
import { lockNumber } from './sql-store.js';

/** Ratings of the satisfaction survey, apart from all cases: what is kept does not tell whose one was. */
export class Ratings {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Keeps a rating, unless one was kept under this key. `digest` is a hash of the key, for a key may name a case. */
  async keep(office: string, digest: string, { tanggal, jawaban }: SurveyRecord): Promise<void> {
    await this.#database.tx(async (tx) => {
      await tx.query('select pg_advisory_xact_lock($1::bigint)', [lockNumber(office, 'ratings')]);
      const isNew = await tx.query(
        `insert into rating_keys (office_id, digest) values ($1, $2)
         on conflict do nothing returning 1 as kept`,
        [office, digest],
      );
      if (isNew.length === 0) return;
      const texts = (await ratingsOf(tx, office, tanggal)).map((each) => JSON.stringify(each));
      const list = [...texts, JSON.stringify(jawaban)].sort().join(',');
      await tx.query(
        `insert into ratings (office_id, day, body) values ($1, $2, $3)
         on conflict (office_id, day) do update set body = excluded.body`,
        [office, tanggal, `[${list}]`],
      );
    });
  }

  /** Those of the days from the first to the last, both counted in. */
  async between(office: string, first: string, last: string): Promise<readonly SurveyRecord[]> {
    const rows = await this.#database.query<{ day: string; body: string }>(
      `select day, body from ratings where office_id = $1 and day >= $2 and day <= $3 order by day`,
      [office, first, last],
    );
    return rows.flatMap(({ day: tanggal, body }) =>
      (JSON.parse(body) as readonly JsonObject[]).map((jawaban) => ({ tanggal, jawaban })),
    );
  }
}

async function ratingsOf(tx: Queries, office: string, day: string): Promise<readonly JsonObject[]> {
  const [row] = await tx.query<{ body: string }>(
    'select body from ratings where office_id = $1 and day = $2',
    [office, day],
  );
  return row === undefined ? [] : (JSON.parse(row.body) as readonly JsonObject[]);
}
