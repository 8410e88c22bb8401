import type { Json } from '../json.js';
import { isJsonObject } from '../json.js';
import type { Pointer } from '../pointer.js';
import { tokensOf } from '../pointer.js';
import type { Resolved } from '../schema/resolve.js';

/** Places to leave out, as a tree of keys; `true` where the place itself goes. */
export type Mask = ReadonlyMap<string, Mask | true>;

type Branches = Map<string, Branches | true>;

/** The mask of these places; undefined when there are none. */
export function maskOf(pointers: Iterable<Pointer>): Mask | undefined {
  const root: Branches = new Map();
  for (const pointer of pointers) add(root, tokensOf(pointer));
  return root.size > 0 ? root : undefined;
}

function add(branches: Branches, [token, ...rest]: readonly string[]): void {
  if (token === undefined) return;
  const below = branches.get(token);
  if (below === true) return;
  if (rest.length === 0) {
    branches.set(token, true);
    return;
  }
  const next: Branches = below ?? new Map();
  branches.set(token, next);
  add(next, rest);
}

/** What a mask made of something, to be taken over where neither has changed. */
export interface Masked<T> {
  readonly from: T;
  readonly mask: Mask | undefined;
  readonly to: T;
  readonly below: ReadonlyMap<string, Masked<T>>;
}

/** A value without the masked members. What no mask touches keeps its identity, and so does what did not change. */
export function prune(
  value: Json,
  mask: Mask | undefined,
  before: Masked<Json> | undefined,
): Masked<Json> {
  if (before?.from === value && before.mask === mask) return before;
  if (!mask) return { from: value, mask, to: value, below: new Map() };
  const below = new Map<string, Masked<Json>>();
  const inside = (member: Json, key: string): Json | undefined => {
    const branch = mask.get(key);
    if (branch === true || branch === undefined) return branch === true ? undefined : member;
    const pruned = prune(member, branch, before?.below.get(key));
    below.set(key, pruned);
    return pruned.to;
  };
  return { from: value, mask, to: without(value, mask, inside), below };
}

function without(
  value: Json,
  mask: Mask,
  inside: (member: Json, key: string) => Json | undefined,
): Json {
  if (Array.isArray(value)) {
    const items = (value as readonly Json[]).map(
      (item, index) => inside(item, String(index)) ?? null,
    );
    return items.every((item, index) => item === (value as readonly Json[])[index]) ? value : items;
  }
  if (!isJsonObject(value) || ![...mask.keys()].some((key) => Object.hasOwn(value, key)))
    return value;
  const entries = Object.entries(value).flatMap(([key, member]) => {
    const left = inside(member, key);
    return left === undefined ? [] : [[key, left] as const];
  });
  const isSame =
    entries.length === Object.keys(value).length &&
    entries.every(([key, member]) => member === value[key]);
  return isSame ? value : Object.fromEntries(entries);
}

/** A state of the form without the masked fields; its result stays as it is. */
export function veil(
  resolved: Resolved,
  mask: Mask | undefined,
  before: Masked<Resolved> | undefined,
): Masked<Resolved> {
  if (before?.from === resolved && before.mask === mask) return before;
  if (!mask) return { from: resolved, mask, to: resolved, below: new Map() };
  const below = new Map<string, Masked<Resolved>>();
  const children = new Map(resolved.children);
  for (const [key, branch] of mask) {
    const child = children.get(key);
    if (branch === true) children.delete(key);
    else if (child) {
      const veiled = veil(child, branch, before?.below.get(key));
      below.set(key, veiled);
      children.set(key, veiled.to);
    }
  }
  return { from: resolved, mask, to: { ...resolved, children }, below };
}
