import type { PresenceLine, PresenceSign } from '../embedded/store.js';

/** Carries presence between the backends of one page. */
export class MemoryPresence implements PresenceLine {
  readonly #listeners = new Map<object, (sign: PresenceSign) => void>();

  tell(sign: PresenceSign, sender: object): void {
    for (const [self, listener] of this.#listeners) if (self !== sender) listener(sign);
  }

  listen(self: object, listener: (sign: PresenceSign) => void): () => void {
    this.#listeners.set(self, listener);
    return () => this.#listeners.delete(self);
  }
}
