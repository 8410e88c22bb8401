import type { PresenceLine, PresenceSign } from '../embedded/store.js';
import { MemoryPresence } from '../memory/memory-presence.js';

/** Carries presence between everyone who has the same database open: in this page directly, to other tabs by channel. */
export class PresenceChannel implements PresenceLine {
  readonly #here = new MemoryPresence();
  readonly #channel: BroadcastChannel | undefined;

  constructor(name: string) {
    this.#channel =
      'BroadcastChannel' in globalThis ? new BroadcastChannel(`lpse:presence:${name}`) : undefined;
    this.#channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      const sign = readSign(data);
      if (sign !== undefined) this.#here.tell(sign, this);
    });
  }

  tell(sign: PresenceSign, sender: object): void {
    this.#channel?.postMessage(sign);
    this.#here.tell(sign, sender);
  }

  listen(self: object, listener: (sign: PresenceSign) => void): () => void {
    return this.#here.listen(self, listener);
  }

  close(): void {
    this.#channel?.close();
  }
}

/** Any script of this origin may post here. */
function readSign(data: unknown): PresenceSign | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { type, token, presence } = data as { readonly [name: string]: unknown };
  if (type === 'who') return { type };
  if (typeof token !== 'string') return undefined;
  if (type === 'gone') return { type, token };
  if (type !== 'here' || typeof presence !== 'object' || presence === null) return undefined;
  const { id, petugasId, petugas } = presence as { readonly [name: string]: unknown };
  if (typeof id !== 'string' || typeof petugasId !== 'string' || typeof petugas !== 'string')
    return undefined;
  return { type, token, presence: { id, petugasId, petugas } };
}
