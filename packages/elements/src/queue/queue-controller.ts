import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Backend, ConsultationSummary, ListFilter } from '@lpse-konsultasi/client';
import { LpseError } from '@lpse-konsultasi/form-schema';
import type { QueueSort } from './queue-filter.js';
import { mergeRows, type RowChange } from './row-list.js';

/** The first page is what a screen shows; the others are as large as the contract lets them be. */
const firstPage = 50;
const nextPage = 200;

type Query = ListFilter & { readonly sort: QueueSort };
type Row = ConsultationSummary;

export interface QueueSource {
  readonly backend: Backend | undefined;
  /** Compared by identity: the same object asks for the same rows. */
  readonly query: Query;
  /** While true, rows keep their places: somebody is about to press one, or reads further down. */
  readonly held: boolean;
}

/**
 * The rows of the queue, read as far as they are looked at and in step with the backend. A change costs one small
 * question about the rows that changed, however long the list is. A row on the screen follows its case at once; rows
 * that come, go or change places wait while the list is held, and are counted until then.
 */
export class QueueController implements ReactiveController {
  /** From the first row of the query as far as they were read. */
  rows: readonly Row[] = [];
  /** All rows of the query, also those that were not read yet; at least as many as `rows`. */
  total = 0;
  /** Cases of the desk that are known to be damaged, whatever the query. */
  damaged = 0;
  status: 'loading' | 'ready' | 'failed' = 'loading';
  failure: LpseError | undefined;
  /** Rows that came, went or moved since the list has been held. */
  waiting = 0;
  /** Rows that have just appeared without the person asking; for an announcement. */
  arrived = 0;
  /** Milliseconds that the last question took; typing waits for no longer than this. */
  lastMs = 0;
  /** Called when the first rows of another query are there. */
  onStart: (() => void) | undefined;
  /** Called after something has changed, e.g. to count anew. */
  onChange: (() => void) | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #source: () => QueueSource;
  #abort: AbortController | undefined;
  #isConnected = false;
  #backend: Backend | undefined;
  #query: Query | undefined;
  #cursor: string | undefined;
  #wanted = firstPage;
  #reading = false;
  /** Cases that moved on and were not asked about yet. */
  #changed = new Set<string>();
  #held: readonly RowChange[] = [];
  /** The ids of `#idsOf`: reading on through 30,000 rows does not look at all of them again for each page. */
  #ids = new Set<string>();
  #idsOf: readonly Row[] = [];

