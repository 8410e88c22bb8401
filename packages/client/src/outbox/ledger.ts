import type { OutboxEntry } from './entry.js';
import type { OutboxStore } from './outbox-store.js';

type Step = (ledger: Ledger) => void;

/**
 * What the store holds, in memory as well: a change touches one entry, so that the cost of an entry does not grow with
 * the number of those that wait. What other tabs change comes in by `put` and `drop`; `load` reads everything anew.
 */
export class Ledger {
  readonly #store: OutboxStore;
  #entries = new Map<string, OutboxEntry>();
  #cases = new Map<string, Set<string>>();
  #list: readonly OutboxEntry[] | undefined = [];
  #damaged = 0;
  /** What happened while the store was being read, to be done again on what was read. */
  #meanwhile: Step[] | undefined;
  #loading: Promise<void> | undefined;

  constructor(store: OutboxStore) {
    this.#store = store;
  }

  /** In the order in which they were handed in; the same array until something changes. */
  get list(): readonly OutboxEntry[] {
    this.#list ??= [...this.#entries.values()].sort((a, b) => a.order - b.order);
    return this.#list;
  }

  get size(): number {
    return this.#entries.size;
  }

  get damaged(): number {
    return this.#damaged;
  }

  get(id: string): OutboxEntry | undefined {
    return this.#entries.get(id);
  }

  ofCase(consultationId: string): readonly OutboxEntry[] {
    const ids = this.#cases.get(consultationId) ?? [];
    return [...ids].flatMap((id) => this.#entries.get(id) ?? []).sort((a, b) => a.order - b.order);
  }

  /** The entry of a case that has to arrive before any other of it. */
  head(consultationId: string): OutboxEntry | undefined {
    return this.ofCase(consultationId).find(({ state }) => state.type === 'waiting');
  }

  heads(): OutboxEntry[] {
    const heads = [...this.#cases.keys()].flatMap((id) => this.head(id) ?? []);
    return heads.sort((a, b) => a.order - b.order);
  }

  /** Reads the store anew. Calls while it is being read share the reading. */
  load(): Promise<void> {
    this.#loading ??= this.#load().finally(() => {
      this.#loading = undefined;
      this.#meanwhile = undefined;
    });
    return this.#loading;
  }

  async add(entry: Omit<OutboxEntry, 'order'>): Promise<OutboxEntry> {
    const placed = await this.#store.add(entry);
    this.put(placed);
    return placed;
  }

  /** An entry that was given up meanwhile stays away. */
  async replace(entry: OutboxEntry): Promise<void> {
    await this.#store.replace(entry);
    if (this.#entries.has(entry.id)) this.put(entry);
  }

  async remove(id: string): Promise<void> {
    await this.#store.remove(id);
    this.drop(id);
  }

  put(entry: OutboxEntry): void {
    this.#do((ledger) => ledger.#set(entry));
  }

  drop(id: string): void {
    this.#do((ledger) => ledger.#delete(id));
  }

  #do(step: Step): void {
    this.#meanwhile?.push(step);
    step(this);
  }

  async #load(): Promise<void> {
    this.#meanwhile = [];
    const { entries, damaged } = await this.#store.all();
    this.#entries.clear();
    this.#cases.clear();
    this.#list = undefined;
    this.#damaged = damaged;
    for (const entry of entries) this.#set(entry);
    for (const step of this.#meanwhile) step(this);
  }

  #set(entry: OutboxEntry): void {
    const { consultationId } = entry.command;
    const ids = this.#cases.get(consultationId) ?? new Set();
    this.#cases.set(consultationId, ids.add(entry.id));
    this.#entries.set(entry.id, entry);
    this.#list = undefined;
  }

  #delete(id: string): void {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    this.#entries.delete(id);
    const ids = this.#cases.get(entry.command.consultationId);
    ids?.delete(id);
    if (ids?.size === 0) this.#cases.delete(entry.command.consultationId);
    this.#list = undefined;
  }
}
