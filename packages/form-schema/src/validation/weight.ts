import type { JsonSchema } from '../forms/form.js';
import type { Pointer } from '../pointer.js';
import { subschemas } from '../schema/keywords.js';
import type { Linked } from './link.js';
import { unusable } from './usable.js';

/** More schemas than any one value of a form is held against. */
const MAX_WEIGHT = 10_000;

/** Keywords whose subschemas are about the same value. */
const IN_PLACE = /^\/(?:allOf|anyOf|oneOf|not|if|then|else|dependentSchemas)(?:\/|$)/;

/**
 * Refuses a schema that would be held against one value without end, or so often that it never answers: a few lines
 * of references that each refer to two others come to more steps than there are seconds in a year.
 *
 * @throws LpseError `LPSE_SCHEMA_INVALID`
 */
export function refuseEndless({ root, parts, originOf }: Linked): void {
  const known = new Map<JsonSchema, number>();
  const open = new Set<JsonSchema>();
  /** Schemas about members and items, which are values of their own. */
  const waiting: (readonly [JsonSchema, Pointer])[] = [['', root], ...parts].map(
    ([id, part]) => [part as JsonSchema, originOf(String(id))] as const,
  );
  const weigh = (schema: JsonSchema, at: Pointer): number => {
    if (typeof schema === 'boolean') return 1;
    const old = known.get(schema);
    if (old !== undefined) return old;
    if (open.has(schema))
      throw unusable(at, 'refers to itself for the same value, so that it has no end');
    open.add(schema);
    let weight = 1;
    const reference = schema['$ref'];
    if (typeof reference === 'string')
      weight += weigh(parts.get(reference) ?? true, originOf(reference));
    for (const { schema: below, at: place } of subschemas({ schema, at: '' }))
      if (IN_PLACE.test(place)) weight += weigh(below, at);
      else waiting.push([below, at]);
    if (weight > MAX_WEIGHT)
      throw unusable(at, `holds one value against more than ${MAX_WEIGHT} schemas`);
    open.delete(schema);
    known.set(schema, weight);
    return weight;
  };
  for (let next = waiting.pop(); next; next = waiting.pop()) weigh(...next);
}
