import type { Presence } from '@lpse-konsultasi/client';
import type { Database } from '../database/database.js';

type Watcher = (list: readonly Presence[]) => void;

interface Office {
  readonly watchers: Set<Watcher>;
  shown: string;
}

const channel = 'lpse_presence';

/** Seconds for which somebody is taken to be there after the last time they said so. */
export const presenceSeconds = 60;

/** Who has which case open, in all processes. Rows that grow old by themselves; nothing of it is kept. */
export class PresenceHub {
  readonly #database: Database;
  readonly #offices = new Map<string, Office>();
  #timer: NodeJS.Timeout | undefined;
  #unlisten: (() => Promise<void>) | undefined;
  #looking: Promise<void> | undefined;
  #again = false;

  constructor(database: Database) {
    this.#database = database;
  }

  async start(): Promise<void> {
    this.#unlisten = await this.#database.listen(channel, () => this.#look());
    this.#timer = setInterval(() => this.#look(), 2_000);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#offices.clear();
    await this.#looking;
    await this.#unlisten?.();
  }

  async say(office: string, { id, petugasId, petugas }: Presence, holder: string): Promise<void> {
    await this.#database.query(
      `insert into presence (office_id, case_id, holder, officer_id, officer_name, until)
       values ($1, $2, $3, $4, $5, now() + make_interval(secs => $6::double precision))
       on conflict (office_id, case_id, holder) do update set until = excluded.until
         where presence.officer_id = excluded.officer_id`,
      [office, id, holder, petugasId, petugas, presenceSeconds],
    );
    this.#changed();
  }

  async leave(office: string, id: string, holder: string, petugasId: string): Promise<void> {
    await this.#database.query(
      `delete from presence where office_id = $1 and case_id = $2 and holder = $3 and officer_id = $4`,
      [office, id, holder, petugasId],
    );
    this.#changed();
  }

  /** Shows the whole list now, and again whenever it has changed. */
  async watch(office: string, watcher: Watcher): Promise<() => void> {
    const known = this.#offices.get(office) ?? { watchers: new Set<Watcher>(), shown: '' };
    this.#offices.set(office, known);
    const list = await this.#list(office);
    watcher(list);
    // The others hear of it with the next look, should it be news to them as well.
    if (known.watchers.size === 0) known.shown = JSON.stringify(list);
    known.watchers.add(watcher);
    this.#look();
    return () => {
      known.watchers.delete(watcher);
      if (known.watchers.size === 0) this.#offices.delete(office);
    };
  }

  #changed(): void {
    this.#look();
    if (this.#database.engine === 'postgresql')
      this.#database.notify(channel, '').catch(() => undefined);
  }

  #look(): void {
    if (this.#offices.size === 0) return;
    this.#again = true;
    this.#looking ??= this.#lookAll().finally(() => (this.#looking = undefined));
  }

  async #lookAll(): Promise<void> {
    while (this.#again) {
      this.#again = false;
      for (const [office, known] of this.#offices) {
        try {
          const list = await this.#list(office);
          const text = JSON.stringify(list);
          if (text === known.shown) continue;
          known.shown = text;
          for (const watcher of [...known.watchers]) watcher(list);
        } catch {
          // The database is away; who is there can wait for the next look.
          return;
        }
      }
    }
  }

  async #list(office: string): Promise<readonly Presence[]> {
    return this.#database.query<Presence>(
      `select distinct case_id as id, officer_id as "petugasId", officer_name as petugas
         from presence where office_id = $1 and until > now() order by id, "petugasId"`,
      [office],
    );
  }
}
