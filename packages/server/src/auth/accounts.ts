import { randomUUID } from 'node:crypto';
import type { Actor, Role } from '@lpse-konsultasi/form-schema';
import type { Database, Queries } from '../database/database.js';
import { hashPassphrase, isPassphrase, newSecret, secretHash } from './secrets.js';

export type StaffRole = Exclude<Role, 'user'>;

export const staffRoles = [
  'reception',
  'officer',
  'coordinator',
  'viewer',
] as const satisfies readonly StaffRole[];

/** A member of staff as the office's administrator sees them. */
export interface Account {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly position?: string;
  /** The counter where they usually work. */
  readonly loket?: string;
  readonly role: StaffRole;
  readonly isAdmin: boolean;
  readonly disabled: boolean;
  /** A passphrase was set; false until the one-time link was used. */
  readonly active: boolean;
}

export interface NewAccount {
  readonly id?: string;
  readonly login: string;
  readonly name: string;
  readonly position?: string;
  readonly loket?: string;
  readonly role: StaffRole;
  readonly isAdmin?: boolean;
}

/** What an administrator may change; an empty `loket` is none. */
export type AccountChanges = Partial<Omit<Account, 'id' | 'login' | 'active'>>;

/** A link to set a passphrase is good for this long. */
export const invitationHours = 72;

interface AccountRow {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly position: string | null;
  readonly counter: string | null;
  readonly role: StaffRole;
  readonly is_admin: boolean;
  readonly disabled: boolean;
  readonly active: boolean;
}

const columns = `id, login, name, position, counter, role, is_admin,
  disabled_at is not null as disabled, password_hash is not null as active`;

