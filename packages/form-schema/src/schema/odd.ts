import type { JsonSchema } from '../forms/form.js';
import type { Json, JsonObject } from '../json.js';
import { isJsonObject } from '../json.js';
import { eachBelow } from './keywords.js';
import { ownRefusal } from './never.js';

/** Keywords of other dialects, which mean nothing here although people write them, and one that only describes. */
const MUTE: { readonly [keyword: string]: (value: Json) => boolean } = {
  nullable: (value) => value === true,
  required: (value) => typeof value === 'boolean',
  exclusiveMinimum: (value) => typeof value === 'boolean',
  exclusiveMaximum: (value) => typeof value === 'boolean',
  $recursiveRef: () => true,
  contentSchema: () => true,
  unevaluatedItems: isJsonObject,
};

/** Whether it is worth asking `noticesOf`: a quick look that overlooks nothing. */
export function mayHaveNotices(schema: JsonSchema): boolean {
  const asked = new Set<string>();
  const named = new Set<string>();
  const isOdd = (part: JsonSchema): boolean => {
    if (ownRefusal(part) !== undefined) return true;
    if (!isJsonObject(part)) return false;
    const { $ref: reference, readOnly, properties, required } = part;
    const leadsOut = typeof reference === 'string' && !reference.startsWith('#');
    if (readOnly === true || leadsOut || Object.keys(part).some((key) => isMute(part, key)))
      return true;
    if (isJsonObject(properties)) Object.keys(properties).forEach((name) => named.add(name));
    for (const name of namesIn(required)) asked.add(name);
    let found = false;
    eachBelow(part, (below, keyword) => {
      // That there is no more than what is named leaves nothing out.
      const isEnd = below === false && keyword.endsWith('Properties');
      found ||= !isEnd && isOdd(below);
    });
    return found;
  };
  return isOdd(schema) || [...asked].some((name) => !named.has(name));
}

/** The keywords of a schema that mean nothing to a form. */
export function mutedIn(schema: JsonObject): string[] {
  return Object.keys(schema).filter((keyword) => isMute(schema, keyword));
}

function isMute(schema: JsonObject, keyword: string): boolean {
  const value = schema[keyword];
  return value !== undefined && Object.hasOwn(MUTE, keyword) && MUTE[keyword]?.(value) === true;
}

export function namesIn(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly Json[]).map(String) : [];
}
