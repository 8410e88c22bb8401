import { LpseError, canonicalJson, type Json } from '@lpse-konsultasi/form-schema';
import type { Backend, Change, ExecuteOptions, Outcome, WatchOptions } from '../backend.js';
import { plainCopy } from '../embedded/plain.js';
import type { OutboxEntry } from './entry.js';
import { whileLeading } from './leader.js';
import type { OutboxStore } from './outbox-store.js';

export interface OutboxOptions {
  readonly store: OutboxStore;
  /** Tabs with the same name have one sender among them. */
  readonly name: string;
  readonly now?: () => Date;
  /** Milliseconds before an entry is sent again; twice as long each further time, up to `longestPause`. Default: 2,000. */
  readonly firstPause?: number;
  /** Default: 60,000. */
  readonly longestPause?: number;
  /** Default: the browser's Web Locks; null for none. */
  readonly locks?: LockManager | null;
  /** Makes the ids of entries. Default: `crypto.randomUUID`. */
  readonly newId?: () => string;
}

/** What waits, as it stands. */
export interface OutboxStatus {
  readonly entries: readonly OutboxEntry[];
  /** Records in the storage that cannot be read any more; they are kept, and in no list. */
  readonly damaged: number;
  /** Why the outbox itself cannot work: nothing is kept then, and what is handed in goes straight to the server. */
  readonly failure?: LpseError;
}

/** A backend whose commands survive a closed tab, a killed browser and a lost line. */
export interface Outbox extends Backend {
  /** What waits: at once, and anew whenever it changes. The answered function stops the listening. */
  subscribe(listener: (status: OutboxStatus) => void): () => void;
  /** Sends what waits now, whatever the pause; a refused entry is tried again as well. */
  retry(id?: string): void;
  /** Gives an entry up, at the wish of the person who wrote it. */
  discard(id: string): Promise<void>;
  /** All that waits, to be kept as a file. */
  export(): Promise<string>;
}

/** What says that the server was not reached, or could not take the command now. */
const passing = new Set<string>([
  ...['LPSE_SERVER_UNREACHABLE', 'LPSE_SERVER_UNAVAILABLE', 'LPSE_SERVER_FAILED'],
  ...['LPSE_RATE_LIMITED', 'LPSE_SESSION_REQUIRED', 'LPSE_ANSWER_INVALID', 'LPSE_BACKEND_CLOSED'],
  ...['LPSE_STORAGE_FULL'],
]);

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

/** Someone on this page who waits for the answer to an entry of theirs. */
interface Waiter {
  readonly entry: Pick<OutboxEntry, 'id' | 'command' | 'expectedVersion'>;
  readonly resolve: (result: Outcome | LpseError) => void;
}

/** What tabs tell each other. */
type News =
  | { readonly type: 'wake' | 'changed' }
  | { readonly type: 'answer'; readonly id: string; readonly outcome: Outcome };