  constructor(host: ReactiveControllerHost, source: () => QueueSource) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  get isComplete(): boolean {
    return this.status === 'ready' && this.#cursor === undefined;
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    // An update that was due when the element left its page is still carried out.
    if (!this.#isConnected) return;
    const { backend, query } = this.#source();
    if (backend === this.#backend && query === this.#query) return;
    const isOther = backend !== this.#backend;
    if (isOther) this.#stop();
    this.#backend = backend;
    this.#query = query;
    this.#wanted = firstPage;
    this.arrived = 0;
    if (isOther) {
      this.rows = [];
      this.total = 0;
    }
    this.status = 'loading';
    if (backend === undefined) return;
    if (isOther) {
      this.#abort = new AbortController();
      void this.#follow(backend, this.#abort.signal);
    } else void this.#restart();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#stop();
    this.#backend = undefined;
  }

  /** Reads on until there are so many rows, or all. */
  need(count: number): void {
    this.#wanted = Math.max(this.#wanted, count);
    if (this.status === 'ready') void this.#work();
  }

  /** Shows what has been waiting while the list was held. */
  settle(): void {
    const changes = this.#held;
    if (changes.length === 0) return;
    this.#held = [];
    this.waiting = 0;
    this.#take(changes);
    this.#host.requestUpdate();
  }

  async #follow(backend: Backend, signal: AbortSignal): Promise<void> {
    try {
      // Watch first, read second: a change between the two is seen by one of them.
      const changes = backend.watch({ signal })[Symbol.asyncIterator]();
      let next = changes.next();
      void this.#restart();
      for (;;) {
        const { done, value } = await next;
        if (done === true || signal.aborted) return;
        next = changes.next();
        this.#changed.add(value.id);
        if (this.status === 'failed') this.#retry();
        else void this.#work();
      }
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  /** The backend is there again: it has told of a change. */
  #retry(): void {
    this.status = 'loading';
    this.failure = undefined;
    void this.#restart();
  }

  /** From the first page, for another query or after a failure. */
  /** Reads the list anew after a failure. */
  readonly retry = (): void => void this.#restart();

  async #restart(): Promise<void> {
    const { backend, query, signal } = this.#task();
    if (backend === undefined || query === undefined || signal === undefined) return;
    const started = performance.now();
    try {
      this.#changed.clear();
      const page = await backend.list({ ...query, limit: firstPage, total: true, signal });
      if (!this.#isCurrent(query, signal)) return;
      this.lastMs = performance.now() - started;
      this.rows = page.items;
      this.#cursor = page.cursor;
      this.total = Math.max(page.total ?? 0, page.items.length);
      this.damaged = page.damaged ?? 0;
      this.#held = [];
      this.waiting = 0;
      this.status = 'ready';
      this.failure = undefined;
      this.#host.requestUpdate();
      this.onStart?.();
      this.onChange?.();
      void this.#work();
    } catch (error) {
      if (this.#isCurrent(query, signal)) this.#fail(error);
    }
  }

  /** Asks about what has changed and reads on, one question at a time, until nothing is left to do. */
  async #work(): Promise<void> {
    if (this.#reading) return;
    this.#reading = true;
    const { backend, query, signal } = this.#task();
    try {
      while (backend && query && signal && this.#isCurrent(query, signal)) {
        if (this.status !== 'ready') break;
        if (this.#changed.size > 0) await this.#ask(backend, query, signal);
        else if (this.#cursor !== undefined && this.rows.length < this.#wanted)
          await this.#readOn(backend, query, signal);
        else break;
      }
    } catch (error) {
      if (query && signal && this.#isCurrent(query, signal)) this.#fail(error);
    } finally {
      this.#reading = false;
    }
    // Another query has come meanwhile; what it wants was refused at the door.
    if (this.status === 'ready' && query !== this.#query) void this.#work();
  }

  async #readOn(backend: Backend, query: Query, signal: AbortSignal): Promise<void> {
    const cursor = this.#cursor ?? '';
    const page = await backend.list({ ...query, limit: nextPage, cursor, signal });
    if (!this.#isCurrent(query, signal)) return;
    if (this.#idsOf !== this.rows) this.#ids = new Set(this.rows.map(({ id }) => id));
    const fresh = page.items.filter(({ id }) => !this.#ids.has(id));
    for (const { id } of fresh) this.#ids.add(id);
    this.rows = [...this.rows, ...fresh];
    this.#idsOf = this.rows;
    this.#cursor = page.cursor;
    this.total =
      page.cursor === undefined ? this.rows.length : Math.max(this.total, this.rows.length);
    this.#host.requestUpdate();
  }

  async #ask(backend: Backend, query: Query, signal: AbortSignal): Promise<void> {
    const ids = [...this.#changed].slice(0, nextPage);
    for (const id of ids) this.#changed.delete(id);
    const [fitting, all, counted] = await Promise.all([
      backend.list({ ...query, ids, limit: nextPage, signal }),
      backend.list({ ids, limit: nextPage, signal }),
      backend.list({ ...query, limit: 1, total: true, signal }),
    ]);
    if (!this.#isCurrent(query, signal)) return;
    const rows = new Map(fitting.items.map((row) => [row.id, row]));
    this.total = counted.total ?? this.total;
    this.damaged = counted.damaged ?? 0;
    this.#show(
      ids.map((id) => ({ id, row: rows.get(id) })),
      new Map(all.items.map((row) => [row.id, row])),
    );
    this.onChange?.();
  }

  #show(changes: readonly RowChange[], current: ReadonlyMap<string, Row>): void {
    if (this.#source().held) {
      // What the person looks at says what is true, but stays where it is.
      this.rows = this.rows.map((row) => current.get(row.id) ?? row);
      const asked = new Set(changes.map(({ id }) => id));
      this.#held = [...this.#held.filter(({ id }) => !asked.has(id)), ...changes];
      const { added, removed, moved } = this.#merged(this.#held);
      this.waiting = added + removed + moved;
      if (this.waiting === 0) this.#held = [];
    } else this.arrived = this.#take(changes);
    this.#host.requestUpdate();
  }

  /** Answers how many rows came in. */
  #take(changes: readonly RowChange[]): number {
    const { rows, added } = this.#merged(changes);
    this.rows = rows;
    this.total = this.isComplete ? rows.length : Math.max(this.total, rows.length);
    return added;
  }

  #merged(changes: readonly RowChange[]): ReturnType<typeof mergeRows> {
    const sort = this.#query?.sort ?? 'registeredAt';
    return mergeRows(this.rows, changes, sort, this.isComplete);
  }

  #task(): { backend?: Backend; query?: Query; signal?: AbortSignal } {
    return {
      ...(this.#backend && { backend: this.#backend }),
      ...(this.#query && { query: this.#query }),
      ...(this.#abort && { signal: this.#abort.signal }),
    };
  }

  #isCurrent(query: Query, signal: AbortSignal): boolean {
    return !signal.aborted && query === this.#query;
  }

  #fail(error: unknown): void {
    this.failure =
      error instanceof LpseError
        ? error
        : new LpseError('LPSE_STORAGE_UNAVAILABLE', { cause: error });
    this.status = 'failed';
    this.#host.requestUpdate();
  }

  #stop(): void {
    this.#abort?.abort();
    this.#abort = undefined;
    this.#changed.clear();
    this.#held = [];
    this.waiting = 0;
  }
}
