import type { JsonSchema } from '../../forms/form.js';
import type { Json, JsonObject } from '../../json.js';
import { isJsonObject } from '../../json.js';
import { mapSubschemas } from '../../schema/keywords.js';

/** The keywords that the generator is given; it would look for names and references in any other. */
const KNOWN = new Set([
  ...['$ref', 'additionalProperties', 'allOf', 'anyOf', 'const', 'contains', 'dependentRequired'],
  ...['dependentSchemas', 'else', 'enum', 'exclusiveMaximum', 'exclusiveMinimum', 'format', 'if'],
  ...['items', 'maxContains', 'maxItems', 'maxLength', 'maxProperties', 'maximum', 'minContains'],
  ...['minItems', 'minLength', 'minProperties', 'minimum', 'multipleOf', 'not', 'oneOf', 'pattern'],
  ...[
    'patternProperties',
    'prefixItems',
    'properties',
    'propertyNames',
    'required',
    'then',
    'type',
  ],
  ...['unevaluatedItems', 'unevaluatedProperties', 'uniqueItems', 'x-notFuture'],
]);

/**
 * Says a linked schema in the words of the code generator. The values of `const` and `enum` go to a table, so that
 * nothing in them is taken for a schema, and a property named `__proto__`, which it overlooks, becomes a pattern.
 */
export class Words {
  /** What the numbers that stand for `const` and `enum` mean. */
  readonly values: Json[] = [];
  readonly #known = new Map<JsonSchema, JsonSchema>();

  of(schema: JsonSchema): JsonSchema {
    if (typeof schema === 'boolean') return schema;
    const old = this.#known.get(schema);
    if (old !== undefined) return old;
    const known = Object.fromEntries(Object.entries(schema).filter(([name]) => KNOWN.has(name)));
    const said = this.#said(mapSubschemas(known, (below) => this.of(below)));
    this.#known.set(schema, said);
    return said;
  }

  #said(schema: JsonObject): JsonObject {
    const said: Record<string, Json> = { ...schema };
    for (const keyword of ['const', 'enum'])
      if (schema[keyword] !== undefined)
        said[keyword] = this.values.push(schema[keyword] as Json) - 1;
    const named = withoutProto(schema['properties']);
    if (named) {
      said['properties'] = named.rest;
      said['patternProperties'] = {
        ...(isJsonObject(schema['patternProperties']) ? schema['patternProperties'] : {}),
        '^__proto__$': named.proto,
      };
    }
    const dependent = withoutProto(schema['dependentSchemas']);
    if (dependent) {
      const allOf = Array.isArray(schema['allOf']) ? (schema['allOf'] as readonly Json[]) : [];
      said['dependentSchemas'] = dependent.rest;
      said['allOf'] = [...allOf, { if: HAS_PROTO, then: dependent.proto }];
    }
    return said;
  }
}

const HAS_PROTO: JsonObject = { type: 'object', required: ['__proto__'] };

function withoutProto(map: Json | undefined): { rest: JsonObject; proto: Json } | undefined {
  if (!isJsonObject(map) || !Object.hasOwn(map, '__proto__')) return undefined;
  const entries = Object.entries(map);
  return {
    rest: Object.fromEntries(entries.filter(([name]) => name !== '__proto__')),
    proto: entries.find(([name]) => name === '__proto__')?.[1] as Json,
  };
}
