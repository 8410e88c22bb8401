import { afterAll, beforeAll, describe } from 'vitest';
import type { Database } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import { openDatabase } from '../database/open.js';
import { findPostgres, startCluster, type Cluster } from './postgres.js';

/** A migrated database, shared by the tests of a file: each takes an office of its own. */
export interface Engine {
  readonly database: Database;
  /** Where it is, for `openDatabase`. */
  readonly at: string;
  readonly cluster?: Cluster;
}

const bin = findPostgres();

/** The engines of this machine. Where PostgreSQL is not installed, its half is left out, and the title says so. */
export const engineNames =
  bin === undefined ? (['pglite'] as const) : (['pglite', 'postgresql'] as const);

/** The same tests on each engine. */
export function onEachEngine(
  title: string,
  body: (engine: () => Engine, name: string) => void,
  names: readonly string[] = engineNames,
): void {
  describe.each(names)(`${title} on %s`, (name) => {
    let engine: Engine | undefined;
    beforeAll(async () => {
      engine = await startEngine(name);
    }, 180_000);
    afterAll(async () => {
      await engine?.database.close();
      engine?.cluster?.dispose();
    }, 60_000);
    body(() => {
      if (engine === undefined) throw new Error('The engine has not started');
      return engine;
    }, name);
  });
}

export async function startEngine(name: string): Promise<Engine> {
  const cluster = name === 'postgresql' && bin !== undefined ? await startCluster(bin) : undefined;
  const at = cluster?.url ?? 'memory://';
  const database = await openDatabase({ at, deadline: 60_000 });
  await migrate(database);
  return { database, at, ...(cluster !== undefined && { cluster }) };
}

let count = 0;

/** An office that nobody else in this process uses. */
export function freshOffice(): string {
  count += 1;
  return `kantor-${process.pid}-${count}`;
}
