import type { Condition } from '../forms/form.js';
import type { Json, JsonObject } from '../json.js';
import { isJsonObject } from '../json.js';
import type { FieldKind, FieldNode } from '../model/form-model.js';
import type { Variants } from './alternatives.js';
import { branchKey } from './alternatives.js';
import type { Extras } from './extras.js';
import type { Guard } from './fragments.js';
import { STALE } from './previous.js';
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
  /** Which of its variants the value is; it stays while the value changes in it. */
  readonly chosen: Chosen;
  /** A group within one of its own kind is there only where it has a value. */
  readonly opens?: 'closed' | 'open';
  /** The members or items that apply now, by key or index, in order. */
  readonly children: ReadonlyMap<string, Resolved>;
}

export type Chosen = ReadonlyMap<Variants, number>;

const NONE: ReadonlyMap<string, Resolved> = new Map();
const NOTHING_CHOSEN: Chosen = new Map();

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

/** A place with the variants that its value is of. */
interface Spot extends Place {
  readonly chosen: Chosen;
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
    const chosen = this.#chosen(shape, value, old);
    const spot: Spot = { ...place, chosen };
    const kind = this.#kindOf(shape, value, spot);
    if (kind === 'object') return this.#object(shape, value, spot, old);
    if (kind === 'array') return this.#list(shape, value, spot, old);
    return this.#leaf(shape, value, spot);
  }

  #chosen(shape: Shape, value: Json | undefined, old: Resolved | undefined): Chosen {
    if (shape.variants.length === 0) return NOTHING_CHOSEN;
    const { conditions } = this.#rules;
    return new Map(
      shape.variants.map((variants) => {
        const fits = (index: number): boolean | undefined =>
          conditions[branchKey(variants.at, index)]?.(value);
        return [variants, variants.chosen(value, old?.chosen.get(variants), fits)];
      }),
    );
  }

  /** Where variants of a value are of several kinds, the one that is chosen tells. */
  #kindOf(shape: Shape, value: Json | undefined, { chosen }: Spot): FieldKind {
    const view =
      shape.variants.length > 0 ? shape.view(this.#activeFor(shape, value, chosen)) : shape.whole;
    // One certain value is one question, whatever it holds.
    return view.node.schema['const'] === undefined ? view.node.kind : 'unknown';
  }

  #leaf(shape: Shape, value: Json | undefined, { needed, asItem, chosen }: Spot): Resolved {
    const view = shape.view(this.#activeFor(shape, value, chosen));
    // Where the schema knows `null`, it is a value like any other, as long as somebody gave it; so is an empty choice.
    const isValue = (value === null && shape.isNullable) || offersEmpty(view, value);
    const entered = isValue ? value : this.#plain(view.node, value, asItem);
    const result = entered === undefined && needed ? whenEmpty(shape, view) : entered;
    return { shape, view, value, result, needed, chosen, children: NONE };
  }

  #plain(node: FieldNode, value: Json | undefined, asItem: boolean): Json | undefined {
    if (value === undefined) return undefined;
    const { normalise } = this.#rules;
    return (normalise ? normalise(node, value) : value) ?? (asItem ? value : undefined);
  }

  #object(shape: Shape, value: Json | undefined, spot: Spot, old: Resolved | undefined): Resolved {
    // A group that holds itself goes on only where there is a value; otherwise it would have no end.
    const isWithinItself = this.#around.includes(shape.origin);
    if (value === undefined && isWithinItself) {
      const { needed, chosen } = spot;
      const view = shape.view(shape.base);
      const place = { shape, view, value, result: undefined, needed, chosen, children: NONE };
      return { ...place, opens: 'closed' };
    }
    this.#around.push(shape.origin);
    const resolved =
      (old && this.#retouched(value, spot, old)) ?? this.#settle(shape, value, spot, old);
    this.#around.pop();
    return isWithinItself && !spot.asItem ? { ...resolved, opens: 'open' } : resolved;
  }

  /** The old state with a few members changed that no condition can see: what almost every keystroke comes to. */
  #retouched(value: Json | undefined, spot: Spot, old: Resolved): Resolved | undefined {
    const { shape, view } = old;
    if (shape.reads === 'all' || !isJsonObject(old.result) || spot.needed !== old.needed)
      return undefined;
    if (!sameChoice(spot.chosen, old.chosen)) return undefined;
    if (!isJsonObject(value) || !isJsonObject(old.value)) return undefined;
    const changed = changedKeys(old.value, value);
    const reads = shape.reads;
    const isOutside = (key: string): boolean =>
      reads.includes(key) || (!view.members.has(key) && !Object.hasOwn(value, key));
    if (!changed || changed.some(isOutside)) return undefined;
    const children = new Map(old.children);
    let result = old.result;
    for (const key of changed) {
      const before = old.children.get(key);
      if (!before) return undefined;
      const member = { needed: before.needed, asItem: !view.members.has(key) };
      const child = this.resolve(before.shape, value[key], member, before);
      children.set(key, child);
      if (child.result === before.result) continue;
      result = withMember(result, key, child.result);
    }
    return { shape, view, value, result, needed: old.needed, chosen: old.chosen, children };
  }

  /**
   * What applies depends on values, and values only count where they apply: so start with what always applies, and
   * repeat until nothing changes. Fields that depend on each other in a circle stop after as many rounds as there are
   * conditions.
   */
  #settle(
    shape: Shape,
    value: Json | undefined,
    { needed, chosen }: Spot,
    old: Resolved | undefined,
  ): Resolved {
    const given: JsonObject = isJsonObject(value) ? value : {};
    const resolvedAt = new Map<Shape, Resolved>();
    const at = (active: Active): { view: View; children: Map<string, Resolved> } => {
      const view = shape.view(active);
      const children = new Map<string, Resolved>();
      for (const [key, member] of view.members)
        children.set(key, this.#member(key, member, given, view, old, resolvedAt));
      if (view.extras) this.#addExtras(view.extras, shape, given, old, children);
      return { view, children };
    };

    let now = at(old?.view.active ?? shape.base);
    const isTurned = old?.value === STALE || (old && !sameChoice(chosen, old.chosen));
    if (!old || isTurned || mayDiffer(shape, old, given, now.children)) {
      if (old) now = at(shape.base);
      for (let round = 0; round <= shape.fragments.length; round++) {
        const active = this.#activeFor(shape, counting(given, shape, now.children), chosen);
        if (active === now.view.active) break;
        now = at(active);
      }
    }
    const { view, children } = now;
    const isNull = value === undefined && needed && shape.isNullable;
    const whole = value === undefined && !needed ? undefined : submitted(given, shape, children);
    const result = isNull ? null : value === undefined || isJsonObject(value) ? whole : value;
    return { shape, view, value, result: sameAs(old?.result, result), needed, chosen, children };
  }

  /** What a person named stays, as an item of a list does, also while it is empty. */
  #addExtras(
    extras: Extras,
    shape: Shape,
    given: JsonObject,
    old: Resolved | undefined,
    children: Map<string, Resolved>,
  ): void {
    for (const [name, value] of Object.entries(given)) {
      if (children.has(name) || shape.whole.members.has(name)) continue;
      const place = { needed: true, asItem: true };
      const before = old?.children.get(name);
      children.set(name, this.resolve(extras.shape(name), value, place, before));
    }
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

  #list(shape: Shape, value: Json | undefined, spot: Spot, old: Resolved | undefined): Resolved {
    const { needed, chosen } = spot;
    const view = shape.view(this.#activeFor(shape, value, chosen));
    const items: readonly Json[] = Array.isArray(value) ? (value as readonly Json[]) : [];
    const children = new Map<string, Resolved>();
    const length = Math.max(items.length, view.options ? 0 : view.members.size);
    for (let index = 0; index < length && !view.options; index++) {
      const key = String(index);
      const item = view.members.get(key) ?? view.item;
      if (!item) break;
      const previous = old?.children.get(key);
      const isThere = index < items.length;
      children.set(
        key,
        this.resolve(item, items[index], { needed: isThere, asItem: isThere }, previous),
      );
    }
    const list = items.map((item, index) => children.get(String(index))?.result ?? item);
    const isList = value === undefined || Array.isArray(value);
    const empty = needed ? (shape.isNullable ? null : list) : undefined;
    const result = value === undefined ? empty : isList ? list : value;
    return {
      shape,
      view,
      value,
      result: sameAs(old?.result, result),
      needed,
      chosen,
      children,
    };
  }

  #activeFor(shape: Shape, counts: Json | undefined, chosen: Chosen): Active {
    if (shape.isFixed) return shape.base;
    const holds = (guard: Guard): boolean => {
      if (guard.by === 'present') return isJsonObject(counts) && Object.hasOwn(counts, guard.key);
      if (guard.by === 'variant') return chosen.get(guard.of) === guard.index;
      const condition = this.#rules.conditions[guard.at];
      if (!condition) return true;
      // Nothing entered yet is judged like an empty group, and a plain value that is not there by no condition.
      return counts !== undefined && condition(counts) === guard.holds;
    };
    return activeOf(shape.fragments, holds);
  }
}

/** Whether a value that says nothing is one of the choices: whoever chose it has answered. */
export function offersEmpty({ options }: View, value: Json | undefined): boolean {
  if (value !== '' && value !== null) return false;
  return options?.some((option) => option.value === value) ?? false;
}

/** What a field that has to be there is while it is empty: the only value that it can have, or `null`. */
function whenEmpty(shape: Shape, { node }: View): Json | undefined {
  const constant = node.schema['const'];
  // To say yes is for the person to do.
  if (constant !== undefined && constant !== true) return constant;
  return shape.isNullable ? null : undefined;
}

function sameChoice(a: Chosen, b: Chosen): boolean {
  return a === b || [...a].every(([variants, index]) => b.get(variants) === index);
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

/** Whether the holder asks for this member. An item that was added is to be filled in, and so is a named member. */
export function isRequired({ view }: Resolved, key: string): boolean {
  const { node, members, required, extras } = view;
  if (node.kind !== 'array') return required.has(key) || (!!extras && !members.has(key));
  const { minItems } = node.schema;
  return !members.has(key) || (typeof minItems === 'number' && Number(key) < minItems);
}
