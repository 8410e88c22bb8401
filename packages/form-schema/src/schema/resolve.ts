import type { Condition } from '../forms/form.js';
import type { Json, JsonObject } from '../json.js';
import { isJsonObject } from '../json.js';
import type { FieldKind, FieldNode } from '../model/form-model.js';
import type { Guard } from './fragments.js';
import { variantOf } from './fragments.js';
import type { Active, Shape, View } from './shape.js';
import { activeOf } from './shape.js';

/** What the resolution of a value needs from outside. */
export interface Rules {
  /** By schema pointer. Where one is missing nothing can be decided: both sides of that `if` apply. */
  readonly conditions: { readonly [schemaPointer: string]: Condition };
  /** The normal form of a plain value; undefined for "not given". Default: the value itself. */
  readonly normalise?: (node: FieldNode, value: Json) => Json | undefined;
}

/**
 * A value as the form sees it: which fields apply, and what would be submitted. It does not know where it stands, so
 * that what did not change can be taken over from one state of the form to the next, wherever it moved.
 */
export interface Resolved {
  readonly shape: Shape;
  readonly view: View;
  /** As entered. */
  readonly value: Json | undefined;
  /** In normal form and without what does not apply; undefined when there is nothing to submit. */
  readonly result: Json | undefined;
  /** Whether the holder asks for it: a required group or list is there even while it is empty. */
  readonly needed: boolean;
  /** The members or items that apply now, by key or index, in order. */
  readonly children: ReadonlyMap<string, Resolved>;
}

const NONE: ReadonlyMap<string, Resolved> = new Map();

/**
 * Resolves a value against its shape. `previous` is an earlier resolution at the same place: where shape and value
 * are the same it is the answer, and conditions are only asked again when something changed that they can see.
 */
export function resolve(
  shape: Shape,
  value: Json | undefined,
  rules: Rules,
  previous?: Resolved,
): Resolved {
  return new Resolver(rules).resolve(shape, value, { needed: true, asItem: false }, previous);
}

interface Place {
  readonly needed: boolean;
  /** An item of a list cannot be absent: it keeps its place with an empty text. */
  readonly asItem: boolean;
}

class Resolver {
  readonly #rules: Rules;
  /** The origins of the groups around the current place, to notice a schema that holds itself. */
  readonly #around: string[] = [];

  constructor(rules: Rules) {
    this.#rules = rules;
  }

  resolve(shape: Shape, value: Json | undefined, place: Place, previous?: Resolved): Resolved {
    if (previous?.shape === shape && previous.value === value && previous.needed === place.needed)
      return previous;
    const old = previous?.shape === shape ? previous : undefined;
    const kind = this.#kindOf(shape, value);
    if (kind === 'object') return this.#object(shape, value, place, old);
    if (kind === 'array') return this.#list(shape, value, place, old);
    return this.#leaf(shape, value, place);
  }

  /** Where variants of a value are of several kinds, the value tells which is meant. */
  #kindOf(shape: Shape, value: Json | undefined): FieldKind {
    const view = shape.hasVariants ? shape.view(this.#activeFor(shape, value, value)) : shape.whole;
    return view.node.kind;
  }

  #leaf(shape: Shape, value: Json | undefined, place: Place): Resolved {
    const view = shape.view(this.#activeFor(shape, value, value));
    const result = this.#plain(view.node, value, place);
    return { shape, view, value, result, needed: place.needed, children: NONE };
  }

