import type pg from 'pg';
import { gramsOf } from '../../../packages/server/src/store/search-text.js';

/**
 * Copies of one case, until the queue has so many, each with an id, a time and a word of its own: seven of ten archived,
 * two open, one cancelled. They have no logs, for a queue reads none.
 */
export async function multiplyCase(pool: pg.Pool, cases: number, id: string): Promise<void> {
  const client = await pool.connect();
  try {
    await multiply(client, cases, id);
    await multiplyTexts(client, cases, id);
    await client.query('vacuum (analyze) cases, case_texts');
  } finally {
    client.release();
  }
}

/** What is there from an earlier call stays. */
async function multiply(client: pg.PoolClient, cases: number, id: string): Promise<void> {
  await client.query(
    `insert into cases (office_id, id, version, state, kategori, prioritas, petugas_id, pelapor, paket,
                          registered_at, updated_at, due_key, head, body, tiket_key)
       select c.office_id, 'banyak-' || n, c.version,
              (array['archived', 'archived', 'archived', 'archived', 'archived', 'archived', 'archived', 'submitted',
                     'reviewing', 'cancelled'])[1 + n % 10],
              c.kategori, c.prioritas, c.petugas_id, c.pelapor, c.paket, t.at, t.at, t.at, c.head,
              replace(c.body, c.id, 'banyak-' || n), 'banyak-' || n
         from cases c, generate_series(1, $1::integer) as n,
              lateral (select to_char(timestamp '2025-01-01' + n * interval '37 seconds',
                                      'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at) t
        where c.id = $2 and c.office_id not like 'salinan%'
       on conflict do nothing`,
    [cases, id],
  );
}

/** The words of each copy, and their index, which is dear to keep and cheap to build at the end. */
async function multiplyTexts(client: pg.PoolClient, cases: number, id: string): Promise<void> {
  const { rows } = await client.query<{ office: string; folded: string }>(
    `select office_id as office, folded from case_texts
      where case_id = $1 and office_id not like 'salinan%'`,
    [id],
  );
  const [{ office = '', folded = '' } = {}] = rows;
  await client.query('drop index case_texts_grams');
  await client.query(
    'create temp table if not exists groups (text text primary key, value integer)',
  );
  await client.query(
    `insert into groups select * from json_to_recordset($1::json) as r(text text, value integer)
     on conflict do nothing`,
    [JSON.stringify(groupsOfNumbers(office))],
  );
  await client.query(
    `insert into case_texts (office_id, case_id, folded, grams)
     select $1, 'banyak-' || n, $2 || E'\n' || own.word,
            $3::integer[] || array(select g.value from generate_series(1, length(own.word) - 2) as i
                                     join groups g on g.text = substr(own.word, i, 3))
       from generate_series(1, $4::integer) as n, lateral (select 'kasus' || n || 'x' as word) own
     on conflict do nothing`,
    [office, folded, [...gramsOf(office, folded)], cases],
  );
  await client.query(`set maintenance_work_mem = '512MB'`);
  await client.query('create index case_texts_grams on case_texts using gin (grams)');
}

/** Every group of three that stands in `kasus<number>x`, with the number that the server knows it by. */
function groupsOfNumbers(office: string): readonly object[] {
  const groups = new Map<string, number>();
  for (let n = 1; n < 10_000; n += 1) {
    const word = `kasus${n}x`;
    for (let at = 0; at + 3 <= word.length; at += 1) {
      const text = word.slice(at, at + 3);
      if (!groups.has(text)) groups.set(text, gramsOf(office, text)[0] ?? 0);
    }
  }
  return [...groups].map(([text, value]) => ({ text, value }));
}
