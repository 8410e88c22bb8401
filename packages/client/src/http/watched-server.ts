import type { Change, WatchOptions } from '../backend.js';
import { ChangeFeed } from '../embedded/change-feed.js';
import { changeOf } from './answers.js';
import { follow } from './follow.js';
import type { Line, Patience } from './line.js';
import type { HeardLine } from './live-line.js';

export interface WatchedServerOptions {
  readonly line: Line;
  readonly patience: Patience;
  readonly heard: HeardLine;
  /** Members of the public watch one case at a time; staff have one stream for all that they watch. */
  readonly isPublic: boolean;
  /** Credentials for a case, or for the desk; undefined while there are none. */
  readonly headers: (
    id: string | undefined,
  ) => Promise<{ readonly [name: string]: string } | undefined>;
  /** The last position that an answer has named. */
  readonly position: () => string | undefined;
}

/** The changes of a server, for everyone on this page who watches: one connection, as long as someone does. */
export class WatchedServer {
  readonly #options: WatchedServerOptions;
  readonly #feed = new ChangeFeed();
  /** By the case that is followed; `undefined` is the whole desk. */
  readonly #streams = new Map<string | undefined, { watchers: number; stop: AbortController }>();
  /** The last version that was told of each case: what comes late or twice is not told again. */
  readonly #told = new Map<string, number>();
  /** Those who wait for a token of a case. */
  readonly #waiting = new Set<() => void>();

  constructor(options: WatchedServerOptions) {
    this.#options = options;
  }

  watch(options: WatchOptions): AsyncIterable<Change> {
    const { id, signal } = options;
    const changes = this.#feed.watch(options);
    if (this.#options.isPublic && id === undefined) {
      void changes.return?.();
      return changes;
    }
    if (signal?.aborted) return changes;
    const release = this.#follow(this.#options.isPublic ? id : undefined);
    signal?.addEventListener('abort', release, { once: true });
    return {
      [Symbol.asyncIterator]: () => ({
        next: () => changes.next(),
        return: () => {
          signal?.removeEventListener('abort', release);
          release();
          return changes.return?.() ?? Promise.resolve({ value: undefined, done: true });
        },
      }),
    };
  }

  /** Tells of a change of this page's own at once, before the server does. */
  tell(change: Change): void {
    this.#wake();
    if (this.#streams.size === 0) return;
    const told = this.#told.get(change.id) ?? 0;
    // Damage is found at a version that was told long ago.
    if (change.version <= told && change.damaged !== true) return;
    this.#told.set(change.id, Math.max(told, change.version));
    this.#feed.publish(change);
  }

  close(): void {
    for (const { stop } of this.#streams.values()) stop.abort();
    this.#streams.clear();
    this.#feed.close();
  }

  /** Keeps the stream of a case open until what is answered is called. */
  #follow(id: string | undefined): () => void {
    let stream = this.#streams.get(id);
    if (stream === undefined) {
      stream = { watchers: 0, stop: new AbortController() };
      this.#streams.set(id, stream);
      void this.#run(id, stream.stop.signal);
    }
    const held = stream;
    held.watchers += 1;
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      held.watchers -= 1;
      if (held.watchers > 0) return;
      held.stop.abort();
      if (this.#streams.get(id) === held) this.#streams.delete(id);
      if (this.#streams.size === 0) this.#told.clear();
    };
  }

  async #run(id: string | undefined, signal: AbortSignal): Promise<void> {
    const { line, patience, heard, headers, position } = this.#options;
    const from = position();
    while (!signal.aborted && (await headers(id)) === undefined) await this.#awake(signal);
    if (signal.aborted) return;
    await follow({
      line,
      patience,
      heard,
      signal,
      path: id === undefined ? '/changes' : `/changes?id=${encodeURIComponent(id)}`,
      headers: async () => (await headers(id)) ?? {},
      // Who had to wait for a token begins with the answer that bound it.
      position: () => from ?? position(),
      onEvent: ({ type, data }) => {
        const change = type === 'change' ? changeOf(data) : undefined;
        if (change !== undefined) this.tell(change);
      },
    });
  }

  /** Until this page has carried something out, which may have bound a token. */
  #awake(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }

  #wake(): void {
    for (const wake of this.#waiting) wake();
  }
}
