import type { Pointer } from '../pointer.js';
import { join } from '../pointer.js';
import { isRequired } from '../schema/resolve.js';
import type { Resolved } from '../schema/resolve.js';
import type { FieldNode, FormChange } from './form-model.js';
import { sameJson } from './same.js';

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
  if (!before || (isLeaf && before.value !== after.value)) note(changes, at, 'field');
  if (before && !sameLook(before.view.node, after.view.node)) note(changes, at, 'field');
  if (!before) {
    for (const [key, child] of after.children) compare(undefined, child, join(at, key), changes);
    return;
  }
  const isSameView = before.view === after.view;
  if (!sameKeys(before, after) || before.opens !== after.opens) note(changes, at, 'structure');
  for (const [key, child] of after.children) {
    const old = before.children.get(key);
    if (!isSameView && old && isRequired(before, key) !== isRequired(after, key))
      note(changes, join(at, key), 'field');
    if (old !== child) compare(old, child, join(at, key), changes);
  }
}

/** Whether a field is asked for in the same way. What a group requires is seen at its members. */
function sameLook(before: FieldNode, after: FieldNode): boolean {
  if (before === after) return true;
  const { required: _, ...old } = before.schema;
  const { required: __, ...now } = after.schema;
  return before.kind === after.kind && sameJson(old, now);
}

function sameKeys(before: Resolved, after: Resolved): boolean {
  if (before.children.size !== after.children.size) return false;
  const keys = after.children.keys();
  for (const key of before.children.keys()) if (key !== keys.next().value) return false;
  return true;
}
