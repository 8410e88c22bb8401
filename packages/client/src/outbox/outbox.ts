import { LpseError, canonicalJson, type Json } from '@lpse-konsultasi/form-schema';
import type { Backend, Change, ExecuteOptions, Outcome, WatchOptions } from '../backend.js';
import { plainCopy } from '../embedded/plain.js';
import type { Outbox, OutboxOptions, OutboxStatus } from './contract.js';
import type { OutboxEntry } from './entry.js';
import { whileLeading } from './leader.js';
import { Ledger } from './ledger.js';
import { createMemoryOutboxStore } from './outbox-store.js';
import { Sender, type Delivery } from './sender.js';

/**
 * Keeps each command before it is sent, sends it under the entry's own id as key, and lets it go only when the server has
 * answered that it is done. A refusal becomes a state that someone sees; nothing is dropped for its age.
 *
 * `execute` answers as the backend does while the line is good. Otherwise it throws `LPSE_OUTBOX_WAITING`: the command is
 * safe, and watchers hear of it when it has been carried out.
 */
export function outbox(backend: Backend, options: OutboxOptions): Outbox {
  return new SendingOutbox(backend, options);
}

/** What says that the server was not reached, or could not take the command now. */
const passing = new Set<string>([
  ...['LPSE_SERVER_UNREACHABLE', 'LPSE_SERVER_UNAVAILABLE', 'LPSE_SERVER_FAILED'],
  ...['LPSE_RATE_LIMITED', 'LPSE_SESSION_REQUIRED', 'LPSE_ANSWER_INVALID', 'LPSE_BACKEND_CLOSED'],
  ...['LPSE_STORAGE_FULL'],
]);

/** Someone on this page who waits for the answer to an entry of theirs. */
interface Waiter {
  readonly entry: Pick<OutboxEntry, 'id' | 'command' | 'expectedVersion'>;
  readonly resolve: (result: Outcome | LpseError) => void;
}

/** What tabs tell each other. */
type News =
  /** An entry is new or has changed. */
  | { readonly type: 'put'; readonly entry: OutboxEntry }
  | { readonly type: 'drop'; readonly id: string }
  | { readonly type: 'wake'; readonly id?: string }
  | { readonly type: 'answer'; readonly id: string; readonly outcome: Outcome };

/** From this many entries on listeners hear of changes at intervals, not of each. */
const manyEntries = 50;
const interval = 100;

class SendingOutbox implements Outbox {
  readonly supports;
  readonly line: Backend['line'];
  readonly profile;
  readonly #backend: Backend;
  readonly #options: OutboxOptions;
  readonly #now: () => Date;
  readonly #stop = new AbortController();
  readonly #listeners = new Set<(status: OutboxStatus) => void>();
  readonly #waiters = new Map<string, Waiter>();
  readonly #channel: BroadcastChannel | undefined;
  readonly #ledger: Ledger;
  readonly #sender: Sender;
  /** Resolves when the store was read, or could not be. */
  readonly #ready: Promise<void>;
  #failure: LpseError | undefined;
  /** Takes what the browser does not store. It speaks with no other tab. */
  #spare: SendingOutbox | undefined;
  #pendingShow: ReturnType<typeof setTimeout> | undefined;

