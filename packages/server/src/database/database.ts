/** A row as both engines hand it out: whole numbers are numbers, `bytea` is a `Uint8Array`, `json` is parsed. */
export type Row = Readonly<Record<string, unknown>>;

/** What a parameter may be. Lists travel as JSON text: the engines' drivers disagree about arrays. */
export type Parameter = string | number | boolean | null | Uint8Array;

export interface QueryOptions {
  /**
   * Asked with nearly every request: prepared once for a connection. Not for statements whose best plan depends on the
   * values; those within a transaction are prepared anyway. Default false.
   */
  readonly isFrequent?: boolean;
}

export interface Queries {
  /** One statement with `$1`, `$2` … Rows of `T` are what the statement selects; nothing checks that at run time. */
  query<T extends object = Row>(
    sql: string,
    parameters?: readonly Parameter[],
    options?: QueryOptions,
  ): Promise<T[]>;
}

/** What is asked for in one turn of the program goes to the engine together, in its order. */
export interface Transaction extends Queries {
  /**
   * A statement whose rows nobody needs: it goes out with the next one that is asked for, or with the commit. When it
   * fails, so does the transaction.
   */
  send(sql: string, parameters?: readonly Parameter[]): void;
}

/** How far an acknowledged write is safe. */
export type Durability =
  /** The process may be killed at any time. A power cut may cost the last writes: the engine does not sync. */
  | 'process-crash'
  /** The disk has confirmed it before the answer went out. */
  | 'power-loss'
  /** Nothing outlives the process. */
  | 'none';

/**
 * The one door to the data. Two engines stand behind it and every statement has to run on both: PGlite (PostgreSQL 18)
 * and any PostgreSQL from 15. What they do differently ends here.
 */
export interface Database extends Queries {
  readonly engine: 'pglite' | 'postgresql';
  /** Where the data is, without user name and password. */
  readonly place: string;
  readonly durability: Durability;
  /** Several statements without parameters. */
  exec(sql: string): Promise<void>;
  /** All or nothing. READ COMMITTED; what must not race takes a lock first. */
  tx<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /**
   * Calls `listener` for each notification. Best effort: what was notified while the connection was lost is not heard,
   * so whoever listens also polls. `onGap` says that something may have been missed.
   */
  listen(
    channel: string,
    listener: (payload: string) => void,
    onGap?: () => void,
  ): Promise<() => Promise<void>>;
  notify(channel: string, payload: string): Promise<void>;
  close(): Promise<void>;
}

/** The five-character SQLSTATE of an engine's error, or Node's code (`ECONNREFUSED`); '' when there is none. */
export function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const { code, cause } = error as { readonly code?: unknown; readonly cause?: unknown };
  if (typeof code === 'string') return code;
  return cause === undefined ? '' : codeOf(cause);
}

/** The engine is away for now: the same request may be tried again soon. */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
}

/** The engine must not be used any more by this process, e.g. because its disk is full or a query never returned. */
export class DatabaseBroken extends Error {
  override readonly name = 'DatabaseBroken';
}
