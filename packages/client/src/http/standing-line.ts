import type { Board } from '@lpse-konsultasi/form-schema';
import type { Presence } from '../backend.js';
import { LatestWatcher } from '../embedded/presence-board.js';
import { boardOf, presencesOf } from './answers.js';
import { follow } from './follow.js';
import type { Line, Patience } from './line.js';
import type { HeardLine } from './live-line.js';

/** Milliseconds between two signs of life; a server forgets after three of them. */
const heartbeat = 20_000;

export interface StandingLineOptions {
  readonly line: Line;
  readonly patience: Patience;
  readonly heard: HeardLine;
  readonly headers: () => Promise<{ readonly [name: string]: string }>;
}

/** Who has which case open, told to a server and by it; and what the waiting room may know. */
export class StandingLine {
  readonly #options: StandingLineOptions;
  readonly #leaving = new Set<() => Promise<void>>();
  readonly #watchers = new Set<{ end(): void }>();

  constructor(options: StandingLineOptions) {
    this.#options = options;
  }

  /** Answers when the server knows. Throws when it cannot be told yet; until `signal` fires it is told again. */
  async attend(id: string, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const path = `/consultations/${encodeURIComponent(id)}/presence/${crypto.randomUUID()}`;
    const say = async (method: 'PUT' | 'DELETE'): Promise<void> => {
      await this.#options.line.ask({ method, path, headers: await this.#options.headers() });
    };
    let isHere = true;
    const beat = async (): Promise<void> => {
      await say('PUT');
      // It may have arrived after the word that nobody is here any more.
      if (!isHere) await say('DELETE').catch(() => undefined);
    };
    // A beat that is lost, be it the first, is made good by the next one.
    const timer = setInterval(() => void beat().catch(() => undefined), heartbeat);
    const leave = async (): Promise<void> => {
      if (!this.#leaving.delete(leave)) return;
      isHere = false;
      clearInterval(timer);
      signal.removeEventListener('abort', leave);
      // Where this does not arrive, silence says the same a minute later.
      await say('DELETE').catch(() => undefined);
    };
    this.#leaving.add(leave);
    signal.addEventListener('abort', leave, { once: true });
    await beat();
  }

  attending(signal: AbortSignal | undefined): AsyncIterable<readonly Presence[]> {
    return this.#latest({ path: '/presence', type: 'presence', parse: presencesOf, signal });
  }

  board(signal: AbortSignal | undefined): AsyncIterable<Board> {
    return this.#latest({ path: '/board', type: 'board', parse: boardOf, signal });
  }

  /** The values of a stream that tells each time how things stand. */
  #latest<T>({
    path,
    type,
    parse,
    signal,
  }: {
    readonly path: string;
    readonly type: string;
    readonly parse: (data: string) => T | undefined;
    readonly signal: AbortSignal | undefined;
  }): AsyncIterable<T> {
    const stop = new AbortController();
    const watcher = new LatestWatcher<T>(() => {
      stop.abort();
      this.#watchers.delete(watcher);
      signal?.removeEventListener('abort', end);
    });
    const end = (): void => watcher.end();
    if (signal?.aborted) {
      end();
      return watcher;
    }
    signal?.addEventListener('abort', end);
    this.#watchers.add(watcher);
    void follow({
      ...this.#options,
      path,
      position: () => undefined,
      onEvent: (event) => {
        const value = event.type === type ? parse(event.data) : undefined;
        if (value !== undefined) watcher.show(value);
      },
      signal: stop.signal,
    });
    return watcher;
  }

  async close(): Promise<void> {
    for (const watcher of [...this.#watchers]) watcher.end();
    await Promise.all([...this.#leaving].map((leave) => leave()));
  }
}

/** For those to whom nothing is told. */
export function nobody(): AsyncIterable<readonly Presence[]> {
  const watcher = new LatestWatcher<readonly Presence[]>(() => undefined);
  watcher.end();
  return watcher;
}
