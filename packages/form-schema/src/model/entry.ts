import type { Json } from '../json.js';
import type { Pointer } from '../pointer.js';
import { getAt, join, parentOf, setAt, tokensOf } from '../pointer.js';
import type { Variants } from '../schema/alternatives.js';
import type { Resolved } from '../schema/resolve.js';
import type { FieldKind } from './form-model.js';
import { isNamed } from './named-members.js';

/** A field of the form as it stands, with the group or list that holds it. */
export interface Place {
  readonly pointer: Pointer;
  readonly resolved: Resolved;
  readonly holder?: Resolved;
  readonly key: string;
}

/** The field at a pointer, if it applies. */
export function placeOf(root: Resolved, pointer: Pointer): Place | undefined {
  let place: Place = { pointer: '', resolved: root, key: '' };
  for (const key of tokensOf(pointer)) {
    const resolved = place.resolved.children.get(key);
    if (!resolved) return undefined;
    place = { pointer: join(place.pointer, key), resolved, holder: place.resolved, key };
  }
  return place;
}

/** A choice among the branches of one keyword, with the field whose value is of one of them. */
export interface Choice {
  readonly variants: Variants;
  readonly resolved: Resolved;
}

/** The choice of a keyword at a pointer, where there is one of the kind. */
export function choiceAt(root: Resolved, pointer: Pointer, keyword: string): Choice | undefined {
  const resolved = placeOf(root, pointer)?.resolved;
  const choices = resolved?.shape.variants.filter((one) => one.keyword === keyword) ?? [];
  const [variants] = choices;
  return resolved && variants && choices.length === 1 ? { variants, resolved } : undefined;
}

/** Every field that applies, groups before their members. */
export function placesIn(place: Place, found: Place[] = []): Place[] {
  found.push(place);
  for (const [key, resolved] of place.resolved.children)
    placesIn({ pointer: join(place.pointer, key), resolved, holder: place.resolved, key }, found);
  return found;
}

/**
 * What a value of a field without a value is: a list's item keeps its place, as a member does that a person named;
 * any other member goes.
 */
export function emptied(
  place: Place,
  kind: FieldKind = place.resolved.view.node.kind,
): Json | undefined {
  const { holder } = place;
  if (holder?.view.node.kind !== 'array' && !isNamed(place)) return undefined;
  return kind === 'string' ? '' : kind === 'array' ? [] : kind === 'object' ? {} : null;
}

/**
 * The list that is left when the last answer in a tuple is cleared: its positions are there whether they are answered
 * or not, so empty ones at its end are none, and a tuple without an answer goes.
 */
export function trimmedTuple(
  place: Place,
): readonly [Pointer, readonly Json[] | undefined] | undefined {
  const { holder, key, pointer } = place;
  if (holder?.view.node.kind !== 'array' || !holder.view.members.has(key)) return undefined;
  const items = Array.isArray(holder.value) ? (holder.value as readonly Json[]) : [];
  const left = items.map((item, index) => (String(index) === key ? null : item));
  const last = left.findLastIndex((item) => item !== null && item !== '');
  if (last >= Number(key)) return undefined;
  return [parentOf(pointer), last < 0 ? undefined : left.slice(0, last + 1)];
}

/** The value that a field would be left with when the person goes on; undefined when it is in normal form already. */
export function normalForm(place: Place): { readonly value: Json | undefined } | undefined {
  const { value, result, children } = place.resolved;
  if (children.size > 0 || typeof value !== 'string' || value === result) return undefined;
  return { value: result ?? emptied(place) };
}

/**
 * The form's value with another value in one place. Lists on the way are made where the schema has lists, and a group
 * that was left empty goes, unless it was there from the start: what nobody filled in is not handed in.
 */
export function written(
  root: Resolved,
  value: Json,
  initial: Json,
  pointer: Pointer,
  replacement: Json | undefined,
): Json {
  const next = setAt(withLists(root, value, pointer), pointer, replacement) ?? null;
  return replacement === undefined ? tidied(root, next, initial, parentOf(pointer)) : next;
}

function withLists(root: Resolved, value: Json, pointer: Pointer): Json {
  let prepared = value;
  let at: Pointer = '';
  for (const token of tokensOf(pointer)) {
    const isList = placeOf(root, at)?.resolved.view.node.kind === 'array';
    const present = getAt(prepared, at);
    if (isList) {
      const items: readonly Json[] = Array.isArray(present) ? (present as readonly Json[]) : [];
      const gap = Math.max(0, Number(token) - items.length);
      const filled = [...items, ...new Array<Json>(gap).fill(null)];
      if (filled.length !== items.length || !Array.isArray(present))
        prepared = setAt(prepared, at, filled) ?? null;
    }
    at = join(at, token);
  }
  return prepared;
}

function tidied(root: Resolved, value: Json, initial: Json, pointer: Pointer): Json {
  const group = getAt(value, pointer);
  const place = placeOf(root, pointer);
  // What a person added, as a row, under a name or by opening it, is for the person to remove.
  const isRow = place?.holder?.view.node.kind === 'array';
  const isAdded = isRow || (place && isNamed(place)) || place?.resolved.opens === 'open';
  if (pointer === '' || isAdded || !isEmpty(group) || isEmpty(getAt(initial, pointer)))
    return value;
  return tidied(root, setAt(value, pointer, undefined) ?? null, initial, parentOf(pointer));
}

function isEmpty(value: Json | undefined): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
