import { randomUUID } from 'node:crypto';
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

/** Milliseconds between two hints to the other processes. */
const hintEvery = 10;

/**
 * Tells the watchers of this process what was recorded by any process, each change once and in one order.
 *
 * The table is the truth. A reader takes only rows of transactions that nothing still running can come before, so none
 * that commits late is skipped; for what has to wait until then it looks again within milliseconds. A notification is
 * only the hint to look now: it is sent after the commit, for one that is sent within it makes all commits of a database
 * wait for each other. What a lost hint leaves, the poll finds.
 */
export class ChangeHub {
  readonly #database: Database;
  readonly #pollEvery: number;
  readonly #watchers = new Set<Watcher>();
  readonly #name = randomUUID();
  #position: Position = { xid: 0n, n: 0n };
  #epoch = '';
  #timer: NodeJS.Timeout | undefined;
  #unlisten: (() => Promise<void>) | undefined;
  #reading: Promise<void> | undefined;
  #wanted = false;
  #hint: Promise<void> | undefined;
  #hintWanted = false;
  /** Who waits for a look that begins after they asked. */
  #waiting: ((position: PositionText) => void)[] = [];
  #soon: NodeJS.Timeout | undefined;
  /** How often in a row something committed had to wait for what still runs beside it. */
  #heldBack = 0;
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
      (sender) => {
        // What this process records it looks for by itself.
        if (sender !== this.#name) this.look();
      },
      () => this.look(),
    );
    this.#schedule();
  }

  /** Everything that is recorded up to here has been told, or was there before anyone watched. */
  get position(): PositionText {
    return this.#text(this.#position);
  }

  /**
   * A position behind which nothing is that this answer shows, once all that ran beside it has ended. It comes with the
   * next look, which begins after this call and serves everybody who waits for it.
   */
  positionNow(): Promise<PositionText> {
    if (this.#closed) return Promise.resolve(this.position);
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.look();
    });
  }

  /** After a commit: this process looks at once, and the others are told to. */
  recorded(): void {
    this.look();
    if (this.#closed || this.#database.engine !== 'postgresql') return;
    this.#hintWanted = true;
    this.#hint ??= this.#sendHints();
  }

  /** Looks for what is new. Calls while it looks make it look once more. */
  look(): void {
    this.#wanted = true;
    this.#reading ??= this.#readAll();
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
         select distinct on (case_id) office_id, case_id, version, damaged, xid::text as xid, n::text as n, xid as x, n as m
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
    clearTimeout(this.#soon);
    await Promise.all([this.#reading, this.#hint]);
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

  /** The first at once, those that follow together a moment later. */
  async #sendHints(): Promise<void> {
    while (this.#hintWanted && !this.#closed) {
      this.#hintWanted = false;
      await this.#database.notify(channel, this.#name).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, hintEvery));
    }
    this.#hint = undefined;
  }

  async #readAll(): Promise<void> {
    let waiting: ((position: PositionText) => void)[] = [];
    try {
      while (this.#wanted && !this.#closed) {
        this.#wanted = false;
        waiting = this.#waiting.splice(0);
        const seen = await this.#readSome();
        for (const answer of waiting.splice(0)) answer(seen);
      }
    } catch {
      // The database is away; the next poll asks again from the same place.
    } finally {
      this.#reading = undefined;
      // From an older position more is told than has to be, and nothing is missed.
      for (const answer of [...waiting, ...this.#waiting.splice(0)]) answer(this.position);
    }
  }

  /** Answers the position of this very look, see `positionNow`. */
  async #readSome(): Promise<PositionText> {
    const limit = 1_000;
    const rows = await this.#database.query<ChangeRow & { readonly xmin: string }>(
      `select s.xmin::text as xmin, c.office_id, c.case_id, c.version, c.damaged, c.xid::text as xid, c.n::text as n
         from (select pg_snapshot_xmin(pg_current_snapshot()) as xmin) s
         left join lateral (
           select * from changes where (xid, n) > ($1::text::xid8, $2::bigint) order by xid, n limit ${limit}
         ) c on true
        order by c.xid, c.n`,
      [`${this.#position.xid}`, `${this.#position.n}`],
      { isFrequent: true },
    );
    const xmin = BigInt(rows[0]?.xmin ?? 0);
    const committed = rows.filter(({ xid }) => xid !== null);
    const ready = committed.filter(({ xid }) => BigInt(xid) < xmin);
    if (ready.length === limit) this.#wanted = true;
    else if (ready.length < committed.length) this.#lookSoon();
    if (ready.length > 0) this.#tell(ready);
    return this.#text({ xid: xmin, n: 0n });
  }

  #tell(rows: readonly ChangeRow[]): void {
    const changes = rows.map((row) => this.#placed(row));
    const { xid, n } = rows.at(-1) ?? { xid: 0, n: 0 };
    this.#position = { xid: BigInt(xid), n: BigInt(n) };
    this.#heldBack = 0;
    for (const watcher of [...this.#watchers]) watcher(changes);
  }

  /** What it waits for may write nothing that is told of, so nobody says when it has ended. */
  #lookSoon(): void {
    if (this.#soon !== undefined || this.#closed) return;
    const pause = Math.min(2 ** this.#heldBack, this.#pollEvery);
    this.#heldBack += 1;
    this.#soon = setTimeout(() => {
      this.#soon = undefined;
      this.look();
    }, pause);
    this.#soon.unref();
  }

  #placed({ office_id, case_id, version, damaged, xid, n }: ChangeRow): PlacedChange {
    const position = this.#text({ xid: BigInt(xid), n: BigInt(n) });
    return {
      ...{ office: office_id, id: case_id, version, position },
      ...(damaged && { damaged: true }),
    };
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
  readonly damaged: boolean;
  readonly xid: string;
  readonly n: string;
}
