import type { FieldPath, JsonSchema, Layout } from '../forms/form.js';
import type { Json, JsonObject } from '../json.js';
import { isJsonObject } from '../json.js';
import type { FieldNode } from '../model/form-model.js';
import type { Pointer } from '../pointer.js';
import { join } from '../pointer.js';
import { LpseError } from '../errors.js';
import type { Alternatives, Variants } from './alternatives.js';
import type { Extras } from './extras.js';
import { extrasOf } from './extras.js';
import type { Fragment, Guard, Laying, Part } from './fragments.js';
import { fragmentsOf } from './fragments.js';
import type { Source } from './keywords.js';
import { isSchema } from './keywords.js';
import { refusalOf } from './never.js';
import type { Option } from './merge.js';
import { kindOf, mergeKeywords, optionsOf, widenKeywords } from './merge.js';
import type { Reads } from './reads.js';
import { readsOf } from './reads.js';
import type { References } from './refs.js';
import { referencesOf } from './refs.js';
import { Node, SchemaView } from './view.js';

/** Which fragments of a shape apply: one letter for each, `1` or `0`. */
export type Active = string;

/** All fragments at once, also those that exclude each other. */
const WHOLE: Active = '*';

/**
 * The place in a form that a schema describes, for every value that may ever stand there. Made once and on demand, so
 * that a schema may refer to itself.
 */
export interface Shape {
  readonly path: FieldPath;
  /** The same for every place that the same parts of the schema describe: how recursion is noticed. */
  readonly origin: string;
  readonly fragments: readonly Fragment[];
  /** The fragments that always apply. */
  readonly base: Active;
  /** Whether they are all there are. */
  readonly isFixed: boolean;
  /** All fragments at once: every field that can ever be asked for. */
  readonly whole: View;
  /** The members on which it depends which fragments apply. */
  readonly reads: Reads;
  /** The ways in which the value may be of one shape or of another. */
  readonly variants: readonly Variants[];
  /** Whether `null` is a value of it, so that an empty field is an answer. */
  readonly isNullable: boolean;
  view(active: Active): View;
}

/** A shape while certain fragments apply. */
export interface View {
  readonly active: Active;
  readonly node: FieldNode;
  /** The members of an object, or the items of a tuple that have a place of their own. */
  readonly members: ReadonlyMap<string, Shape>;
  /** The items of a list (after those of a tuple). */
  readonly item: Shape | undefined;
  readonly required: ReadonlySet<string>;
  /** The members that a person may name. */
  readonly extras: Extras | undefined;
  /** What the field offers; for a list of choices, what its items offer. */
  readonly options: readonly Option[] | undefined;
}

/**
 * Flattens a schema: the shape of its whole value.
 *
 * @throws {LpseError} `LPSE_SCHEMA_INVALID`, now or when a place is first looked at, for a schema with alternatives that
 *   are not given: a form without them would ask for the wrong things.
 */
export function plainShapeOf(
  schema: JsonSchema,
  layout: Layout,
  alternatives: Alternatives = UNREAD,
): Shape {
  const references = referencesOf(schema);
  const shapes = new Map<string, Shape>();
  const make = (path: FieldPath, sources: readonly Part[]): Shape => {
    const id = `${path} ${sources.map(({ at, guards }) => (guards ? `?${at}` : at)).join(' ')}`;
    const known = shapes.get(id);
    if (known) return known;
    const shape = new SchemaShape(path, laidOut(sources, { references, alternatives }), around);
    shapes.set(id, shape);
    return shape;
  };
  const around: Around = { layout, references, make };
  return make('', [{ schema, at: '' }]);
}

function laidOut(sources: readonly Part[], laying: Laying): readonly Fragment[] {
  const told = fragmentsOf(sources, laying);
  if (!isUntold(told)) return told;
  const at = sources[0]?.at ?? '';
  // Where nothing is right there is nothing to ask.
  if (sources.some((source) => refusalOf(source, laying.references)))
    return [{ schema: { type: 'object', additionalProperties: false }, at, guards: [] }];
  return [...told, ...laying.alternatives.anything(at)];
}

