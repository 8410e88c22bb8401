import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** A backend that takes longer than this is asked at a pause in typing, which is as long as is said below. */
const quickMs = 40;
const pauseMs = 200;

/** What is typed into the search field, and when it narrows the queue. */
export class SearchController implements ReactiveController {
  readonly #narrow: (search: string) => void;
  #typed = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, narrow: (search: string) => void) {
    this.#narrow = narrow;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.drop();
  }

  /** What is searched for, also when it waits for its pause yet; `search` is what the queue is narrowed to. */
  wanted(search: string): string {
    return this.#timer === undefined ? search : this.#typed.trim();
  }

  /** What the field shows: as it was typed, with the space before the next word, unless something else was set. */
  shown(search: string): string {
    return this.wanted(search) === this.#typed.trim() ? this.#typed : search;
  }

  /** `lastMs`: how long the backend took when it was asked last. */
  type(text: string, lastMs: number): void {
    this.drop();
    this.#typed = text;
    const search = text.trim();
    if (lastMs < quickMs) return this.#narrow(search);
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#narrow(search);
    }, pauseMs);
  }

  /** Another filter was set: what still waits would only undo it. */
  drop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
