import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Backend, ConsultationSummary, ListFilter, ListQuery } from '@lpse-konsultasi/client';
import { LpseError } from '@lpse-konsultasi/form-schema';

const pageSize = 50;

export interface QueueSource {
  readonly backend: Backend | undefined;
  /** Compared by identity: the same object asks for the same rows. */
  readonly query: ListFilter & Pick<ListQuery, 'sort'>;
  /** While true, rows keep their places: somebody is about to press one. */
  readonly held: boolean;
}

/**
 * The rows of the queue, page by page, in step with the backend. A row that is on the screen follows its case at once;
 * rows that come, go or change places wait while the list is held, and are counted until then.
 */
export class QueueController implements ReactiveController {
  rows: readonly ConsultationSummary[] = [];
  status: 'loading' | 'ready' | 'failed' = 'loading';
  failure: LpseError | undefined;
  hasMore = false;
  /** Rows that came or went since the list has been held. */
  waiting = 0;
  /** Rows that have just appeared without the person asking; for an announcement. */
  arrived = 0;

  readonly #host: ReactiveControllerHost;
  readonly #source: () => QueueSource;
  #abort: AbortController | undefined;
  #backend: Backend | undefined;
  #query: QueueSource['query'] | undefined;
  #fresh: readonly ConsultationSummary[] = [];
  #wanted = pageSize;
  #reading: Promise<void> | undefined;
  #again = false;

  constructor(host: ReactiveControllerHost, source: () => QueueSource) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  hostUpdate(): void {
    const { backend, query } = this.#source();
    if (backend === this.#backend && query === this.#query) return;
    const isOther = backend !== this.#backend;
    this.#stop();
    this.#backend = backend;
    this.#query = query;
    this.#wanted = pageSize;
    this.arrived = 0;
    if (isOther) this.rows = [];
    this.status = 'loading';
    if (backend === undefined) return;
    const abort = new AbortController();
    this.#abort = abort;
    void this.#follow(backend, abort.signal);
  }

  hostDisconnected(): void {
    this.#stop();
    this.#backend = undefined;
  }

  /** One page more. */
  more(): void {
    if (!this.hasMore) return;
    this.#wanted += pageSize;
    this.settle();
    this.#refresh();
  }

  /** Shows what has been waiting while the list was held. */
  settle(): void {
    if (this.waiting === 0 && this.rows === this.#fresh) return;
    this.rows = this.#fresh;
    this.waiting = 0;
    this.#host.requestUpdate();
  }

  async #follow(backend: Backend, signal: AbortSignal): Promise<void> {
    try {
      // Watch first, read second: a change between the two is seen by one of them.
      const changes = backend.watch({ signal })[Symbol.asyncIterator]();
      let next = changes.next();
      this.#refresh();
      for (;;) {
        const { done } = await next;
        if (done === true || signal.aborted) return;
        next = changes.next();
        this.#refresh();
      }
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  /** One reading at a time; changes meanwhile cost one more, however many they are. */
  #refresh(): void {
    if (this.#reading !== undefined) {
      this.#again = true;
      return;
    }
    const signal = this.#abort?.signal;
    const backend = this.#backend;
    const query = this.#query;
    if (signal === undefined || backend === undefined || query === undefined) return;
    this.#reading = this.#read(backend, query, signal).finally(() => {
      this.#reading = undefined;
      if (!this.#again) return;
      this.#again = false;
      this.#refresh();
    });
  }

  async #read(backend: Backend, query: QueueSource['query'], signal: AbortSignal): Promise<void> {
    try {
      const rows: ConsultationSummary[] = [];
      let cursor: string | undefined;
      do {
        const limit = Math.min(200, this.#wanted - rows.length);
        const page = await backend.list({
          ...query,
          limit,
          signal,
          ...(cursor === undefined ? {} : { cursor }),
        });
        rows.push(...page.items);
        cursor = page.cursor;
      } while (cursor !== undefined && rows.length < this.#wanted);
      if (signal.aborted) return;
      this.hasMore = cursor !== undefined;
      this.#show(rows);
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  #show(fresh: readonly ConsultationSummary[]): void {
    const isFirst = this.status !== 'ready';
    const shown = new Set(this.rows.map(({ id }) => id));
    const current = new Map(fresh.map((row) => [row.id, row]));
    const added = fresh.filter(({ id }) => !shown.has(id)).length;
    this.#fresh = fresh;
    this.status = 'ready';
    this.failure = undefined;
    if (!isFirst && this.#source().held) {
      this.rows = this.rows.map((row) => current.get(row.id) ?? row);
      const gone = [...shown].filter((id) => !current.has(id)).length;
      this.waiting = added + gone;
    } else {
      this.rows = fresh;
      this.waiting = 0;
      this.arrived = isFirst ? 0 : added;
    }
    this.#host.requestUpdate();
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
    this.#reading = undefined;
    this.#again = false;
  }
}
