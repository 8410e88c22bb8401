import type { JsonSchema } from '../forms/form.js';
import type { Json, JsonObject } from '../json.js';
import { isJsonObject } from '../json.js';
import type { Pointer } from '../pointer.js';
import { join } from '../pointer.js';
import type { Alternatives, Variants } from './alternatives.js';
import { hasAlternatives } from './alternatives.js';
import type { Source } from './keywords.js';
import { isSchema } from './keywords.js';
import type { References } from './refs.js';

/** What decides whether a part of a schema applies to a value. */
export type Guard =
  | { readonly by: 'if'; readonly at: Pointer; readonly holds: boolean }
  | { readonly by: 'present'; readonly key: string }
  | { readonly by: 'variant'; readonly of: Variants; readonly index: number };

/** A part of a schema that applies to the same value as the rest: always, or when all its guards hold. */
export interface Fragment {
  readonly schema: JsonObject;
  readonly at: Pointer;
  readonly guards: readonly Guard[];
}

/**
 * Lays a schema out flat: `$ref` and `allOf` followed, and everything conditional (`if/then/else`, `dependentSchemas`,
 * `dependentRequired`, variants) as fragments with what they depend on.
 */
export function fragmentsOf(sources: readonly Part[], laying: Laying): Fragment[] {
  return sources.flatMap((source) => expand(source, source.guards ?? [], [], laying));
}

/** What a schema is laid out with. */
export interface Laying {
  readonly references: References;
  /** @throws {LpseError} `LPSE_SCHEMA_INVALID` where nothing reads them. */
  readonly alternatives: Alternatives;
}

/** A schema for a value; with guards where it is known to apply only sometimes. */
export interface Part extends Source {
  readonly guards?: readonly Guard[];
}

/** Keywords that bring further parts to the same value; most fields have none. */
const IN_PLACE = new Set([
  '$ref',
  '$dynamicRef',
  'allOf',
  'anyOf',
  'oneOf',
  'if',
  'dependencies',
  'dependentRequired',
  'dependentSchemas',
]);

function isInPlace(keyword: string, value: Json | undefined): boolean {
  return IN_PLACE.has(keyword) || (keyword === 'type' && Array.isArray(value));
}

function expand(
  { schema, at }: Source,
  guards: readonly Guard[],
  open: readonly JsonSchema[],
  laying: Laying,
): Fragment[] {
  // A reference that comes back to the schema it stands in says nothing new about the same value.
  if (!isJsonObject(schema) || open.includes(schema)) return [];
  const own = { schema, at, guards };
  if (!Object.entries(schema).some(([keyword, value]) => isInPlace(keyword, value))) return [own];
  const inside = [...open, schema];
  const further = (part: Json | undefined, pointer: Pointer, more: readonly Guard[]): Fragment[] =>
    isSchema(part)
      ? expand({ schema: part, at: pointer }, [...guards, ...more], inside, laying)
      : [];
  const { references } = laying;
  const target = references.target(schema);
  return [
    own,
    ...(target ? expand(target, guards, inside, laying) : []),
    ...entriesOf(schema['allOf']).flatMap(([index, part]) =>
      further(part, join(join(at, 'allOf'), index), []),
    ),
    ...(isSchema(schema['if'])
      ? [
          ...further(schema['then'], join(at, 'then'), [{ by: 'if', at, holds: true }]),
          ...further(schema['else'], join(at, 'else'), [{ by: 'if', at, holds: false }]),
        ]
      : []),
    ...dependents(schema, at).flatMap(({ part, pointer, key }) =>
      further(part, pointer, [{ by: 'present', key }]),
    ),
    ...(hasAlternatives(schema) ? laying.alternatives.fragments(own, further, references) : []),
  ];
}

function entriesOf(list: Json | undefined): (readonly [number, Json])[] {
  return Array.isArray(list) ? [...(list as readonly Json[]).entries()] : [];
}

/** `dependentSchemas`, `dependentRequired`, and `dependencies` of draft-07, all as "when this property is there". */
function dependents(
  schema: JsonObject,
  at: Pointer,
): { readonly part: Json; readonly pointer: Pointer; readonly key: string }[] {
  return ['dependentSchemas', 'dependentRequired', 'dependencies'].flatMap((keyword) =>
    Object.entries(isJsonObject(schema[keyword]) ? schema[keyword] : {}).map(([key, asked]) => ({
      key,
      pointer: join(join(at, keyword), key),
      part: Array.isArray(asked) ? { required: asked as readonly Json[] } : asked,
    })),
  );
}
