import type { Database } from '../database/database.js';
import type { StaffRole } from './accounts.js';
import { newSecret, secretHash } from './secrets.js';

/** Who a cookie stands for, as the database says at this moment. */
export interface Session {
  readonly accountId: string;
  readonly name: string;
  readonly position?: string;
  readonly role: StaffRole;
  readonly isAdmin: boolean;
  readonly tokenHash: string;
}

/** A session ends after this long at work, and after this long without a request. */
export const sessionHours = 12;
export const idleMinutes = 120;

/** Sessions are rows: taking one away ends it with the next request, everywhere. */
export class Sessions {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** A new session with a secret of its own; the one that the browser came with ends. */
  async begin(office: string, accountId: string, previous?: string): Promise<string> {
    const secret = newSecret();
    await this.#database.tx(async (tx) => {
      if (previous !== undefined)
        await tx.query('delete from sessions where office_id = $1 and token_hash = $2', [
          office,
          secretHash(previous),
        ]);
      await tx.query(
        `insert into sessions (office_id, token_hash, account_id, expires_at)
         values ($1, $2, $3, now() + make_interval(hours => $4::integer))`,
        [office, secretHash(secret), accountId, sessionHours],
      );
    });
    return secret;
  }

  async find(office: string, secret: string): Promise<Session | undefined> {
    const tokenHash = secretHash(secret);
    const [row] = await this.#database.query<{
      id: string;
      name: string;
      position: string | null;
      role: StaffRole;
      is_admin: boolean;
      stale: boolean;
    }>(
      `select a.id, a.name, a.position, a.role, a.is_admin, s.seen_at < now() - interval '1 minute' as stale
         from sessions s join accounts a on a.office_id = s.office_id and a.id = s.account_id
        where s.office_id = $1 and s.token_hash = $2 and s.expires_at > now()
          and s.seen_at > now() - make_interval(mins => $3::integer) and a.disabled_at is null`,
      [office, tokenHash, idleMinutes],
      { isFrequent: true },
    );
    if (row === undefined) return undefined;
    // Once a minute is enough to know who is still there, and spares a write for each request.
    if (row.stale)
      await this.#database.query(
        'update sessions set seen_at = now() where office_id = $1 and token_hash = $2',
        [office, tokenHash],
      );
    const { id: accountId, name, position, role, is_admin: isAdmin } = row;
    return { accountId, name, ...(position !== null && { position }), role, isAdmin, tokenHash };
  }

  async end(office: string, tokenHash: string): Promise<void> {
    await this.#database.query('delete from sessions where office_id = $1 and token_hash = $2', [
      office,
      tokenHash,
    ]);
  }

  /** Which of these sessions are still good; for streams, which ask once and then stay open. */
  async living(hashes: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.#database.query<{ token_hash: string }>(
      `select s.token_hash
         from sessions s join accounts a on a.office_id = s.office_id and a.id = s.account_id
        where s.token_hash in (select json_array_elements_text($1::json))
          and s.expires_at > now() and a.disabled_at is null`,
      [JSON.stringify(hashes)],
    );
    return new Set(rows.map(({ token_hash }) => token_hash));
  }

  async sweep(): Promise<void> {
    await this.#database.query(
      `delete from sessions where expires_at < now()
          or seen_at < now() - make_interval(mins => $1::integer)`,
      [idleMinutes],
    );
  }
}
