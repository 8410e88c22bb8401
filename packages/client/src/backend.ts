import type {
  Board,
  CaseAccess,
  Command,
  Consultation,
  ConsultationEvent,
  JsonObject,
  LogVerdict,
  Profile,
  QueueFacts,
  Refusal,
  Report,
  ReportPeriod,
  State,
  Turn,
} from '@lpse-konsultasi/form-schema';

/** What a backend can do beyond the core; the conformance suite tests exactly what is claimed. */
export interface BackendManifest {
  /** Stable name for messages and tests, e.g. `indexeddb`. */
  readonly name: string;
  /** Data survives a reload. */
  readonly durable: boolean;
  /** `watch` reports changes made by other tabs or machines, not just by this object. */
  readonly shared: boolean;
  readonly attachments: boolean;
  /** `attend` and `attending` tell officers of each other; with `shared`, also those at other tabs or machines. */
  readonly presence: boolean;
  /** `board` and `turn` answer: the waiting room sees numbers, and a visitor their place. */
  readonly board?: boolean;
  /** `report` tells what happened in a period. */
  readonly report?: boolean;
  /** `rate` keeps the answers of the satisfaction survey. */
  readonly survey?: boolean;
}

export interface ExecuteOptions {
  /** Idempotency key, 1 to 255 characters: the same key with the same command is one effect and one answer. */
  readonly key: string;
  /** The version that the user saw. A different one is refused as `LPSE_VERSION_CONFLICT`. Omitted: no check. */
  readonly expectedVersion?: number;
  readonly signal?: AbortSignal;
}

/** What became of a command. Refusals are answers, not exceptions; only operational failures throw. */
export type Outcome =
  | {
      readonly ok: true;
      readonly consultation: Consultation;
      readonly events: readonly ConsultationEvent[];
    }
  | {
      readonly ok: false;
      readonly refusal: Refusal;
      /** The stored case, for a conflict. */ readonly consultation?: Consultation;
    };

/** A case with its log. */
export interface ConsultationRecord {
  readonly consultation: Consultation;
  readonly events: readonly ConsultationEvent[];
}

/** A row of the queue. */
export interface ConsultationSummary {
  readonly id: string;
  readonly version: number;
  readonly state: State;
  readonly step: number;
  readonly tiket: string;
  readonly nomorAntrean?: string;
  readonly nama: string;
  readonly judul: string;
  readonly kategori: string;
  readonly putaran: number;
  /** The officer at work: name and id. */
  readonly petugas?: string;
  readonly petugasId?: string;
  readonly loket?: string;
  /** The priority of the analysis, e.g. `tinggi`; absent before it, or where the office gives none. */
  readonly prioritas?: string;
  /**
   * Stands for the person by a hash of the telephone number, however it was written: cases of one person have one key.
   * A pseudonym that spares a screen the number, not an anonymisation. Absent while no number is known.
   */
  readonly pelapor?: string;
  /** The package code of the form (`kodePaket`). */
  readonly paket?: string;
  /** Sent to LKPP: without a reply so far, or with one. */
  readonly eskalasi?: 'waiting' | 'replied';
  /** Since when it waits for a reply, for the days of waiting (`waitSince`). ISO instant. */
  readonly eskalasiSejak?: string;
  /** When the other side was last asked how it is going (`remind`). ISO instant. */
  readonly eskalasiDitanyakan?: string;
  /** What the queue knows of the case, once it has a number: for the order of calling and the waiting time. */
  readonly queue?: QueueFacts;
  /** When the step that runs now began, for its clock; absent while none runs. ISO instant. */
  readonly stepStartedAt?: string;
  /** When its limit is reached, by the office's hours and pauses; absent for a step without a limit. ISO instant. */
  readonly dueAt?: string;
  /** ISO instants. */
  readonly registeredAt: string;
  readonly updatedAt: string;
}

export interface ListFilter {
  readonly states?: readonly State[];
  readonly kategori?: readonly string[];
  readonly prioritas?: readonly string[];
  readonly petugasId?: readonly string[];
  /** Cases of this person (`ConsultationSummary.pelapor`). */
  readonly pelapor?: string;
  /** Cases of this package (`ConsultationSummary.paket`). */
  readonly paket?: string;
  /** Cases that were sent to LKPP: without a reply so far, or with one (`ConsultationSummary.eskalasi`). */
  readonly eskalasi?: 'waiting' | 'replied';
  /** ISO instants: registered at or after the first, and before the second. */
  readonly registeredFrom?: string;
  readonly registeredUntil?: string;
  /** An ISO instant, mostly now: cases whose `dueAt` lies before it. */
  readonly overdueAt?: string;
  /**
   * Words that must all occur in ticket, queue number, name, subject, description, company or package code; case does
   * not matter.
   */
  readonly search?: string;
  /** Only these cases: what has become of the rows that are on a screen. */
  readonly ids?: readonly string[];
}