  constructor(backend: Backend, options: OutboxOptions, { isSpare = false } = {}) {
    this.#backend = backend;
    this.#options = options;
    this.supports = backend.supports;
    this.profile = backend.profile;
    this.line = backend.line;
    this.#now = options.now ?? (() => new Date());
    this.#ledger = new Ledger(options.store);
    this.#sender = new Sender(this.#ledger, {
      deliver: (entry, signal) => this.#deliver(entry, signal),
      onHeld: ({ id }) => this.#settle(id, waiting('behind another')),
      onError: (error) => this.#fail(error),
      firstPause: options.firstPause ?? 2_000,
      longestPause: options.longestPause ?? 60_000,
    });
    if (typeof BroadcastChannel === 'function' && !isSpare) {
      this.#channel = new BroadcastChannel(`outbox/${options.name}`);
      this.#channel.addEventListener('message', this.#handleNews);
      // In Node an open channel keeps the process alive.
      (this.#channel as unknown as { unref?: () => void }).unref?.();
    }
    globalThis.addEventListener?.('online', this.#handleReturn);
    globalThis.addEventListener?.('pageshow', this.#handleReturn);
    globalThis.document?.addEventListener('visibilitychange', this.#handleReturn);
    this.#ready = this.#load();
    const browserLocks = (globalThis.navigator as Navigator | undefined)?.locks;
    void whileLeading(
      `outbox/${options.name}`,
      this.#stop.signal,
      (signal) => this.#send(signal),
      isSpare || options.locks === null ? undefined : (options.locks ?? browserLocks),
    );
  }

  async execute(
    command: Parameters<Backend['execute']>[0],
    options: ExecuteOptions,
  ): Promise<Outcome> {
    this.#checkOpen();
    options.signal?.throwIfAborted();
    await this.#ready;
    const { type, consultationId, data } = plainCopy(command);
    const { expectedVersion } = options;
    const twin = this.#twinOf({ type, consultationId, data });
    const id = twin?.id ?? this.#options.newId?.() ?? crypto.randomUUID();
    const entry = {
      id,
      command: { type, consultationId, data },
      ...(expectedVersion !== undefined && { expectedVersion }),
    };
    try {
      if (twin === undefined) {
        const addedAt = this.#now().toISOString();
        const state = { type: 'waiting' } as const;
        await this.#keep({ ...entry, addedAt, attempts: 0, state });
      }
    } catch (error) {
      this.#fail(error);
      return this.#spareLane().execute(command, options);
    }
    const answered = new Promise<Outcome | LpseError>((resolve) => {
      this.#waiters.set(id, { entry, resolve });
    });
    this.#wake(id);
    const result = await answered;
    if (result instanceof LpseError) throw result;
    return result;
  }

  watch(options: WatchOptions = {}): AsyncIterable<Change> {
    return this.#backend.watch(options);
  }

  subscribe(listener: (status: OutboxStatus) => void): () => void {
    this.#listeners.add(listener);
    listener(this.#status);
    return () => this.#listeners.delete(listener);
  }

  retry(id?: string): void {
    this.#spare?.retry(id);
    const entry = id === undefined ? undefined : this.#ledger.get(id);
    const again = async (): Promise<void> => {
      if (entry !== undefined && entry.state.type !== 'waiting')
        await this.#change({ ...entry, state: { type: 'waiting' } });
      this.#wake(id);
    };
    void again().catch((error: unknown) => this.#fail(error));
  }

  async discard(id: string): Promise<void> {
    if (this.#spare !== undefined && this.#spare.#ledger.get(id) !== undefined)
      return this.#spare.discard(id);
    await this.#forget(id);
    this.#settle(id, waiting('discarded'));
  }

  async export(): Promise<string> {
    await this.#load();
    const { entries } = this.#status;
    const exportedAt = this.#now().toISOString();
    return `${JSON.stringify({ exportedAt, profile: this.profile.id, entries }, null, 2)}\n`;
  }

  read: Backend['read'] = (...given) => this.#backend.read(...given);
  list: Backend['list'] = (...given) => this.#backend.list(...given);
  logs: Backend['logs'] = (...given) => this.#backend.logs(...given);
  report: Backend['report'] = (...given) => this.#backend.report(...given);
  rate: Backend['rate'] = (...given) => this.#backend.rate(...given);
  attend: Backend['attend'] = (...given) => this.#backend.attend(...given);
  attending: Backend['attending'] = (...given) => this.#backend.attending(...given);
  board: Backend['board'] = (...given) => this.#backend.board?.(...given) ?? none();
  turn: Backend['turn'] = async (...given) => this.#backend.turn?.(...given);
  attach: Backend['attach'] = (...given) => this.#backend.attach(...given);
  attachment: Backend['attachment'] = (...given) => this.#backend.attachment(...given);

  async close(): Promise<void> {
    if (this.#stop.signal.aborted) return;
    this.#halt();
    await this.#backend.close();
  }

  #halt(): void {
    if (this.#spare !== undefined) this.#spare.#halt();
    this.#stop.abort();
    clearTimeout(this.#pendingShow);
    globalThis.removeEventListener?.('online', this.#handleReturn);
    globalThis.removeEventListener?.('pageshow', this.#handleReturn);
    globalThis.document?.removeEventListener('visibilitychange', this.#handleReturn);
    this.#channel?.close();
    for (const id of [...this.#waiters.keys()]) this.#settle(id, waiting());
    this.#options.store.close();
  }

  /** For as long as this tab is the sender. */
  async #send(signal: AbortSignal): Promise<void> {
    await this.#load();
    await this.#askForLostAnswers();
    await this.#sender.run(signal);
  }

  /** Sends an entry, and keeps what became of it. */
  async #deliver(entry: OutboxEntry, signal: AbortSignal): Promise<Delivery> {
    const lastTriedAt = this.#now().toISOString();
    const tried = { ...entry, attempts: entry.attempts + 1, lastTriedAt };
    let outcome: Outcome;
    try {
      outcome = await this.#sendInTime(entry, signal);
    } catch (error) {
      if (signal.aborted) return 'late';
      const code = error instanceof LpseError ? error.code : 'LPSE_SERVER_FAILED';
      const isPassing = passing.has(code);
      const state = isPassing ? entry.state : ({ type: 'stuck', code } as const);
      // First: whoever waits must not be kept by a storage that fails as well.
      this.#settle(entry.id, waiting(code, error));
      await this.#change({ ...tried, lastFailure: code, state });
      return isPassing ? 'late' : 'settled';
    }
    try {
      // Whoever still looks at the form mends it there; nobody else would see the refusal.
      if (outcome.ok || this.#waiters.has(entry.id)) await this.#forget(entry.id);
      else {
        const { refusal } = outcome;
        await this.#change({ ...tried, state: { type: 'refused', code: refusal.code, refusal } });
      }
    } finally {
      this.#settle(entry.id, outcome);
      this.#tell({ type: 'answer', id: entry.id, outcome });
    }
    if (outcome.ok) await this.#forgetMended(entry);
    return 'settled';
  }

  async #sendInTime(entry: OutboxEntry, signal: AbortSignal): Promise<Outcome> {
    const { patience = 8_000 } = this.#options;
    const sending = new AbortController();
    const stop = (): void => sending.abort();
    signal.addEventListener('abort', stop);
    // A line on which the first sending was too slow gets more time.
    const timer = setTimeout(stop, entry.attempts === 0 ? patience : 4 * patience);
    try {
      return await this.#sendOnce(entry, sending.signal);
    } catch (error) {
      if (sending.signal.aborted) throw new LpseError('LPSE_SERVER_UNREACHABLE', { cause: error });
      throw error;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    }
  }

  #sendOnce(
    { id, command, expectedVersion }: Waiter['entry'],
    signal: AbortSignal,
  ): Promise<Outcome> {
    return this.#backend.execute(command, {
      key: id,
      ...(expectedVersion !== undefined && { expectedVersion }),
      signal,
    });
  }

  /** What was refused before the same was handed in anew, and taken, needs nobody any more. */
  async #forgetMended({ order, command }: OutboxEntry): Promise<void> {
    for (const earlier of this.#ledger.ofCase(command.consultationId))
      if (
        earlier.order < order &&
        earlier.command.type === command.type &&
        earlier.state.type !== 'waiting'
      )
        await this.#forget(earlier.id);
  }

  /** A sender that was killed may have sent an entry of this page and not told: the key finds the same answer. */
  async #askForLostAnswers(): Promise<void> {
    try {
      for (const [id, { entry }] of this.#waiters)
        if (this.#ledger.get(id) === undefined)
          this.#settle(id, await this.#sendOnce(entry, this.#stop.signal));
    } catch (error) {
      this.#fail(error);
    }
  }

  readonly #handleReturn = (): void => {
    if (globalThis.document?.visibilityState === 'hidden') return;
    // A page that slept has not heard what other tabs did.
    void this.#load().then(() => this.#sender.wake());
  };

  readonly #handleNews = ({ data }: MessageEvent<News>): void => {
    switch (data.type) {
      case 'put':
        this.#ledger.put(data.entry);
        // Another tab has tried in vain: who waits here need not wait on.
        if (data.entry.lastFailure !== undefined)
          this.#settle(data.entry.id, waiting(data.entry.lastFailure));
        break;
      case 'drop':
        this.#ledger.drop(data.id);
        break;
      case 'wake':
        this.#sender.wake(data.id);
        break;
      case 'answer':
        this.#hear(data.id, data.outcome);
    }
    this.#show();
  };

  /** Another tab has sent an entry. A refusal of an entry of this page is mended here, so it need not wait any more. */
  #hear(id: string, outcome: Outcome): void {
    if (!this.#waiters.has(id)) return;
    this.#settle(id, outcome);
    if (!outcome.ok) void this.#forget(id).catch((error: unknown) => this.#fail(error));
  }

  #wake(id?: string): void {
    this.#sender.wake(id);
    this.#tell({ type: 'wake', ...(id !== undefined && { id }) });
  }

  #tell(news: News): void {
    if (!this.#stop.signal.aborted) this.#channel?.postMessage(news);
  }

  /** The same command that waits already: handing a form in twice is one wish. */
  #twinOf(command: OutboxEntry['command']): OutboxEntry | undefined {
    const text = canonicalJson(command as unknown as Json);
    return this.#ledger
      .ofCase(command.consultationId)
      .find(
        (entry) =>
          entry.state.type === 'waiting' &&
          entry.command.type === command.type &&
          canonicalJson(entry.command as unknown as Json) === text,
      );
  }

  #spareLane(): SendingOutbox {
    if (this.#spare === undefined) {
      const store = createMemoryOutboxStore();
      this.#spare = new SendingOutbox(
        this.#backend,
        { ...this.#options, store },
        { isSpare: true },
      );
      this.#spare.subscribe(() => this.#show());
    }
    return this.#spare;
  }

  #settle(id: string, result: Outcome | LpseError): void {
    this.#waiters.get(id)?.resolve(result);
    this.#waiters.delete(id);
  }

  async #load(): Promise<void> {
    try {
      await this.#ledger.load();
      this.#thrive();
    } catch (error) {
      this.#fail(error);
    }
  }

  async #keep(entry: Omit<OutboxEntry, 'order'>): Promise<void> {
    const placed = await this.#ledger.add(entry);
    this.#thrive();
    this.#tell({ type: 'put', entry: placed });
  }

  async #change(entry: OutboxEntry): Promise<void> {
    await this.#ledger.replace(entry);
    this.#thrive();
    if (this.#ledger.get(entry.id) !== undefined) this.#tell({ type: 'put', entry });
  }

  async #forget(id: string): Promise<void> {
    await this.#ledger.remove(id);
    this.#thrive();
    this.#tell({ type: 'drop', id });
  }

  /** The store has answered. */
  #thrive(): void {
    this.#failure = undefined;
    this.#show();
  }

  #fail(error: unknown): void {
    if (this.#stop.signal.aborted) return;
    this.#failure =
      error instanceof LpseError
        ? error
        : new LpseError('LPSE_STORAGE_UNAVAILABLE', { cause: error });
    this.#show();
  }

  get #status(): OutboxStatus {
    const spare = this.#spare === undefined ? [] : this.#spare.#ledger.list;
    const own = this.#ledger.list;
    return {
      entries: spare.length === 0 ? own : [...own, ...spare],
      damaged: this.#ledger.damaged,
      inMemory: spare.map(({ id }) => id),
      ...(this.#failure && { failure: this.#failure }),
    };
  }

  #show(): void {
    if (this.#stop.signal.aborted || this.#pendingShow !== undefined) return;
    if (this.#ledger.size < manyEntries) return this.#showNow();
    this.#pendingShow = setTimeout(() => this.#showNow(), interval);
  }

  #showNow(): void {
    clearTimeout(this.#pendingShow);
    this.#pendingShow = undefined;
    if (this.#listeners.size === 0) return;
    const status = this.#status;
    for (const listener of this.#listeners) listener(status);
  }

  #checkOpen(): void {
    if (this.#stop.signal.aborted) throw new LpseError('LPSE_BACKEND_CLOSED');
  }
}

function waiting(detail?: string, cause?: unknown): LpseError {
  return new LpseError('LPSE_OUTBOX_WAITING', {
    ...(detail !== undefined && { detail }),
    ...(cause !== undefined && { cause }),
  });
}

async function* none(): AsyncGenerator<never, void> {}
