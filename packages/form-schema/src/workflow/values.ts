import { isJsonObject } from '../json.js';
import type { Json, JsonObject } from '../json.js';
import type { Added } from './events.js';

/**
 * The value of a form comes from a schema that the profile owns, so what the procedure needs of it is read here with
 * its type checked: a profile with a careless schema leads to a refusal, never to an exception.
 */
export function textAt(data: JsonObject, key: string): string | undefined {
  const value = ownValue(data, key);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

export function objectAt(data: JsonObject, key: string): JsonObject | undefined {
  const value = ownValue(data, key);
  return isJsonObject(value) ? value : undefined;
}

export function listAt(data: JsonObject, key: string): readonly Json[] {
  const value = ownValue(data, key);
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

export function textsAt(data: JsonObject, key: string): string[] {
  return listAt(data, key).filter((item) => typeof item === 'string');
}

/** The members that a record does not name itself, as its `tambahan`; nothing when there are none. */
export function added(data: JsonObject, known: readonly string[]): Added {
  const rest = Object.entries(data).filter(
    ([key, value]) => !known.includes(key) && value !== undefined,
  );
  return rest.length === 0 ? {} : { tambahan: Object.fromEntries(rest) };
}

/** `{ [key]: value }`, or nothing: a record has no members that are undefined. */
export function optional<K extends string, V>(
  key: K,
  value: V | undefined,
): { readonly [key in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [key in K]?: V });
}

/** How deep the data of a command may nest. The deepest form of ours has four levels. */
const MAX_DEPTH = 32;

/** Whether this is JSON of a reasonable depth: what may be looked at, hashed and stored without a surprise. */
export function isPlainJson(value: unknown, depth = 0): value is Json {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (depth >= MAX_DEPTH) return false;
  if (Array.isArray(value)) return Array.from(value).every((item) => isPlainJson(item, depth + 1));
  if (Object.prototype.toString.call(value) !== '[object Object]') return false;
  // A member that is undefined is no member: JSON leaves it out, and so does every hash.
  return Object.values(value as object).every(
    (member) => member === undefined || isPlainJson(member, depth + 1),
  );
}

function ownValue(data: JsonObject, key: string): Json | undefined {
  return Object.hasOwn(data, key) ? data[key] : undefined;
}
