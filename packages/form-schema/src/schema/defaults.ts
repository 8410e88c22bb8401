import type { Json } from '../json.js';
import type { Shape, View } from './shape.js';
import { activeOf } from './shape.js';

/** What a schema proposes for an empty form: its `default`s. Undefined when it proposes nothing. */
export function defaultsOf(shape: Shape, around: readonly string[] = []): Json | undefined {
  const view = shape.view(shape.base);
  const own = view.node.schema['default'];
  if (own !== undefined || view.node.kind !== 'object' || around.includes(shape.origin)) return own;
  const entries = [...view.members].flatMap(([key, member]) => {
    const proposed = defaultsOf(member, [...around, shape.origin]);
    return proposed === undefined ? [] : [[key, proposed] as const];
  });
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** An item as it is added to a list: with its defaults, or empty. */
export function emptyItem(shape: Shape): Json {
  const proposed = defaultsOf(shape);
  if (proposed !== undefined) return proposed;
  switch (firstView(shape).node.kind) {
    case 'object':
      return {};
    case 'array':
      return [];
    case 'string':
      return '';
    default:
      return null;
  }
}

/** How a value is asked for of which nothing is known yet. */
function firstView(shape: Shape): View {
  if (shape.variants.length === 0) return shape.view(shape.base);
  return shape.view(
    activeOf(
      shape.fragments,
      (guard) => guard.by === 'variant' && guard.of.chosen(undefined) === guard.index,
    ),
  );
}
