import {
  canonicalJson,
  hoursAheadOfUtc,
  waitingStates,
  type Board,
  type Json,
  type Profile,
} from '@lpse-konsultasi/form-schema';
import type { Change, ConsultationSummary } from '../backend.js';
import type { StoreReader } from './store.js';

/** The rows that the board and a place in the queue are made of: those that wait, and whatever moved today. */
export async function queueRows(
  reader: StoreReader,
  { office }: Profile,
  now: Date,
): Promise<readonly ConsultationSummary[]> {
  const rows = new Map<string, ConsultationSummary>();
  const keep = (row: ConsultationSummary): boolean => {
    if (row.queue !== undefined) rows.set(row.id, row);
    return true;
  };
  const midnight = startOfDay(now, office.zonaWaktu);
  await reader.scan({ by: 'updatedAt', descending: true, states: waitingStates }, keep);
  await reader.scan({ by: 'updatedAt', descending: true }, (row) =>
    row.updatedAt >= midnight ? keep(row) : false,
  );
  return [...rows.values()];
}

/** Midnight at the office, as the log writes instants. */
export function startOfDay(now: Date, zone: Profile['office']['zonaWaktu']): string {
  const offset = hoursAheadOfUtc[zone] * 3_600_000;
  const day = 24 * 3_600_000;
  return new Date(Math.floor((now.getTime() + offset) / day) * day - offset).toISOString();
}

/** The board as it stands, and anew after each change that it shows. */
export async function* boards(
  changes: AsyncIterable<Change>,
  read: () => Promise<Board>,
  signal?: AbortSignal,
): AsyncGenerator<Board, void> {
  const iterator = changes[Symbol.asyncIterator]();
  try {
    let next = iterator.next();
    let shown: string | undefined;
    for (;;) {
      const board = await read();
      const face = faceOf(board);
      if (face !== shown) yield board;
      shown = face;
      if ((await next).done === true) return;
      next = iterator.next();
    }
  } catch (error) {
    // Who stopped asking is owed no answer, and no error either.
    if (signal?.aborted !== true) throw error;
  } finally {
    await iterator.return?.();
  }
}

/** Whether a board differs from another one is not a matter of when it was asked for. */
function faceOf({ at: _, ...face }: Board): string {
  return canonicalJson(face as unknown as Json);
}
