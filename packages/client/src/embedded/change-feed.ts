import type { Change, WatchOptions } from '../backend.js';

/**
 * Hands changes to those who watch. A watcher that is slow gets the last change of each case and no more, so nothing
 * piles up and the last change is never lost.
 */
export class ChangeFeed {
  readonly #watchers = new Set<Watcher>();

  publish(change: Change): void {
    for (const watcher of this.#watchers) watcher.push(change);
  }

  /** Hears of everything from now on, also of what happens before the first `next()`. */
  watch({ id, signal }: WatchOptions): AsyncIterableIterator<Change> {
    const watcher = new Watcher(id, () => {
      this.#watchers.delete(watcher);
      signal?.removeEventListener('abort', end);
    });
    const end = (): void => watcher.end();
    this.#watchers.add(watcher);
    signal?.addEventListener('abort', end);
    if (signal?.aborted) end();
    return watcher;
  }

  close(): void {
    for (const watcher of this.#watchers) watcher.end();
  }
}

type Result = IteratorResult<Change, undefined>;

class Watcher implements AsyncIterableIterator<Change> {
  readonly #id: string | undefined;
  readonly #onEnd: () => void;
  /** By case, in the order in which they will be handed out. */
  readonly #pending = new Map<string, Change>();
  readonly #waiting: ((result: Result) => void)[] = [];
  #ended = false;

  constructor(id: string | undefined, onEnd: () => void) {
    this.#id = id;
    this.#onEnd = onEnd;
  }

  push(change: Change): void {
    if (this.#ended || (this.#id !== undefined && change.id !== this.#id)) return;
    const resolve = this.#waiting.shift();
    if (resolve !== undefined) return resolve({ value: change, done: false });
    // Tabs are heard in any order: an older change must not replace a newer one.
    const known = this.#pending.get(change.id);
    const isNews = change.damaged === true || (known?.version ?? 0) < change.version;
    if (isNews) this.#pending.set(change.id, change);
  }

  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#pending.clear();
    for (const resolve of this.#waiting.splice(0)) resolve({ value: undefined, done: true });
    this.#onEnd();
  }

  next(): Promise<Result> {
    const [first] = this.#pending;
    if (first !== undefined) {
      this.#pending.delete(first[0]);
      return Promise.resolve({ value: first[1], done: false });
    }
    if (this.#ended) return Promise.resolve({ value: undefined, done: true });
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  return(): Promise<Result> {
    this.end();
    return Promise.resolve({ value: undefined, done: true });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
