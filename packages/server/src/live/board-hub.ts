import type { Board } from '@lpse-konsultasi/form-schema';
import type { Office } from '../store/consultations.js';
import type { ChangeHub } from './change-hub.js';

type Watcher = (board: Board) => void;

interface Shown {
  readonly office: Office;
  readonly watchers: Set<Watcher>;
  face: string;
  isStale: boolean;
  reading: Promise<void> | undefined;
}

/**
 * The board of each office that someone looks at: read once for all who look, after a change and never without one, so
 * that six hundred waiting rooms cost as much as their cases move.
 */
export class BoardHub {
  readonly #hub: ChangeHub;
  readonly #read: (office: Office) => Promise<Board>;
  readonly #shown = new Map<string, Shown>();
  #unwatch: (() => void) | undefined;

  constructor(hub: ChangeHub, read: (office: Office) => Promise<Board>) {
    this.#hub = hub;
    this.#read = read;
  }

  start(): void {
    this.#unwatch = this.#hub.watch((changes) => {
      for (const id of new Set(changes.map(({ office }) => office))) {
        const shown = this.#shown.get(id);
        if (shown !== undefined) this.#refresh(shown);
      }
    });
  }

  stop(): void {
    this.#unwatch?.();
    this.#shown.clear();
  }

  /** Shows the board now, and anew whenever its face has changed. */
  async watch(office: Office, watcher: Watcher): Promise<() => void> {
    const shown = this.#shown.get(office.id) ?? {
      ...{ office, watchers: new Set<Watcher>(), face: '', isStale: false, reading: undefined },
    };
    this.#shown.set(office.id, shown);
    shown.watchers.add(watcher);
    const board = await this.#read(office);
    watcher(board);
    if (shown.watchers.size === 1) shown.face = faceOf(board);
    else if (faceOf(board) !== shown.face) this.#refresh(shown);
    return () => {
      shown.watchers.delete(watcher);
      if (shown.watchers.size === 0) this.#shown.delete(office.id);
    };
  }

  #refresh(shown: Shown): void {
    shown.isStale = true;
    shown.reading ??= this.#readAgain(shown).finally(() => (shown.reading = undefined));
  }

  async #readAgain(shown: Shown): Promise<void> {
    while (shown.isStale) {
      shown.isStale = false;
      try {
        const board = await this.#read(shown.office);
        const face = faceOf(board);
        if (face === shown.face) continue;
        shown.face = face;
        for (const watcher of [...shown.watchers]) watcher(board);
      } catch {
        // The database is away; the next change looks again.
        return;
      }
    }
  }
}

/** When it was asked for is not part of what it shows. */
function faceOf({ at: _, ...face }: Board): string {
  return JSON.stringify(face);
}
