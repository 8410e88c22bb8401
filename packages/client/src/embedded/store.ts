import type { ConsultationEvent, State, SurveyRecord } from '@lpse-konsultasi/form-schema';
import type { AttachmentFile, Change, ConsultationSummary, Presence } from '../backend.js';

/** A summary as it is kept, with what searching and sorting need beside it. */
export interface SummaryRow extends ConsultationSummary {
  /** Each different word of what can be searched, folded (`foldText`), one a line. */
  readonly words: string;
  /** `dueAt`, or a text that sorts behind every instant. */
  readonly dueKey: string;
}

/** Where a row stands in an order: the instant that it is ordered by, then its id. */
export type Position = readonly [at: string, id: string];

/** Which rows to walk through, in which order. */
export interface Scan {
  readonly by: 'registeredAt' | 'updatedAt' | 'dueKey';
  readonly descending: boolean;
  /** Default: all states. */
  readonly states?: readonly State[];
  /** Only the rows of this person or package: few, so a store looks them up instead of walking past the others. */
  readonly only?: readonly ['pelapor' | 'paket', string];
  /** Starts behind this position. */
  readonly after?: Position;
}

/** What is kept of a command that succeeded, so that its key finds the same answer again. */
export interface RememberedCommand {
  readonly key: string;
  /** SHA-256 of the command: another command under the same key is a mistake. */
  readonly digest: string;
  readonly consultationId: string;
  /** The events that it made, first and last `seq`. */
  readonly first: number;
  readonly last: number;
}

export interface StoreReader {
  /** The log of a case in order; empty when there is no such case. */
  events(id: string): Promise<readonly ConsultationEvent[]>;
  remembered(key: string): Promise<RememberedCommand | undefined>;
  /** The last number that was used of a sequence; 0 for a new one. */
  sequence(name: string): Promise<number>;
  /** Shows rows to `visit` in order, until it answers false. */
  scan(scan: Scan, visit: (row: SummaryRow) => boolean): Promise<void>;
}

/** What else a store in the page answers: what is needed to look through everything (`Inspection`). */
export interface DeskReader extends StoreReader {
  /** The row of a case; undefined when there is none. */
  row(id: string): Promise<SummaryRow | undefined>;
  /** Ids of cases that have a log, in their own order: the first ones behind `after`. */
  ids(after: string | undefined, limit: number): Promise<readonly string[]>;
}

export type DeskWriter = StoreWriter & DeskReader;

export interface StoreWriter extends StoreReader {
  /** Adds events behind a log and replaces the row of their case. */
  append(events: readonly ConsultationEvent[], row: SummaryRow): Promise<void>;
  remember(command: RememberedCommand): Promise<void>;
  setSequence(name: string, value: number): Promise<void>;
}

/** What one tab tells the others of who is there. */
export type PresenceSign =
  /** A person is (still) at a case; `token` names this attendance among all. */
  | { readonly type: 'here'; readonly token: string; readonly presence: Presence }
  | { readonly type: 'gone'; readonly token: string }
  /** Somebody new asks everyone to say again where they are. */
  | { readonly type: 'who' };

export interface PresenceLine {
  tell(sign: PresenceSign, sender: object): void;
  /** `self` does not hear what it told. */
  listen(self: object, listener: (sign: PresenceSign) => void): () => void;
}

/**
 * Where an embedded backend keeps its data. Adapters know no rule of the procedure: they store logs, and what is
 * needed to find them. The log is the only truth; a row can be made from it at any time.
 */
export interface Store {
  readonly name: string;
  readonly durable: boolean;
  readonly shared: boolean;
  /** A consistent view. `work` may run twice when the storage connection was lost; it awaits nothing but the reader. */
  read<T>(work: (reader: DeskReader) => Promise<T>): Promise<T>;
  /** As `read`, and all or nothing: when `work` throws, nothing was written. It reads before it writes. */
  write<T>(work: (writer: DeskWriter) => Promise<T>): Promise<T>;
  /** Keeps a file under its hash; a second one with the same hash changes nothing. */
  putFile(sha256: string, file: AttachmentFile): Promise<void>;
  file(sha256: string): Promise<AttachmentFile | undefined>;
  /**
   * Keeps a rating, unless one was kept under this key: nothing stored connects a key with a rating, nor a rating with
   * the moment in which it came.
   */
  putRating(key: string, rating: SurveyRecord): Promise<void>;
  /** All ratings, in an order that tells nothing. */
  ratings(): Promise<readonly SurveyRecord[]>;
  /** Tells everyone who works on the same data, here and in other tabs. */
  announce(change: Change): void;
  subscribe(listener: (change: Change) => void): () => void;
  /** Carries what `PresenceBoard` says to the boards of everyone else on the same data, never back to its sender. */
  readonly presence: PresenceLine;
  close(): void;
}
