export { isEntry, type EntryState, type OutboxEntry } from './entry.js';
export { createIndexedDbOutboxStore, type OutboxStoreOptions } from './indexeddb-outbox-store.js';
export { createMemoryOutboxStore, type OutboxStore } from './outbox-store.js';
export type { Outbox, OutboxOptions, OutboxStatus } from './contract.js';
export { outbox } from './outbox.js';
