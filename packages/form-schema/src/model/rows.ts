import type { Json } from '../json.js';
import type { Pointer } from '../pointer.js';
import { isWithin, join, tokensOf } from '../pointer.js';

/** Where a row of a list is after the list was changed; undefined for a row that is gone. */
export type NewIndex = (index: number) => number | undefined;

/** Moves what is kept by pointer along with the rows of the list that it belongs to. */
export function moveAlong<T>(
  byPointer: ReadonlyMap<Pointer, T>,
  list: Pointer,
  newIndex: NewIndex,
): Map<Pointer, T> {
  const moved = new Map<Pointer, T>();
  for (const [pointer, kept] of byPointer) {
    const target = movedPointer(pointer, list, newIndex);
    if (target !== undefined) moved.set(target, kept);
  }
  return moved;
}

function movedPointer(pointer: Pointer, list: Pointer, newIndex: NewIndex): Pointer | undefined {
  if (pointer === list || !isWithin(pointer, list)) return pointer;
  const [index, ...rest] = tokensOf(pointer.slice(list.length));
  const to = newIndex(Number(index));
  return to === undefined ? undefined : rest.reduce(join, join(list, to));
}

/** Rows after one was taken out. */
export function afterRemoval(removed: number): NewIndex {
  return (index) => (index === removed ? undefined : index > removed ? index - 1 : index);
}

/** Rows after one was put in. */
export function afterInsertion(inserted: number): NewIndex {
  return (index) => (index >= inserted ? index + 1 : index);
}

/** Rows after one was moved. */
export function afterMove(from: number, to: number): NewIndex {
  return (index) => {
    if (index === from) return to;
    const without = index > from ? index - 1 : index;
    return without >= to ? without + 1 : without;
  };
}

/** The rows with one more, at the index. */
export function withRow(rows: readonly Json[], index: number, row: Json): readonly Json[] {
  return [...rows.slice(0, index), row, ...rows.slice(index)];
}

/** The rows without the one at the index. */
export function withoutRow(rows: readonly Json[], index: number): readonly Json[] {
  return rows.filter((_, at) => at !== index);
}

/** What is kept of a place and all within it, by the way from there. */
export type Kept<T> = readonly (readonly [below: string, kept: T])[];

/** Takes out what is kept by pointer of a place and all within it. */
export function takenFrom<T>(byPointer: Map<Pointer, T>, place: Pointer): Kept<T> {
  const taken = [...byPointer].filter(([pointer]) => isWithin(pointer, place));
  for (const [pointer] of taken) byPointer.delete(pointer);
  return taken.map(([pointer, kept]) => [pointer.slice(place.length), kept]);
}

/** Puts it back, at this or another place. */
export function putAt<T>(byPointer: Map<Pointer, T>, place: Pointer, taken: Kept<T>): void {
  for (const [below, kept] of taken) byPointer.set(`${place}${below}`, kept);
}
