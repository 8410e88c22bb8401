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
import type { Variants } from './variants.js';
import {
  isOneQuestion,
  resolvedBranch,
  typesBeside,
  variantsOf,
  variantsOfTypes,
} from './variants.js';

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

function isInPlace(keyword: string, value: Json | undefined): boolean {
  return IN_PLACE.has(keyword) || (keyword === 'type' && Array.isArray(value));
}

function expand(
  { schema, at }: Source,
  guards: readonly Guard[],
  open: readonly JsonSchema[],
  references: References,
): Fragment[] {
  // A reference that comes back to the schema it stands in says nothing new about the same value.
  if (!isJsonObject(schema) || open.includes(schema)) return [];
  const own = { schema, at, guards };
  if (!Object.entries(schema).some(([keyword, value]) => isInPlace(keyword, value))) return [own];
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
      variantFragments(own, keyword, further, references),
    ),
    ...typeFragments(own, further),
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

/** Keywords that say what kind of value is asked for. */
const ASKING = [
  'properties',
  'type',
  'items',
  'prefixItems',
  'additionalProperties',
  'enum',
  'const',
];

function variantFragments(
  { schema, at, guards }: Fragment,
  keyword: 'oneOf' | 'anyOf',
  further: Expand,
  references: References,
): Fragment[] {
  const parts = schema[keyword];
  if (!Array.isArray(parts) || titledOptions(parts)) return [];
  const resolved = (parts as readonly Json[]).map((part) => resolvedBranch(part, references));
  // Branches that only ask for something more (`{"required": ["a"]}`) change nothing about what is asked.
  if (!resolved.some((branch) => ASKING.some((key) => branch[key] !== undefined))) return [];
  const type = isOneQuestion(resolved);
  if (type !== undefined) return [{ schema: { type }, at: join(at, keyword), guards }];
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

/** Several types (`["string", "object"]`) are variants of one value. */
function typeFragments({ schema, at }: Fragment, further: Expand): Fragment[] {
  const types = typesBeside(schema);
  return types ? guarded(variantsOfTypes(join(at, 'type'), types), further) : [];
}

/** What a value may be of which the schema says nothing: anything that JSON knows. */
export function anything(at: Pointer): Fragment[] {
  return guarded(variantsOfTypes(join(at, 'type')), (schema, pointer, guards) => [
    { schema: schema as JsonObject, at: pointer, guards },
  ]);
}

function guarded(
  { variants, schemas }: ReturnType<typeof variantsOfTypes>,
  further: Expand,
): Fragment[] {
  return schemas.flatMap((schema, index) =>
    further(schema, join(variants.at, index), [{ by: 'variant', of: variants, index }]),
  );
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
