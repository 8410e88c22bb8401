import type { Change } from '../backend.js';

type Listener = (change: Change) => void;

/** Carries changes between everyone who has the same database open: in this page directly, in other tabs by channel. */
export class ChangeChannel {
  /** Other tabs hear what happens here. */
  readonly isShared: boolean;
  readonly #listeners = new Set<Listener>();
  readonly #channel: BroadcastChannel | undefined;

  constructor(name: string) {
    this.#channel =
      'BroadcastChannel' in globalThis ? new BroadcastChannel(`lpse:changes:${name}`) : undefined;
    this.isShared = this.#channel !== undefined;
    this.#channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      // Any script of this origin may post here.
      if (isChange(data)) {
        const { id, version, damaged } = data;
        this.#tell({ id, version, ...(damaged === true && { damaged }) });
      }
    });
  }

  announce(change: Change): void {
    this.#channel?.postMessage(change);
    this.#tell(change);
  }

  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#channel?.close();
    this.#listeners.clear();
  }

  #tell(change: Change): void {
    for (const listener of this.#listeners) listener(change);
  }
}

function isChange(data: unknown): data is Change {
  if (typeof data !== 'object' || data === null) return false;
  const { id, version } = data as Partial<Record<keyof Change, unknown>>;
  return typeof id === 'string' && typeof version === 'number';
}
