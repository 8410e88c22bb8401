import { LpseError } from '@lpse-konsultasi/form-schema';
import type { Actor, Command, ConsultationEvent, Profile } from '@lpse-konsultasi/form-schema';
import type {
  ConsultationRecord,
  ExecuteOptions,
  ListQuery,
  Outcome,
  Page,
} from '@lpse-konsultasi/client';
import { carryOut, caseOf } from '@lpse-konsultasi/client/embedded';
import { codeOf, type Database, type Transaction } from '../database/database.js';
import type { DamagedLogs } from './damaged-logs.js';
import { listCases } from './list.js';
import { eventsOf, lockNumber, sequenceUsedBy, SqlStoreWriter } from './sql-store.js';

/** One office that this server works for. */
export interface Office {
  /** What leads its rows; never changed once there is data. */
  readonly id: string;
  readonly profile: Profile;
  /** Host names under which it is reached, when one server has several offices. */
  readonly hosts?: readonly string[];
}

/** What else is written in the transaction of a command that succeeded, e.g. a message to send. */
export type AlongWith = (
  tx: Transaction,
  office: Office,
  outcome: Extract<Outcome, { readonly ok: true }>,
) => void | Promise<void>;

export interface Executed {
  readonly outcome: Outcome;
  /** Something was written; false for a refusal and for a repetition. */
  readonly isNew: boolean;
}

interface ExecuteInput extends Pick<ExecuteOptions, 'key' | 'expectedVersion'> {
  readonly actor: Actor;
  /** Asked when it is the command's turn, so that times follow one another as numbers and log do. */
  readonly now: () => Date;
  /** Runs after the rules have agreed, before the commit; only for a command that is new. */
  readonly along?: AlongWith;
}

/** Cases in the database. The rules are those of the embedded backends; the locks are this file's. */
export class Consultations {
  readonly #database: Database;
  readonly #damaged: DamagedLogs;

  constructor(database: Database, damaged: DamagedLogs) {
    this.#database = database;
    this.#damaged = damaged;
  }

  /**
   * Judges and records a command in one transaction. Commands on one case wait for each other, so the same key at the
   * same time is one effect; commands on different cases do not, except where they draw the same running number or take
   * the same counter.
   */
  async execute(office: Office, command: Command, input: ExecuteInput): Promise<Executed> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#database.tx((tx) => run(tx, office, command, input));
      } catch (error) {
        // The same key for two cases at once, or a deadlock that the engine has resolved: the second look decides.
        if (attempt < 5 && isRace(error)) continue;
        await this.#noteDamage(error, office, command.consultationId);
        throw error;
      }
    }
  }

  async read(office: Office, id: string): Promise<ConsultationRecord | undefined> {
    const events = await eventsOf(this.#database, office.id, id);
    try {
      const consultation = caseOf(events);
      return consultation && { consultation, events };
    } catch (error) {
      await this.#noteDamage(error, office, id);
      throw error;
    }
  }

  events(office: Office, id: string): Promise<readonly ConsultationEvent[]> {
    return eventsOf(this.#database, office.id, id);
  }

  async list(office: Office, query: ListQuery): Promise<Page> {
    const [page, damaged] = await Promise.all([
      listCases(this.#database, office.id, query),
      this.#damaged.count(office.id),
    ]);
    return { ...page, ...(damaged > 0 && { damaged }) };
  }

  async #noteDamage(error: unknown, office: Office, id: string): Promise<void> {
    if (error instanceof LpseError && error.code === 'LPSE_STORAGE_CORRUPT')
      await this.#damaged.note(office.id, id);
  }
}

async function run(
  tx: Transaction,
  office: Office,
  command: Command,
  { key, expectedVersion, actor, now, along }: ExecuteInput,
): Promise<Executed> {
  waitForTurn(tx, office.id, command);
  const options = { key, ...(expectedVersion !== undefined && { expectedVersion }) };
  const writer = new SqlStoreWriter(tx, office.id, command.type);
  const { outcome, isNew } = await carryOut(
    command,
    options,
    { profile: office.profile, actor, now },
    writer,
  );
  if (outcome.ok && isNew) await along?.(tx, office, outcome);
  return { outcome, isNew };
}

/** Always the case first, so that two commands cannot wait for each other. What is asked for next is answered then. */
function waitForTurn(tx: Transaction, office: string, { consultationId, type }: Command): void {
  const lock = (...parts: readonly string[]): void =>
    tx.send('select pg_advisory_xact_lock($1::bigint)', [lockNumber(office, ...parts)]);
  lock('case', consultationId);
  const sequence = sequenceUsedBy(type);
  if (sequence !== undefined) lock(sequence);
  // Who stands at which counter is a question about all cases.
  if (type === 'call') lock('counters');
}

function isRace(error: unknown): boolean {
  return ['23505', '40001', '40P01'].includes(codeOf(error));
}
