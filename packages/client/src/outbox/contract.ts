import type { LpseError } from '@lpse-konsultasi/form-schema';
import type { Backend } from '../backend.js';
import type { OutboxEntry } from './entry.js';
import type { OutboxStore } from './outbox-store.js';

export interface OutboxOptions {
  readonly store: OutboxStore;
  /** Tabs with the same name have one sender among them. */
  readonly name: string;
  readonly now?: () => Date;
  /** Milliseconds before an entry is sent again; twice as long each further time, up to `longestPause`. Default: 2,000. */
  readonly firstPause?: number;
  /** Default: 60,000. */
  readonly longestPause?: number;
  /**
   * Milliseconds until a first sending is given up, so that whoever waits hears that it is kept; four times as long for
   * later ones. Default: 8,000.
   */
  readonly patience?: number;
  /** Default: the browser's Web Locks; null for none. */
  readonly locks?: LockManager | null;
  /** Makes the ids of entries. Default: `crypto.randomUUID`. */
  readonly newId?: () => string;
}

/** What waits, as it stands. */
export interface OutboxStatus {
  readonly entries: readonly OutboxEntry[];
  /** Records in the storage that cannot be read any more; they are kept, and in no list. */
  readonly damaged: number;
  /** Ids of the entries that live as long as this page, because the browser stores nothing. */
  readonly inMemory: readonly string[];
  /** Why the browser stores nothing: what is handed in from now on is kept in the memory of this page. */
  readonly failure?: LpseError;
}

/** A backend whose commands survive a closed tab, a killed browser and a lost line. */
export interface Outbox extends Backend {
  /** What waits: at once, and anew whenever it changes. The answered function stops the listening. */
  subscribe(listener: (status: OutboxStatus) => void): () => void;
  /** Sends what waits now, whatever the pause; a refused entry is tried again as well. */
  retry(id?: string): void;
  /** Gives an entry up, at the wish of the person who wrote it. */
  discard(id: string): Promise<void>;
  /** All that waits, to be kept as a file. */
  export(): Promise<string>;
}
