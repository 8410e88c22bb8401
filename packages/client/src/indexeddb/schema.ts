import type { ConsultationEvent, Json, State, SurveyRecord } from '@lpse-konsultasi/form-schema';
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { AttachmentFile } from '../backend.js';
import type { Draft } from '../drafts/drafts.js';
import type { RememberedCommand, SummaryRow } from '../embedded/store.js';

/** A row as it is kept: with the number of its writing, which grows with each row that is written. */
export interface StoredSummary extends SummaryRow {
  readonly revision: number;
}

/** What the browser keeps. Bytes are typed arrays and not Blobs, which WebKit cannot always store. */
export interface DeskSchema extends DBSchema {
  /** The logs: the only truth about the cases. */
  events: { key: [consultationId: string, seq: number]; value: ConsultationEvent };
  /** One row for each case, made from its log. */
  summaries: {
    key: string;
    value: StoredSummary;
    indexes: {
      revision: number;
      updatedAt: [at: string, id: string];
      registeredAt: [at: string, id: string];
      'state/updatedAt': [state: State, at: string, id: string];
      'state/registeredAt': [state: State, at: string, id: string];
      dueKey: [at: string, id: string];
      'state/dueKey': [state: State, at: string, id: string];
      pelapor: string;
      paket: string;
    };
  };
  commands: { key: string; value: RememberedCommand };
  sequences: { key: string; value: number };
  attachments: { key: string; value: AttachmentFile };
  drafts: { key: string; value: Draft };
  memos: { key: string; value: Json };
  /** Under names of chance, so that their order is that of chance. */
  ratings: { key: string; value: SurveyRecord };
  /** Which keys have rated; a rating does not say which is its own. */
  ratingKeys: { key: string; value: true };
}

export type Desk = IDBPDatabase<DeskSchema>;
export type Upgrade = IDBPTransaction<DeskSchema, StoreNames<DeskSchema>[], 'versionchange'>;

/** Counts the shapes that the database has had. A number that was released is never changed, only added to. */
export const deskVersion = 4;

/** Brings a database from any version to the present one, step by step. */
export function upgradeDesk(desk: Desk, from: number, upgrade: Upgrade): void {
  if (from < 1) {
    desk.createObjectStore('events', { keyPath: ['consultationId', 'seq'] });
    const summaries = desk.createObjectStore('summaries', { keyPath: 'id' });
    summaries.createIndex('updatedAt', ['updatedAt', 'id']);
    summaries.createIndex('registeredAt', ['registeredAt', 'id']);
    summaries.createIndex('state/updatedAt', ['state', 'updatedAt', 'id']);
    summaries.createIndex('state/registeredAt', ['state', 'registeredAt', 'id']);
    desk.createObjectStore('commands', { keyPath: 'key' });
    desk.createObjectStore('sequences');
    desk.createObjectStore('attachments');
    desk.createObjectStore('drafts');
    desk.createObjectStore('memos');
  }
  if (from < 2) {
    const summaries = upgrade.objectStore('summaries');
    summaries.createIndex('revision', 'revision', { unique: true });
    if (from === 1) void numberRows(upgrade);
  }
  if (from < 3) {
    // Rows of an older shape stay until `renewRows` makes them anew.
    const summaries = upgrade.objectStore('summaries');
    summaries.createIndex('dueKey', ['dueKey', 'id']);
    summaries.createIndex('state/dueKey', ['state', 'dueKey', 'id']);
    summaries.createIndex('pelapor', 'pelapor');
    summaries.createIndex('paket', 'paket');
  }
  if (from < 4) {
    desk.createObjectStore('ratings');
    desk.createObjectStore('ratingKeys');
  }
}

/** Numbers the rows that were written before rows were numbered. The upgrade ends when the last one is. */
async function numberRows(upgrade: Upgrade): Promise<void> {
  let revision = 0;
  let cursor = await upgrade.objectStore('summaries').openCursor();
  while (cursor !== null) {
    revision += 1;
    await cursor.update({ ...cursor.value, revision });
    cursor = await cursor.continue();
  }
}