class SendingOutbox implements Outbox {
  readonly supports;
  readonly profile;
  readonly #backend: Backend;
  readonly #options: Required<Omit<OutboxOptions, 'locks'>> & {
    readonly locks: LockManager | undefined;
  };
  readonly #stop = new AbortController();
  readonly #listeners = new Set<(status: OutboxStatus) => void>();
  readonly #waiters = new Map<string, Waiter>();
  readonly #channel: BroadcastChannel | undefined;
  #status: OutboxStatus = { entries: [], damaged: 0 };
  /** Ends the pause of the sender. */
  #wake: () => void = () => undefined;
  #isAwake = false;

  constructor(backend: Backend, options: OutboxOptions) {
    this.#backend = backend;
    this.supports = backend.supports;
    this.profile = backend.profile;
    const browserLocks = (globalThis.navigator as Navigator | undefined)?.locks;
    this.#options = {
      now: () => new Date(),
      firstPause: 2_000,
      longestPause: 60_000,
      newId: () => crypto.randomUUID(),
      ...options,
      locks: options.locks === null ? undefined : (options.locks ?? browserLocks),
    };
    if (typeof BroadcastChannel === 'function') {
      this.#channel = new BroadcastChannel(`outbox/${options.name}`);
      this.#channel.addEventListener('message', this.#handleNews);
      // In Node an open channel keeps the process alive.
      (this.#channel as unknown as { unref?: () => void }).unref?.();
    }
    globalThis.addEventListener?.('online', this.#handleReturn);
    globalThis.addEventListener?.('pageshow', this.#handleReturn);
    void this.#refresh();
    void whileLeading(
      `outbox/${options.name}`,
      this.#stop.signal,
      (signal) => this.#send(signal),
      this.#options.locks,
    );
  }

  async execute(
    command: Parameters<Backend['execute']>[0],
    options: ExecuteOptions,
  ): Promise<Outcome> {
    this.#checkOpen();
    options.signal?.throwIfAborted();
    const { type, consultationId, data } = plainCopy(command);
    const { expectedVersion } = options;
    const twin = await this.#twinOf({ type, consultationId, data });
    const id = twin?.id ?? this.#options.newId();
    const entry = {
      id,
      command: { type, consultationId, data },
      ...(expectedVersion !== undefined && { expectedVersion }),
    };
    try {
      if (twin === undefined)
        await this.#options.store.add({
          ...entry,
          addedAt: this.#options.now().toISOString(),
          attempts: 0,
          state: { type: 'waiting' },
        });
    } catch (error) {
      this.#fail(error);
      // Without storage the command still has its chance, as long as the page lives.
      return this.#backend.execute(command, { ...options, key: id });
    }
    const answered = new Promise<Outcome | LpseError>((resolve) => {
      this.#waiters.set(id, { entry, resolve });
    });
    await this.#refresh();
    this.#tell({ type: 'changed' });
    this.retry(id);
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
    const wake = async (): Promise<void> => {
      const { entries } = await this.#options.store.all();
      for (const entry of entries)
        if (entry.state.type !== 'waiting' && entry.id === id)
          await this.#options.store.replace({ ...entry, state: { type: 'waiting' } });
      this.#rouse();
      this.#tell({ type: 'wake' });
    };
    void wake().catch((error: unknown) => this.#fail(error));
  }

  async discard(id: string): Promise<void> {
    await this.#options.store.remove(id);
    this.#settle(id, new LpseError('LPSE_OUTBOX_WAITING', { detail: 'discarded' }));
    await this.#changed();
  }

  async export(): Promise<string> {
    const { entries } = await this.#options.store.all();
    const exportedAt = this.#options.now().toISOString();
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
    this.#stop.abort();
    globalThis.removeEventListener?.('online', this.#handleReturn);
    globalThis.removeEventListener?.('pageshow', this.#handleReturn);
    this.#channel?.close();
    for (const id of [...this.#waiters.keys()])
      this.#settle(id, new LpseError('LPSE_OUTBOX_WAITING'));
    this.#options.store.close();
    await this.#backend.close();
  }

  /** The sender: one entry after another, those of a case in their order, until the outbox is closed. */
  async #send(signal: AbortSignal): Promise<void> {
    await this.#askForLostAnswers();
    for (let failures = 0; !signal.aborted;) {
      const isLate = await this.#sendAll(signal).catch((error: unknown) => {
        this.#fail(error);
        return true;
      });
      failures = isLate ? failures + 1 : 0;
      await this.#rest(isLate ? failures : 0, signal);
    }
  }

  /** Sends what waits; answers whether something has to be tried again later. */
  async #sendAll(signal: AbortSignal): Promise<boolean> {
    const { entries } = await this.#options.store.all();
    /** A case whose first entry has not arrived: what follows it would be judged wrongly. */
    const held = new Set<string>();
    let isLate = false;
    for (const entry of entries) {
      const { consultationId } = entry.command;
      if (signal.aborted) return true;
      if (entry.state.type !== 'waiting') continue;
      if (held.has(consultationId)) {
        this.#settle(entry.id, new LpseError('LPSE_OUTBOX_WAITING', { detail: 'behind another' }));
        continue;
      }
      if (await this.#deliver(entry, signal)) continue;
      isLate = true;
      held.add(consultationId);
    }
    return isLate;
  }

  /** Sends an entry; answers whether that is settled, one way or the other. */
  async #deliver(entry: OutboxEntry, signal: AbortSignal): Promise<boolean> {
    const { store, now } = this.#options;
    const tried = { ...entry, attempts: entry.attempts + 1, lastTriedAt: now().toISOString() };
    try {
      const outcome = await this.#sendOnce(entry, signal);
      const isSeen = this.#waiters.has(entry.id);
      // Whoever still looks at the form mends it there; nobody else would see the refusal.
      if (outcome.ok || isSeen) await store.remove(entry.id);
      else {
        const { code } = outcome.refusal;
        await store.replace({ ...tried, state: { type: 'refused', code } });
      }
      this.#settle(entry.id, outcome);
      this.#tell({ type: 'answer', id: entry.id, outcome });
      await this.#changed();
      return true;
    } catch (error) {
      if (signal.aborted) return false;
      const code = error instanceof LpseError ? error.code : 'LPSE_SERVER_FAILED';
      const isPassing = passing.has(code);
      const state = isPassing ? entry.state : ({ type: 'stuck', code } as const);
      await store.replace({ ...tried, lastFailure: code, state });
      this.#settle(entry.id, new LpseError('LPSE_OUTBOX_WAITING', { detail: code, cause: error }));
      await this.#changed();
      return !isPassing;
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

  /** A sender that was killed may have sent an entry of this page and not told: the key finds the same answer. */
  async #askForLostAnswers(): Promise<void> {
    try {
      const { entries } = await this.#options.store.all();
      const there = new Set(entries.map(({ id }) => id));
      for (const [id, { entry }] of this.#waiters)
        if (!there.has(id)) this.#settle(id, await this.#sendOnce(entry, this.#stop.signal));
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Until something is new, or the pause after so many failures is over. */
  async #rest(failures: number, signal: AbortSignal): Promise<void> {
    if (this.#isAwake) {
      this.#isAwake = false;
      return;
    }
    const { firstPause, longestPause } = this.#options;
    const whole = Math.min(longestPause, firstPause * 2 ** Math.max(0, failures - 1));
    const pause = failures === 0 ? undefined : whole * (1 - Math.random() / 2);
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      const timer = pause === undefined ? undefined : setTimeout(wake, pause);
      signal.addEventListener('abort', wake);
      this.#wake = wake;
    });
    this.#isAwake = false;
    this.#wake = () => undefined;
  }

  #rouse(): void {
    this.#isAwake = true;
    this.#wake();
  }

  readonly #handleReturn = (): void => this.#rouse();

  readonly #handleNews = ({ data }: MessageEvent<News>): void => {
    if (data.type === 'wake') this.#rouse();
    if (data.type === 'answer') this.#hear(data.id, data.outcome);
    void this.#refresh();
  };

  /** Another tab has sent an entry. A refusal of an entry of this page is mended here, so it need not wait any more. */
  #hear(id: string, outcome: Outcome): void {
    if (!this.#waiters.has(id)) return;
    this.#settle(id, outcome);
    if (outcome.ok) return;
    const forget = async (): Promise<void> => {
      await this.#options.store.remove(id);
      await this.#changed();
    };
    void forget().catch((error: unknown) => this.#fail(error));
  }

  #tell(news: News): void {
    if (!this.#stop.signal.aborted) this.#channel?.postMessage(news);
  }

  /** The same command that waits already: handing a form in twice is one wish. */
  async #twinOf(command: OutboxEntry['command']): Promise<OutboxEntry | undefined> {
    const text = canonicalJson(command as unknown as Json);
    const { entries } = await this.#options.store.all().catch(() => this.#status);
    return entries.find(
      (entry) =>
        entry.state.type === 'waiting' &&
        entry.command.consultationId === command.consultationId &&
        entry.command.type === command.type &&
        canonicalJson(entry.command as unknown as Json) === text,
    );
  }

  #settle(id: string, result: Outcome | LpseError): void {
    this.#waiters.get(id)?.resolve(result);
    this.#waiters.delete(id);
  }

  async #changed(): Promise<void> {
    await this.#refresh();
    this.#tell({ type: 'changed' });
  }

  async #refresh(): Promise<void> {
    if (this.#stop.signal.aborted) return;
    try {
      const { entries, damaged } = await this.#options.store.all();
      this.#show({ entries, damaged });
      // Another tab has tried in vain: who waits here need not wait on.
      for (const { id, lastFailure } of entries)
        if (lastFailure !== undefined)
          this.#settle(id, new LpseError('LPSE_OUTBOX_WAITING', { detail: lastFailure }));
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    if (this.#stop.signal.aborted) return;
    const failure =
      error instanceof LpseError
        ? error
        : new LpseError('LPSE_STORAGE_UNAVAILABLE', { cause: error });
    this.#show({ ...this.#status, failure });
  }

  #show(status: OutboxStatus): void {
    this.#status = status;
    for (const listener of this.#listeners) listener(status);
  }

  #checkOpen(): void {
    if (this.#stop.signal.aborted) throw new LpseError('LPSE_BACKEND_CLOSED');
  }
}

async function* none(): AsyncGenerator<never, void> {}
