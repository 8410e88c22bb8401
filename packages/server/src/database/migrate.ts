import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Database } from './database.js';

/** Forward only: a file that has run once is never changed, and never run back. */
export interface Migration {
  readonly name: string;
  readonly sql: string;
  /** Lower-case hex SHA-256 of the file. */
  readonly checksum: string;
}

export class MigrationChanged extends Error {
  override readonly name = 'MigrationChanged';
}

const shipped = fileURLToPath(new URL('../../migrations', import.meta.url));

/** Any number that no one else locks in this database. */
const lock = 5_779_008;

export async function readMigrations(folder = shipped): Promise<readonly Migration[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}-[\w-]+\.sql$/.test(name)).sort();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(`${folder}/${name}`, 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/**
 * Brings the database to the state that this program expects, and answers the names of what ran. Processes that start
 * together wait for each other. Throws `MigrationChanged` for a file that is not the one that ran, and for a database
 * that a newer program has already brought further.
 */
export async function migrate(
  database: Database,
  migrations?: readonly Migration[],
): Promise<readonly string[]> {
  const wanted = migrations ?? (await readMigrations());
  const ran: string[] = [];
  await database.tx(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [lock]);
    await tx.query(
      `create table if not exists schema_migrations (
         name text primary key, checksum text not null, ran_at timestamptz not null default now())`,
    );
    const known = await tx.query<{ name: string; checksum: string }>(
      'select name, checksum from schema_migrations order by name',
    );
    for (const { name, checksum } of known) {
      const file = wanted.find((migration) => migration.name === name);
      if (file === undefined)
        throw new MigrationChanged(
          `${name} is not known here: this program is older than its data`,
        );
      if (file.checksum !== checksum)
        throw new MigrationChanged(`${name} is not the file that ran; write a new one instead`);
    }
    for (const { name, sql, checksum } of wanted) {
      if (known.some((migration) => migration.name === name)) continue;
      for (const statement of statementsOf(sql)) await tx.query(statement);
      await tx.query('insert into schema_migrations (name, checksum) values ($1, $2)', [
        name,
        checksum,
      ]);
      ran.push(name);
    }
  });
  return ran;
}

/** A line `--;` ends a statement: the bodies of functions hold semicolons of their own. */
function statementsOf(sql: string): readonly string[] {
  return sql
    .split(/^--;$/m)
    .map((statement) => statement.trim())
    .filter((statement) => /^(?!--)\S/m.test(statement));
}
