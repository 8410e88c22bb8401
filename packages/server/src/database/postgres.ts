import pg from 'pg';
import { codeOf, DatabaseUnavailable } from './database.js';
import type { Database, Parameter, QueryOptions, Transaction } from './database.js';
import { nameOf } from './pipeline.js';
import { PostgresTransaction } from './postgres-transaction.js';

export interface PostgresOptions {
  readonly url: string;
  /** Connections of this process, beside the one that listens. Default 10. */
  readonly connections?: number;
  /** Milliseconds after which the server gives up a statement. Default 15000. */
  readonly deadline?: number;
}

/** `bigint` and `numeric` counts stay below 2^53 here. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === pg.types.builtins.INT8) return Number;
    return format === 'binary'
      ? pg.types.getTypeParser(oid, 'binary')
      : pg.types.getTypeParser(oid, 'text');
  },
} as pg.CustomTypesConfig;

/** Opens a pool. Throws `DatabaseUnavailable` when nobody answers. */
export async function openPostgres({
  url,
  connections = 10,
  deadline = 15_000,
}: PostgresOptions): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    types,
    connectionTimeoutMillis: 5_000,
    statement_timeout: deadline,
    idle_in_transaction_session_timeout: deadline,
    keepAlive: true,
    application_name: 'lpse-server',
  });
  // A connection that breaks while it is idle is thrown away; the next request opens another.
  pool.on('error', () => undefined);
  const database = new PostgresDatabase(pool, url);
  try {
    await database.inspect();
  } catch (error) {
    await pool.end();
    throw error;
  }
  return database;
}

class PostgresDatabase implements Database {
  readonly engine = 'postgresql';
  readonly place: string;
  durability: Database['durability'] = 'power-loss';
  readonly #pool: pg.Pool;
  readonly #url: string;
  readonly #listeners = new Set<Listener>();

  constructor(pool: pg.Pool, url: string) {
    this.#pool = pool;
    this.#url = url;
    this.place = placeOf(url);
  }

  async inspect(): Promise<void> {
    const [row] = await this.query<{ fsync: string; commit: string }>(
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`,
    );
    const isSynced = row?.fsync === 'on' && row.commit !== 'off';
    this.durability = isSynced ? 'power-loss' : 'process-crash';
  }

  async query<T extends object>(
    sql: string,
    parameters: readonly Parameter[] = [],
    { isFrequent = false }: QueryOptions = {},
  ): Promise<T[]> {
    const name = isFrequent ? nameOf(sql) : '';
    try {
      const { rows } = await this.#pool.query<T>({
        ...{ text: sql, values: parameters.map(asDriver) },
        // The driver keeps its own account of what it has prepared.
        ...(name !== '' && { name: `alone_${name}` }),
      });
      return rows;
    } catch (error) {
      throw translated(error);
    }
  }

  async exec(sql: string): Promise<void> {
    try {
      await this.#pool.query(sql);
    } catch (error) {
      throw translated(error);
    }
  }

  async tx<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    let client: pg.PoolClient;
    try {
      client = await this.#pool.connect();
    } catch (error) {
      throw translated(error);
    }
    // Without a listener a connection that breaks between two statements would end the process.
    const onError = (): void => undefined;
    client.on('error', onError);
    const transaction = new PostgresTransaction(client, types);
    let failure: unknown;
    try {
      const result = await work(transaction);
      await transaction.commit();
      return result;
    } catch (error) {
      failure = error;
      await transaction.rollback().catch(() => undefined);
      throw translated(error);
    } finally {
      client.off('error', onError);
      client.release(failure !== undefined && isLost(failure));
    }
  }

  async listen(
    channel: string,
    listener: (payload: string) => void,
    onGap: () => void = () => undefined,
  ): Promise<() => Promise<void>> {
    const listening = new Listener(this.#url, channel, listener, onGap);
    this.#listeners.add(listening);
    await listening.start();
    return async () => {
      this.#listeners.delete(listening);
      await listening.stop();
    };
  }

  async notify(channel: string, payload: string): Promise<void> {
    // It says nothing that has to outlive a crash, and who listens hears it only when it is committed.
    await this.query(
      `select set_config('synchronous_commit', 'off', true), pg_notify($1, $2)`,
      [channel, payload],
      { isFrequent: true },
    );
  }

  async close(): Promise<void> {
    await Promise.all([...this.#listeners].map((listener) => listener.stop()));
    await this.#pool.end();
  }
}

/** A connection of its own that listens, and comes back when it was lost. */
class Listener {
  readonly #url: string;
  readonly #channel: string;
  readonly #onPayload: (payload: string) => void;
  readonly #onGap: () => void;
  #client: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(
    url: string,
    channel: string,
    onPayload: (payload: string) => void,
    onGap: () => void,
  ) {
    this.#url = url;
    this.#channel = channel;
    this.#onPayload = onPayload;
    this.#onGap = onGap;
  }

  async start(): Promise<void> {
    if (this.#stopped) return;
    const client = new pg.Client({ connectionString: this.#url, keepAlive: true });
    const lost = (): void => {
      if (this.#client !== client) return;
      this.#client = undefined;
      this.#again();
    };
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', ({ payload }) => this.#onPayload(payload ?? ''));
    try {
      await client.connect();
      await client.query(`listen ${this.#channel}`);
      this.#client = client;
      if (this.#stopped) await this.stop();
      else this.#onGap();
    } catch {
      await client.end().catch(() => undefined);
      this.#again();
    }
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => undefined);
  }

  #again(): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => void this.start(), 500);
    this.#timer.unref();
  }
}

function asDriver(parameter: Parameter): unknown {
  return parameter instanceof Uint8Array && !Buffer.isBuffer(parameter)
    ? Buffer.from(parameter.buffer, parameter.byteOffset, parameter.byteLength)
    : parameter;
}

const lostCodes = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'ENOENT'],
  // Shut down by an administrator, crashed, starting up; too many connections; a standby that takes no writes.
  ...['57P01', '57P02', '57P03', '53300', '25006'],
]);

function isLost(error: unknown): boolean {
  const code = codeOf(error);
  if (lostCodes.has(code) || code.startsWith('08')) return true;
  // The driver has no code for these.
  return (
    error instanceof Error &&
    /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|not queryable|connection ended/i.test(
      error.message,
    )
  );
}

function translated(error: unknown): unknown {
  if (!isLost(error)) return error;
  return new DatabaseUnavailable('the database does not answer', { cause: error });
}

function placeOf(url: string): string {
  try {
    const { hostname, port, pathname, searchParams } = new URL(url);
    const host = searchParams.get('host') ?? hostname;
    return `${host || 'localhost'}${port && `:${port}`}${pathname}`;
  } catch {
    return 'DATABASE_URL';
  }
}
