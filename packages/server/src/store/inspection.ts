import { setTimeout as pause } from 'node:timers/promises';
import type { Database } from '../database/database.js';
import { checkLogs } from './check-logs.js';
import type { DamagedLogs } from './damaged-logs.js';
import type { Office } from './consultations.js';

interface InspectionOptions {
  readonly database: Database;
  readonly damaged: DamagedLogs;
  readonly offices: readonly Pick<Office, 'id'>[];
  /** Milliseconds from the end of one look through all logs of an office to the next. */
  readonly every: number;
}

/** How far the look through an office's logs has come. */
interface Progress {
  /** The last case that was looked at. */
  readonly after?: string;
  /** When the last case of all was reached: milliseconds since 1970. */
  readonly overAt?: number;
}

/** Logs that are checked in one turn: some milliseconds, which no request misses. */
const batch = 20;

/** The rest of a turn, as a multiple of its work: all of the looking takes a fiftieth of one core. */
const leisure = 49;

/** Milliseconds until it looks whether an office is due, or whether the database is back. */
const longestRest = 60_000;

/**
 * Looks through all logs in the background, slowly, again and again: a queue shows rows, and a row says nothing of
 * whether its log can still be believed. How far it has come is kept in the database, so that several processes share
 * the work and a start goes on where the last one ended.
 */
export class Inspection {
  readonly #options: InspectionOptions;
  readonly #stop = new AbortController();
  #running: Promise<void> | undefined;

  constructor(options: InspectionOptions) {
    this.#options = options;
  }

  start(): void {
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { offices, every } = this.#options;
    while (!this.#stop.signal.aborted) {
      try {
        for (const { id } of offices) while (await this.#turn(id));
      } catch {
        // The database is away; it is tried again after the rest.
      }
      await this.#rest(Math.min(every, longestRest));
    }
  }

  /** Checks some logs of an office; false when nothing of it is due. */
  async #turn(office: string): Promise<boolean> {
    const { database, damaged } = this.#options;
    if (this.#stop.signal.aborted) return false;
    const began = performance.now();
    const after = await this.#claim(office);
    if (after === undefined) return false;
    const logs = await checkLogs(database, office, after, batch);
    for (const { id, damage } of logs) if (damage !== undefined) await damaged.note(office, id);
    await damaged.clear(
      office,
      logs.filter(({ damage }) => damage === undefined).map(({ id }) => id),
    );
    await this.#rest((performance.now() - began) * leisure);
    return true;
  }

  /** Takes the next cases for this process, and answers behind which id they begin. */
  #claim(office: string): Promise<string | undefined> {
    const { database, every } = this.#options;
    return database.tx(async (tx) => {
      tx.send(
        `insert into settings (office_id, key, value) values ($1, 'inspection', '{}')
         on conflict do nothing`,
        [office],
      );
      const [row] = await tx.query<{ value: string }>(
        `select value from settings where office_id = $1 and key = 'inspection' for update`,
        [office],
      );
      const { after = '', overAt } = JSON.parse(row?.value ?? '{}') as Progress;
      if (overAt !== undefined && Date.now() - overAt < every) return undefined;
      const ids = await tx.query<{ id: string }>(
        `select id from cases where office_id = $1 and id > $2 order by id limit ${batch}`,
        [office, after],
      );
      const last = ids.at(-1)?.id;
      const progress: Progress =
        ids.length < batch || last === undefined ? { overAt: Date.now() } : { after: last };
      tx.send(`update settings set value = $2 where office_id = $1 and key = 'inspection'`, [
        office,
        JSON.stringify(progress),
      ]);
      return after;
    });
  }

  async #rest(milliseconds: number): Promise<void> {
    const { signal } = this.#stop;
    await pause(milliseconds, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
