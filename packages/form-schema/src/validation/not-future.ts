/** Tells the time. The only clock of this floor: whoever checks may pass another one. */
export type Clock = () => Date;

// eslint-disable-next-line no-restricted-syntax -- the default for a page that tells no other time
export const systemClock: Clock = () => new Date();

let clock: Clock = systemClock;

/**
 * Runs a check at the time that `now` tells. Checks are synchronous and generated code takes no argument but the
 * value, so the clock stands beside it for as long as the check runs.
 */
export function atClock<T>(now: Clock, check: () => T): T {
  const previous = clock;
  clock = now;
  try {
    return check();
  } finally {
    clock = previous;
  }
}

/**
 * The keyword `x-notFuture`: a `date` or `date-time` that has come. Anything that is neither passes: `format` says so.
 *
 * A date without a time has come as soon as the day has begun somewhere in Indonesia (WIT, UTC+9): the person's device
 * and the server must judge it alike, whichever zone they stand in.
 */
export function notFuture(value: unknown, now: Date = clock()): boolean {
  if (typeof value !== 'string') return true;
  const time = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T00:00:00+09:00` : value);
  return Number.isNaN(time) || time <= now.getTime();
}
