import type { CommandType, JsonObject, Refusal } from '@lpse-konsultasi/form-schema';

/** How far a command has come that was put into the outbox. */
export type EntryState =
  /** On its way, or waiting for the line. */
  | { readonly type: 'waiting' }
  /** The server says no; someone has to decide what becomes of it. */
  | { readonly type: 'refused'; readonly code: Refusal['code']; readonly refusal: Refusal }
  /** The server could not make anything of it; the same as above. */
  | { readonly type: 'stuck'; readonly code: string };

/** A command that is kept here until it has arrived. Its id is the idempotency key under which it is sent, each time. */
export interface OutboxEntry {
  readonly id: string;
  /** The order in which entries are sent; of one case never the second before the first. */
  readonly order: number;
  readonly command: {
    readonly type: CommandType;
    readonly consultationId: string;
    readonly data: JsonObject;
  };
  readonly expectedVersion?: number;
  /** ISO instants. */
  readonly addedAt: string;
  readonly lastTriedAt?: string;
  /** How often it was sent without an answer. */
  readonly attempts: number;
  /** The code of the last failure, e.g. `LPSE_SERVER_UNREACHABLE`. */
  readonly lastFailure?: string;
  readonly state: EntryState;
}

/** Whether a value from a database is an entry: a damaged one is shown as such, not sent. */
export function isEntry(value: unknown): value is OutboxEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { id, order, command, addedAt, attempts, state } = value as { [member: string]: unknown };
  const { type, consultationId, data } = (command ?? {}) as { [member: string]: unknown };
  return (
    typeof id === 'string' &&
    typeof order === 'number' &&
    typeof type === 'string' &&
    typeof consultationId === 'string' &&
    typeof data === 'object' &&
    data !== null &&
    typeof addedAt === 'string' &&
    typeof attempts === 'number' &&
    typeof state === 'object' &&
    state !== null
  );
}
