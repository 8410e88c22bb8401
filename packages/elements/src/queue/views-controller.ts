import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Backend, Memo } from '@lpse-konsultasi/client';
import { groupNames } from './queue-groups.js';
import {
  everything,
  filterFrom,
  queryOf,
  type QueryContext,
  type QueueFilter,
} from './queue-filter.js';

/** How long changes are collected before the views are counted anew: one count for a busy second. */
const pauseMs = 700;

/** Somebody's own names, as many as keys and a menu can hold. */
const mostViews = 20;
const longestName = 40;

/** A named set of filters: a group of the office, or one that the officer has kept. */
export interface QueueView {
  readonly id: string;
  /** Absent for the groups of the office, which are named in the interface's language. */
  readonly name?: string;
  readonly filter: QueueFilter;
}

export interface ViewsSource {
  readonly backend: Backend | undefined;
  readonly memo: Memo | undefined;
  /** Names the office and the officer. */
  readonly key: string;
  readonly context: QueryContext | undefined;
}

const groupViews: readonly QueueView[] = groupNames.map((group) => ({
  id: group,
  filter: { ...everything, group },
}));

/** The views of the queue with how many cases each holds; an officer's own ones are kept in the browser. */
export class ViewsController implements ReactiveController {
  /** By view; absent until it was counted. */
  counts: ReadonlyMap<string, number> = new Map();

  readonly #host: ReactiveControllerHost;
  readonly #source: () => ViewsSource;
  #own: readonly QueueView[] = [];
  #memo: Memo | undefined;
  #key: string | undefined;
  #loaded: Promise<void> = Promise.resolve();
  #backend: Backend | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isCounting = false;
  /** Something has changed while they were counted. */
  #isBehind = false;

  constructor(host: ReactiveControllerHost, source: () => ViewsSource) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  get all(): readonly QueueView[] {
    return [...groupViews, ...this.#own];
  }

  isOwn(id: string): boolean {
    return this.#own.some((view) => view.id === id);
  }

  hostUpdate(): void {
    const { backend, memo, key } = this.#source();
    if (backend !== this.#backend) {
      this.#backend = backend;
      // They are counted when the first rows are there: nobody waits for a number.
      this.counts = new Map();
    }
    if (memo === undefined || (memo === this.#memo && key === this.#key)) return;
    this.#memo = memo;
    this.#key = key;
    this.#own = [];
    this.#loaded = this.#load(memo, key);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Keeps a filter under a name, in the place of one of the same name. Answers its id. */
  keep(name: string, filter: QueueFilter): string {
    const short = name.trim().slice(0, longestName);
    const id = `own:${short}`;
    const others = this.#own.filter((view) => view.id !== id);
    this.#own = [...others, { id, name: short, filter }].slice(-mostViews);
    void this.#save();
    this.countSoon(0);
    return id;
  }

  forget(id: string): void {
    this.#own = this.#own.filter((view) => view.id !== id);
    void this.#save();
    this.#host.requestUpdate();
  }

  /**
   * Counts the views anew, once for everything that happens within a moment, and one count at a time: of two, a slow
   * backend may answer the older one last.
   */
  countSoon(pause = pauseMs): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (this.#isCounting) this.#isBehind = true;
      else void this.#count();
    }, pause);
  }

  async #count(): Promise<void> {
    this.#isCounting = true;
    this.#isBehind = false;
    const { backend, context } = this.#source();
    const counts =
      backend === undefined || context === undefined
        ? undefined
        : await this.#countOf(backend, context).catch(() => undefined);
    this.#isCounting = false;
    if (this.#isBehind) this.countSoon();
    // The list itself says what is wrong with the storage.
    if (counts === undefined || backend !== this.#source().backend) return;
    this.counts = counts;
    this.#host.requestUpdate();
  }

  async #countOf(backend: Backend, context: QueryContext): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    for (const { id, filter } of this.all) {
      const { total } = await backend.list({ ...queryOf(filter, context), limit: 1, total: true });
      if (total !== undefined) counts.set(id, total);
    }
    return counts;
  }

  async #load(memo: Memo, key: string): Promise<void> {
    const kept = await memo.get(key).catch(() => undefined);
    if (memo !== this.#memo || key !== this.#key) return;
    const stored = (Array.isArray(kept) ? (kept as readonly unknown[]) : []).flatMap((entry) => {
      const { name, filter } = entry as { name?: unknown; filter?: unknown };
      if (typeof name !== 'string' || name === '') return [];
      return [{ id: `own:${name}`, name, filter: filterFrom(filter) }];
    });
    // What the officer has kept meanwhile is newer.
    const others = stored.filter(({ id }) => !this.isOwn(id));
    this.#own = [...others, ...this.#own].slice(-mostViews);
    if (this.#own.length > 0) this.countSoon();
    this.#host.requestUpdate();
  }

  async #save(): Promise<void> {
    const [memo, key] = [this.#memo, this.#key];
    // What was stored before is part of what is stored now.
    await this.#loaded;
    if (memo === undefined || key === undefined || key !== this.#key) return;
    const kept = this.#own.map(({ name = '', filter }) => ({ name, filter: { ...filter } }));
    await memo.set(key, kept).catch(() => undefined);
  }
}
