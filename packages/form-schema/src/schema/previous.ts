import type { Json } from '../json.js';
import type { Pointer } from '../pointer.js';
import { tokensOf } from '../pointer.js';
import type { Resolved } from './resolve.js';
import type { Variants } from './alternatives.js';

/** Equal to no value, so that the place is looked at again even where its value is the same. */
export const STALE = Symbol('stale') as unknown as Json;

/** A state of the form to resolve the next one from, with one place changed; undefined forgets the place. */
function changedAt(
  root: Resolved,
  [token, ...rest]: readonly string[],
  change: (place: Resolved) => Resolved | undefined,
): Resolved | undefined {
  if (token === undefined) return change(root);
  const child = root.children.get(token);
  if (!child) return root;
  const children = new Map(root.children);
  const changed = changedAt(child, rest, change);
  if (changed) children.set(token, changed);
  else children.delete(token);
  return { ...root, value: STALE, children };
}

/** What stood at the pointer is forgotten: the value that comes there is looked at with fresh eyes. */
export function forgotten(root: Resolved, pointer: Pointer): Resolved | undefined {
  return changedAt(root, tokensOf(pointer), () => undefined);
}

/** The value at the pointer is to be of another variant. */
export function turned(
  root: Resolved,
  pointer: Pointer,
  variants: Variants,
  index: number,
): Resolved | undefined {
  return changedAt(root, tokensOf(pointer), (place) => ({
    ...place,
    value: STALE,
    chosen: new Map(place.chosen).set(variants, index),
  }));
}

/** The members or items at the pointer stand under other keys; those without a new key are gone. */
export function rekeyed(
  root: Resolved,
  pointer: Pointer,
  newKey: (key: string) => string | undefined,
): Resolved | undefined {
  return changedAt(root, tokensOf(pointer), (place) => {
    const moved = [...place.children].flatMap(([key, child]) => {
      const to = newKey(key);
      return to === undefined ? [] : [[to, child] as const];
    });
    return { ...place, value: STALE, children: new Map(moved) };
  });
}
