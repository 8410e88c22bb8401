import type { Database, Transaction } from '../database/database.js';

export type TokenState =
  | { readonly kind: 'unbound' }
  | { readonly kind: 'bound'; readonly caseId: string }
  | { readonly kind: 'revoked' };

const binding = `insert into capabilities (office_id, token_hash, case_id) values ($1, $2, $3)
  on conflict do nothing`;

/** Tokens that open one case each. Only hashes are kept: who reads the database opens nothing. */
export class Capabilities {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Ties a token to a case, unless it is tied to one already. */
  async bind(office: string, tokenHash: string, caseId: string): Promise<void> {
    await this.#database.query(binding, [office, tokenHash, caseId]);
  }

  /** The same, in the transaction that makes the case. */
  bindIn(tx: Transaction, office: string, tokenHash: string, caseId: string): void {
    tx.send(binding, [office, tokenHash, caseId]);
  }

  /** What a token is: of a case, revoked, or nobody's yet. */
  async lookUp(office: string, tokenHash: string): Promise<TokenState> {
    const [row] = await this.#database.query<{ case_id: string; revoked: boolean }>(
      `select case_id, revoked_at is not null as revoked from capabilities
        where office_id = $1 and token_hash = $2`,
      [office, tokenHash],
      { isFrequent: true },
    );
    if (row === undefined) return { kind: 'unbound' };
    return row.revoked ? { kind: 'revoked' } : { kind: 'bound', caseId: row.case_id };
  }

  async revoke(office: string, tokenHash: string): Promise<void> {
    await this.#database.query(
      `update capabilities set revoked_at = coalesce(revoked_at, now())
        where office_id = $1 and token_hash = $2`,
      [office, tokenHash],
    );
  }

  /** Closes a case to everyone of the public, e.g. when a link was passed on. */
  async revokeCase(office: string, caseId: string): Promise<void> {
    await this.#database.query(
      `update capabilities set revoked_at = coalesce(revoked_at, now())
        where office_id = $1 and case_id = $2`,
      [office, caseId],
    );
  }

  async living(hashes: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.#database.query<{ token_hash: string }>(
      `select token_hash from capabilities
        where token_hash in (select json_array_elements_text($1::json)) and revoked_at is null`,
      [JSON.stringify(hashes)],
    );
    return new Set(rows.map(({ token_hash }) => token_hash));
  }
}
