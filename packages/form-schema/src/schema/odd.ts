import type { JsonSchema } from '../forms/form.js';
import type { Json, JsonObject } from '../json.js';
import { isJsonObject } from '../json.js';
import { allSchemas } from './keywords.js';

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
  for (const { schema: part } of allSchemas({ schema, at: '' })) {
    if (!isJsonObject(part)) continue;
    const { $ref: reference, readOnly } = part;
    const leadsOut = typeof reference === 'string' && !reference.startsWith('#');
    if (mutedIn(part).length > 0 || readOnly === true || leadsOut) return true;
    if (isJsonObject(part['properties']))
      for (const name of Object.keys(part['properties'])) named.add(name);
    for (const name of namesIn(part['required'])) asked.add(name);
  }
  return [...asked].some((name) => !named.has(name));
}

/** The keywords of a schema that mean nothing to a form. */
export function mutedIn(schema: JsonObject): string[] {
  return Object.entries(schema)
    .filter(([keyword, value]) => Object.hasOwn(MUTE, keyword) && MUTE[keyword]?.(value))
    .map(([keyword]) => keyword);
}

export function namesIn(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly Json[]).map(String) : [];
}
