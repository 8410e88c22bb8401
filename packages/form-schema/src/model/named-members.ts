import type { Json, JsonObject } from '../json.js';
import type { Pointer } from '../pointer.js';
import { isWithin } from '../pointer.js';
import type { Place } from './entry.js';

/** Whether a person gave the member its name: no schema names it. */
export function isNamed({ holder, key }: Pick<Place, 'holder' | 'key'>): boolean {
  return holder?.view.extras !== undefined && !holder.view.members.has(key);
}

/** The members with another one at the position; behind all others where there is no such position. */
export function withMember(
  members: JsonObject,
  name: string,
  value: Json,
  position = Infinity,
): JsonObject {
  const entries = Object.entries(members).filter(([key]) => key !== name);
  const before = entries.slice(0, position);
  return Object.fromEntries([...before, [name, value], ...entries.slice(before.length)]);
}

export function withoutMember(members: JsonObject, name: string): JsonObject {
  return Object.fromEntries(Object.entries(members).filter(([key]) => key !== name));
}

/** The members with one under another name, in the same place. */
export function renamedMember(members: JsonObject, from: string, to: string): JsonObject {
  return Object.fromEntries(
    Object.entries(members).map(([key, value]) => [key === from ? to : key, value]),
  );
}

/** Moves what is kept by pointer along with a member that was renamed. */
export function renameAlong<T>(
  byPointer: ReadonlyMap<Pointer, T>,
  from: Pointer,
  to: Pointer,
): Map<Pointer, T> {
  return new Map(
    [...byPointer].map(([pointer, kept]) => [
      isWithin(pointer, from) ? `${to}${pointer.slice(from.length)}` : pointer,
      kept,
    ]),
  );
}