  #plain(node: FieldNode, value: Json | undefined, { asItem }: Place): Json | undefined {
    if (value === undefined) return undefined;
    const { normalise } = this.#rules;
    return (normalise ? normalise(node, value) : value) ?? (asItem ? value : undefined);
  }

  #object(
    shape: Shape,
    value: Json | undefined,
    place: Place,
    old: Resolved | undefined,
  ): Resolved {
    // A group that holds itself goes on only where there is a value; otherwise it would have no end.
    if (value === undefined && this.#around.includes(shape.origin)) {
      const view = shape.view(shape.base);
      return { shape, view, value, result: undefined, needed: place.needed, children: NONE };
    }
    this.#around.push(shape.origin);
    const resolved =
      (old && this.#retouched(value, place, old)) ?? this.#settle(shape, value, place, old);
    this.#around.pop();
    return resolved;
  }

  /** The old state with a few members changed that no condition can see: what almost every keystroke comes to. */
  #retouched(value: Json | undefined, place: Place, old: Resolved): Resolved | undefined {
    const { shape, view } = old;
    if (shape.reads === 'all' || !isJsonObject(old.result) || place.needed !== old.needed)
      return undefined;
    if (!isJsonObject(value) || !isJsonObject(old.value)) return undefined;
    const changed = changedKeys(old.value, value);
    const reads = shape.reads;
    if (!changed || changed.some((key) => reads.includes(key) || !view.members.has(key)))
      return undefined;
    const children = new Map(old.children);
    let result = old.result;
    for (const key of changed) {
      const before = old.children.get(key);
      if (!before) return undefined;
      const member = { needed: before.needed, asItem: false };
      const child = this.resolve(before.shape, value[key], member, before);
      children.set(key, child);
      if (child.result === before.result) continue;
      result = withMember(result, key, child.result);
    }
    return { shape, view, value, result, needed: old.needed, children };
  }

  /**
   * What applies depends on values, and values only count where they apply: so start with what always applies, and
   * repeat until nothing changes. Fields that depend on each other in a circle stop after as many rounds as there are
   * conditions.
   */
  #settle(
    shape: Shape,
    value: Json | undefined,
    { needed }: Place,
    old: Resolved | undefined,
  ): Resolved {
    const given: JsonObject = isJsonObject(value) ? value : {};
    const resolvedAt = new Map<Shape, Resolved>();
    const at = (active: Active): { view: View; children: Map<string, Resolved> } => {
      const view = shape.view(active);
      const children = new Map<string, Resolved>();
      for (const [key, member] of view.members)
        children.set(key, this.#member(key, member, given, view, old, resolvedAt));
      return { view, children };
    };

    let now = at(old?.view.active ?? shape.base);
    if (!old || mayDiffer(shape, old, given, now.children)) {
      if (old) now = at(shape.base);
      for (let round = 0; round <= shape.fragments.length; round++) {
        const active = this.#activeFor(shape, counting(given, shape, now.children), given);
        if (active === now.view.active) break;
        now = at(active);
      }
    }
    const { view, children } = now;
    const whole = value === undefined && !needed ? undefined : submitted(given, shape, children);
    const result = value === undefined || isJsonObject(value) ? whole : value;
    return { shape, view, value, result: sameAs(old?.result, result), needed, children };
  }

  #member(
    key: string,
    member: Shape,
    given: JsonObject,
    view: View,
    old: Resolved | undefined,
    resolvedAt: Map<Shape, Resolved>,
  ): Resolved {
    const needed = view.required.has(key);
    const known = resolvedAt.get(member);
    if (known?.needed === needed) return known;
    const value = Object.hasOwn(given, key) ? given[key] : undefined;
    const resolved = this.resolve(member, value, { needed, asItem: false }, old?.children.get(key));
    resolvedAt.set(member, resolved);
    return resolved;
  }

  #list(shape: Shape, value: Json | undefined, place: Place, old: Resolved | undefined): Resolved {
    const view = shape.view(this.#activeFor(shape, value, value));
    const items: readonly Json[] = Array.isArray(value) ? (value as readonly Json[]) : [];
    // A row that moved is looked up by its value: rows are rarely the same object twice.
    const byValue = new Map([...(old?.children.values() ?? [])].map((item) => [item.value, item]));
    const children = new Map<string, Resolved>();
    const length = Math.max(items.length, view.options ? 0 : view.members.size);
    for (let index = 0; index < length && !view.options; index++) {
      const key = String(index);
      const item = view.members.get(key) ?? view.item;
      if (!item) break;
      const before = old?.children.get(key);
      const previous =
        before?.value === items[index] ? before : (byValue.get(items[index]) ?? before);
      const isThere = index < items.length;
      children.set(
        key,
        this.resolve(item, items[index], { needed: isThere, asItem: isThere }, previous),
      );
    }
    const list = items.map((item, index) => children.get(String(index))?.result ?? item);
    const absent = value === undefined && !place.needed;
    const isList = value === undefined || Array.isArray(value);
    const result = absent ? undefined : isList ? list : value;
    return {
      shape,
      view,
      value,
      result: sameAs(old?.result, result),
      needed: place.needed,
      children,
    };
  }

  #activeFor(shape: Shape, counts: Json | undefined, given: Json | undefined): Active {
    if (shape.isFixed) return shape.base;
    const holds = (guard: Guard): boolean => {
      if (guard.by === 'present') return isJsonObject(counts) && Object.hasOwn(counts, guard.key);
      // The fields of a variant count before it is known which variant it is.
      if (guard.by === 'variant') return variantOf(guard.of, given) === guard.index;
      const condition = this.#rules.conditions[guard.at];
      if (!condition) return true;
      // Nothing entered yet is judged like an empty group, and a plain value that is not there by no condition.
      return counts !== undefined && condition(counts) === guard.holds;
    };
    return activeOf(shape.fragments, holds);
  }
}

