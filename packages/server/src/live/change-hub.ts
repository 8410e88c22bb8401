import type { Change } from '@lpse-konsultasi/client';
import type { Database } from '../database/database.js';

/** A place in the order of what was recorded, as a text that outlives the process: `epoch-xid.n`. */
export type PositionText = string;

interface Position {
  readonly xid: bigint;
  readonly n: bigint;
}

export interface PlacedChange extends Change {
  readonly office: string;
  readonly position: PositionText;
}

type Watcher = (changes: readonly PlacedChange[]) => void;

const channel = 'lpse_changes';

/**
 * Tells the watchers of this process what was recorded by any process, each change once and in one order.
 *
 * The table is the truth. A reader takes only rows of transactions that nothing still running can come before, so none
 * that commits late is skipped. A notification is only the hint to look now: it is sent after the commit, for one that
 * is sent within it makes all commits of a database wait for each other. What a lost hint leaves, the poll finds.
 */
export class ChangeHub {
  readonly #database: Database;
  readonly #pollEvery: number;
  readonly #watchers = new Set<Watcher>();
  #position: Position = { xid: 0n, n: 0n };
  #epoch = '';
  #timer: NodeJS.Timeout | undefined;
  #unlisten: (() => Promise<void>) | undefined;
  #reading: Promise<void> | undefined;
  #wanted = false;
  #hint: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(database: Database, { pollEvery = 1_000 }: { readonly pollEvery?: number } = {}) {
    this.#database = database;
    this.#pollEvery = pollEvery;
  }

  async start(): Promise<void> {
    await this.#database.query(
      `insert into settings (office_id, key, value)
       values ('', 'changes.epoch', substr(md5(random()::text || clock_timestamp()::text), 1, 8))
       on conflict do nothing`,
    );
    const [row] = await this.#database.query<{ epoch: string; xmin: string }>(
      `select value as epoch, pg_snapshot_xmin(pg_current_snapshot())::text as xmin
         from settings where office_id = '' and key = 'changes.epoch'`,
    );
    this.#epoch = row?.epoch ?? '';
    this.#position = { xid: BigInt(row?.xmin ?? 0), n: 0n };
    this.#unlisten = await this.#database.listen(
      channel,
      () => this.look(),
      () => this.look(),
    );
    this.#schedule();
  }

  /** Everything that is recorded up to here has been told, or was there before anyone watched. */
  get position(): PositionText {
    return this.#text(this.#position);
  }

  /** A position behind which nothing is that this answer shows, once all that ran beside it has ended. */
  async positionNow(): Promise<PositionText> {
    const [row] = await this.#database.query<{ xmin: string }>(
      `select pg_snapshot_xmin(pg_current_snapshot())::text as xmin`,
    );
    return this.#text({ xid: BigInt(row?.xmin ?? 0), n: 0n });
  }

  /** After a commit: this process looks at once, the others are told within a few milliseconds. */
  recorded(): void {
    this.look();
    if (this.#hint !== undefined || this.#closed) return;
    this.#hint = setTimeout(() => {
      this.#hint = undefined;
      if (this.#database.engine === 'postgresql')
        this.#database.notify(channel, '').catch(() => undefined);
    }, 10);
    this.#hint.unref();
  }

  /** Looks for what is new. Calls while it looks make it look once more. */
  look(): void {
    this.#wanted = true;
    this.#reading ??= this.#readAll().finally(() => (this.#reading = undefined));
  }

  /** Calls `watcher` with everything after the hub's position at this moment. */
  watch(watcher: Watcher): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /**
   * What was recorded behind `after`, up to where the hub stands: of each case the last change. A position of another
   * database, e.g. of before a restore, stands before everything.
   */
  async since(office: string, after: PositionText): Promise<readonly PlacedChange[]> {
    const from = this.#parse(after);
    const rows = await this.#database.query<ChangeRow>(
      `select * from (
         select distinct on (case_id) office_id, case_id, version, xid::text as xid, n::text as n, xid as x, n as m
           from changes
          where office_id = $1 and (xid, n) > ($2::text::xid8, $3::bigint) and (xid, n) <= ($4::text::xid8, $5::bigint)
          order by case_id, xid desc, n desc) last
        order by x, m`,
      [office, `${from.xid}`, `${from.n}`, `${this.#position.xid}`, `${this.#position.n}`],
    );
    return rows.map((row) => this.#placed(row));
  }

  async stop(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#hint);
    await this.#reading;
    await this.#unlisten?.();
  }

  #schedule(): void {
    if (this.#closed) return;
    this.#timer = setTimeout(() => {
      this.look();
      this.#schedule();
    }, this.#pollEvery);
    this.#timer.unref();
  }

  async #readAll(): Promise<void> {
    while (this.#wanted && !this.#closed) {
      this.#wanted = false;
      try {
        if (await this.#readSome()) this.#wanted = true;
      } catch {
        // The database is away; the next poll asks again from the same place.
        return;
      }
    }
  }

  /** Answers whether there may be more. */
  async #readSome(): Promise<boolean> {
    const limit = 1_000;
    const rows = await this.#database.query<ChangeRow>(
      `select office_id, case_id, version, xid::text as xid, n::text as n from changes
        where (xid, n) > ($1::text::xid8, $2::bigint) and xid < pg_snapshot_xmin(pg_current_snapshot())
        order by changes.xid, changes.n limit ${limit}`,
      [`${this.#position.xid}`, `${this.#position.n}`],
    );
    const last = rows.at(-1);
    if (last === undefined) return false;
    this.#position = { xid: BigInt(last.xid), n: BigInt(last.n) };
    const changes = rows.map((row) => this.#placed(row));
    for (const watcher of [...this.#watchers]) watcher(changes);
    return rows.length === limit;
  }

  #placed({ office_id, case_id, version, xid, n }: ChangeRow): PlacedChange {
    const position = this.#text({ xid: BigInt(xid), n: BigInt(n) });
    return { office: office_id, id: case_id, version, position };
  }

  #text({ xid, n }: Position): PositionText {
    return `${this.#epoch}-${xid}.${n}`;
  }

  #parse(text: PositionText): Position {
    const [, epoch, xid = '0', n = '0'] = /^(\w+)-(\d{1,19})\.(\d{1,18})$/.exec(text) ?? [];
    return epoch === this.#epoch ? { xid: BigInt(xid), n: BigInt(n) } : { xid: 0n, n: 0n };
  }
}

interface ChangeRow {
  readonly office_id: string;
  readonly case_id: string;
  readonly version: number;
  readonly xid: string;
  readonly n: string;
}
