import type { Json } from '../json.js';
import { isJsonObject } from '../json.js';

/** Deeper values than any form has; beyond it a hostile value could exhaust the stack of a validator. */
const MAX_DEPTH = 200;

/**
 * The value as JSON would carry it: members that are undefined are left out, numbers that JSON cannot write are null.
 * Answers the value itself when it is plain JSON already, and undefined for what is no JSON at all.
 */
export function toJson(value: unknown): Json | undefined {
  return isJson(value, 0) ? value : copied(value, 0);
}

function isJson(value: unknown, depth: number): value is Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value !== 'object') return typeof value === 'number' && Number.isFinite(value);
  if (depth > MAX_DEPTH) return false;
  if (Array.isArray(value)) {
    for (const item of value as unknown[]) if (!isJson(item, depth + 1)) return false;
    return true;
  }
  const members = value as { readonly [key: string]: unknown };
  for (const key of Object.keys(members)) if (!isJson(members[key], depth + 1)) return false;
  return true;
}

function copied(value: unknown, depth: number): Json | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object' || depth > MAX_DEPTH) return undefined;
  if (Array.isArray(value))
    return Array.from(value, (item: unknown) => copied(item, depth + 1) ?? null);
  const entries = Object.entries(value).flatMap(([key, member]): [string, Json][] => {
    const json = copied(member, depth + 1);
    return json === undefined ? [] : [[key, json]];
  });
  return Object.fromEntries(entries);
}

/**
 * Old scripts on a page add enumerable members to every object, which a validator would take for answers. A copy that
 * inherits nothing has none; without such scripts the value is the answer.
 */
export function withoutHeirlooms(value: Json): Json {
  return hasHeirlooms() ? disinherited(value) : value;
}

export function hasHeirlooms(): boolean {
  for (const _ in {}) return true;
  return false;
}

function disinherited(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(disinherited);
  if (!isJsonObject(value)) return value;
  const copy = Object.create(null) as { [key: string]: Json };
  for (const key of Object.keys(value)) copy[key] = disinherited(value[key] as Json);
  return copy;
}