function withMember(members: JsonObject, key: string, value: Json | undefined): JsonObject {
  if (value !== undefined) return { ...members, [key]: value };
  const { [key]: _, ...others } = members;
  return others;
}

/** More changes at once than these are no keystroke, and are better looked at as a whole. */
const FEW = 4;

/** The members that differ; undefined when there are more than a few. */
function changedKeys(before: JsonObject, after: JsonObject): string[] | undefined {
  const changed: string[] = [];
  const keys = Object.keys(after);
  for (const key of keys) {
    if (after[key] === before[key]) continue;
    changed.push(key);
    if (changed.length > FEW) return undefined;
  }
  const old = Object.keys(before);
  const added = changed.filter((key) => !Object.hasOwn(before, key)).length;
  if (old.length === keys.length - added) return changed;
  const gone = old.filter((key) => !Object.hasOwn(after, key));
  return gone.length > FEW ? undefined : [...changed, ...gone];
}

/** Whether any value that a condition of the shape could see has changed. */
function mayDiffer(
  shape: Shape,
  old: Resolved,
  given: JsonObject,
  children: ReadonlyMap<string, Resolved>,
): boolean {
  if (shape.reads === 'all') return true;
  const before = isJsonObject(old.value) ? old.value : {};
  return shape.reads.some((key) =>
    shape.whole.members.has(key)
      ? old.children.get(key)?.result !== children.get(key)?.result
      : before[key] !== given[key],
  );
}

/** The members of the value that count: those that apply, in normal form, and those that the form does not know. */
function counting(
  given: JsonObject,
  shape: Shape,
  children: ReadonlyMap<string, Resolved>,
): JsonObject {
  return gather(given, shape, children, false);
}

/** What would be submitted of a group. */
function submitted(
  given: JsonObject,
  shape: Shape,
  children: ReadonlyMap<string, Resolved>,
): JsonObject {
  return gather(given, shape, children, true);
}

function gather(
  given: JsonObject,
  shape: Shape,
  children: ReadonlyMap<string, Resolved>,
  keeping: boolean,
): JsonObject {
  const entries: [string, Json][] = [];
  for (const [key, value] of Object.entries(given)) {
    const child = children.get(key);
    const hidden = child ? undefined : shape.whole.members.get(key);
    const kept = keeping && hidden?.whole.node.layout.whenHidden === 'keep';
    const member = child ? child.result : !hidden || kept ? value : undefined;
    if (member !== undefined) entries.push([key, member]);
  }
  for (const [key, child] of children)
    if (child.result !== undefined && !Object.hasOwn(given, key)) entries.push([key, child.result]);
  return Object.fromEntries(entries);
}

/** The old result where the new one says the same, so that what depends on it can see that nothing changed. */
function sameAs(old: Json | undefined, result: Json | undefined): Json | undefined {
  if (Array.isArray(old) && Array.isArray(result))
    return old.length === result.length && old.every((item, index) => item === result[index])
      ? old
      : result;
  if (!isJsonObject(old) || !isJsonObject(result)) return result;
  const keys = Object.keys(result);
  const same =
    keys.length === Object.keys(old).length &&
    keys.every((key) => Object.hasOwn(old, key) && old[key] === result[key]);
  return same ? old : result;
}
