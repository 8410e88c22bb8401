/**
 * A backup is gzipped lines of JSON: one that says what it is, then rows in the order in which they can be read back,
 * then one that says how many there were. Text survives every engine, and `zcat` shows it to anyone.
 */
export const format = 'lpse-konsultasi-backup';
export const formatVersion = 1;

/** What goes into a backup: table, columns in order, and what to sort by. Sessions, links and counts do not. */
export const tables = [
  {
    name: 'events',
    columns: ['office_id', 'case_id', 'seq', 'type', 'at', 'hash', 'prev_hash', 'body'],
    order: ['office_id', 'case_id', 'seq'],
  },
  {
    name: 'cases',
    columns: [
      'office_id',
      'id',
      'version',
      'state',
      'kategori',
      'prioritas',
      'petugas_id',
      'pelapor',
      'paket',
      'registered_at',
      'updated_at',
      'due_key',
      'tiket_key',
      'head',
      'body',
    ],
    order: ['office_id', 'id'],
  },
  {
    name: 'case_texts',
    columns: ['office_id', 'case_id', 'folded'],
    order: ['office_id', 'case_id'],
  },
  {
    name: 'commands',
    columns: ['office_id', 'key', 'digest', 'case_id', 'first', 'last'],
    order: ['office_id', 'key'],
  },
  { name: 'sequences', columns: ['office_id', 'name', 'value'], order: ['office_id', 'name'] },
  {
    name: 'attachments',
    columns: ['office_id', 'sha256', 'nama', 'mime', 'size', 'created_at'],
    order: ['office_id', 'sha256'],
  },
  {
    name: 'attachment_chunks',
    columns: ['office_id', 'sha256', 'n', 'bytes'],
    order: ['office_id', 'sha256', 'n'],
  },
  {
    name: 'attachment_uses',
    columns: ['office_id', 'sha256', 'case_id'],
    order: ['office_id', 'sha256', 'case_id'],
  },
  {
    name: 'attachment_owners',
    columns: ['office_id', 'sha256', 'owner'],
    order: ['office_id', 'sha256', 'owner'],
  },
  { name: 'ratings', columns: ['office_id', 'day', 'body'], order: ['office_id', 'day'] },
  { name: 'rating_keys', columns: ['office_id', 'digest'], order: ['office_id', 'digest'] },
  {
    name: 'capabilities',
    columns: ['office_id', 'token_hash', 'case_id', 'created_at', 'revoked_at'],
    order: ['office_id', 'token_hash'],
  },
  {
    name: 'accounts',
    columns: [
      'office_id',
      'id',
      'login',
      'name',
      'position',
      'role',
      'is_admin',
      'password_hash',
      'disabled_at',
      'created_at',
      'counter',
    ],
    order: ['office_id', 'id'],
  },
  {
    name: 'account_log',
    columns: ['office_id', 'at', 'actor_id', 'action', 'account_id', 'detail'],
    order: ['office_id', 'n'],
  },
  {
    name: 'outbox',
    columns: [
      'office_id',
      'id',
      'case_id',
      'seq',
      'message_id',
      'recipient',
      'body',
      'state',
      'attempts',
      'due_at',
      'last_error',
      'created_at',
      'sent_at',
    ],
    order: ['office_id', 'id'],
  },
] as const satisfies readonly TableShape[];

export interface TableShape {
  readonly name: string;
  readonly columns: readonly string[];
  readonly order: readonly string[];
}

/** What a backup is compared by, before and after. */
export interface Census {
  readonly rows: number;
  readonly cases: number;
  /** SHA-256 over the head hash of every case, in order: equal only if every log is. */
  readonly heads: string;
}

export type Line =
  | {
      readonly format: typeof format;
      readonly version: number;
      readonly madeAt: string;
      readonly migrations: readonly string[];
    }
  | { readonly table: string; readonly row: readonly (string | number | boolean | null)[] }
  | { readonly end: true; readonly census: Census; readonly sha256: string };
