import {
  createEmbeddedBackend,
  type EmbeddedBackend,
  type EmbeddedOptions,
} from '../embedded/embedded-backend.js';
import { MemoryStore } from './memory-store.js';

export interface MemoryOptions extends EmbeddedOptions {
  /** Default: a store of its own. Give several backends the same one, and they follow each other. */
  readonly store?: MemoryStore;
}

/** A whole desk in memory: for tests, stories and a kiosk that must forget. */
export function createMemoryBackend({
  store = new MemoryStore(),
  ...options
}: MemoryOptions): EmbeddedBackend {
  return createEmbeddedBackend(store, options);
}

export { MemoryStore } from './memory-store.js';
export { createMemoryDrafts } from './memory-drafts.js';
export { createMemoryMemo } from './memory-memo.js';
