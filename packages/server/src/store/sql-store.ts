import { createHash } from 'node:crypto';
import type { CommandType, ConsultationEvent } from '@lpse-konsultasi/form-schema';
import { withoutKeys } from '@lpse-konsultasi/client/embedded';
import type {
  RememberedCommand,
  Scan,
  StoreWriter,
  SummaryRow,
} from '@lpse-konsultasi/client/embedded';
import type { Parameter, Queries, Transaction } from '../database/database.js';
import { attachmentsIn } from './attachment-uses.js';
import { gramsOf } from './search-text.js';
import { isStorable, storable } from './storable.js';

/** Which running number a command may use up. Only that one is locked, so that all others go on side by side. */
const sequenceOf: { readonly [type in CommandType]?: string } = {
  register: 'ticket:',
  review: 'queue:',
  archive: 'archive:',
};

/** The first part of the names of the running numbers that a command may use up. */
export function sequenceUsedBy(type: CommandType): string | undefined {
  // A client may say anything.
  return Object.hasOwn(sequenceOf, type) ? sequenceOf[type] : undefined;
}

/** One command's view of an office's data, within one transaction; what it writes goes out with the commit. */
export class SqlStoreWriter implements StoreWriter {
  readonly #tx: Transaction;
  readonly #office: string;
  readonly #command: CommandType;
  readonly #sequences: Promise<readonly { readonly name: string; readonly value: number }[]>;

  /** Whoever makes it has locked the sequences that the command may use up. */
  constructor(tx: Transaction, office: string, command: CommandType) {
    this.#tx = tx;
    this.#office = office;
    this.#command = command;
    const used = sequenceUsedBy(command);
    // Which one it will be depends on a time that is not known yet; it is nearly always the last one.
    this.#sequences =
      used === undefined
        ? Promise.resolve([])
        : tx.query(
            `select name, value from sequences where office_id = $1 and starts_with(name, $2)
              order by name desc limit 2`,
            [office, used],
          );
  }