const UNREAD: Alternatives = {
  fragments: ({ at }) => refuseUnread(at),
  anything: refuseUnread,
};

function refuseUnread(at: Pointer): never {
  throw new LpseError('LPSE_SCHEMA_INVALID', {
    detail: `it has alternatives at "${at}"; give the model \`variants: formVariants\` as well`,
  });
}

/** Whether nothing says what kind of value is asked for: it may be any. */
function isUntold(fragments: readonly Fragment[]): boolean {
  const isTold = fragments.some(({ schema }) => TELLING.some((key) => schema[key] !== undefined));
  if (isTold) return false;
  const all = widenKeywords(schemasOf(fragments));
  const kind = kindOf(all, { hasMembers: false, hasItems: false });
  return kind === 'unknown' && optionsOf(all) === undefined;
}

const TELLING = ['type', 'properties', 'items', 'prefixItems', 'enum', 'const'];

type Make = (path: FieldPath, sources: readonly Part[]) => Shape;

/** What shapes and their views are made with. */
interface Around {
  readonly layout: Layout;
  readonly references: References;
  readonly make: Make;
}

/** Keywords beside a reference that do not change what it refers to. */
const BESIDE_REFERENCE = /^(?:\$|definitions$|title$|description$)/;

function originOf(fragments: readonly Fragment[]): string {
  const telling = fragments.filter(({ schema }) =>
    Object.keys(schema).some((keyword) => !BESIDE_REFERENCE.test(keyword)),
  );
  return (telling.length > 0 ? telling : fragments).map(({ at }) => `#${at}`).join(' ');
}

/** A class: to the engine, each object with getters of its own would be of another kind, and a form has a thousand. */
class SchemaShape implements Shape {
  readonly path: FieldPath;
  readonly fragments: readonly Fragment[];
  readonly base: Active;
  readonly isFixed: boolean;
  readonly variants: readonly Variants[];
  readonly #around: Around;
  #origin: string | undefined;
  #whole: View | undefined;
  #reads: Reads | undefined;
  #isNullable: boolean | undefined;
  /** Made with the first condition: most fields have none, and one view. */
  #views: Map<Active, View> | undefined;

  constructor(path: FieldPath, fragments: readonly Fragment[], around: Around) {
    this.path = path;
    this.fragments = fragments;
    this.base = fragments.map(({ guards }) => (guards.length === 0 ? '1' : '0')).join('');
    this.isFixed = !this.base.includes('0');
    this.variants = this.isFixed ? NO_VARIANTS : variantsIn(fragments);
    this.#around = around;
  }

