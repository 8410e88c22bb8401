import type { Presence } from '../backend.js';
import type { PresenceLine, PresenceSign } from './store.js';

/** Milliseconds between two signs of life. */
const heartbeat = 20_000;

/** Milliseconds without one after which somebody is gone. Browsers slow the timers of a hidden tab to one a minute. */
const patience = 75_000;

interface Entry {
  readonly presence: Presence;
  /** Milliseconds of the local clock; nobody else's counts. Those who are here by this board do not grow old. */
  readonly heardAt: number;
}

/** Who has which case open, as far as this page has heard. Nothing of it is stored. */
export class PresenceBoard {
  readonly #line: PresenceLine;
  readonly #mine = new Map<string, Presence>();
  readonly #others = new Map<string, Entry>();
  readonly #watchers = new Set<LatestWatcher<readonly Presence[]>>();
  readonly #unlisten: () => void;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(line: PresenceLine) {
    this.#line = line;
    this.#unlisten = line.listen(this, (sign) => this.#hear(sign));
  }

  attend(presence: Presence, signal: AbortSignal): void {
    if (signal.aborted) return;
    const token = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
    this.#mine.set(token, presence);
    this.#say({ type: 'here', token, presence });
    signal.addEventListener('abort', () => this.#leave(token), { once: true });
    this.#changed();
  }

  watch(signal: AbortSignal | undefined): AsyncIterableIterator<readonly Presence[]> {
    const watcher = new LatestWatcher<readonly Presence[]>(() => {
      this.#watchers.delete(watcher);
      signal?.removeEventListener('abort', end);
      this.#keepTime();
    });
    const end = (): void => watcher.end();
    if (signal?.aborted) watcher.end();
    else {
      signal?.addEventListener('abort', end);
      this.#watchers.add(watcher);
      watcher.show(this.#everyone());
      this.#say({ type: 'who' });
      this.#keepTime();
    }
    return watcher;
  }

  close(): void {
    for (const token of [...this.#mine.keys()]) this.#leave(token);
    for (const watcher of [...this.#watchers]) watcher.end();
    this.#unlisten();
    this.#others.clear();
    this.#keepTime();
  }

  #leave(token: string): void {
    if (!this.#mine.delete(token)) return;
    this.#say({ type: 'gone', token });
    this.#changed();
  }

  #hear(sign: PresenceSign): void {
    if (sign.type === 'who') return this.#sayAll();
    if (sign.type === 'gone') this.#others.delete(sign.token);
    else this.#others.set(sign.token, { presence: sign.presence, heardAt: Date.now() });
    this.#changed();
  }

  #say(sign: PresenceSign): void {
    this.#line.tell(sign, this);
  }

  #sayAll(): void {
    for (const [token, presence] of this.#mine) this.#say({ type: 'here', token, presence });
  }

  #changed(): void {
    const everyone = this.#everyone();
    for (const watcher of this.#watchers) watcher.show(everyone);
    this.#keepTime();
  }

  #everyone(): readonly Presence[] {
    const all = [
      ...this.#mine.values(),
      ...[...this.#others.values()].map((each) => each.presence),
    ];
    const once = new Map(all.map((each) => [JSON.stringify([each.id, each.petugasId]), each]));
    return [...once.keys()].sort().map((key) => once.get(key) as Presence);
  }

  /** A timer runs only while somebody here is to be announced, or somebody looks. */
  #keepTime(): void {
    const isNeeded = this.#mine.size > 0 || this.#watchers.size > 0;
    if (isNeeded && this.#timer === undefined)
      this.#timer = setInterval(() => this.#beat(), heartbeat);
    if (!isNeeded && this.#timer !== undefined) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    }
  }

  #beat(): void {
    this.#sayAll();
    const oldest = Date.now() - patience;
    const before = this.#others.size;
    for (const [token, { heardAt }] of this.#others)
      if (heardAt < oldest) this.#others.delete(token);
    if (this.#others.size < before) this.#changed();
  }
}

type Result<T> = IteratorResult<T, undefined>;

/** Shows the last value only, and none twice: who looks late sees how things stand now. */
export class LatestWatcher<T> implements AsyncIterableIterator<T> {
  readonly #onEnd: () => void;
  readonly #waiting: ((result: Result<T>) => void)[] = [];
  #next: T | undefined;
  #shown: string | undefined;
  #ended = false;

  constructor(onEnd: () => void) {
    this.#onEnd = onEnd;
  }

  show(value: T): void {
    const text = JSON.stringify(value);
    if (this.#ended || text === this.#shown) {
      // Back to what was shown last before anyone looked: there is nothing to tell.
      this.#next = undefined;
      return;
    }
    const resolve = this.#waiting.shift();
    if (resolve === undefined) this.#next = value;
    else {
      this.#shown = text;
      resolve({ value, done: false });
    }
  }

  end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#next = undefined;
    for (const resolve of this.#waiting.splice(0)) resolve({ value: undefined, done: true });
    this.#onEnd();
  }

  next(): Promise<Result<T>> {
    const value = this.#next;
    if (value !== undefined) {
      this.#next = undefined;
      this.#shown = JSON.stringify(value);
      return Promise.resolve({ value, done: false });
    }
    if (this.#ended) return Promise.resolve({ value: undefined, done: true });
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  return(): Promise<Result<T>> {
    this.end();
    return Promise.resolve({ value: undefined, done: true });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
