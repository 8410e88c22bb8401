import { verifyLog, type ConsultationEvent, type Profile } from '@lpse-konsultasi/form-schema';
import { foldOf } from './fold.js';
import type { Store, SummaryRow } from './store.js';
import { summarise } from './summary.js';

/** Cases that are fetched at once; how many of them are looked at without a pause is for the page to say. */
const batch = 8;

/** Where nobody says how long a pause is, it is over after this many milliseconds: less than a frame has. */
const shortWhile = 8;

interface StoredCase {
  readonly id: string;
  readonly events: readonly ConsultationEvent[];
  readonly row: SummaryRow | undefined;
}

/**
 * Looks through all logs of a store once, while the page has nothing else to do: a queue shows rows, and a row says
 * nothing of whether its log can still be believed. A row that is missing, or is not what its log says, is made anew;
 * a log that somebody has changed stays as it is, for it is evidence, and is counted.
 */
export class Inspection {
  readonly #store: Store;
  readonly #profile: Profile;
  readonly #damaged = new Set<string>();
  #state: 'new' | 'running' | 'over' = 'new';

  constructor(store: Store, profile: Profile) {
    this.#store = store;
    this.#profile = profile;
  }

  /** Cases that cannot be believed, as far as has been looked. */
  get damaged(): number {
    return this.#damaged.size;
  }

  /** Begins, unless it has begun before. */
  begin(): void {
    if (this.#state !== 'new') return;
    this.#state = 'running';
    this.#run().then(
      () => (this.#state = 'over'),
      // The storage has failed, which whoever uses it is told by their own question; the next list tries anew.
      () => (this.#state = this.#isOver ? 'over' : 'new'),
    );
  }

  end(): void {
    this.#state = 'over';
  }

  get #isOver(): boolean {
    return this.#state === 'over';
  }

  async #run(): Promise<void> {
    const met = new Set<string>();
    let after: string | undefined;
    let hasTime = await idle();
    for (;;) {
      if (this.#isOver) return;
      const found = await this.#next(after);
      for (const each of found) {
        // The pause may have ended while the cases were fetched, and ends with each look.
        if (!hasTime()) hasTime = await idle();
        if (this.#isOver) return;
        met.add(each.id);
        await this.#look(each);
      }
      after = found.at(-1)?.id;
      if (after === undefined) break;
    }
    for (const row of await this.#withoutLog(met)) this.#mark(row.id, row.version);
  }

  #next(after: string | undefined): Promise<readonly StoredCase[]> {
    return this.#store.read(async (reader) => {
      const ids = await reader.ids(after, batch);
      return Promise.all(
        ids.map(async (id) => ({
          id,
          events: await reader.events(id),
          row: await reader.row(id),
        })),
      );
    });
  }

  async #look({ id, events, row }: StoredCase): Promise<void> {
    // Row and log are written in one step: where the row knows of more, the end of the log was cut off.
    const isCut = row !== undefined && row.version > events.length;
    if (isCut || !verifyLog(events).ok) this.#mark(id, row?.version ?? events.length);
    else if (!isOf(row, events)) await this.#renew(id);
  }

  /** Rows whose logs are gone as a whole. */
  #withoutLog(met: ReadonlySet<string>): Promise<readonly SummaryRow[]> {
    return this.#store.read(async (reader) => {
      const rows: SummaryRow[] = [];
      await reader.scan({ by: 'registeredAt', descending: false }, (row) => {
        if (!met.has(row.id)) rows.push(row);
        return true;
      });
      const logs = await Promise.all(rows.map(({ id }) => reader.events(id)));
      return rows.filter((_, index) => logs[index]?.length === 0);
    });
  }

  async #renew(id: string): Promise<void> {
    const version = await this.#store.write(async (writer) => {
      const events = await writer.events(id);
      if (isOf(await writer.row(id), events) || !verifyLog(events).ok) return undefined;
      await writer.append([], summarise(foldOf(events), this.#profile));
      return events.length;
    });
    if (version !== undefined) this.#store.announce({ id, version });
  }

  #mark(id: string, version: number): void {
    if (this.#damaged.has(id)) return;
    this.#damaged.add(id);
    this.#store.announce({ id, version, damaged: true });
  }
}

/** Whether a row is there, and was made from this log. */
function isOf(row: SummaryRow | undefined, events: readonly ConsultationEvent[]): boolean {
  return (
    row !== undefined &&
    row.version === events.length &&
    row.registeredAt === events[0]?.at &&
    row.updatedAt === events.at(-1)?.at
  );
}

/** Until the page has nothing else to do; elsewhere, until others have had their turn. Tells whether it is still so. */
function idle(): Promise<() => boolean> {
  return new Promise((resolve) => {
    if (typeof requestIdleCallback === 'function') {
      requestIdleCallback((deadline) => resolve(() => deadline.timeRemaining() > 0));
      return;
    }
    setTimeout(() => {
      const end = performance.now() + shortWhile;
      resolve(() => performance.now() < end);
    });
  });
}