  get origin(): string {
    return (this.#origin ??= originOf(this.fragments));
  }

  get whole(): View {
    return (this.#whole ??= this.#newView(this.isFixed ? this.base : WHOLE, this.fragments));
  }

  get isNullable(): boolean {
    return (this.#isNullable ??= allowsNull(this.view(this.base).node.schema, this.variants));
  }

  get reads(): Reads {
    return (this.#reads ??= readsOfGuards(this.fragments, this.#around.references));
  }

  view(active: Active): View {
    if (this.isFixed) return this.whole;
    const views = (this.#views ??= new Map<Active, View>());
    const known = views.get(active);
    if (known) return known;
    const applying = this.fragments.filter((_, index) => active[index] === '1');
    const view = this.#newView(active, applying);
    views.set(active, view);
    return view;
  }

  #newView(active: Active, fragments: readonly Fragment[]): View {
    const isBare = !this.fragments.some(({ schema }) => schema['properties'] !== undefined);
    return newView(this.path, active, fragments, this.#around, isBare);
  }
}

const NO_VARIANTS: readonly Variants[] = [];

function variantsIn(fragments: readonly Fragment[]): readonly Variants[] {
  const found = new Set<Variants>();
  for (const { guards } of fragments)
    for (const guard of guards) if (guard.by === 'variant') found.add(guard.of);
  return [...found];
}

function allowsNull(schema: JsonObject, variants: readonly Variants[]): boolean {
  const { type, enum: values, oneOf, anyOf } = schema;
  if (type !== undefined) return type === 'null' || namesIn(type).includes('null');
  if (Array.isArray(values)) return (values as readonly Json[]).includes(null);
  const branches = [oneOf, anyOf].flatMap((list) => (Array.isArray(list) ? (list as Json[]) : []));
  return (
    variants.some((one) => one.isNullable) ||
    branches.some((branch) => isJsonObject(branch) && branch['type'] === 'null')
  );
}

function readsOfGuards(fragments: readonly Fragment[], references: References): Reads {
  const names = new Set<string>();
  for (const { schema, guards } of fragments) {
    for (const guard of guards) {
      if (guard.by === 'present') names.add(guard.key);
      // A variant that nothing in the value tells is chosen once, and stays.
      if (guard.by === 'variant' && guard.of.discriminator !== undefined)
        names.add(guard.of.discriminator);
    }
    const reads = isSchema(schema['if']) ? readsOf(schema['if'], references) : [];
    if (reads === 'all') return 'all';
    reads.forEach((name) => names.add(name));
  }
  return [...names];
}

/** Whether what a fragment depends on is so, as told by `holds`. */
export function activeOf(fragments: readonly Fragment[], holds: (guard: Guard) => boolean): Active {
  return fragments.map(({ guards }) => (guards.every(holds) ? '1' : '0')).join('');
}

function newView(
  path: FieldPath,
  active: Active,
  fragments: readonly Fragment[],
  around: Around,
  isBare: boolean,
): View {
  const { layout, make } = around;
  const schema = active === WHOLE ? everyKeyword(fragments) : mergeKeywords(schemasOf(fragments));
  const named = inOrder(
    membersOf(path, fragments, around, active === WHOLE),
    layout.fields?.[path]?.order,
  );
  const items = itemsOf(path, fragments, around);
  const kind = kindOf(schema, {
    hasMembers: named.size > 0,
    hasItems: items.rest !== undefined || items.first.size > 0,
  });
  const item = kind === 'array' ? (items.rest ?? anyItem(path, fragments, make)) : undefined;
  // What any variant has is a member of the whole, whatever kind the others are of.
  const isGroup = kind === 'object' || (active === WHOLE && named.size > 0);
  const members = kind === 'array' ? items.first : isGroup ? named : NO_MEMBERS;
  const options = kind === 'array' ? undefined : optionsOf(schema);
  const node = new Node(path, kind, schema, layout, members, item);
  const extras =
    kind === 'object' && !options ? extrasOf(path, fragments, make, isBare) : undefined;
  const required = requiredIn(fragments);
  return new SchemaView({ active, node, members, item, required, extras }, options);
}

/** What most fields have: they are many, so they share one. */
const NO_MEMBERS: ReadonlyMap<string, Shape> = new Map();
const NO_ITEMS: Items = { first: NO_MEMBERS, rest: undefined };
const NOTHING_REQUIRED: ReadonlySet<string> = new Set();

function requiredIn(fragments: readonly Fragment[]): ReadonlySet<string> {
  const names = fragments.flatMap(({ schema }) => namesIn(schema['required']));
  return names.length > 0 ? new Set(names) : NOTHING_REQUIRED;
}

function schemasOf(fragments: readonly Fragment[]): JsonObject[] {
  return fragments.map(({ schema }) => schema);
}

/** What the fragments that always apply say, and for the rest what any of the others may allow. */
function everyKeyword(fragments: readonly Fragment[]): JsonObject {
  const always = fragments.filter(({ guards }) => guards.length === 0);
  const sometimes = fragments.filter(({ guards }) => guards.length > 0);
  return { ...widenKeywords(schemasOf(sometimes)), ...mergeKeywords(schemasOf(always)) };
}

function namesIn(value: Json | undefined): string[] {
  return Array.isArray(value) ? (value as readonly Json[]).map(String) : [];
}

/** The members that the fragments name. What allows no value says that there is none, as long as it applies. */
function membersOf(
  path: FieldPath,
  fragments: readonly Fragment[],
  { make, references }: Around,
  isWhole: boolean,
): ReadonlyMap<string, Shape> {
  if (!fragments.some(({ schema }) => isJsonObject(schema['properties']))) return NO_MEMBERS;
  const sources = new Map<string, Part[]>();
  const refused = new Set<string>();
  for (const { schema, at, guards } of fragments)
    for (const [key, member] of Object.entries(asObject(schema['properties']))) {
      if (!isSchema(member)) continue;
      // In the view of everything, what only some conditions bring still excludes each other.
      const sometimes = isWhole && guards.length > 0 ? { guards } : {};
      const source = { schema: member, at: join(join(at, 'properties'), key), ...sometimes };
      if (!isWhole && refusalOf(source, references)) refused.add(key);
      sources.set(key, [...(sources.get(key) ?? []), source]);
    }
  return new Map(
    [...sources]
      .filter(([key]) => !refused.has(key))
      .map(([key, all]) => [key, make(join(path, key), all)]),
  );
}

/** Members as the layout orders them; those that it does not name follow as the schema has them. */
function inOrder(
  members: ReadonlyMap<string, Shape>,
  order: readonly string[] | undefined,
): ReadonlyMap<string, Shape> {
  if (!order) return members;
  const first = order.flatMap((key) => {
    const member = members.get(key);
    return member ? [[key, member] as const] : [];
  });
  return new Map([...first, ...members]);
}

function asObject(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

interface Items {
  readonly first: ReadonlyMap<string, Shape>;
  readonly rest: Shape | undefined;
}

/** `prefixItems` and `items`; in draft-07 a list of `items` and `additionalItems`. */
function itemsOf(
  path: FieldPath,
  fragments: readonly Fragment[],
  { make, references }: Around,
): Items {
  if (!speaksOfItems(fragments)) return NO_ITEMS;
  const first = new Map<string, Source[]>();
  const rest: Source[] = [];
  for (const { schema, at } of fragments) {
    const tuple = Array.isArray(schema['items']) ? 'items' : 'prefixItems';
    const after = tuple === 'items' ? 'additionalItems' : 'items';
    const positions = Array.isArray(schema[tuple]) ? (schema[tuple] as readonly Json[]) : [];
    let ends = false;
    positions.forEach((item, index) => {
      const source = { schema: item as JsonSchema, at: join(join(at, tuple), index) };
      ends ||= refusalOf(source, references) !== undefined;
      if (ends) return;
      first.set(String(index), [...(first.get(String(index)) ?? []), source]);
    });
    const other = schema[after];
    if (ends || !isSchema(other)) continue;
    const source = { schema: other, at: join(at, after) };
    if (!refusalOf(source, references)) rest.push(source);
  }
  return {
    first: new Map([...first].map(([index, sources]) => [index, make(join(path, index), sources)])),
    rest: rest.length > 0 ? make(join(path, '*'), rest) : undefined,
  };
}

/** The items of a list of which the schema does not say what it holds. */
function anyItem(path: FieldPath, fragments: readonly Fragment[], make: Make): Shape | undefined {
  return speaksOfItems(fragments)
    ? undefined
    : make(join(path, '*'), [{ schema: true, at: join(fragments[0]?.at ?? '', 'items') }]);
}

function speaksOfItems(fragments: readonly Fragment[]): boolean {
  return fragments.some(({ schema }) => ITEMS.some((key) => schema[key] !== undefined));
}

const ITEMS = ['items', 'prefixItems', 'additionalItems'];
