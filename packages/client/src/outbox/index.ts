export { isEntry, type EntryState, type OutboxEntry } from './entry.js';
export { createIndexedDbOutboxStore, type OutboxStoreOptions } from './indexeddb-outbox-store.js';
export { createMemoryOutboxStore, type OutboxStore } from './outbox-store.js';
export { outbox, type Outbox, type OutboxOptions, type OutboxStatus } from './outbox.js';
