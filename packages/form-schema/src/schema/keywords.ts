import type { Json, JsonObject } from '../json.js';
import { isJsonObject } from '../json.js';
import type { JsonSchema } from '../forms/form.js';
import type { Pointer } from '../pointer.js';
import { join } from '../pointer.js';

/** Keywords whose value is one schema. */
const SCHEMA = new Set([
  'additionalItems',
  'additionalProperties',
  'contains',
  'contentSchema',
  'else',
  'if',
  'items',
  'not',
  'propertyNames',
  'then',
  'unevaluatedItems',
  'unevaluatedProperties',
]);

/** Keywords whose value is a list of schemas; `items` is one in draft-07. */
const SCHEMAS = new Set(['allOf', 'anyOf', 'items', 'oneOf', 'prefixItems']);

/** Keywords whose value is schemas by name; `dependencies` holds lists of names as well. */
const SCHEMA_MAP = new Set([
  '$defs',
  'definitions',
  'dependencies',
  'dependentSchemas',
  'patternProperties',
  'properties',
]);

export function isSchema(value: Json | undefined): value is JsonSchema {
  return typeof value === 'boolean' || isJsonObject(value);
}

/** A schema and where it stands in its document. */
export interface Source {
  readonly schema: JsonSchema;
  readonly at: Pointer;
}

/**
 * Calls `visit` with each schema directly below another, its keyword and, where the keyword holds several, which of
 * them it is. What merely looks like a schema (in `enum`, `default`, `examples`) is none.
 */
export function eachBelow(
  schema: JsonObject,
  visit: (schema: JsonSchema, keyword: string, key?: string | number) => void,
): void {
  for (const [keyword, value] of Object.entries(schema)) {
    if (SCHEMA.has(keyword) && isSchema(value)) visit(value, keyword);
    if (SCHEMAS.has(keyword) && Array.isArray(value))
      (value as readonly Json[]).forEach((item, index) => {
        if (isSchema(item)) visit(item, keyword, index);
      });
    if (SCHEMA_MAP.has(keyword) && isJsonObject(value))
      for (const [name, item] of Object.entries(value))
        if (isSchema(item)) visit(item, keyword, name);
  }
}

/** Calls `visit` with each schema directly below another that a form asks for: a member, an item, a variant. */
export function eachAsked(schema: JsonObject, at: Pointer, visit: (source: Source) => void): void {
  const isTuple = schema['prefixItems'] !== undefined;
  eachBelow(schema, (below, keyword, key) => {
    // `false` after a tuple only ends it.
    const isEnd = isTuple && keyword === 'items';
    if (isEnd || !ASKED.has(keyword)) return;
    const list = join(at, keyword);
    visit({ schema: below, at: key === undefined ? list : join(list, key) });
  });
}

const ASKED = new Set(['properties', 'items', 'prefixItems', 'oneOf', 'anyOf']);

/** The subschemas directly below a schema, with where they stand. */
export function subschemas({ schema, at }: Source): Source[] {
  if (typeof schema === 'boolean') return [];
  const found: Source[] = [];
  eachBelow(schema, (below, keyword, key) => {
    const pointer = join(at, keyword);
    found.push({ schema: below, at: key === undefined ? pointer : join(pointer, key) });
  });
  return found;
}

/** Every schema of a document, itself first. */
export function* allSchemas(source: Source): Generator<Source> {
  yield source;
  for (const below of subschemas(source)) yield* allSchemas(below);
}

/** A copy of the schema in which `change` has replaced each schema, the innermost first. */
export function mapSchemas(
  source: Source,
  change: (schema: JsonSchema, at: Pointer) => JsonSchema,
): JsonSchema {
  if (typeof source.schema === 'boolean') return change(source.schema, source.at);
  const below = new Map(subschemas(source).map((sub) => [sub.at, mapSchemas(sub, change)]));
  const replaced = (value: Json, at: Pointer): Json => {
    const schema = below.get(at);
    if (schema !== undefined) return schema;
    if (Array.isArray(value))
      return value.map((item: Json, index) => replaced(item, join(at, index)));
    return value;
  };
  const entries = Object.entries(source.schema).map(([keyword, value]) => {
    const at = join(source.at, keyword);
    if (SCHEMA_MAP.has(keyword) && isJsonObject(value))
      return [keyword, mapMembers(value, at, replaced)] as const;
    return [
      keyword,
      SCHEMA.has(keyword) || SCHEMAS.has(keyword) ? replaced(value, at) : value,
    ] as const;
  });
  return change(Object.fromEntries(entries), source.at);
}

function mapMembers(
  members: JsonObject,
  at: Pointer,
  replaced: (value: Json, at: Pointer) => Json,
): JsonObject {
  return Object.fromEntries(
    Object.entries(members).map(([name, value]) => [name, replaced(value, join(at, name))]),
  );
}

/** A copy of the schema in which `change` has replaced each schema directly below it. */
export function mapSubschemas(
  schema: JsonObject,
  change: (schema: JsonSchema, keyword: string) => JsonSchema,
): JsonObject {
  const entries = Object.entries(schema).map(([keyword, value]): [string, Json] => {
    const one = (below: Json): Json => (isSchema(below) ? change(below, keyword) : below);
    if (SCHEMA_MAP.has(keyword) && isJsonObject(value))
      return [
        keyword,
        Object.fromEntries(Object.entries(value).map(([name, item]) => [name, one(item)])),
      ];
    if (SCHEMAS.has(keyword) && Array.isArray(value)) return [keyword, value.map(one)];
    return [keyword, SCHEMA.has(keyword) ? one(value) : value];
  });
  return Object.fromEntries(entries);
}
