import {
  LpseError,
  boardOf,
  dayAt,
  logVisibleTo,
  maySee,
  sha256Hex,
  turnOf,
  verifyLog,
  type Actor,
  type Board,
  type CaseAccess,
  type Command,
  type Consultation,
  type ConsultationEvent,
  type JsonObject,
  type Problem,
  type Profile,
  type QueueRow,
  type Turn,
  type RefusalCode,
  type Report,
  type View,
} from '@lpse-konsultasi/form-schema';
import type {
  AttachmentFile,
  AttachmentRef,
  Backend,
  BackendManifest,
  BoardOptions,
  CaseLog,
  Change,
  ConsultationRecord,
  ExecuteOptions,
  ListQuery,
  LogPage,
  LogQuery,
  Outcome,
  Page,
  Presence,
  RateOutcome,
  ReportQuery,
  WatchOptions,
} from '../backend.js';
import { boards, queueRows } from './board.js';
import { makeReport } from './make-report.js';
import { carryOut } from './carry-out.js';
import { ChangeFeed } from './change-feed.js';
import { decodeCursor, encodeCursor } from './cursor.js';
import { findCase } from './find-case.js';
import { Inspection } from './inspection.js';
import { caseOf, foldOf } from './fold.js';
import { deepFreeze, plainCopy } from './plain.js';
import { PresenceBoard } from './presence-board.js';
import type { Scan, Store, StoreReader, SummaryRow } from './store.js';
import { instant, rowFilter, withoutKeys } from './summary.js';
import { mayAsk, outcomeFor, recordFor, rowFor } from './shown.js';
import { takeOver, takeOverNew, type ImportResult, type VerifiedLog } from './take-over.js';

export interface EmbeddedOptions {
  readonly profile: Profile;
  /** Who works here now; asked anew for each command, so that a page may change its session. */
  readonly actor: () => Actor;
  /** Default: the machine's clock. */
  readonly now?: () => Date;
}

/** A backend without a server: rules, numbers and data are in the page. */
export interface EmbeddedBackend extends Backend {
  /**
   * Takes over the log of a case as it is, e.g. from another browser's desk. A log that continues the one that is
   * stored extends it; one that is shorter changes nothing. The office's running numbers move past those of the log.
   */
  importLog(events: readonly ConsultationEvent[]): Promise<ImportResult>;
  /**
   * Takes over the logs of many cases in one step, and answers how many came in: a damaged log and a case that is here
   * already are left out.
   */
  importLogs(logs: readonly (readonly ConsultationEvent[])[]): Promise<number>;
}

/**
 * Everything that the embedded backends have in common; a `Store` makes the difference. A command is judged and
 * recorded in one transaction, so that two tabs can neither answer the same case twice nor issue the same number.
 *
 * A success is remembered under its key for as long as the case is. A refusal is not: nothing has happened, so the
 * same key may be tried again once the reason is gone.
 *
 * What leaves it is what the profile shows to the actor's role (`procedure.views`): a case that it knows the id of
 * without what is withheld, and other people's cases only with the view `daftar`. That keeps screens to what they are
 * for; who has the browser in hand has its storage too.
 */
export function createEmbeddedBackend(store: Store, options: EmbeddedOptions): EmbeddedBackend {
  return new StoreBackend(store, options);
}

class StoreBackend implements EmbeddedBackend {
  readonly supports: BackendManifest;
  readonly profile: Profile;
  readonly #store: Store;
  readonly #actor: () => Actor;
  readonly #now: () => Date;
  readonly #feed = new ChangeFeed();
  readonly #presence: PresenceBoard;
  readonly #inspection: Inspection;
  readonly #unsubscribe: () => void;
  #closed = false;

