import type { Condition, JsonSchema, Layout } from '../forms/form.js';
import type { Json } from '../json.js';
import type { FieldNode } from '../model/form-model.js';
import type { Pointer } from '../pointer.js';
import { join } from '../pointer.js';
import { normalise } from './normalise.js';
import type { Resolved } from './resolve.js';
import { isRequired, resolve } from './resolve.js';
import { shapeOf } from './shape-of.js';

/** The fields of a schema, all that there can ever be, as one tree. Recursive schemas are followed when asked. */
export function flatten(schema: JsonSchema, layout?: Layout): FieldNode {
  return shapeOf(schema, layout).whole.node;
}

/** A field that applies to a value. */
export interface Applicable {
  readonly node: FieldNode;
  readonly required: boolean;
}

/**
 * Which fields apply to a value, and which of them it has to have. A value that does not apply does not count for the
 * conditions of others.
 */
export function applicable(
  form: {
    readonly schema: JsonSchema;
    readonly layout?: Layout;
    readonly conditions?: { readonly [schemaPointer: string]: Condition };
  },
  value: Json,
): Map<Pointer, Applicable> {
  const shape = shapeOf(form.schema, form.layout);
  const found = new Map<Pointer, Applicable>();
  collect(resolve(shape, value, { conditions: form.conditions ?? {}, normalise }), '', found);
  return found;
}

function collect(resolved: Resolved, at: Pointer, found: Map<Pointer, Applicable>): void {
  for (const [key, child] of resolved.children) {
    const pointer = join(at, key);
    found.set(pointer, { node: child.view.node, required: isRequired(resolved, key) });
    collect(child, pointer, found);
  }
}
