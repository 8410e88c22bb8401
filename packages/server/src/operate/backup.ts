import { createHash, type Hash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Database, Queries, Row } from '../database/database.js';
import {
  format,
  formatVersion,
  tables,
  type Census,
  type Line,
  type TableShape,
} from './archive-file.js';

const batch = 500;

/**
 * Writes everything that has to outlive the machine into one file, as it stood at one moment, while others go on
 * working. The file has its name only once it is whole and on the disk.
 */
export async function backup(database: Database, file: string): Promise<Census> {
  const partial = `${file}.partial`;
  let census: Census | undefined;
  try {
    await database.tx(async (tx) => {
      // One moment for all tables, and no writing by mistake.
      await tx.query('set transaction isolation level repeatable read, read only');
      census = await censusOf(tx);
      await pipeline(
        Readable.from(linesOf(tx, census)),
        createGzip(),
        createWriteStream(partial, { mode: 0o600 }),
      );
    });
    const handle = await open(partial, 'r+');
    await handle.sync();
    await handle.close();
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
  if (census === undefined) throw new TypeError('A backup counts what it writes');
  return census;
}

async function* linesOf(tx: Queries, census: Census): AsyncIterable<string> {
  const hash = createHash('sha256');
  const migrations = await tx.query<{ name: string }>(
    'select name from schema_migrations order by name',
  );
  yield line(hash, {
    ...{ format, version: formatVersion, madeAt: new Date().toISOString() },
    migrations: migrations.map(({ name }) => name),
  });
  for (const table of tables)
    for await (const row of rowsOf(tx, table)) yield line(hash, { table: table.name, row });
  yield `${JSON.stringify({ end: true, census, sha256: hash.digest('hex') } satisfies Line)}\n`;
}

function line(hash: Hash, value: Line): string {
  const text = `${JSON.stringify(value)}\n`;
  hash.update(text);
  return text;
}

type Cell = string | number | boolean | null;

/** By a cursor of the engine, so that a table of any size takes the memory of one batch. */
async function* rowsOf(
  tx: Queries,
  { name, columns, order }: TableShape,
): AsyncIterable<readonly Cell[]> {
  await tx.query(
    `declare walk no scroll cursor for select ${columns.map(asText).join(', ')} from ${name} order by ${order.join(', ')}`,
  );
  for (;;) {
    const rows = await tx.query<Row>(`fetch ${batch} from walk`);
    for (const row of rows) yield columns.map((column) => row[column] as Cell);
    if (rows.length < batch) break;
  }
  await tx.query('close walk');
}

/** Bytes travel as base64, instants as the engine's own text in UTC: nothing depends on a driver. */
function asText(column: string): string {
  if (column === 'bytes') return `translate(encode(bytes, 'base64'), E'\\n', '') as bytes`;
  if (column.endsWith('_at') && !['registered_at', 'updated_at'].includes(column))
    return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as ${column}`;
  return column === 'at' ? `at::text as at` : column;
}

export async function censusOf(queries: Queries): Promise<Census> {
  let rows = 0;
  for (const { name } of tables) {
    const [row] = await queries.query<{ count: number }>(`select count(*) as count from ${name}`);
    rows += row?.count ?? 0;
  }
  const hash = createHash('sha256');
  let cases = 0;
  await queries.query(
    `declare heads no scroll cursor for
       select e.office_id, e.case_id, e.seq, e.hash from events e
        where not exists (select 1 from events l
                           where l.office_id = e.office_id and l.case_id = e.case_id and l.seq = e.seq + 1)
        order by e.office_id, e.case_id`,
  );
  for (;;) {
    const heads = await queries.query<{ office_id: string; case_id: string; hash: string }>(
      `fetch ${batch} from heads`,
    );
    for (const head of heads) hash.update(`${head.office_id}\0${head.case_id}\0${head.hash}\n`);
    cases += heads.length;
    if (heads.length < batch) break;
  }
  await queries.query('close heads');
  return { rows, cases, heads: hash.digest('hex') };
}
