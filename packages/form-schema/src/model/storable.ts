import type { Json } from '../json.js';
import { isJsonObject } from '../json.js';
import type { Shape } from '../schema/shape.js';

/**
 * A value without what the schema marks `writeOnly`: such a thing is handed in and never read back, so neither a draft
 * nor the browser's history may hold it. Whatever holds nothing of the kind keeps its identity.
 */
export function withoutWriteOnly(shape: Shape, value: Json): Json | undefined {
  if (shape.fragments.some(({ schema }) => schema['writeOnly'] === true)) return undefined;
  const { members, item } = shape.whole;
  const kept = (part: Json, key: string): Json | undefined => {
    const child = members.get(key) ?? (Array.isArray(value) ? item : undefined);
    return child === undefined ? part : withoutWriteOnly(child, part);
  };
  if (Array.isArray(value)) {
    const items = value as readonly Json[];
    const rest = items.map((part, index) => kept(part, String(index)));
    return rest.every((part, index) => part === items[index]) ? items : rest.filter(isPresent);
  }
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value);
  const rest = entries.map(([key, part]) => [key, kept(part, key)] as const);
  if (rest.every(([key, part]) => part === value[key])) return value;
  return Object.fromEntries(rest.filter((entry) => isPresent(entry[1]))) as Json;
}

function isPresent<T>(part: T | undefined): part is T {
  return part !== undefined;
}
