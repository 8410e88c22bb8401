import type { Json } from '@lpse-konsultasi/form-schema';
import type { Memo } from '../drafts/memo.js';
import { deepFreeze, plainCopy } from '../embedded/plain.js';

/** A memo that lives as long as the page. */
export function createMemoryMemo(): Memo {
  const values = new Map<string, Json>();
  return {
    get: async (key) => values.get(key),
    set: async (key, value) => {
      values.set(key, deepFreeze(plainCopy(value)));
    },
    remove: async (key) => {
      values.delete(key);
    },
  };
}