/** Local accounts of an office. Whatever is done to one is written down, with who did it. */
export class Accounts {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async all(office: string): Promise<readonly Account[]> {
    const rows = await this.#database.query<AccountRow>(
      `select ${columns} from accounts where office_id = $1 order by lower(login)`,
      [office],
    );
    return rows.map(accountOf);
  }

  async find(office: string, id: string): Promise<Account | undefined> {
    const [row] = await this.#database.query<AccountRow>(
      `select ${columns} from accounts where office_id = $1 and id = $2`,
      [office, id],
    );
    return row && accountOf(row);
  }

  /** A new account with the secret of its one-time link. Throws the engine's 23505 for a login that is taken. */
  async create(
    office: string,
    account: NewAccount,
    by: string,
  ): Promise<{ readonly account: Account; readonly secret: string }> {
    const { id = randomUUID(), login, name, position, loket, role, isAdmin = false } = account;
    return this.#database.tx(async (tx) => {
      const [row] = await tx.query<AccountRow>(
        `insert into accounts (office_id, id, login, name, position, role, is_admin, counter)
         values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${columns}`,
        [office, id, login, name, position ?? null, role, isAdmin, loket ?? null],
      );
      await note(tx, office, by, 'created', id, `role=${role}${isAdmin ? ' admin' : ''}`);
      const secret = await invite(tx, office, id);
      if (row === undefined) throw new TypeError('An insert returns its row');
      return { account: accountOf(row), secret };
    });
  }

  /** Changes what is given. Whoever is disabled or gets another role is signed out everywhere. */
  async change(
    office: string,
    id: string,
    changes: AccountChanges,
    by: string,
  ): Promise<Account | undefined> {
    return this.#database.tx(async (tx) => {
      const [row] = await tx.query<AccountRow>(
        `update accounts set
           name = coalesce($3, name), position = coalesce($4, position), role = coalesce($5, role),
           is_admin = coalesce($6, is_admin),
           disabled_at = case when $7::boolean is null then disabled_at when $7::boolean then coalesce(disabled_at, now()) end,
           counter = case when $8::text is null then counter else nullif($8::text, '') end
         where office_id = $1 and id = $2 returning ${columns}`,
        [
          ...[office, id, changes.name ?? null, changes.position ?? null, changes.role ?? null],
          ...[changes.isAdmin ?? null, changes.disabled ?? null],
          changes.loket ?? null,
        ],
      );
      if (row === undefined) return undefined;
      const { role, isAdmin, disabled } = changes;
      const detail = Object.entries({ role, isAdmin, disabled })
        .filter(([, value]) => value !== undefined)
        .map(([key, value]) => `${key}=${String(value)}`)
        .join(' ');
      await note(tx, office, by, 'changed', id, detail);
      if (role !== undefined || isAdmin !== undefined || disabled === true)
        await tx.query('delete from sessions where office_id = $1 and account_id = $2', [
          office,
          id,
        ]);
      return accountOf(row);
    });
  }

  /** Takes the passphrase away, signs out everywhere, and answers the secret of a link to set a new one. */
  async reset(office: string, id: string, by: string): Promise<string | undefined> {
    return this.#database.tx(async (tx) => {
      const [row] = await tx.query(
        `update accounts set password_hash = null where office_id = $1 and id = $2 returning id`,
        [office, id],
      );
      if (row === undefined) return undefined;
      await tx.query('delete from sessions where office_id = $1 and account_id = $2', [office, id]);
      await note(tx, office, by, 'reset', id, '');
      return invite(tx, office, id);
    });
  }

  /**
   * The secret of the link for the first administrator, when the office has nobody yet; a new one replaces the last.
   * Undefined once somebody has used it.
   */
  async firstRun(office: string): Promise<string | undefined> {
    return this.#database.tx(async (tx) => {
      const [someone] = await tx.query(
        'select 1 as found from accounts where office_id = $1 limit 1',
        [office],
      );
      if (someone !== undefined) return undefined;
      await tx.query('delete from invitations where office_id = $1 and account_id is null', [
        office,
      ]);
      return invite(tx, office, null);
    });
  }

  /** Whether a link still works, and whose it is. Looking uses nothing up: mail scanners look, too. */
  async invitation(
    office: string,
    secret: string,
  ): Promise<{ readonly account?: Account } | undefined> {
    const [row] = await this.#database.query<{ account_id: string | null }>(
      `select account_id from invitations
        where office_id = $1 and token_hash = $2 and used_at is null and expires_at > now()`,
      [office, secretHash(secret)],
    );
    if (row === undefined) return undefined;
    if (row.account_id === null) return {};
    const account = await this.find(office, row.account_id);
    return account && !account.disabled ? { account } : undefined;
  }

  /** Uses a link up: sets the passphrase, for the first administrator also makes the account. Undefined if it is spent. */
  async accept(
    office: string,
    secret: string,
    passphrase: string,
    first?: Pick<NewAccount, 'login' | 'name' | 'position'>,
  ): Promise<Account | undefined> {
    const passwordHash = await hashPassphrase(passphrase);
    return this.#database.tx(async (tx) => {
      const [row] = await tx.query<{ account_id: string | null }>(
        `update invitations set used_at = now()
          where office_id = $1 and token_hash = $2 and used_at is null and expires_at > now()
          returning account_id`,
        [office, secretHash(secret)],
      );
      if (row === undefined) return undefined;
      let id = row.account_id;
      if (id === null) {
        if (first === undefined) throw new TypeError('The first administrator needs a name');
        id = randomUUID();
        await tx.query(
          `insert into accounts (office_id, id, login, name, position, role, is_admin)
           values ($1, $2, $3, $4, $5, 'coordinator', true)`,
          [office, id, first.login, first.name, first.position ?? null],
        );
        await note(tx, office, id, 'created', id, 'role=coordinator admin first');
      }
      const [account] = await tx.query<AccountRow>(
        `update accounts set password_hash = $3
          where office_id = $1 and id = $2 and disabled_at is null returning ${columns}`,
        [office, id, passwordHash],
      );
      // The throw gives the link back.
      if (account === undefined) throw new TypeError('The account is disabled');
      await tx.query('delete from sessions where office_id = $1 and account_id = $2', [office, id]);
      await note(tx, office, id, 'passphrase-set', id, '');
      return accountOf(account);
    });
  }

  /** The account of these credentials; undefined for a wrong pair, an unknown and a disabled account alike. */
  async check(office: string, login: string, passphrase: string): Promise<Account | undefined> {
    const [row] = await this.#database.query<AccountRow & { password_hash: string | null }>(
      `select ${columns}, password_hash from accounts
        where office_id = $1 and lower(login) = lower($2) and disabled_at is null`,
      [office, login],
    );
    const matches = await isPassphrase(passphrase, row?.password_hash);
    return matches && row !== undefined ? accountOf(row) : undefined;
  }

  log(office: string, limit = 200): Promise<readonly object[]> {
    return this.#database.query(
      `select at, actor_id as "actorId", action, account_id as "accountId", detail
         from account_log where office_id = $1 order by n desc limit $2`,
      [office, limit],
    );
  }
}

export function actorOf({ id, role, name, position }: Account): Actor {
  return { id, role, name, ...(position !== undefined && { position }) };
}

async function invite(tx: Queries, office: string, account: string | null): Promise<string> {
  const secret = newSecret();
  await tx.query('delete from invitations where office_id = $1 and account_id = $2', [
    office,
    account,
  ]);
  await tx.query(
    `insert into invitations (office_id, token_hash, account_id, expires_at)
     values ($1, $2, $3, now() + make_interval(hours => $4::integer))`,
    [office, secretHash(secret), account, invitationHours],
  );
  return secret;
}

async function note(
  tx: Queries,
  office: string,
  actor: string,
  action: string,
  account: string,
  detail: string,
): Promise<void> {
  await tx.query(
    `insert into account_log (office_id, actor_id, action, account_id, detail)
     values ($1, $2, $3, $4, $5)`,
    [office, actor, action, account, detail],
  );
}

function accountOf(row: AccountRow): Account {
  const { id, login, name, position, counter, role, is_admin: isAdmin, disabled, active } = row;
  return {
    id,
    login,
    name,
    ...(position !== null && { position }),
    ...(counter !== null && { loket: counter }),
    role,
    isAdmin,
    disabled,
    active,
  };
}
