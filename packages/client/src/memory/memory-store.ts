import type { ConsultationEvent, SurveyRecord } from '@lpse-konsultasi/form-schema';
import type { AttachmentFile, Change } from '../backend.js';
import { RowTable } from '../embedded/row-table.js';
import type { RememberedCommand, Store, DeskReader, DeskWriter } from '../embedded/store.js';
import { MemoryPresence } from './memory-presence.js';

/**
 * A store that lives as long as the page. Backends that are given the same one work on the same desk, e.g. a visitor's
 * and an officer's in one story.
 */
export class MemoryStore implements Store {
  readonly name = 'memory';
  readonly durable = false;
  readonly shared = true;
  readonly presence = new MemoryPresence();

  readonly #events = new Map<string, readonly ConsultationEvent[]>();
  readonly #rows = new RowTable();
  readonly #commands = new Map<string, RememberedCommand>();
  readonly #sequences = new Map<string, number>();
  readonly #ratingKeys = new Set<string>();
  readonly #ratings: SurveyRecord[] = [];
  readonly #files = new Map<string, AttachmentFile>();
  readonly #listeners = new Set<(change: Change) => void>();
  /** Ends when the last transaction has ended: they run one after another. */
  #tail: Promise<unknown> = Promise.resolve();

  read<T>(work: (reader: DeskReader) => Promise<T>): Promise<T> {
    return this.#inTurn(() => work(this.#reader()));
  }

  write<T>(work: (writer: DeskWriter) => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      const writes: (() => void)[] = [];
      const later = (write: () => void): Promise<void> => {
        writes.push(write);
        return Promise.resolve();
      };
      const result = await work({
        ...this.#reader(),
        append: (events, row) =>
          later(() => {
            const known = this.#events.get(row.id) ?? [];
            this.#events.set(row.id, Object.freeze([...known, ...events]));
            this.#rows.put([Object.freeze({ ...row })]);
          }),
        remember: (command) => later(() => this.#commands.set(command.key, command)),
        setSequence: (name, value) => later(() => this.#sequences.set(name, value)),
      });
      writes.forEach((write) => write());
      return result;
    });
  }

  async putFile(sha256: string, file: AttachmentFile): Promise<void> {
    if (!this.#files.has(sha256)) this.#files.set(sha256, file);
  }

  async file(sha256: string): Promise<AttachmentFile | undefined> {
    return this.#files.get(sha256);
  }

  async putRating(key: string, rating: SurveyRecord): Promise<void> {
    if (this.#ratingKeys.has(key)) return;
    this.#ratingKeys.add(key);
    this.#ratings.splice(Math.floor(Math.random() * (this.#ratings.length + 1)), 0, rating);
  }

  async ratings(): Promise<readonly SurveyRecord[]> {
    return [...this.#ratings];
  }

  announce(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }

  subscribe(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Others may work on it still; it goes with the last of them. */
  close(): void {}

  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    const result = this.#tail.then(run);
    this.#tail = result.catch(() => undefined);
    return result;
  }

  #reader(): DeskReader {
    return {
      events: async (id) => this.#events.get(id) ?? [],
      row: async (id) => this.#rows.get(id),
      ids: async (after, limit) =>
        [...this.#events.keys()]
          .filter((id) => after === undefined || id > after)
          .sort()
          .slice(0, limit),
      remembered: async (key) => this.#commands.get(key),
      sequence: async (name) => this.#sequences.get(name) ?? 0,
      scan: async (scan, visit) => this.#rows.scan(scan, visit),
    };
  }
}
