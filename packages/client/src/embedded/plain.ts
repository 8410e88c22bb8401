/**
 * A copy as JSON knows it: without `undefined` members, dates as text, no sharing with the original. What was hashed
 * is then exactly what is stored and read back. Throws a `TypeError` for what JSON cannot say (a cycle, a bigint).
 */
export function plainCopy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** Freezes plain data all the way down, so that what was handed out cannot change what is stored. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
