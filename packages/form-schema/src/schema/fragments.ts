import type { JsonSchema } from '../forms/form.js';
import type { Json, JsonObject } from '../json.js';
import { isJsonObject } from '../json.js';
import type { Pointer } from '../pointer.js';
import { join } from '../pointer.js';
import type { Source } from './keywords.js';
import { isSchema } from './keywords.js';
import type { Option } from './merge.js';
import { titledOptions } from './merge.js';
import type { References } from './refs.js';

/** What decides whether a part of a schema applies to a value. */
export type Guard =
  | { readonly by: 'if'; readonly at: Pointer; readonly holds: boolean }
  | { readonly by: 'present'; readonly key: string }
  | { readonly by: 'variant'; readonly of: Variants; readonly index: number };

/** A `oneOf` or `anyOf` whose branches are different shapes of one value. */
export interface Variants {
  readonly at: Pointer;
  readonly keyword: 'oneOf' | 'anyOf';
  readonly branches: readonly Variant[];
  /** The property that tells the branches apart, when there is one. */
  readonly discriminator?: string;
}

/** A branch, as far as it helps to tell whether a value means it. */
export interface Variant {
  readonly types: readonly string[];
  readonly keys: readonly string[];
  /** Properties that must have one certain value. */
  readonly constants: readonly (readonly [key: string, value: Json])[];
}

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
export function fragmentsOf(sources: readonly Part[], references: References): Fragment[] {
  return sources.flatMap((source) => expand(source, source.guards ?? [], [], references));
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

function expand(
  { schema, at }: Source,
  guards: readonly Guard[],
  open: readonly JsonSchema[],
  references: References,
): Fragment[] {
  // A reference that comes back to the schema it stands in says nothing new about the same value.
  if (!isJsonObject(schema) || open.includes(schema)) return [];
  const own = { schema, at, guards };
  if (!Object.keys(schema).some((keyword) => IN_PLACE.has(keyword))) return [own];
  const inside = [...open, schema];
  const further = (part: Json | undefined, pointer: Pointer, more: readonly Guard[]): Fragment[] =>
    isSchema(part)
      ? expand({ schema: part, at: pointer }, [...guards, ...more], inside, references)
      : [];
  const target = references.target(schema);
  return [
    own,
    ...(target ? expand(target, guards, inside, references) : []),
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
    ...(['oneOf', 'anyOf'] as const).flatMap((keyword) =>
      variantFragments({ schema, at }, keyword, further, references),
    ),
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

type Expand = (part: Json | undefined, at: Pointer, more: readonly Guard[]) => Fragment[];

function variantFragments(
  { schema, at }: { readonly schema: JsonObject; readonly at: Pointer },
  keyword: 'oneOf' | 'anyOf',
  further: Expand,
  references: References,
): Fragment[] {
  const parts = schema[keyword];
  if (!Array.isArray(parts) || titledOptions(parts)) return [];
  const resolved = (parts as readonly Json[]).map((part) => resolvedBranch(part, references));
  // Branches that only ask for something more (`{"required": ["a"]}`) change nothing about what is asked.
  if (!resolved.some((branch) => branch['properties'] ?? branch['type'] ?? branch['items']))
    return [];
  const variants = variantsOf(resolved, join(at, keyword), keyword);
  const { discriminator } = variants;
  const branches = (parts as readonly Json[]).flatMap((part, index) =>
    further(part, join(variants.at, index), [{ by: 'variant', of: variants, index }]),
  );
  if (discriminator === undefined) return branches;
  return [
    discriminatorFragment(variants, discriminator, resolved),
    ...branches.map((fragment) => withoutMember(fragment, discriminator)),
  ];
}

/** A branch with what its reference names beside its own keywords; enough to tell branches apart. */
function resolvedBranch(part: Json, references: References): JsonObject {
  if (!isJsonObject(part)) return {};
  const target = references.target(part)?.schema;
  const whole = isJsonObject(target) ? { ...target, ...part } : part;
  const inner = entriesOf(whole['allOf']).map(([, item]) => resolvedBranch(item, references));
  const properties = [whole, ...inner].map((item) => item['properties']).filter(isJsonObject);
  return properties.length === 0
    ? whole
    : { ...whole, properties: Object.assign({}, ...properties) as JsonObject };
}

function variantsOf(
  branches: readonly JsonObject[],
  at: Pointer,
  keyword: 'oneOf' | 'anyOf',
): Variants {
  const described = branches.map((branch): Variant => {
    const properties = isJsonObject(branch['properties']) ? branch['properties'] : {};
    const constants = Object.entries(properties).flatMap(([key, property]) => {
      const value = constantOf(property);
      return value === undefined ? [] : [[key, value] as const];
    });
    const type = branch['type'] ?? (branch['properties'] ? 'object' : []);
    const types = (Array.isArray(type) ? (type as readonly Json[]) : [type]).map(String);
    return { types, keys: Object.keys(properties), constants };
  });
  const objects = described.filter(({ types }) => !types.includes('null'));
  const discriminator = objects[0]?.constants.find(([key]) => {
    const values = objects.map(({ constants }) => constants.find(([name]) => name === key)?.[1]);
    return new Set(values.map((value) => JSON.stringify(value))).size === branches.length;
  })?.[0];
  return {
    at,
    keyword,
    branches: described,
    ...(discriminator === undefined ? {} : { discriminator }),
  };
}

function constantOf(schema: Json): Json | undefined {
  if (!isJsonObject(schema)) return undefined;
  const { const: constant, enum: values } = schema;
  if (constant !== undefined) return constant;
  return Array.isArray(values) && values.length === 1 ? (values as readonly Json[])[0] : undefined;
}

/** The property that tells variants apart offers all their values, so that choosing one chooses the variant. */
function discriminatorFragment(
  { at, branches }: Variants,
  key: string,
  resolved: readonly JsonObject[],
): Fragment {
  const options = branches.flatMap(({ constants }, index): Option[] => {
    const value = constants.find(([name]) => name === key)?.[1];
    const title = resolved[index]?.['title'];
    if (value === undefined) return [];
    return [{ value, ...(typeof title === 'string' ? { title } : {}) }];
  });
  const oneOf = options.map(({ value, title }) => ({ const: value, ...(title ? { title } : {}) }));
  const required = resolved.every((branch) => {
    const names = branch['required'];
    return Array.isArray(names) && names.includes(key);
  });
  return {
    schema: { properties: { [key]: { oneOf } }, ...(required ? { required: [key] } : {}) },
    at: join(at, key),
    guards: [],
  };
}

function withoutMember(fragment: Fragment, key: string): Fragment {
  const { properties, ...rest } = fragment.schema;
  if (!isJsonObject(properties)) return fragment;
  const { [key]: _, ...others } = properties;
  return { ...fragment, schema: { ...rest, properties: others } };
}

/** Whether the value has the type that a schema names. */
function hasType(value: Json, type: string): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isJsonObject(value);
  return type === 'null' ? value === null : typeof value === type;
}

/** The branch that a value fits best; the first that is not `null` for a value that says nothing yet. */
export function variantOf({ branches }: Variants, value: Json | undefined): number {
  let best = 0;
  let bestScore = -Infinity;
  branches.forEach((branch, index) => {
    const score = fit(branch, value);
    if (score > bestScore) [best, bestScore] = [index, score];
  });
  return best;
}

function fit({ types, keys, constants }: Variant, value: Json | undefined): number {
  if (value === undefined) return types.includes('null') && types.length === 1 ? -1 : 0;
  if (types.length > 0 && !types.some((type) => hasType(value, type))) return -1000;
  if (!isJsonObject(value)) return 1;
  const given = constants.filter(([key]) => Object.hasOwn(value, key));
  const same = given.filter(
    ([key, constant]) => JSON.stringify(value[key]) === JSON.stringify(constant),
  );
  const known = keys.filter((key) => Object.hasOwn(value, key));
  return (same.length - (given.length - same.length)) * 100 + known.length;
}
