import { hoursAheadOfUtc } from '../clocks/time-zones.js';
import type { Profile, PublicFormId } from '../profile/profile.js';
import type { State } from '../workflow/states.js';
import { estimateWait } from './estimate.js';
import type { Helped, WaitEstimate } from './estimate.js';
import type { QueueFacts } from './facts.js';
import { fairOrder, isForward } from './order.js';

/** What of a case the board is made from: a row of the queue. */
export interface QueueRow {
  readonly id: string;
  readonly state: State;
  readonly nomorAntrean?: string;
  readonly nama: string;
  readonly loket?: string;
  readonly queue?: QueueFacts;
}

/** A number that was called. Nothing in it leads to the case. */
export interface BoardCall {
  readonly nomor: string;
  readonly loket?: string;
  /** ISO instant of this number's last call: a new one for each call, so a call is said once. */
  readonly at: string;
  /** Which call of this number it was, from 1. */
  readonly urutan: number;
  /** The number is still being called: nobody has come yet, and nobody was given up. */
  readonly isCalling: boolean;
  /** Only where the profile allows names on the board. */
  readonly nama?: string;
}

/** What the waiting room may know: numbers and counters, no case and no person. */
export interface Board {
  /** ISO instant: as of when. */
  readonly at: string;
  /** Today's calls, the last one first; at most ten. */
  readonly calls: readonly BoardCall[];
  /** The numbers that are next, in order; at most ten. */
  readonly next: readonly string[];
  /** How many wait to be called. */
  readonly waiting: number;
  /** For someone who joins the queue now; absent where nothing can be said. */
  readonly estimate?: WaitEstimate;
}

/** Where someone stands in the queue. */
export interface Turn {
  /** How many are called before; 0 is next. */
  readonly position: number;
  /** How many wait, this one included. */
  readonly waiting: number;
  /** Absent where nothing can be said. */
  readonly estimate?: WaitEstimate;
}

/** The states whose rows `boardOf` and `turnOf` need whenever they were; of the others, those of today are enough. */
export const waitingStates: readonly State[] = ['queued', 'called', 'analysing'];

const MOST = 10;

type QueueProfile = Pick<Profile<PublicFormId>, 'office' | 'procedure'>;
type Queued = QueueRow & { readonly queue: QueueFacts };

/** The board as these rows make it at a moment. */
export function boardOf(rows: readonly QueueRow[], profile: QueueProfile, now: string): Board {
  const known = rows.filter(isQueued);
  const waiting = inOrder(known, profile);
  const helped = helpedIn(known);
  const position = waiting.length;
  const estimate = estimateWait({ position, helped, now, office: profile.office });
  return {
    at: now,
    calls: callsOf(known, profile, now).slice(0, MOST),
    next: waiting.slice(0, MOST).map(({ nomorAntrean }) => nomorAntrean),
    waiting: waiting.length,
    ...(estimate && { estimate }),
  };
}

/** The place of one case among those that wait; undefined when it does not wait. */
export function turnOf(
  id: string,
  rows: readonly QueueRow[],
  profile: QueueProfile,
  now: string,
): Turn | undefined {
  const known = rows.filter(isQueued);
  const waiting = inOrder(known, profile);
  const position = waiting.findIndex((row) => row.id === id);
  if (position < 0) return undefined;
  const helped = helpedIn(known);
  const estimate = estimateWait({ position, helped, now, office: profile.office });
  return { position, waiting: waiting.length, ...(estimate && { estimate }) };
}

/** Those who wait, in the order in which they are called next. */
export function inOrder<T extends QueueRow>(
  rows: readonly T[],
  { procedure: { calling } }: QueueProfile,
): readonly (T & Queued & { readonly nomorAntrean: string })[] {
  const known = rows.filter(isQueued);
  const last = [...known].sort(lastCallFirst)[0];
  const waiting = known.filter(hasNumber).filter(({ state }) => state === 'queued');
  return fairOrder(waiting, calling, last !== undefined && isForward(last.queue, calling));
}

function isQueued<T extends QueueRow>(row: T): row is T & Queued {
  return row.queue !== undefined;
}

function hasNumber<T extends QueueRow>(row: T): row is T & { readonly nomorAntrean: string } {
  return row.nomorAntrean !== undefined;
}

function lastCallFirst(a: Queued, b: Queued): number {
  const [x, y] = [a.queue.calledAt ?? '', b.queue.calledAt ?? ''];
  return x < y ? 1 : x > y ? -1 : 0;
}

function callsOf(rows: readonly Queued[], profile: QueueProfile, now: string): BoardCall[] {
  const today = dayAt(now, profile);
  return [...rows].sort(lastCallFirst).flatMap((row) => {
    const { nomorAntrean: nomor, loket, queue } = row;
    if (nomor === undefined || queue.calledAt === undefined) return [];
    if (dayAt(queue.calledAt, profile) !== today) return [];
    const nama = nameOnBoard(row.nama, profile.procedure.board.names);
    return [
      {
        nomor,
        at: queue.calledAt,
        urutan: queue.calls,
        isCalling: row.state === 'called',
        ...(loket !== undefined && { loket }),
        ...(nama !== undefined && { nama }),
      },
    ];
  });
}

function nameOnBoard(
  name: string,
  names: Profile['procedure']['board']['names'],
): string | undefined {
  if (names === 'none' || name === '') return undefined;
  if (names === 'full') return name;
  const [first = '', ...others] = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word));
  const initial = others.at(-1)?.charAt(0);
  return initial === undefined ? first : `${first} ${initial}.`;
}

function dayAt(instant: string, { office }: QueueProfile): string {
  const local = Date.parse(instant) + hoursAheadOfUtc[office.zonaWaktu] * 3_600_000;
  return new Date(local).toISOString().slice(0, 10);
}

/**
 * Who was helped from when until when. A counter is free again when the copy was handed over, or when it called the
 * next one before that.
 */
function helpedIn(rows: readonly Queued[]): Helped[] {
  const calls = rows.flatMap(({ loket, queue: { calledAt } }) =>
    calledAt === undefined ? [] : [{ loket, calledAt }],
  );
  return rows.flatMap(({ loket, queue: { attendedAt, servedAt } }) => {
    if (attendedAt === undefined) return [];
    const next = calls
      .filter((call) => call.loket === loket && call.calledAt > attendedAt)
      .map(({ calledAt }) => calledAt);
    const ends = [...next, ...(servedAt === undefined ? [] : [servedAt])].sort();
    const until = ends[0];
    return [
      {
        from: attendedAt,
        ...(loket !== undefined && { loket }),
        ...(until !== undefined && { until }),
      },
    ];
  });
}