/** A leading minus means newest or largest first. By `dueAt`, cases without a limit come behind all others. */
export type ListSort = `${'' | '-'}${'registeredAt' | 'updatedAt' | 'dueAt'}`;

export interface ListQuery extends ListFilter {
  /** Default: `-updatedAt`. */
  readonly sort?: ListSort;
  /** From a previous page of the same query. */
  readonly cursor?: string;
  /** 1 to 200, default 50. */
  readonly limit?: number;
  /** Also count all rows of the query, whatever the page. */
  readonly total?: boolean;
  readonly signal?: AbortSignal;
}

export interface Page {
  readonly items: readonly ConsultationSummary[];
  /** Pass to `list` for the next page; absent on the last one. */
  readonly cursor?: string;
  /** How many rows the query has on all pages, when it asked. */
  readonly total?: number;
  /**
   * How many cases of the desk, whatever the query, have a log that somebody has changed, as far as has been looked;
   * absent when none is known, and for those who may not see the list. Which ones, `logs` says. What is found later is
   * told to those who watch, as a change of that case.
   */
  readonly damaged?: number;
}

/** Which logs to hand out: those of cases to which something happened in a period. */
export interface LogQuery {
  /** ISO instants: at or after the first, before the second. Left out: since ever, until now. */
  readonly from?: string;
  readonly until?: string;
  /** From a previous page of the same query. */
  readonly cursor?: string;
  /** 1 to 200, default 100. */
  readonly limit?: number;
  readonly signal?: AbortSignal;
}

/** A whole log, with whether it can be believed: one that was damaged is handed out too, for it is evidence. */
export interface CaseLog {
  readonly id: string;
  readonly events: readonly ConsultationEvent[];
  readonly verdict: LogVerdict;
}

export interface LogPage {
  /** In the order in which the cases were registered, so that none is missed or repeated while work goes on. */
  readonly items: readonly CaseLog[];
  readonly cursor?: string;
}

export interface ReportQuery extends Omit<ReportPeriod, 'by'> {
  /** How the period is cut. Default: `day`. */
  readonly by?: ReportPeriod['by'];
  readonly signal?: AbortSignal;
}

/** What became of a rating. */
export type RateOutcome = { readonly ok: true } | { readonly ok: false; readonly refusal: Refusal };

/** Somebody of the office has a case open. */
export interface Presence {
  /** Of the case. */
  readonly id: string;
  readonly petugasId: string;
  readonly petugas: string;
}

/** One case has moved on. Read it to know how. */
export interface Change {
  readonly id: string;
  readonly version: number;
  /** Its log was found to be damaged: nothing moved on, but `Page.damaged` did. */
  readonly damaged?: true;
}

export interface WatchOptions {
  /** Only this case. */
  readonly id?: string;
  readonly signal?: AbortSignal;
}

export interface BoardOptions {
  readonly signal?: AbortSignal;
}

/** An attachment's bytes are kept apart from the case; the form holds this reference. */
export interface AttachmentRef {
  readonly nama: string;
  readonly mime: string;
  /** Bytes. */
  readonly ukuran: number;
  /** Lower-case hex SHA-256 of the bytes. */
  readonly sha256: string;
}

