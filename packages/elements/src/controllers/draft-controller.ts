import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Draft, Drafts } from '@lpse-konsultasi/client';
import type { JsonObject } from '@lpse-konsultasi/form-schema';

export interface DraftSource {
  readonly drafts: Drafts | undefined;
  /** Names the case and the form; undefined while there is nothing to keep. */
  readonly key: string | undefined;
}

interface Entry {
  readonly drafts: Drafts;
  readonly key: string;
  readonly value: JsonObject | (() => JsonObject);
}

/**
 * Keeps what is being typed, so that a reload, a crash or a closed tab loses nothing. There is no pause to wait for: a
 * value is stored as soon as the one before it is, so that at most the last keystroke is on its way.
 */
export class DraftController implements ReactiveController {
  /** What was found for the key, once `ready`. */
  found: Draft | undefined;
  /** The store was asked for the key; before this a form would start empty over a draft. */
  ready = false;
  savedAt: string | undefined;
  failed = false;

  readonly #host: ReactiveControllerHost;
  readonly #source: () => DraftSource;
  #key: string | undefined;
  #drafts: Drafts | undefined;
  /** Counts the drafts that were asked for: an answer that is not to the last question is no longer wanted. */
  #asked = 0;
  /** The newest value of each draft that is not being stored yet: the host may be at its next one by then. */
  readonly #next = new Map<string, Entry>();
  #writing: Promise<void> | undefined;

  constructor(host: ReactiveControllerHost, source: () => DraftSource) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  hostUpdate(): void {
    const { drafts, key } = this.#source();
    if (key === this.#key && drafts === this.#drafts) return;
    this.#key = key;
    this.#drafts = drafts;
    this.found = undefined;
    this.savedAt = undefined;
    this.failed = false;
    this.#asked += 1;
    this.ready = key === undefined || drafts === undefined;
    if (key !== undefined && drafts !== undefined) void this.#load(drafts, key);
  }

  /** Stores the value, after the one that is being stored; a function is asked for it only then. */
  keep(value: JsonObject | (() => JsonObject)): void {
    if (this.#key === undefined || this.#drafts === undefined) return;
    this.#next.set(this.#key, { drafts: this.#drafts, key: this.#key, value });
    this.#writing ??= this.#write();
  }

  /** Resolves when all that was kept is stored, or could not be. */
  async flush(): Promise<void> {
    await this.#writing;
  }

  /** Forgets a draft that was handed in. By then the host may be at its next one, so the draft is named. */
  async discard(key: string): Promise<void> {
    const drafts = this.#drafts;
    this.#next.delete(key);
    await this.flush();
    if (key === this.#key) {
      this.savedAt = undefined;
      this.found = undefined;
    }
    // A draft that cannot be removed is offered again, which loses nothing.
    await drafts?.remove(key).catch(() => undefined);
  }

  async #write(): Promise<void> {
    const before = this.#shown;
    for (let entry = this.#take(); entry !== undefined; entry = this.#take()) {
      try {
        const value = typeof entry.value === 'function' ? entry.value() : entry.value;
        const { savedAt } = await entry.drafts.save(entry.key, value);
        this.failed = false;
        if (entry.key === this.#key) this.savedAt = savedAt;
      } catch {
        // The page still holds the text; the panel says that the browser does not.
        this.failed = true;
      }
    }
    this.#writing = undefined;
    if (this.#shown !== before) this.#host.requestUpdate();
  }

  /** The value that has waited longest. */
  #take(): Entry | undefined {
    const [entry] = this.#next.values();
    if (entry !== undefined) this.#next.delete(entry.key);
    return entry;
  }

  /** What the host shows of it: it renders again when the minute changes, not at each keystroke. */
  get #shown(): string {
    return `${String(this.failed)} ${this.savedAt?.slice(0, 16) ?? ''}`;
  }

  async #load(drafts: Drafts, key: string): Promise<void> {
    const question = this.#asked;
    const found = await drafts.load(key).catch(() => undefined);
    if (question !== this.#asked) return;
    this.found = found;
    this.ready = true;
    this.#host.requestUpdate();
  }
}
