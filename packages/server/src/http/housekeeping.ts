import type { Attempts } from '../auth/attempts.js';
import type { Sessions } from '../auth/sessions.js';
import type { Database } from '../database/database.js';
import type { Attachments } from '../store/attachments.js';

interface HousekeepingOptions {
  readonly database: Database;
  readonly attachments: Attachments;
  readonly sessions: Sessions;
  readonly attempts: Attempts;
}

const hour = 3_600_000;

/** Throws away what has served: files that no case names, ended sessions, old counts and changes. */
export class Housekeeping {
  readonly #options: HousekeepingOptions;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;

  constructor(options: HousekeepingOptions) {
    this.#options = options;
  }

  start(): void {
    // Not all processes at once.
    this.#timer = setInterval(() => (this.#running = this.run()), hour * (0.9 + Math.random() / 5));
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
  }

  async run(): Promise<void> {
    const { database, attachments, sessions, attempts } = this.#options;
    try {
      while ((await attachments.sweep()) > 0);
      await sessions.sweep();
      await attempts.sweep();
      await database.query(`delete from changes where at < now() - interval '7 days'`);
      await database.query(`delete from presence where until < now()`);
      await database.query(`delete from invitations where expires_at < now() - interval '7 days'`);
    } catch {
      // The database is away; there is another hour.
    }
  }
}
