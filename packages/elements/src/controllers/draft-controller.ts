import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Draft, Drafts } from '@lpse-konsultasi/client';
import type { JsonObject } from '@lpse-konsultasi/form-schema';

/** Wait this long after the last keystroke before storing. Short enough that a crash costs one word. */
const pauseMs = 400;

export interface DraftSource {
  readonly drafts: Drafts | undefined;
  /** Names the case and the form; undefined while there is nothing to keep. */
  readonly key: string | undefined;
}

/** Keeps what is being typed, so that a reload, a crash or a closed tab loses nothing. */
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
  #waiting:
    { readonly value: JsonObject; readonly timer: ReturnType<typeof setTimeout> } | undefined;
  readonly #flush = (): void => void this.flush();

  constructor(host: ReactiveControllerHost, source: () => DraftSource) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  hostConnected(): void {
    // A phone that locks or switches apps may never come back to this page: store now, not after the pause.
    document.addEventListener('visibilitychange', this.#flush);
    window.addEventListener('pagehide', this.#flush);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#flush);
    window.removeEventListener('pagehide', this.#flush);
    void this.flush();
  }

  hostUpdate(): void {
    const { drafts, key } = this.#source();
    if (key === this.#key && drafts === this.#drafts) return;
    void this.flush();
    this.#key = key;
    this.#drafts = drafts;
    this.found = undefined;
    this.savedAt = undefined;
    this.failed = false;
    this.ready = key === undefined || drafts === undefined;
    if (key !== undefined && drafts !== undefined) void this.#load(drafts, key);
  }

  /** Stores the value a moment from now. */
  keep(value: JsonObject): void {
    if (this.#key === undefined) return;
    clearTimeout(this.#waiting?.timer);
    this.#waiting = { value, timer: setTimeout(this.#flush, pauseMs) };
  }

  /** Stores what waits, now. */
  async flush(): Promise<void> {
    const waiting = this.#waiting;
    const key = this.#key;
    if (waiting === undefined || key === undefined || this.#drafts === undefined) return;
    clearTimeout(waiting.timer);
    this.#waiting = undefined;
    try {
      const { savedAt } = await this.#drafts.save(key, waiting.value);
      if (key !== this.#key) return;
      this.savedAt = savedAt;
      this.failed = false;
    } catch {
      // The page still holds the text; the panel says that the browser does not.
      this.failed = true;
    }
    this.#host.requestUpdate();
  }

  /** Forgets a draft that was handed in. By then the host may be at its next one, so the draft is named. */
  async discard(key: string): Promise<void> {
    if (key === this.#key) {
      clearTimeout(this.#waiting?.timer);
      this.#waiting = undefined;
      this.savedAt = undefined;
      this.found = undefined;
    }
    // A draft that cannot be removed is offered again, which loses nothing.
    await this.#drafts?.remove(key).catch(() => undefined);
  }

  async #load(drafts: Drafts, key: string): Promise<void> {
    const found = await drafts.load(key).catch(() => undefined);
    if (key !== this.#key) return;
    this.found = found;
    this.ready = true;
    this.#host.requestUpdate();
  }
}