export interface AttachmentFile {
  readonly nama: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

/** Of which case a file is. A server opens files to the people of their case only; who keeps all in one page need not ask. */
export interface CaseOptions {
  readonly consultationId?: string;
  readonly signal?: AbortSignal;
}

export interface AttachOptions extends CaseOptions {
  /**
   * Takes 0 to 1: how much of the file has been sent. Begins anew when it has to be sent again; not called by who cannot
   * tell, or has nothing to send.
   */
  readonly onProgress?: (fraction: number) => void;
}

/**
 * The one contract between the panels and wherever an office keeps its cases. Adapters: `memory`, `indexeddb`.
 *
 * Every method may throw an `LpseError` for operational failures (storage full, connection lost) and an `AbortError`
 * when `signal` fires. All values are plain data and never change after they were handed out. A command is taken as it is
 * at the moment of the call.
 *
 * The id of a case is what opens it for a member of the public (role `user`): `list` shows them nobody's cases, and
 * `watch` tells them of the case that they name, and of no other.
 */
/** The line to a server, for those who show what is watched over it. */
export interface LiveLine {
  /** Since when nothing is heard of what is watched; undefined while all is well, or while nothing is watched. */
  readonly lostAt: Date | undefined;
  /** The server does not know who asks any more: nothing that is watched changes until they have signed in again. */
  readonly isSignedOut?: boolean;
  /** Calls back after each change, until the returned function is called. */
  subscribe(listener: () => void): () => void;
}

export interface Backend {
  readonly supports: BackendManifest;
  /** Whether what is watched still follows the server. Absent where no line lies between, or where nobody is told. */
  readonly line?: LiveLine | undefined;
  /** The office that this backend works for; its rules judge each command. */
  readonly profile: Profile;
  /**
   * Judges a command and records what it leads to, in one step. A success is remembered under its key for as long as the
   * case is kept; a refusal is not, for nothing has happened. Throws a `TypeError` for a key of another length.
   */
  execute(command: Command, options: ExecuteOptions): Promise<Outcome>;
  /**
   * The case with its log; undefined when there is none. Throws `LPSE_STORAGE_CORRUPT`, as `execute` does, for a case
   * whose log somebody has changed: nothing is built upon it.
   */
  read(
    id: string,
    options?: { readonly signal?: AbortSignal },
  ): Promise<ConsultationRecord | undefined>;
  /** Throws `LPSE_CURSOR_INVALID`, and a `TypeError` for a limit out of range. */
  list(query?: ListQuery): Promise<Page>;
  /**
   * The id of the case that ticket and code open (`accessCodeOf`); undefined for a wrong code as for an unknown ticket,
   * so that nobody learns which it was. It changes nothing and uses nothing up. Absent where the public cannot come back
   * by ticket; a server limits how often one may try.
   */
  find?(
    access: CaseAccess,
    options?: { readonly signal?: AbortSignal },
  ): Promise<string | undefined>;
  /** Changes from now on, until `signal` fires or the loop ends. Several changes of one case may arrive as the last. */
  watch(options?: WatchOptions): AsyncIterable<Change>;
  /**
   * Pages of whole logs, for everything that looks at many cases at once: exports, backups. Throws
   * `LPSE_ACCESS_DENIED` for a role that may not see them, `LPSE_CURSOR_INVALID`, and a `TypeError` for a limit out
   * of range.
   */
  logs(query?: LogQuery): Promise<LogPage>;
  /**
   * What happened at the office in a period, made from the logs. Takes its time with many cases. Throws
   * `LPSE_ACCESS_DENIED` for a role that may not see it, and a `RangeError` for a period that is none.
   */
  report(query: ReportQuery): Promise<Report>;
  /**
   * Keeps the answers of the satisfaction survey: apart from all cases, without who gave them, with the day and no time.
   * The same `key` twice counts once, even with other answers, for nothing connects a key with what was answered under
   * it. Refused as `LPSE_FORM_INVALID`, and as `LPSE_SURVEY_OFF` where the office does not ask.
   */
  rate(
    answers: JsonObject,
    options: { readonly key: string; readonly signal?: AbortSignal },
  ): Promise<RateOutcome>;
  /**
   * Tells the others of the office that this actor has a case open, until `signal` fires. Answers when it is said;
   * throws when it cannot be said yet, and goes on trying all the same. Whoever stops saying so (a closed tab, a lost
   * line) is forgotten after a while. Of a member of the public nothing is told.
   */
  attend(id: string, options: { readonly signal: AbortSignal }): Promise<void>;
  /**
   * Who has which case open: the whole list at once, and anew each time it changes, until `signal` fires or the loop
   * ends. Each actor counts once per case, this one included. Ends at once for a member of the public.
   */
  attending(options?: { readonly signal?: AbortSignal }): AsyncIterable<readonly Presence[]>;
  /**
   * What the waiting room may know, as it stands now, and anew whenever it has changed, until `signal` fires or the
   * loop ends. For everyone, with no case and no person in it. Several changes may arrive as the last. Absent where
   * `supports.board` is not claimed.
   */
  board?(options?: BoardOptions): AsyncIterable<Board>;
  /**
   * Where a case stands in the queue and how long that may take; undefined when it does not wait to be called, or when
   * there is none. Whoever knows the id may ask. Absent where `supports.board` is not claimed.
   */
  turn?(id: string, options?: { readonly signal?: AbortSignal }): Promise<Turn | undefined>;
  /** Stores the bytes and answers their reference. The same bytes twice are stored once. */
  attach(file: AttachmentFile, options?: AttachOptions): Promise<AttachmentRef>;
  /** Throws `LPSE_ATTACHMENT_NOT_FOUND`. */
  attachment(sha256: string, options?: CaseOptions): Promise<AttachmentFile>;
  /** Frees what the backend holds; running watches end, later calls throw `LPSE_BACKEND_CLOSED`. */
  close(): Promise<void>;
}
