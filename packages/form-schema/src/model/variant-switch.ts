import type { Json, JsonObject } from '../json.js';
import { isJsonObject } from '../json.js';
import type { Pointer } from '../pointer.js';
import { join } from '../pointer.js';
import { typesOf } from '../schema/merge.js';
import type { Resolved } from '../schema/resolve.js';
import type { Shape, View } from '../schema/shape.js';
import { activeOf } from '../schema/shape.js';
import type { Variant, Variants } from '../schema/alternatives.js';
import { alternatives } from '../schema/variant-fragments.js';
import { offered, suits } from '../schema/variants.js';
import type { FieldKind, VariantOption, VariantSwitch } from './form-model.js';
import type { FormVariants, LeftVariants, Turn } from './form-variants.js';
import type { NewIndex } from './rows.js';
import { moveAlong } from './rows.js';
import { sameJson } from './same.js';
import { textOf, wordsOf } from './texts.js';

/** All that a form needs for alternatives. */
export const formVariants: FormVariants = {
  alternatives,
  switchesOf,
  keepLeft: () => new Left(),
};

interface Switch {
  readonly variants: Variants;
  /** The branches that may be chosen. */
  readonly indices: readonly number[];
}

/** Where a person chooses of which variant a value is, the outermost first. */
function switchesIn({ shape, chosen }: Resolved): Switch[] {
  if (shape.variants.length === 0) return [];
  const allowed = typesOf(shape.view(shape.base).node.schema);
  return shape.variants.flatMap((variants) => {
    const indices = isOpen(shape, variants, chosen) ? offered(variants, allowed) : [];
    return indices.length > 0 ? [{ variants, indices }] : [];
  });
}

/** Whether the alternatives stand in a branch that is chosen itself. */
function isOpen({ fragments }: Shape, variants: Variants, chosen: Resolved['chosen']): boolean {
  return fragments.some(({ guards }) => {
    const at = guards.findIndex((guard) => guard.by === 'variant' && guard.of === variants);
    return (
      at >= 0 &&
      guards
        .slice(0, at)
        .every((guard) => guard.by !== 'variant' || chosen.get(guard.of) === guard.index)
    );
  });
}

function switchesOf(resolved: Resolved): readonly VariantSwitch[] | undefined {
  const switches = switchesIn(resolved);
  if (switches.length === 0) return undefined;
  return switches.map(({ variants, indices }) => ({
    options: indices.map((index) => optionOf(variants.branches[index] as Variant)),
    chosen: indices.indexOf(resolved.chosen.get(variants) ?? 0),
  }));
}

/** A variant is called by its title, the name of its definition, or by what tells it from others of its kind. */
function optionOf({ title, name, format, types, values, keys }: Variant): VariantOption {
  const kind = (types[0] ?? 'unknown') as FieldKind;
  const [only] = values ?? [];
  if (title !== undefined) return { kind, title };
  if (name !== undefined) return { kind, title: wordsOf(name) };
  if (values)
    return values.length === 1 ? { kind, title: textOf(only as Json) } : { kind: 'choice' };
  if (format !== undefined) return { kind, title: wordsOf(format) };
  if (kind !== 'object' || keys.length === 0) return { kind };
  const named = keys.slice(0, 2).map(wordsOf).join(', ');
  return { kind, title: keys.length > 2 ? `${named}, …` : named };
}

class Left implements LeftVariants {
  #left = new Map<Pointer, Map<string, Json>>();

  turn(pointer: Pointer, resolved: Resolved, option: number, which: number): Turn | undefined {
    const { variants, indices } = switchesIn(resolved)[which] ?? {};
    const index = indices?.[option];
    if (!variants || index === undefined) return undefined;
    const { shape, chosen, value } = resolved;
    const from = chosen.get(variants) ?? 0;
    if (from === index) return undefined;
    const left = this.#left.get(pointer) ?? new Map<string, Json>();
    this.#left.set(pointer, left);
    if (value !== undefined) left.set(join(variants.at, from), value);
    const known = left.get(join(variants.at, index));
    const view = viewOf(shape, new Map(chosen).set(variants, index));
    const next = arrived(known, carried(value, shape, view), view);
    return { variants, index, kind: view.node.kind, value: next };
  }

  moveRows(list: Pointer, newIndex: NewIndex): void {
    this.#left = moveAlong(this.#left, list, newIndex);
  }

  clear(): void {
    this.#left.clear();
  }
}

function viewOf(shape: Shape, chosen: Resolved['chosen']): View {
  return shape.view(
    activeOf(
      shape.fragments,
      (guard) => guard.by === 'variant' && chosen.get(guard.of) === guard.index,
    ),
  );
}

function arrived(
  known: Json | undefined,
  fits: Json | undefined,
  { node }: View,
): Json | undefined {
  if (node.schema['const'] !== undefined) return node.schema['const'];
  if (isJsonObject(known) && isJsonObject(fits)) return { ...known, ...fits };
  return known ?? fits;
}

/** What of a value the other variant can hold. */
function carried(value: Json | undefined, shape: Shape, view: View): Json | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  const { node, options } = view;
  if (options) return options.some((option) => sameJson(option.value, value)) ? value : undefined;
  if (node.kind === 'object') return isJsonObject(value) ? members(value, shape, view) : undefined;
  if (node.kind === 'array') return items(value, view);
  const single = Array.isArray(value) && value.length === 1 ? (value as readonly Json[])[0] : value;
  return single === undefined ? undefined : plain(single, node.kind);
}

function members(value: JsonObject, shape: Shape, { members, extras }: View): Json | undefined {
  const kept = Object.entries(value).filter(([key, member]) => {
    const place = members.get(key);
    if (place) return place.variants.length > 0 || suits(place.whole.node.kind, member);
    return extras !== undefined || !shape.whole.members.has(key);
  });
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

function items(value: Json, { item }: View): Json | undefined {
  const list = Array.isArray(value) ? (value as readonly Json[]) : [value];
  const fits = (one: Json): boolean =>
    item !== undefined && (item.variants.length > 0 || suits(item.whole.node.kind, one));
  return list.length > 0 && list.every(fits) ? list : undefined;
}

const NUMERIC = /^-?\d{1,15}(?:\.\d{1,9})?$/;

function plain(value: Json, kind: FieldKind): Json | undefined {
  if (suits(kind, value)) return value;
  if (kind === 'string' && typeof value === 'number') return String(value);
  const number = typeof value === 'string' && NUMERIC.test(value) ? Number(value) : NaN;
  const isAsked = kind === 'number' || (kind === 'integer' && Number.isInteger(number));
  return isAsked && !Number.isNaN(number) ? number : undefined;
}
