/**
 * A copy as JSON knows it: without `undefined` members, dates as text, no sharing with the original. What was hashed
 * is then exactly what is stored and read back. Throws a `TypeError` for what JSON cannot say (a cycle, a bigint).
 */
export function plainCopy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value, unpatched)) as T;
}

/**
 * Old libraries on a portal's page (Prototype.js) teach arrays and texts a `toJSON` of their own, which turns a list
 * into a text. Only a date means what its `toJSON` says.
 */
function unpatched(this: { readonly [key: string]: unknown }, key: string, said: unknown): unknown {
  const value = this[key];
  return value instanceof Date ? said : value;
}

/** Freezes plain data all the way down, so that what was handed out cannot change what is stored. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
