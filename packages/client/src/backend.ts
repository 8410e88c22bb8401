import type {
  Command,
  Consultation,
  ConsultationEvent,
  Profile,
  Refusal,
  State,
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
  readonly petugas?: string;
  readonly loket?: string;
  /** When the step that runs now began, for its clock; absent while none runs. ISO instant. */
  readonly stepStartedAt?: string;
  /** ISO instants. */
  readonly registeredAt: string;
  readonly updatedAt: string;
}

export interface ListFilter {
  readonly states?: readonly State[];
  readonly kategori?: readonly string[];
  /** Words that must all occur in ticket, queue number, name or subject; case does not matter. */
  readonly search?: string;
  /** Only these cases: what has become of the rows that are on a screen. */
  readonly ids?: readonly string[];
}

export interface ListQuery extends ListFilter {
  /** Default: `-updatedAt`. A leading minus means newest or largest first. */
  readonly sort?: 'registeredAt' | '-registeredAt' | 'updatedAt' | '-updatedAt';
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
}

/** One case has moved on. Read it to know how. */
export interface Change {
  readonly id: string;
  readonly version: number;
}

export interface WatchOptions {
  /** Only this case. */
  readonly id?: string;
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
export interface Backend {
  readonly supports: BackendManifest;
  /** The office that this backend works for; its rules judge each command. */
  readonly profile: Profile;
  /**
   * Judges a command and records what it leads to, in one step. A success is remembered under its key for as long as the
   * case is kept; a refusal is not, for nothing has happened. Throws a `TypeError` for a key of another length.
   */
  execute(command: Command, options: ExecuteOptions): Promise<Outcome>;
  /** The case with its log; undefined when there is none. */
  read(
    id: string,
    options?: { readonly signal?: AbortSignal },
  ): Promise<ConsultationRecord | undefined>;
  /** Throws `LPSE_CURSOR_INVALID`, and a `TypeError` for a limit out of range. */
  list(query?: ListQuery): Promise<Page>;
  /** Changes from now on, until `signal` fires or the loop ends. Several changes of one case may arrive as the last. */
  watch(options?: WatchOptions): AsyncIterable<Change>;
  /** Stores the bytes and answers their reference. The same bytes twice are stored once. */
  attach(file: AttachmentFile, options?: { readonly signal?: AbortSignal }): Promise<AttachmentRef>;
  /** Throws `LPSE_ATTACHMENT_NOT_FOUND`. */
  attachment(sha256: string, options?: { readonly signal?: AbortSignal }): Promise<AttachmentFile>;
  /** Frees what the backend holds; running watches end, later calls throw `LPSE_BACKEND_CLOSED`. */
  close(): Promise<void>;
}
