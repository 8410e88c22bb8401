import type pg from 'pg';
import type { Parameter, Row } from './database.js';

export interface Statement {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
  /** Whether somebody looks at its rows; of the others not even their columns are asked for. */
  readonly hasReader: boolean;
}

/** How each was answered, in their order; with `error` those before the one that failed. */
export interface PipelineAnswer {
  readonly rows: readonly (readonly Row[])[];
  readonly error?: unknown;
}

/** A wire message as the driver hands it on. */
interface Described {
  readonly fields: readonly pg.FieldDef[];
}
interface DataRow {
  readonly fields: readonly (string | null)[];
}

/**
 * Statements that go out in one piece and are answered in one piece, so that ten of them cost one wait. Each sees what
 * those before it did, as if they were sent one by one; behind one that fails the engine skips the rest.
 *
 * Statements are prepared once for a connection. It is a query of the driver's own kind (`Submittable`, as pg-cursor is
 * one): the driver's pipeline of single queries has the engine answer each by itself.
 */
export class Pipeline implements pg.Submittable {
  readonly #statements: readonly Statement[];
  readonly #types: pg.CustomTypesConfig;
  readonly #onEnd: (answer: PipelineAnswer) => void;
  readonly #rows: Row[][] = [[]];
  #fields: readonly pg.FieldDef[] = [];
  #known = new Set<string>();
  #unread: unknown;

  constructor(
    statements: readonly Statement[],
    types: pg.CustomTypesConfig,
    onEnd: (answer: PipelineAnswer) => void,
  ) {
    this.#statements = statements;
    this.#types = types;
    this.#onEnd = onEnd;
  }

  submit(connection: pg.Connection): void {
    const wire = connection as unknown as Wire;
    this.#known = knownTo(connection);
    wire.stream.cork();
    try {
      for (const { sql, parameters, hasReader } of this.#statements) {
        const name = nameOf(sql);
        if (name === '') wire.parse({ name, text: sql });
        else if (!this.#known.has(name)) {
          // One that was sent behind a failure may or may not be there.
          wire.close({ type: 'S', name });
          wire.parse({ name, text: sql });
          this.#known.add(name);
        }
        wire.bind({ portal: '', statement: name, values: parameters.map(asText) });
        if (hasReader) wire.describe({ type: 'P', name: '' });
        wire.execute({ portal: '' });
      }
      wire.sync();
    } finally {
      wire.stream.uncork();
    }
  }

  handleRowDescription({ fields }: Described): void {
    this.#fields = fields;
  }

  handleDataRow({ fields }: DataRow): void {
    try {
      const row: Record<string, unknown> = {};
      this.#fields.forEach(({ name, dataTypeID }, at) => {
        const text = fields[at] ?? null;
        row[name] =
          text === null ? null : (this.#types.getTypeParser(dataTypeID, 'text')(text) as unknown);
      });
      this.#rows.at(-1)?.push(row);
    } catch (error) {
      this.#unread ??= error;
    }
  }

  handleCommandComplete(): void {
    this.#fields = [];
    this.#rows.push([]);
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete();
  }

  handleReadyForQuery(): void {
    const rows = this.#rows.slice(0, -1);
    this.#onEnd(this.#unread === undefined ? { rows } : { rows: [], error: this.#unread });
  }

  handleError(error: unknown): void {
    const rows = this.#rows.slice(0, -1);
    for (const { sql } of this.#statements.slice(rows.length)) this.#known.delete(nameOf(sql));
    this.#onEnd({ rows, error });
  }
}

/** The part of the driver's connection that its own queries are made of; its types are older than that. */
interface Wire {
  readonly stream: { cork(): void; uncork(): void };
  parse(message: { readonly name: string; readonly text: string }): void;
  bind(message: {
    readonly portal: string;
    readonly statement: string;
    readonly values: readonly (string | Buffer | null)[];
  }): void;
  describe(message: { readonly type: 'P'; readonly name: string }): void;
  execute(message: { readonly portal: string }): void;
  close(message: { readonly type: 'S'; readonly name: string }): void;
  sync(): void;
}

const known = new WeakMap<object, Set<string>>();

/** The names of the statements that a connection has prepared. */
function knownTo(connection: object): Set<string> {
  const names = known.get(connection) ?? new Set<string>();
  known.set(connection, names);
  return names;
}

/** A program has some dozens of statements; texts that are put together at run time must not fill each connection. */
const maxNames = 200;
const nameBySql = new Map<string, string>();

/** The same name for the same text, in all connections; '' for one too many. */
export function nameOf(sql: string): string {
  const name = nameBySql.get(sql);
  if (name !== undefined) return name;
  if (nameBySql.size >= maxNames) return '';
  const next = `lpse_${nameBySql.size + 1}`;
  nameBySql.set(sql, next);
  return next;
}

function asText(parameter: Parameter): string | Buffer | null {
  if (parameter === null || typeof parameter === 'string') return parameter;
  if (parameter instanceof Uint8Array)
    return Buffer.from(parameter.buffer, parameter.byteOffset, parameter.byteLength);
  return String(parameter);
}
