import type { Drafts } from '../drafts/drafts.js';
import type { Memo } from '../drafts/memo.js';
import { plainCopy } from '../embedded/plain.js';
import { Connection, type ConnectionOptions } from './connection.js';

export interface DraftsOptions extends ConnectionOptions {
  readonly now?: () => Date;
}

/** Drafts in the browser's own database. Opened when first used. */
export function createIndexedDbDrafts({
  now = () => new Date(),
  ...options
}: DraftsOptions = {}): Drafts {
  const connection = new Connection(options);
  return {
    load: (key) =>
      connection.transaction(['drafts'], 'readonly', (transaction) =>
        transaction.objectStore('drafts').get(key),
      ),
    save: async (key, value) => {
      const draft = { value: plainCopy(value), savedAt: now().toISOString() };
      await connection.transaction(['drafts'], 'readwrite', (transaction) =>
        transaction.objectStore('drafts').put(draft, key),
      );
      return draft;
    },
    remove: (key) =>
      connection.transaction(['drafts'], 'readwrite', (transaction) =>
        transaction.objectStore('drafts').delete(key),
      ),
  };
}

/** A memo in the browser's own database. Opened when first used. */
export function createIndexedDbMemo(options: ConnectionOptions = {}): Memo {
  const connection = new Connection(options);
  return {
    get: (key) =>
      connection.transaction(['memos'], 'readonly', (transaction) =>
        transaction.objectStore('memos').get(key),
      ),
    set: async (key, value) => {
      const copy = plainCopy(value);
      await connection.transaction(['memos'], 'readwrite', (transaction) =>
        transaction.objectStore('memos').put(copy, key),
      );
    },
    remove: (key) =>
      connection.transaction(['memos'], 'readwrite', (transaction) =>
        transaction.objectStore('memos').delete(key),
      ),
  };
}
