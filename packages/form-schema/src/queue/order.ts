import type { CallingRules } from '../profile/profile.js';
import type { QueueFacts } from './facts.js';

/** A case that waits to be called. */
export interface Waiting {
  readonly id: string;
  readonly nomorAntrean?: string;
  readonly queue: QueueFacts;
}

/** Whether the office puts this case forward. */
export function isForward({ needs }: QueueFacts, { priority }: CallingRules): boolean {
  return priority.rule !== 'none' && needs.some((need) => priority.needs.includes(need));
}

/**
 * Those who wait, in the order in which it is fair to call them: whom the office puts forward, then whoever has waited
 * longest. Numbers are issued in the order of acceptance, so among cases that were not called yet this is the order of
 * the numbers; who missed a call and went back into the queue waits anew from then.
 *
 * `lastForward` says whether the last one called was put forward: where both take turns, the other is next.
 */
export function fairOrder<T extends Waiting>(
  cases: readonly T[],
  calling: CallingRules,
  lastForward = false,
): readonly T[] {
  const waiting = [...cases].sort(byArrival);
  if (calling.priority.rule === 'none') return waiting;
  const forward = waiting.filter(({ queue }) => isForward(queue, calling));
  const others = waiting.filter(({ queue }) => !isForward(queue, calling));
  return calling.priority.rule === 'first'
    ? [...forward, ...others]
    : inTurn(lastForward ? [others, forward] : [forward, others]);
}

function byArrival(a: Waiting, b: Waiting): number {
  return compare(a.queue.queuedAt, b.queue.queuedAt) || byNumber(a, b) || compare(a.id, b.id);
}

/** For two that were accepted in the same millisecond. A number with more digits is a later one: A-999, A-1000. */
function byNumber({ nomorAntrean: a = '' }: Waiting, { nomorAntrean: b = '' }: Waiting): number {
  return a.length - b.length || compare(a, b);
}

/** Instants of the log are all written alike, in UTC to the millisecond, so their texts are in order. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function inTurn<T>([first, second]: readonly [readonly T[], readonly T[]]): readonly T[] {
  const length = Math.max(first.length, second.length);
  return Array.from({ length }, (_, index) => [
    ...first.slice(index, index + 1),
    ...second.slice(index, index + 1),
  ]).flat();
}
