import type { FormDefinition } from '../forms/form.js';
import { isJsonObject } from '../json.js';
import type { Json, JsonObject } from '../json.js';
import type { Pointer } from '../pointer.js';
import { getAt, isWithin, join, parentOf, setAt } from '../pointer.js';
import { applicablePointers } from '../rules/applicable-pointers.js';

/**
 * The fields that a correction changed without being asked to. A change is free where
 * - the field, or one that holds it, is flagged;
 * - the flagged changes made the field appear or disappear (another category asks for other fields);
 * - the flagged changes alone would leave a mistake there: without this, a new category that needs a letter among the
 *   attachments could never be handed in.
 */
export function lockedFields(
  form: FormDefinition,
  previous: JsonObject,
  next: JsonObject,
  flagged: readonly Pointer[],
): Pointer[] {
  const unasked = differences(previous, next).filter(
    (pointer) => !flagged.some((flag) => isWithin(pointer, flag)),
  );
  if (unasked.length === 0) return [];
  const before = applicablePointers(form, previous);
  const now = applicablePointers(form, next);
  const stayed = unasked.filter((pointer) => {
    const field = fieldOf(pointer, previous, next);
    return before.has(field) === now.has(field);
  });
  const asked = withPreviousValues(next, previous, stayed);
  const wrong = form.validate(asked).map(({ pointer }) => pointer);
  return stayed.filter(
    (pointer) =>
      !wrong.some(
        (place) => place !== '' && (isWithin(pointer, place) || isWithin(place, pointer)),
      ),
  );
}

/** Whose appearance counts: an item that a list gained or lost was not asked for by any condition, so its list's. */
function fieldOf(pointer: Pointer, previous: Json, next: Json): Pointer {
  const list = parentOf(pointer);
  const isItem = [previous, next].every((value) => Array.isArray(getAt(value, list)));
  return isItem ? list : pointer;
}

/** The correction without the given changes. */
function withPreviousValues(next: Json, previous: Json, pointers: readonly Pointer[]): Json {
  // From the back, so that items that a list has lost or gained do not move the ones before them.
  return [...pointers]
    .reverse()
    .reduce<Json>((value, pointer) => setAt(value, pointer, getAt(previous, pointer)) ?? {}, next);
}

/** The pointers at which two values differ: leaves, or whole parts that only one of them has. */
export function differences(a: Json | undefined, b: Json | undefined, at: Pointer = ''): Pointer[] {
  if (Array.isArray(a) && Array.isArray(b)) {
    const length = Math.max(a.length, b.length);
    return Array.from({ length }, (_, index) =>
      differences(a[index] as Json, b[index] as Json, join(at, index)),
    ).flat();
  }
  if (isJsonObject(a) && isJsonObject(b)) {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...keys].flatMap((key) =>
      differences(getAt(a, join('', key)), getAt(b, join('', key)), join(at, key)),
    );
  }
  return Object.is(a, b) ? [] : [at];
}

/**
 * What a value holds that the form does not ask for. A validator is silent about it as long as something else is wrong
 * (which fields belong to a form, it knows for sure only of a right value), so a form with findings is looked at here.
 */
export function strangers(form: FormDefinition, formulir: JsonObject): Pointer[] {
  const known = applicablePointers(form, formulir);
  const groups = new Set([...known].map(parentOf));
  const search = (value: Json, at: Pointer): Pointer[] => {
    if (typeof value !== 'object' || value === null || !groups.has(at)) return [];
    return Object.entries(value as JsonObject).flatMap(([key, member]) => {
      const pointer = join(at, key);
      return known.has(pointer) ? search(member, pointer) : [pointer];
    });
  };
  return search(formulir, '');
}
