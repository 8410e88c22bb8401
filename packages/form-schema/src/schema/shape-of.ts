import type { JsonSchema, Layout } from '../forms/form.js';
import type { Shape } from './shape.js';
import { plainShapeOf } from './shape.js';
import { alternatives } from './variant-fragments.js';

/** Flattens any schema: the shape of its whole value. */
export function shapeOf(schema: JsonSchema, layout: Layout = {}): Shape {
  return plainShapeOf(schema, layout, alternatives);
}
