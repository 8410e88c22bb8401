import type { LiveLine } from '../backend.js';

/** What the streams of one backend say of their line: lost since the first of them lost it, until none misses it. */
export class HeardLine implements LiveLine {
  lostAt: Date | undefined;
  readonly #silent = new Set<AbortSignal>();
  readonly #listeners = new Set<() => void>();

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** A stream, known by the signal that ends it, is heard again, or has not been for some attempts. */
  tell(stream: AbortSignal, isHeard: boolean): void {
    if (isHeard) this.#silent.delete(stream);
    else this.#silent.add(stream);
    const isLost = this.#silent.size > 0;
    if (isLost === (this.lostAt !== undefined)) return;
    this.lostAt = isLost ? new Date() : undefined;
    for (const listener of this.#listeners) listener();
  }
}
