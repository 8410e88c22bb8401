import type pg from 'pg';
import type { Parameter, Row, Transaction } from './database.js';
import { Pipeline, type Statement } from './pipeline.js';

interface Asked extends Statement {
  readonly answer: (rows: readonly Row[]) => void;
  readonly fail: (error: unknown) => void;
}

const ignore = (): void => undefined;

/**
 * A transaction that waits as seldom as it can: what is asked for in one turn of the program goes out together, with
 * the beginning and with what was only sent before it; the commit takes the last of it along.
 */
export class PostgresTransaction implements Transaction {
  readonly #client: pg.PoolClient;
  readonly #types: pg.CustomTypesConfig;
  #pending: Asked[] = [];
  #isComing = false;
  /** What has failed first: nothing is committed any more. */
  #failure: { readonly error: unknown } | undefined;

  constructor(client: pg.PoolClient, types: pg.CustomTypesConfig) {
    this.#client = client;
    this.#types = types;
    this.send('begin');
  }

  send(sql: string, parameters: readonly Parameter[] = []): void {
    this.#pending.push({ sql, parameters, hasReader: false, answer: ignore, fail: ignore });
  }

  query<T extends object>(sql: string, parameters: readonly Parameter[] = []): Promise<T[]> {
    const rows = new Promise<readonly Row[]>((answer, fail) => {
      this.#pending.push({ sql, parameters, hasReader: true, answer, fail });
    });
    if (!this.#isComing) {
      this.#isComing = true;
      queueMicrotask(() => this.#go());
    }
    // Whoever asks for several things hears of the failure once; the others must not end the process.
    rows.catch(ignore);
    return rows as Promise<T[]>;
  }

  async commit(): Promise<void> {
    if (this.#failure !== undefined) throw this.#failure.error;
    const done = new Promise<void>((answer, fail) => {
      const [sql, parameters] = ['commit', []];
      this.#pending.push({ sql, parameters, hasReader: false, answer: () => answer(), fail });
    });
    this.#go();
    await done;
  }

  /** After a failure; one that cannot even be taken back leaves a connection that is thrown away. */
  async rollback(): Promise<void> {
    this.#pending = [];
    await this.#client.query('rollback');
  }

  #go(): void {
    this.#isComing = false;
    const asked = this.#pending.splice(0);
    if (asked.length === 0) return;
    const pipeline = new Pipeline(asked, this.#types, ({ rows, error }) => {
      if (error !== undefined) this.#failure ??= { error };
      asked.forEach(({ answer, fail }, at) => {
        const found = rows[at];
        if (found === undefined) fail(error);
        else answer(found);
      });
    });
    this.#client.query(pipeline);
  }
}
