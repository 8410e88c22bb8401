import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { codeOf } from '../database/database.js';
import type { Database, Parameter, Queries } from '../database/database.js';
import { wordsStatement } from '../store/sql-store.js';
import {
  format,
  formatVersion,
  tables,
  type Census,
  type Line,
  type TableShape,
} from './archive-file.js';
import { censusOf } from './backup.js';

export class RestoreRefused extends Error {
  override readonly name = 'RestoreRefused';
}

/**
 * Reads a backup into an empty database of either engine, all or nothing: every line, the checksum of the file, the
 * number of rows and the head of every log have to be those of the backup.
 */
export async function restore(database: Database, file: string): Promise<Census> {
  return database.tx(async (tx) => {
    const before = await censusOf(tx);
    if (before.rows > 0)
      throw new RestoreRefused('The database is not empty; a backup is read into a new one');
    const wanted = await readInto(tx, file).catch((error: unknown) => {
      throw refusalFor(error) ?? error;
    });
    const found = await censusOf(tx);
    if (found.rows !== wanted.rows || found.cases !== wanted.cases || found.heads !== wanted.heads)
      throw new RestoreRefused('What was read is not what was written');
    // Positions in the stream of changes mean nothing in another database.
    await tx.query(`delete from settings where key = 'changes.epoch'`);
    return found;
  });
}

/** Why a file is no backup, where its own bytes say so. */
function refusalFor(error: unknown): RestoreRefused | undefined {
  const isNoText = error instanceof SyntaxError;
  const isNoArchive = /^Z_/.test(codeOf(error));
  if (!isNoText && !isNoArchive) return undefined;
  return new RestoreRefused('The file cannot be read as a backup', { cause: error });
}

async function readInto(tx: Queries, file: string): Promise<Census> {
  const hash = createHash('sha256');
  const lines = createInterface({
    // Not `pipe`, which hands no error on: a file that is not there would end the process.
    input: pipeline(createReadStream(file), createGunzip(), () => undefined),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  let head = false;
  let end: Extract<Line, { readonly end: true }> | undefined;
  for await (const text of lines) {
    if (end !== undefined) throw new RestoreRefused('Something follows the end of the backup');
    const line = JSON.parse(text) as Line;
    if ('end' in line) {
      end = line;
      continue;
    }
    hash.update(`${text}\n`);
    if (!head) {
      if (!('format' in line) || line.format !== format || line.version !== formatVersion)
        throw new RestoreRefused('This is no backup that this version can read');
      head = true;
      continue;
    }
    if (!('table' in line)) throw new RestoreRefused('The backup has a line of no kind');
    const table = tables.find(({ name }) => name === line.table);
    if (table === undefined)
      throw new RestoreRefused('The backup has a table that is not known here');
    await insert(tx, table, line.row);
  }
  if (end === undefined) throw new RestoreRefused('The backup has lost its end');
  if (hash.digest('hex') !== end.sha256) throw new RestoreRefused('The backup was changed');
  return end.census;
}

async function insert(
  tx: Queries,
  { name, columns }: TableShape,
  row: readonly Parameter[],
): Promise<void> {
  if (name === 'case_texts') {
    // The index over the words is made anew: it belongs to the engine's side, not to the data.
    const [office, id, words] = row.map(String);
    await tx.query(...wordsStatement(office ?? '', id ?? '', words ?? ''));
    return;
  }
  const values = columns.map((column, index) =>
    column === 'bytes' ? `decode($${index + 1}, 'base64')` : `$${index + 1}`,
  );
  // A backup of an older program has no values for columns that came later, which stand at the end.
  const whole = columns.map((_, index) => row[index] ?? null);
  await tx.query(
    `insert into ${name} (${columns.join(', ')}) values (${values.join(', ')})`,
    whole,
  );
}
