import type { Json, JsonObject } from '../json.js';
import { isJsonObject } from '../json.js';
import type { Draft } from './documents.js';

/**
 * What a schema of an older edition says, in the words of 2020-12: tuples (`items` as a list, `additionalItems`),
 * `dependencies`, the booleans of draft-04, and nothing beside a `$ref` where that said nothing.
 *
 * Lists of items and `dependencies` are read in every edition: people write them, and they mean nothing else.
 */
export function modernise(schema: JsonObject, draft: Draft): JsonObject {
  if ((draft === '4' || draft === '7') && typeof schema['$ref'] === 'string')
    return { $ref: schema['$ref'] };
  let modern = schema;
  if (Array.isArray(modern['items'])) modern = withTuple(modern);
  if (isJsonObject(modern['dependencies'])) modern = withDependents(modern);
  if (typeof modern['exclusiveMinimum'] === 'boolean') modern = withLimit(modern, 'Minimum');
  if (typeof modern['exclusiveMaximum'] === 'boolean') modern = withLimit(modern, 'Maximum');
  return modern;
}

function withTuple(schema: JsonObject): JsonObject {
  const { items, additionalItems, ...rest } = schema;
  return {
    ...rest,
    prefixItems: items as readonly Json[],
    ...(additionalItems === undefined ? {} : { items: additionalItems }),
  };
}

function withDependents(schema: JsonObject): JsonObject {
  const { dependencies, dependentRequired, dependentSchemas, ...rest } = schema;
  const all = Object.entries(dependencies as JsonObject);
  const names = all.filter(([, asked]) => Array.isArray(asked));
  const schemas = all.filter(([, asked]) => !Array.isArray(asked));
  return {
    ...rest,
    dependentRequired: { ...Object.fromEntries(names), ...membersOf(dependentRequired) },
    dependentSchemas: { ...Object.fromEntries(schemas), ...membersOf(dependentSchemas) },
  };
}

function membersOf(value: Json | undefined): JsonObject {
  return isJsonObject(value) ? value : {};
}

function withLimit(schema: JsonObject, limit: 'Minimum' | 'Maximum'): JsonObject {
  const inclusive = limit.toLowerCase();
  const { [`exclusive${limit}`]: isExclusive, [inclusive]: bound, ...rest } = schema;
  if (bound === undefined) return rest;
  return { ...rest, [isExclusive === true ? `exclusive${limit}` : inclusive]: bound };
}
