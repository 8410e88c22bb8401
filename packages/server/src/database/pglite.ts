import { resolve } from 'node:path';
import { PGlite, type Transaction as EngineTransaction } from '@electric-sql/pglite';
import { codeOf, DatabaseBroken } from './database.js';
import type { Database, Parameter, Transaction } from './database.js';
import { lockFolder } from './lock-file.js';

export interface PgliteOptions {
  /** A folder, taken for this process alone; `memory://` keeps nothing. */
  readonly folder: string;
  /** Milliseconds for one statement. On a full disk the engine never answers again. Default 15000. */
  readonly deadline?: number;
  /** Called once when the engine can no longer be trusted; the process should end and be started anew. */
  readonly onBroken?: (reason: Error) => void;
}

/** Opens the embedded engine. Throws `FolderInUse` before anything in the folder is touched. */
export async function openPglite({
  folder,
  deadline = 15_000,
  onBroken = () => undefined,
}: PgliteOptions): Promise<Database> {
  const isMemory = folder.startsWith('memory://');
  const place = isMemory ? folder : resolve(folder);
  const unlock = isMemory ? (): void => undefined : lockFolder(place);
  try {
    const engine = await PGlite.create({ dataDir: isMemory ? folder : `${place}/pglite` });
    return new PgliteDatabase(engine, { place, isMemory, deadline, onBroken, unlock });
  } catch (error) {
    unlock();
    throw error;
  }
}

interface Setting {
  readonly place: string;
  readonly isMemory: boolean;
  readonly deadline: number;
  readonly onBroken: (reason: Error) => void;
  readonly unlock: () => void;
}

class PgliteDatabase implements Database {
  readonly engine = 'pglite';
  readonly place: string;
  readonly durability: Database['durability'];
  readonly #engine: PGlite;
  readonly #setting: Setting;
  #broken: DatabaseBroken | undefined;
  #closing: Promise<void> | undefined;

  constructor(engine: PGlite, setting: Setting) {
    this.#engine = engine;
    this.#setting = setting;
    this.place = setting.place;
    this.durability = setting.isMemory ? 'none' : 'process-crash';
  }

  query<T extends object>(sql: string, parameters: readonly Parameter[] = []): Promise<T[]> {
    return this.#guarded(async () => {
      const { rows } = await this.#inTime(this.#engine.query<T>(sql, [...parameters]));
      return rows as T[];
    });
  }

  exec(sql: string): Promise<void> {
    return this.#guarded(async () => {
      await this.#inTime(this.#engine.exec(sql));
    });
  }

  tx<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.#guarded(() =>
      this.#engine.transaction(async (tx) => {
        const queue = this.#queueOf(tx);
        const result = await work(queue);
        await queue.isDone();
        return result;
      }),
    );
  }

  async listen(channel: string, listener: (payload: string) => void): Promise<() => Promise<void>> {
    const stop = await this.#engine.listen(channel, listener);
    return () => stop();
  }

  async notify(channel: string, payload: string): Promise<void> {
    await this.query('select pg_notify($1, $2)', [channel, payload]);
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    // An engine that hangs would hang here, too.
    if (this.#broken === undefined) await this.#engine.close();
    this.#setting.unlock();
  }

  /** One statement after another; behind one that fails nothing is asked any more. */
  #queueOf(tx: EngineTransaction): Transaction & { isDone(): Promise<unknown> } {
    let turn: Promise<unknown> = Promise.resolve();
    const query = <T extends object>(
      sql: string,
      parameters: readonly Parameter[] = [],
    ): Promise<T[]> => {
      const answer = turn.then(
        async () => (await this.#inTime(tx.query<T>(sql, [...parameters]))).rows as T[],
      );
      turn = answer;
      answer.catch(() => undefined);
      return answer;
    };
    return { query, send: (sql, parameters) => void query(sql, parameters), isDone: () => turn };
  }

  async #guarded<T>(work: () => Promise<T>): Promise<T> {
    if (this.#broken !== undefined) throw this.#broken;
    try {
      return await work();
    } catch (error) {
      if (isFull(error)) throw this.#break('the disk is full', error);
      throw error;
    }
  }

  /** The engine answers statements one after another, so the deadline starts when it is this one's turn. */
  async #inTime<T>(answer: Promise<T>): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(this.#break(`no answer within ${this.#setting.deadline} ms`)),
        this.#setting.deadline,
      );
    });
    try {
      return await Promise.race([answer, late]);
    } finally {
      clearTimeout(timer);
      answer.catch(() => undefined);
    }
  }

  #break(reason: string, cause?: unknown): DatabaseBroken {
    if (this.#broken === undefined) {
      this.#broken = new DatabaseBroken(`the embedded database has failed: ${reason}`, { cause });
      this.#setting.onBroken(this.#broken);
    }
    return this.#broken;
  }
}

/** By SQLSTATE, by Node's code, or by what the engine's file layer says. */
function isFull(error: unknown): boolean {
  const code = codeOf(error);
  if (code === '53100' || code === 'ENOSPC') return true;
  return error instanceof Error && /no space left|ENOSPC/i.test(error.message);
}
