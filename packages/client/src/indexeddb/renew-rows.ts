import { canonicalJson, replay, sha256Hex, verifyLog } from '@lpse-konsultasi/form-schema';
import type { ConsultationEvent, Profile } from '@lpse-konsultasi/form-schema';
import { foldText, summarise } from '../embedded/summary.js';
import type { SummaryRow } from '../embedded/store.js';
import type { Connection } from './connection.js';
import { lastRevision } from './row-cache.js';

/** Counts what rows have looked like; a new number makes them all anew. */
const rowShape = 1;

/** Where `memos` keeps what the rows were made by. */
const memo = 'lpse:rows';

/** Cases whose logs are read at once. */
const batch = 200;

/**
 * Makes the rows of the queue anew from the logs when they were made by an older version of the program, or when the
 * office has changed its limits or hours since. All or nothing, and only once: the next page finds it done.
 */
export async function renewRows(connection: Connection, profile: Profile): Promise<void> {
  const made = madeBy(profile);
  const known = await connection.transaction(['memos'], 'readonly', (transaction) =>
    transaction.objectStore('memos').get(memo),
  );
  if (known === made) return;
  await connection.transaction(
    ['memos', 'events', 'summaries'],
    'readwrite',
    async (transaction) => {
      const memos = transaction.objectStore('memos');
      // Another tab may have been first.
      if ((await memos.get(memo)) === made) return;
      const [events, rows] = [
        transaction.objectStore('events'),
        transaction.objectStore('summaries'),
      ];
      const ids = await rows.getAllKeys();
      let revision = await lastRevision((name) => rows.index(name));
      for (let start = 0; start < ids.length; start += batch) {
        const some = ids.slice(start, start + batch);
        await Promise.all(
          some.map(async (id) => {
            const log = await events.getAll(IDBKeyRange.bound([id], [id, []]));
            const row = rowOf(log, profile) ?? asFarAsKnown(await rows.get(id));
            if (row !== undefined) await rows.put({ ...row, revision: (revision += 1) });
          }),
        );
      }
      await memos.put(made, memo);
    },
  );
}

/** Everything that a row depends on beside its log. */
function madeBy({ procedure, office }: Profile): string {
  const { zonaWaktu, jamLayanan, hariLibur } = office;
  const limits = procedure.steps.map(({ minutes }) => minutes);
  return sha256Hex(canonicalJson({ rowShape, limits, zonaWaktu, jamLayanan, hariLibur }));
}

/** Undefined for a log that cannot be believed: its row stays as it was, and opening the case says what is wrong. */
function rowOf(log: readonly ConsultationEvent[], profile: Profile): SummaryRow | undefined {
  const consultation = verifyLog(log).ok ? replay(log) : undefined;
  return consultation && summarise(consultation, profile);
}

function asFarAsKnown(row: SummaryRow | undefined): SummaryRow | undefined {
  if (row === undefined) return undefined;
  const words = foldText([row.tiket, row.nama, row.judul].join('\n')).replaceAll(/\s+/g, '\n');
  return { ...row, words, dueKey: row.dueAt ?? '~' };
}