  constructor(store: Store, { profile, actor, now = () => new Date() }: EmbeddedOptions) {
    const { name, durable, shared } = store;
    this.supports = {
      name,
      durable,
      shared,
      attachments: true,
      presence: true,
      board: true,
      report: true,
      survey: true,
    };
    this.profile = profile;
    this.#store = store;
    this.#actor = actor;
    this.#now = now;
    this.#presence = new PresenceBoard(store.presence);
    this.#inspection = new Inspection(store, profile);
    this.#unsubscribe = store.subscribe((change) => this.#feed.publish(change));
  }

  async execute(command: Command, options: ExecuteOptions): Promise<Outcome> {
    const { key, signal } = options;
    checkKey('execute', key);
    const { type, consultationId, data } = command;
    const order = deepFreeze(plainCopy({ type, consultationId, data }));
    const { profile } = this;
    const actor = this.#actor();
    const circumstances = { profile, actor, now: this.#now };
    const { outcome, isNew } = await this.#work(signal, () =>
      this.#store.write((writer) => carryOut(order, options, circumstances, writer)),
    );
    if (outcome.ok && isNew) this.#announce(outcome.consultation);
    return outcomeFor(outcome, actor, profile);
  }

  async read(
    id: string,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<ConsultationRecord | undefined> {
    const events = await this.#work(signal, () => this.#store.read((reader) => reader.events(id)));
    const consultation = caseOf(events);
    return consultation && recordFor({ consultation, events }, this.#actor(), this.profile);
  }

  async list(query: ListQuery = {}): Promise<Page> {
    const { sort = '-updatedAt', states, pelapor, paket, limit = 50, cursor, signal } = query;
    checkLimit('list', limit);
    const by = orders[sort.replace('-', '')] ?? 'updatedAt';
    const scan: Scan = {
      by,
      descending: sort.startsWith('-'),
      ...(states !== undefined && { states: [...new Set(states)] }),
      ...(paket !== undefined && { only: ['paket', paket] }),
      ...(pelapor !== undefined && { only: ['pelapor', pelapor] }),
      ...(cursor !== undefined && { after: decodeCursor(query, cursor) }),
    };
    const matches = rowFilter(query);
    const actor = this.#actor();
    if (!mayAsk(query, actor, this.profile)) return { items: [], ...(query.total && { total: 0 }) };
    const { rows, total } = await this.#work(signal, () =>
      this.#store.read(async (reader) => ({
        rows: await this.#rows(reader, scan, matches, limit, signal),
        total: query.total === true ? await this.#count(reader, scan, matches) : undefined,
      })),
    );
    this.#inspection.begin();
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      items: shown.map((row) => rowFor(withoutKeys(row), actor, this.profile)),
      ...(rows.length > limit &&
        last !== undefined && { cursor: encodeCursor(query, [last[by], last.id]) }),
      ...(total !== undefined && { total }),
      ...(this.#inspection.damaged > 0 && { damaged: this.#inspection.damaged }),
    };
  }

  async logs(query: LogQuery = {}): Promise<LogPage> {
    const { limit = 100, cursor, signal } = query;
    this.#checkOpen();
    this.#checkMaySee('riwayat', 'daftar');
    checkLimit('logs', limit);
    const [from, until] = [instant(query.from), instant(query.until)];
    const scan: Scan = {
      by: 'registeredAt',
      descending: false,
      ...(cursor !== undefined && { after: decodeCursor(query, cursor) }),
    };
    const matches = (row: SummaryRow): boolean =>
      (from === undefined || row.updatedAt >= from) &&
      (until === undefined || row.registeredAt < until);
    const { rows, logs } = await this.#work(signal, () =>
      this.#store.read(async (reader) => {
        const found = await this.#rows(reader, scan, matches, limit, signal);
        const shown = found.slice(0, limit);
        return { rows: found, logs: await Promise.all(shown.map(({ id }) => reader.events(id))) };
      }),
    );
    const items = logs.map((events, index): CaseLog => {
      const verdict = verifyLog(events);
      const shown = logVisibleTo(events, this.#actor(), this.profile);
      return { id: rows[index]?.id ?? '', events: deepFreeze(shown), verdict };
    });
    const last = rows[items.length - 1];
    if (rows.length <= limit || last === undefined) return { items };
    return { items, cursor: encodeCursor(query, [last.registeredAt, last.id]) };
  }

  find(
    access: CaseAccess,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<string | undefined> {
    return this.#work(signal, () => this.#store.read((reader) => findCase(reader, access)));
  }

  watch(options: WatchOptions = {}): AsyncIterable<Change> {
    this.#checkOpen();
    const changes = this.#feed.watch(options);
    if (options.id === undefined && !this.#maySee('daftar')) void changes.return?.();
    return changes;
  }

  async report(query: ReportQuery): Promise<Report> {
    this.#checkOpen();
    this.#checkMaySee('laporan');
    return this.#work(query.signal, () =>
      makeReport(query, this.#store, this.profile, this.#now()),
    );
  }

  async rate(
    answers: JsonObject,
    { key, signal }: { readonly key: string; readonly signal?: AbortSignal },
  ): Promise<RateOutcome> {
    checkKey('rate', key);
    const jawaban = deepFreeze(plainCopy(answers));
    const { survey, forms, office } = this.profile;
    if (!survey.aktif) return notRated('LPSE_SURVEY_OFF');
    const problems = forms.survey.validate(jawaban);
    if (problems.length > 0) return notRated('LPSE_FORM_INVALID', problems);
    const tanggal = dayAt(this.#now().getTime(), office.zonaWaktu);
    // The key is hashed, for it may name a case.
    const digest = sha256Hex(`lpse:rating:${key}`);
    await this.#work(signal, () => this.#store.putRating(digest, { tanggal, jawaban }));
    return { ok: true };
  }

  async attend(id: string, { signal }: { readonly signal: AbortSignal }): Promise<void> {
    this.#checkOpen();
    const { id: petugasId, name: petugas } = this.#actor();
    if (this.#maySee('daftar')) this.#presence.attend({ id, petugasId, petugas }, signal);
  }

  attending({ signal }: { readonly signal?: AbortSignal } = {}): AsyncIterable<
    readonly Presence[]
  > {
    this.#checkOpen();
    const presence = this.#presence.watch(signal);
    if (!this.#maySee('daftar')) void presence.return?.();
    return presence;
  }

  board({ signal }: BoardOptions = {}): AsyncIterable<Board> {
    this.#checkOpen();
    const changes = this.#feed.watch({ ...(signal && { signal }) });
    const read = async (): Promise<Board> => {
      const now = this.#now();
      return boardOf(await this.#queueRows(now, signal), this.profile, now.toISOString());
    };
    return boards(changes, read, signal);
  }

  async turn(
    id: string,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<Turn | undefined> {
    const now = this.#now();
    return turnOf(id, await this.#queueRows(now, signal), this.profile, now.toISOString());
  }

  #queueRows(now: Date, signal?: AbortSignal): Promise<readonly QueueRow[]> {
    return this.#work(signal, () =>
      this.#store.read((reader) => queueRows(reader, this.profile, now)),
    );
  }

  async attach(
    file: AttachmentFile,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<AttachmentRef> {
    // A copy: a view would drag its whole buffer into the store, and the caller may go on writing into it.
    const { nama, mime } = file;
    const bytes = file.bytes.slice();
    return this.#work(signal, async () => {
      const sha256 = await hashOf(bytes);
      signal?.throwIfAborted();
      await this.#store.putFile(sha256, { nama, mime, bytes });
      return { nama, mime, ukuran: bytes.byteLength, sha256 };
    });
  }

  async attachment(
    sha256: string,
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<AttachmentFile> {
    const file = await this.#work(signal, () => this.#store.file(sha256));
    if (file === undefined) throw new LpseError('LPSE_ATTACHMENT_NOT_FOUND');
    return { ...file, bytes: file.bytes.slice() };
  }

  async importLog(log: readonly ConsultationEvent[]): Promise<ImportResult> {
    const events = deepFreeze(plainCopy(log));
    const [first] = events;
    if (first === undefined || !verifyLog(events).ok) return { ok: false, reason: 'damaged' };
    const { id } = foldOf(events);
    const { result, isNew } = await this.#work(undefined, () =>
      this.#store.write((writer) => takeOver(id, events, this.profile, writer)),
    );
    if (result.ok && isNew) this.#announce(result.consultation);
    return result;
  }

  async importLogs(logs: readonly (readonly ConsultationEvent[])[]): Promise<number> {
    const verified = new Map<string, VerifiedLog>();
    for (const log of logs) {
      const events = deepFreeze(plainCopy(log));
      if (events.length === 0 || !verifyLog(events).ok) continue;
      const consultation = foldOf(events);
      verified.set(consultation.id, { consultation, events });
    }
    const added = await this.#work(undefined, () =>
      this.#store.write((writer) => takeOverNew([...verified.values()], this.profile, writer)),
    );
    for (const consultation of added) this.#announce(consultation);
    return added.length;
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#unsubscribe();
    this.#inspection.end();
    this.#feed.close();
    this.#presence.close();
    this.#store.close();
  }

  /** The rows that match, one more than a page shows: it tells whether there is a next one. */
  async #rows(
    reader: StoreReader,
    scan: Scan,
    matches: (row: SummaryRow) => boolean,
    limit: number,
    signal: AbortSignal | undefined,
  ): Promise<readonly SummaryRow[]> {
    const found: SummaryRow[] = [];
    await reader.scan(scan, (row) => {
      signal?.throwIfAborted();
      if (matches(row)) found.push(row);
      return found.length <= limit;
    });
    return found;
  }

  /** All rows of a query, from its first page on. */
  async #count(
    reader: StoreReader,
    { after: _after, ...scan }: Scan,
    matches: (row: SummaryRow) => boolean,
  ): Promise<number> {
    let count = 0;
    await reader.scan(scan, (row) => {
      if (matches(row)) count += 1;
      return true;
    });
    return count;
  }

  /** Runs storage work as the contract promises: not when closed or aborted, failures with a code of ours. */
  async #work<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
    this.#checkOpen();
    signal?.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      // A storage that gives up a transaction says "AbortError" as well; only the caller's signal may.
      if (isAbort(error) && signal?.aborted !== true)
        throw new LpseError('LPSE_STORAGE_UNAVAILABLE', { cause: error });
      throw error;
    }
  }

  #announce({ id, version }: Consultation): void {
    this.#store.announce({ id, version });
  }

  #maySee(view: View): boolean {
    return maySee(this.profile, this.#actor().role, view);
  }

  #checkMaySee(...views: readonly View[]): void {
    if (!views.every((view) => this.#maySee(view))) throw new LpseError('LPSE_ACCESS_DENIED');
  }

  #checkOpen(): void {
    if (this.#closed) throw new LpseError('LPSE_BACKEND_CLOSED');
  }
}

/** Where a row keeps what it is sorted by. */
const orders: { readonly [sort: string]: Scan['by'] } = {
  registeredAt: 'registeredAt',
  updatedAt: 'updatedAt',
  dueAt: 'dueKey',
};

function checkLimit(method: string, limit: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > 200)
    throw new TypeError(`${method}: limit must be an integer from 1 to 200, not ${String(limit)}`);
}

/** Off the main thread where the browser allows it, which it does not on plain http pages. */
async function hashOf(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const subtle = globalThis.crypto?.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) return sha256Hex(bytes);
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function notRated(code: RefusalCode, problems: readonly Problem[] = []): RateOutcome {
  return { ok: false, refusal: { code, params: {}, problems } };
}

function checkKey(method: string, key: unknown): void {
  if (typeof key !== 'string' || key.length < 1 || key.length > 255)
    throw new TypeError(`${method}: key must be a text of 1 to 255 characters`);
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
