import type { Presence } from '../backend.js';
import { PresenceWatcher } from '../embedded/presence-board.js';
import { presencesOf } from './answers.js';
import { follow } from './follow.js';
import type { Line, Patience } from './line.js';

/** Milliseconds between two signs of life; a server forgets after three of them. */
const heartbeat = 20_000;

export interface PresenceLineOptions {
  readonly line: Line;
  readonly patience: Patience;
  readonly headers: () => Promise<{ readonly [name: string]: string }>;
}

/** Who has which case open, told to a server and by it. */
export class PresenceLine {
  readonly #options: PresenceLineOptions;
  readonly #leaving = new Set<() => Promise<void>>();
  readonly #watchers = new Set<PresenceWatcher>();

  constructor(options: PresenceLineOptions) {
    this.#options = options;
  }

  /** Answers when the server knows; throws when it cannot be told. */
  async attend(id: string, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const path = `/consultations/${encodeURIComponent(id)}/presence/${crypto.randomUUID()}`;
    const say = async (method: 'PUT' | 'DELETE'): Promise<void> => {
      await this.#options.line.ask({ method, path, headers: await this.#options.headers() });
    };
    await say('PUT');
    // A beat that is lost is made good by the next one.
    const timer = setInterval(() => void say('PUT').catch(() => undefined), heartbeat);
    const leave = async (): Promise<void> => {
      if (!this.#leaving.delete(leave)) return;
      clearInterval(timer);
      signal.removeEventListener('abort', leave);
      // Where this does not arrive, silence says the same a minute later.
      await say('DELETE').catch(() => undefined);
    };
    this.#leaving.add(leave);
    signal.addEventListener('abort', leave, { once: true });
    if (signal.aborted) await leave();
  }

  attending(signal: AbortSignal | undefined): AsyncIterable<readonly Presence[]> {
    const stop = new AbortController();
    const watcher = new PresenceWatcher(() => {
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
      path: '/presence',
      position: () => undefined,
      onEvent: ({ type, data }) => {
        const list = type === 'presence' ? presencesOf(data) : undefined;
        if (list !== undefined) watcher.show(list);
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
  const watcher = new PresenceWatcher(() => undefined);
  watcher.end();
  return watcher;
}
