import { createHash } from 'node:crypto';
import type { Outcome } from '@lpse-konsultasi/client';
import type { Database, Transaction } from '../database/database.js';
import type { Office } from '../store/consultations.js';
import { eventsOf } from '../store/sql-store.js';
import { composeLetter, type Letter } from './compose.js';
import type { MailSettings } from './settings.js';

/** A letter on its way, as a worker takes it. */
export interface Waiting {
  readonly office: string;
  readonly id: string;
  readonly messageId: string;
  readonly recipient: string;
  readonly letter: Letter;
  /** This try included. */
  readonly attempts: number;
}

/** As a coordinator sees it: where it stands, and not what it says. */
export interface OutboxEntry {
  readonly id: string;
  readonly caseId: string;
  readonly state: 'waiting' | 'sent' | 'dead';
  readonly attempts: number;
  readonly recipient: string;
  readonly createdAt: string;
  readonly dueAt: string;
  readonly sentAt: string | null;
  /** A code, e.g. `550` or `ECONNREFUSED`. */
  readonly lastError: string | null;
}

/** A worker that takes a letter and dies loses it to the next one after this many minutes. */
const leaseMinutes = 5;

/** After this many tries a letter is dead until someone looks at it: about a day with the pauses below. */
export const maxAttempts = 10;

/**
 * Letters are written in the transaction of the event that they tell of: there is none without the other. They are sent
 * at least once; a second copy of one carries the same message id, so that the recipient's system can tell.
 */
export class Outbox {
  readonly #database: Database;
  readonly #mail: MailSettings | undefined;
  #onNoted: () => void = () => undefined;

  constructor(database: Database, mail: MailSettings | undefined) {
    this.#database = database;
    this.#mail = mail;
  }

  onNoted(listener: () => void): void {
    this.#onNoted = listener;
  }

  /** Writes a letter for each escalation by e-mail among these events. */
  async note(
    tx: Transaction,
    office: Office,
    { consultation, events }: Extract<Outcome, { readonly ok: true }>,
  ): Promise<void> {
    for (const event of events) {
      if (event.type !== 'escalated' || event.data.eskalasi['kanal'] !== 'email') continue;
      const letter = composeLetter({
        consultation,
        // The outcome has what is new; the letter tells what led here.
        events: await eventsOf(tx, office.id, consultation.id),
        profile: office.profile,
        officer: event.actor,
      });
      const recipient = this.#recipientFor(event.data.eskalasi['tujuan']);
      const id = createHash('sha256')
        .update([office.id, consultation.id, event.seq].join('\0'))
        .digest('hex')
        .slice(0, 32);
      tx.send(
        `insert into outbox (office_id, id, case_id, seq, message_id, recipient, body, state, last_error)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          ...[office.id, id, consultation.id, event.seq],
          ...[`<eskalasi.${id}@${this.#domain}>`, recipient],
          JSON.stringify(letter),
          // Nobody to send it to is for a person to mend, and no reason to refuse the officer's command.
          ...(recipient === '' ? ['dead', 'NO_RECIPIENT'] : ['waiting', null]),
        ],
      );
      this.#onNoted();
    }
  }

  /** Takes letters that are due, for a few minutes; other workers do not see them meanwhile. */
  async take(limit: number): Promise<readonly Waiting[]> {
    const rows = await this.#database.query<{
      office_id: string;
      id: string;
      message_id: string;
      recipient: string;
      body: string;
      attempts: number;
    }>(
      `update outbox set attempts = attempts + 1, due_at = now() + make_interval(mins => $2::integer)
        where (office_id, id) in (
          select office_id, id from outbox where state = 'waiting' and due_at <= now()
           order by due_at limit $1 for update skip locked)
        returning office_id, id, message_id, recipient, body, attempts`,
      [limit, leaseMinutes],
    );
    return rows.map(
      ({ office_id: office, id, message_id: messageId, recipient, body, attempts }) => ({
        ...{ office, id, messageId, recipient, attempts },
        letter: JSON.parse(body) as Letter,
      }),
    );
  }

  async sent({ office, id }: Waiting): Promise<void> {
    await this.#database.query(
      `update outbox set state = 'sent', sent_at = now(), last_error = null
        where office_id = $1 and id = $2`,
      [office, id],
    );
  }

  /** Puts a letter back with a longer pause each time; a permanent fault, or too many tries, makes it dead. */
  async failed(
    { office, id, attempts }: Waiting,
    error: string,
    isPermanent: boolean,
  ): Promise<void> {
    const isDead = isPermanent || attempts >= maxAttempts;
    const pause = Math.min(30 * 2 ** (attempts - 1), 6 * 3600) * (0.75 + Math.random() / 2);
    await this.#database.query(
      `update outbox set last_error = $3, state = $4, due_at = now() + make_interval(secs => $5::double precision)
        where office_id = $1 and id = $2 and state = 'waiting'`,
      [office, id, error.slice(0, 60), isDead ? 'dead' : 'waiting', pause],
    );
  }

  /** The last letters of an office, those that need someone first. */
  async entries(office: string): Promise<readonly OutboxEntry[]> {
    return this.#database.query<OutboxEntry>(
      `select id, case_id as "caseId", state, attempts, recipient, created_at as "createdAt",
              due_at as "dueAt", sent_at as "sentAt", last_error as "lastError"
         from outbox where office_id = $1
        order by (state = 'dead') desc, (state = 'waiting') desc, created_at desc limit 200`,
      [office],
    );
  }

  /** Lets a dead letter try again, to whom it would go by the settings of today. */
  async retry(office: string, id: string): Promise<boolean> {
    const [row] = await this.#database.query<{ body: string }>(
      `select body from outbox where office_id = $1 and id = $2 and state = 'dead'`,
      [office, id],
    );
    if (row === undefined) return false;
    const { eskalasi } = JSON.parse((JSON.parse(row.body) as Letter).package.json) as {
      readonly eskalasi?: { readonly tujuan?: unknown };
    };
    const recipient = this.#recipientFor(eskalasi?.tujuan);
    if (recipient === '') return false;
    const [waiting] = await this.#database.query(
      `update outbox set state = 'waiting', attempts = 0, due_at = now(), recipient = $3
        where office_id = $1 and id = $2 and state = 'dead' returning id`,
      [office, id, recipient],
    );
    this.#onNoted();
    return waiting !== undefined;
  }

  get #domain(): string {
    return this.#mail?.from.split('@')[1] ?? 'lpse-konsultasi.invalid';
  }

  #recipientFor(tujuan: unknown): string {
    const to = this.#mail?.to ?? {};
    return typeof tujuan === 'string' && Object.hasOwn(to, tujuan) ? (to[tujuan] ?? '') : '';
  }
}