  events(id: string): Promise<readonly ConsultationEvent[]> {
    return eventsOf(this.#tx, this.#office, id);
  }

  async remembered(key: string): Promise<RememberedCommand | undefined> {
    const [row] = await this.#tx.query<RememberedCommand>(
      `select key, digest, case_id as "consultationId", first, last
         from commands where office_id = $1 and key = $2`,
      [this.#office, key],
    );
    return row;
  }

  async sequence(name: string): Promise<number> {
    const used = sequenceUsedBy(this.#command);
    if (used === undefined || !name.startsWith(used)) return 0;
    const known = (await this.#sequences).find((each) => each.name === name);
    if (known !== undefined) return known.value;
    this.#tx.send(
      `insert into sequences (office_id, name, value) values ($1, $2, 0) on conflict do nothing`,
      [this.#office, name],
    );
    const [row] = await this.#tx.query<{ value: number }>(
      `select value from sequences where office_id = $1 and name = $2`,
      [this.#office, name],
    );
    return row?.value ?? 0;
  }

  async scan(scan: Scan, visit: (row: SummaryRow) => boolean): Promise<void> {
    // The rules ask only for cases at a counter: a handful.
    const states = JSON.stringify(scan.states ?? []);
    const rows = await this.#tx.query<{ body: string; due_key: string }>(
      `select body, due_key from cases where office_id = $1
          and ($2 = '[]' or state in (select json_array_elements_text($2::json)))
        order by updated_at desc, id desc limit 10000`,
      [this.#office, states],
    );
    for (const { body, due_key: dueKey } of rows)
      if (!visit({ ...(JSON.parse(body) as SummaryRow), words: '', dueKey })) return;
  }

  append(events: readonly ConsultationEvent[], row: SummaryRow): Promise<void> {
    appendEvents(this.#tx, this.#office, events);
    writeCase(this.#tx, this.#office, row, events.at(-1)?.hash ?? '');
    noteUses(this.#tx, this.#office, row.id, attachmentsIn(events));
    this.#tx.send(`insert into changes (office_id, case_id, version) values ($1, $2, $3)`, [
      this.#office,
      row.id,
      row.version,
    ]);
    return Promise.resolve();
  }

  remember({ key, digest, consultationId, first, last }: RememberedCommand): Promise<void> {
    this.#tx.send(
      `insert into commands (office_id, key, digest, case_id, first, last)
       values ($1, $2, $3, $4, $5, $6)`,
      [this.#office, key, digest, consultationId, first, last],
    );
    return Promise.resolve();
  }

  setSequence(name: string, value: number): Promise<void> {
    this.#tx.send(`update sequences set value = $3 where office_id = $1 and name = $2`, [
      this.#office,
      name,
      value,
    ]);
    return Promise.resolve();
  }
}

export async function eventsOf(
  queries: Queries,
  office: string,
  id: string,
): Promise<readonly ConsultationEvent[]> {
  if (!isStorable(id)) return [];
  const rows = await queries.query<{ body: string }>(
    `select body from events where office_id = $1 and case_id = $2 order by seq`,
    [office, id],
  );
  return rows.map(({ body }) => JSON.parse(body) as ConsultationEvent);
}

function appendEvents(tx: Transaction, office: string, events: readonly ConsultationEvent[]): void {
  for (const event of events) {
    tx.send(
      `insert into events (office_id, case_id, seq, type, at, hash, prev_hash, body)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        ...[office, event.consultationId, event.seq, event.type, event.at],
        ...[event.hash, event.prevHash, JSON.stringify(event)],
      ] satisfies Parameter[],
    );
  }
}

/** The row of the queue, and the words that it is found by. */
function writeCase(tx: Transaction, office: string, row: SummaryRow, head: string): void {
  const { id, version, state, kategori, prioritas, petugasId, pelapor, paket } = row;
  const { registeredAt, updatedAt, dueKey, words } = row;
  const plain = (text: string | undefined): string | null =>
    text === undefined ? null : storable(text);
  tx.send(
    `insert into cases (office_id, id, version, state, kategori, prioritas, petugas_id, pelapor, paket,
                        registered_at, updated_at, due_key, head, body, tiket_key)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     on conflict (office_id, id) do update
       set version = excluded.version, state = excluded.state, kategori = excluded.kategori,
           prioritas = excluded.prioritas, petugas_id = excluded.petugas_id, pelapor = excluded.pelapor,
           paket = excluded.paket, updated_at = excluded.updated_at, due_key = excluded.due_key,
           head = excluded.head, body = excluded.body`,
    [
      ...[office, id, version, state, storable(kategori)],
      ...[plain(prioritas), plain(petugasId), plain(pelapor), plain(paket)],
      ...[registeredAt, updatedAt, dueKey, head, JSON.stringify(withoutKeys(row))],
      storable(ticketKey(row.tiket)),
    ],
  );
  tx.send(...wordsStatement(office, id, storable(words)));
}

/** A ticket as it is looked up, however a person has typed it. */
export function ticketKey(ticket: string): string {
  return ticket.replaceAll(/\s/g, '').toUpperCase();
}

/** The words that a case is found by, and the index over them. */
export function wordsStatement(
  office: string,
  id: string,
  words: string,
): readonly [sql: string, parameters: readonly Parameter[]] {
  const sql = `insert into case_texts (office_id, case_id, folded, grams) values ($1, $2, $3, $4::text::integer[])
    on conflict (office_id, case_id) do update set folded = excluded.folded, grams = excluded.grams
      where case_texts.folded <> excluded.folded`;
  return [sql, [office, id, words, `{${gramsOf(office, words).join(',')}}`]];
}

function noteUses(
  tx: Transaction,
  office: string,
  caseId: string,
  hashes: readonly string[],
): void {
  for (const sha256 of hashes)
    tx.send(
      `insert into attachment_uses (office_id, sha256, case_id) values ($1, $2, $3)
       on conflict do nothing`,
      [office, sha256, caseId],
    );
}

/** A number that stands for an office's name in an advisory lock, the same in every process. */
export function lockNumber(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest().readBigInt64BE(0).toString();
}
