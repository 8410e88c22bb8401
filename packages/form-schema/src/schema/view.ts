import type { FieldPath, Layout } from '../forms/form.js';
import type { JsonObject } from '../json.js';
import type { FieldKind, FieldNode } from '../model/form-model.js';
import { tokensOf } from '../pointer.js';
import type { Extras } from './extras.js';
import type { Option } from './merge.js';
import type { Active, Shape, View } from './shape.js';

/** A shape as it is seen, and what a form is told of it. */
export class SchemaView implements View {
  readonly active: Active;
  readonly node: FieldNode;
  readonly members: ReadonlyMap<string, Shape>;
  readonly item: Shape | undefined;
  readonly required: ReadonlySet<string>;
  readonly extras: Extras | undefined;
  readonly #options: readonly Option[] | undefined;

  constructor(seen: Omit<View, 'options'>, options: readonly Option[] | undefined) {
    this.active = seen.active;
    this.node = seen.node;
    this.members = seen.members;
    this.item = seen.item;
    this.required = seen.required;
    this.extras = seen.extras;
    this.#options = options;
  }

  /** Looked at when asked for: a list may hold lists of its own kind without an end. */
  get options(): readonly Option[] | undefined {
    return this.node.kind === 'array' ? itemOptions(this.item, this.members) : this.#options;
  }
}

/** A list whose items are picked from a few plain values is one question, not a list of questions. */
function itemOptions(
  item: Shape | undefined,
  first: ReadonlyMap<string, Shape>,
): readonly Option[] | undefined {
  if (!item || first.size > 0) return undefined;
  const view = item.view(item.base);
  return view.node.kind === 'object' || view.node.kind === 'array' ? undefined : view.options;
}

/** What the schema says of one place. */
export class Node implements FieldNode {
  readonly path: FieldPath;
  readonly key: string;
  readonly kind: FieldKind;
  readonly schema: JsonObject;
  readonly layout: FieldNode['layout'];
  readonly #members: ReadonlyMap<string, Shape>;
  readonly #item: Shape | undefined;

  constructor(
    path: FieldPath,
    kind: FieldKind,
    schema: JsonObject,
    layout: Layout,
    members: ReadonlyMap<string, Shape>,
    item: Shape | undefined,
  ) {
    this.path = path;
    this.key = tokensOf(path).at(-1) ?? '';
    this.kind = kind;
    this.schema = schema;
    this.layout = layout.fields?.[path] ?? {};
    this.#members = members;
    this.#item = item;
  }

  /** Every member that there can be, also those that apply only under conditions. Made when asked for. */
  get members(): readonly FieldNode[] {
    return [...this.#members.values()].map((shape) => shape.whole.node);
  }

  get item(): FieldNode | undefined {
    return this.#item?.whole.node;
  }
}
