import type { OutboxEntry } from './entry.js';

/** Where an outbox keeps its entries. Each call answers when it is stored, so that nothing is lost from then on. */
export interface OutboxStore {
  /** In the order in which they are sent. `damaged` counts records that cannot be read; they stay where they are. */
  all(): Promise<{ readonly entries: readonly OutboxEntry[]; readonly damaged: number }>;
  /** Adds an entry behind all others and answers it with its place. */
  add(entry: Omit<OutboxEntry, 'order'>): Promise<OutboxEntry>;
  /** Replaces an entry that is there; one that has left stays away. */
  replace(entry: OutboxEntry): Promise<void>;
  remove(id: string): Promise<void>;
  close(): void;
}

/** Entries that live as long as the page: for tests, and where the browser gives no storage. */
export function createMemoryOutboxStore(): OutboxStore {
  const entries = new Map<string, OutboxEntry>();
  let last = 0;
  return {
    all: async () => ({
      entries: [...entries.values()].sort((a, b) => a.order - b.order),
      damaged: 0,
    }),
    add: async (entry) => {
      const placed = structuredClone({ ...entry, order: ++last });
      entries.set(entry.id, placed);
      return placed;
    },
    replace: async (entry) => {
      if (entries.has(entry.id)) entries.set(entry.id, structuredClone(entry));
    },
    remove: async (id) => void entries.delete(id),
    close: () => undefined,
  };
}
