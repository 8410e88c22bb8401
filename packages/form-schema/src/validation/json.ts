import type { Json } from '../json.js';

/** Deeper values than any form has; beyond it a hostile value could exhaust the stack of a validator. */
const MAX_DEPTH = 200;

/**
 * The value as JSON would carry it: members that are undefined are left out, numbers that JSON cannot write are null.
 * Answers the value itself when it is plain JSON already, and undefined for what is no JSON at all.
 */
export function toJson(value: unknown, depth = 0): Json | undefined {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value !== 'object' || depth > MAX_DEPTH) return undefined;
  if (Array.isArray(value)) {
    const items = Array.from(value, (item: unknown) => toJson(item, depth + 1) ?? null);
    return items.every((item, index) => item === value[index]) ? (value as Json[]) : items;
  }
  let changed = false;
  const entries: [string, Json][] = [];
  for (const [key, member] of Object.entries(value)) {
    const json = toJson(member, depth + 1);
    changed ||= json === undefined || json !== member;
    if (json !== undefined) entries.push([key, json]);
  }
  return changed ? Object.fromEntries(entries) : (value as Json);
}
