import type { LiveLine } from '../backend.js';

/** How a stream stands: it is heard; it has not been for some attempts; or the session is not known any more. */
export type Heard = 'heard' | 'silent' | 'signed-out';

/** What the streams of one backend say of their line: lost since the first of them lost it, until none misses it. */
export class HeardLine implements LiveLine {
  lostAt: Date | undefined;
  isSignedOut = false;
  readonly #streams = new Map<AbortSignal, Heard>();
  readonly #listeners = new Set<() => void>();

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** How a stream stands, known by the signal that ends it. */
  tell(stream: AbortSignal, heard: Heard): void {
    if (heard === 'heard') this.#streams.delete(stream);
    else this.#streams.set(stream, heard);
    const all = [...this.#streams.values()];
    const isLost = all.includes('silent');
    const isSignedOut = all.includes('signed-out');
    if (isLost === (this.lostAt !== undefined) && isSignedOut === this.isSignedOut) return;
    this.lostAt = isLost ? (this.lostAt ?? new Date()) : undefined;
    this.isSignedOut = isSignedOut;
    for (const listener of this.#listeners) listener();
  }
}
