import type { JsonObject } from '@lpse-konsultasi/form-schema';
import type { Draft, Drafts } from '../drafts/drafts.js';
import { deepFreeze, plainCopy } from '../embedded/plain.js';

/** Drafts that live as long as the page: for tests, and for a shared kiosk where nothing personal may remain. */
export function createMemoryDrafts({
  now = () => new Date(),
}: { readonly now?: () => Date } = {}): Drafts {
  const drafts = new Map<string, Draft>();
  return {
    load: async (key) => drafts.get(key),
    save: async (key, value) => {
      const draft = deepFreeze(
        plainCopy<{ value: JsonObject; savedAt: string }>({ value, savedAt: now().toISOString() }),
      );
      drafts.set(key, draft);
      return draft;
    },
    remove: async (key) => {
      drafts.delete(key);
    },
  };
}
