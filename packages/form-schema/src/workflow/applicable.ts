import type { FormDefinition, JsonSchema } from '../forms/form.js';
import type { Json } from '../json.js';
import { isJsonObject } from '../json.js';
import type { Pointer } from '../pointer.js';
import { join } from '../pointer.js';

/** Every field that the form knows under some condition, as pointers; list items are left out. */
export function applicablePointers(form: FormDefinition, _value: Json): Set<Pointer> {
  const found = new Set<Pointer>();
  collect(form.schema, '', found);
  return found;
}

function collect(schema: JsonSchema | Json | undefined, at: Pointer, found: Set<Pointer>): void {
  if (!isJsonObject(schema)) return;
  for (const [key, member] of Object.entries(schema['properties'] ?? {})) {
    found.add(join(at, key));
    collect(member, join(at, key), found);
  }
  for (const key of ['then', 'else']) collect(schema[key], at, found);
  const parts = schema['allOf'];
  if (Array.isArray(parts)) for (const part of parts) collect(part, at, found);
}
