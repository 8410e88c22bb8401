import type { JsonSchema } from '../../forms/form.js';
import type { Json, JsonObject } from '../../json.js';
import { isJsonObject } from '../../json.js';
import { matcherOf } from '../pattern/matcher.js';

/** What has to be asked to find out what a schema looks at. */
export interface Asking {
  fits(schema: JsonSchema, value: Json): boolean;
  /** The schema that a `$ref` names. */
  part(id: string): JsonSchema;
}

/** The members (by name) or items (by index) that a schema looks at; `all` when it leaves none out. */
export type Evaluated = ReadonlySet<string | number> | 'all';

/**
 * What a schema looks at in a value, beside its own `unevaluatedProperties` and `unevaluatedItems`: the generator
 * counts what a failed branch or a `contains` looked at as well, so it is found out here.
 */
export function evaluatedIn(schema: JsonObject, value: Json, asking: Asking): Evaluated {
  const { unevaluatedProperties: _, unevaluatedItems: __, ...rest } = schema;
  return evaluated(rest, value, asking);
}

function evaluated(schema: JsonSchema, value: Json, asking: Asking): Evaluated {
  if (typeof schema === 'boolean') return new Set();
  const found = new Set<string | number>();
  const own = isJsonObject(value)
    ? ofMembers(schema, value, found)
    : ofItems(schema, value as readonly Json[], found, asking);
  if (own === 'all') return own;
  for (const part of partsThatHold(schema, value, asking)) {
    const inside = evaluated(part, value, asking);
    if (inside === 'all') return inside;
    inside.forEach((one) => found.add(one));
  }
  return found;
}

function ofMembers(
  schema: JsonObject,
  value: JsonObject,
  found: Set<string | number>,
): 'all' | undefined {
  if (schema['additionalProperties'] !== undefined) return 'all';
  if (schema['unevaluatedProperties'] !== undefined) return 'all';
  const { properties, patternProperties } = schema;
  const patterns = isJsonObject(patternProperties) ? Object.keys(patternProperties) : [];
  for (const name of Object.keys(value)) {
    const isNamed = isJsonObject(properties) && Object.hasOwn(properties, name);
    if (isNamed || patterns.some((pattern) => matcherOf(pattern).test(name))) found.add(name);
  }
  return undefined;
}

function ofItems(
  schema: JsonObject,
  value: readonly Json[],
  found: Set<string | number>,
  asking: Asking,
): 'all' | undefined {
  if (schema['items'] !== undefined || schema['unevaluatedItems'] !== undefined) return 'all';
  const { prefixItems, contains } = schema;
  const first = Array.isArray(prefixItems) ? prefixItems.length : 0;
  value.forEach((item, index) => {
    if (index < first) found.add(index);
    else if (contains !== undefined && asking.fits(contains as JsonSchema, item)) found.add(index);
  });
  return undefined;
}

/** The schemas about the same value that hold; what one that fails looked at does not count. */
function partsThatHold(schema: JsonObject, value: Json, asking: Asking): JsonSchema[] {
  const holds = (part: Json | undefined): part is JsonSchema =>
    part !== undefined && asking.fits(part as JsonSchema, value);
  const parts: Json[] = [];
  if (typeof schema['$ref'] === 'string') parts.push(asking.part(schema['$ref']));
  for (const keyword of ['allOf', 'anyOf', 'oneOf'])
    if (Array.isArray(schema[keyword])) parts.push(...(schema[keyword] as readonly Json[]));
  if (isJsonObject(schema['dependentSchemas']) && isJsonObject(value))
    for (const [name, part] of Object.entries(schema['dependentSchemas']))
      if (Object.hasOwn(value, name)) parts.push(part);
  const condition = schema['if'];
  if (condition !== undefined) {
    const isMet = holds(condition);
    if (isMet) parts.push(condition);
    const branch = schema[isMet ? 'then' : 'else'];
    if (branch !== undefined) parts.push(branch);
  }
  return parts.filter(holds);
}
