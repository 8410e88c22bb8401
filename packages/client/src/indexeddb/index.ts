import {
  createEmbeddedBackend,
  type EmbeddedBackend,
  type EmbeddedOptions,
} from '../embedded/embedded-backend.js';
import { Connection, eraseDesk, type ConnectionOptions } from './connection.js';
import { IndexedDbStore } from './indexeddb-store.js';
import { renewRows } from './renew-rows.js';

export interface IndexedDbOptions extends EmbeddedOptions, ConnectionOptions {}

/**
 * The embedded default: the whole desk in one browser, for several tabs, without a server.
 *
 * @throws {LpseError} `LPSE_STORAGE_UNAVAILABLE` or `LPSE_STORAGE_BLOCKED` when the browser gives no storage.
 */
export async function createIndexedDbBackend(options: IndexedDbOptions): Promise<EmbeddedBackend> {
  const connection = new Connection(options);
  await connection.open();
  await renewRows(connection, options.profile);
  return createEmbeddedBackend(new IndexedDbStore(connection), options);
}

/** Deletes the desk: cases, drafts, attachments and all. For a kiosk that must forget, and for sample data. */
export function eraseIndexedDb(options?: ConnectionOptions): Promise<void> {
  return eraseDesk(options);
}

export { createIndexedDbDrafts, createIndexedDbMemo } from './indexeddb-drafts.js';
export type { DraftsOptions } from './indexeddb-drafts.js';
export type { ConnectionOptions } from './connection.js';
