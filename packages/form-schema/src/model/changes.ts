import type { Pointer } from '../pointer.js';
import { join } from '../pointer.js';
import { isRequired } from '../schema/applicable.js';
import type { Resolved } from '../schema/resolve.js';
import type { FormChange } from './form-model.js';

/** What changed in a form, by the pointer of the field that has to be drawn anew. */
export type Changes = Map<Pointer, FormChange>;

/** Notes a change; that fields came or went says more than that one looks different. */
export function note(changes: Changes, pointer: Pointer, change: FormChange): void {
  if (changes.get(pointer) !== 'structure') changes.set(pointer, change);
}

/**
 * Compares two states of a form. Where they share a part nothing is looked at, so the cost is that of what changed. A
 * field that went away is told by its holder only.
 */
export function compare(
  before: Resolved | undefined,
  after: Resolved,
  at: Pointer,
  changes: Changes,
): void {
  if (before === after) return;
  const isLeaf = after.children.size === 0 && (before?.children.size ?? 0) === 0;
  if (isLeaf ? before?.value !== after.value : !before) note(changes, at, 'field');
  if (before?.view.node !== after.view.node) note(changes, at, 'field');
  if (!before) {
    for (const [key, child] of after.children) compare(undefined, child, join(at, key), changes);
    return;
  }
  if (!sameKeys(before, after)) note(changes, at, 'structure');
  for (const [key, child] of after.children) {
    const old = before.children.get(key);
    if (old && isRequired(before, key) !== isRequired(after, key))
      note(changes, join(at, key), 'field');
    if (old !== child) compare(old, child, join(at, key), changes);
  }
}

function sameKeys(before: Resolved, after: Resolved): boolean {
  if (before.children.size !== after.children.size) return false;
  const keys = after.children.keys();
  for (const key of before.children.keys()) if (key !== keys.next().value) return false;
  return true;
}
