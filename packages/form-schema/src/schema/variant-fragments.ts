import type { JsonSchema } from '../forms/form.js';
import type { Json, JsonObject } from '../json.js';
import { isJsonObject } from '../json.js';
import type { Pointer } from '../pointer.js';
import { join } from '../pointer.js';
import type { Alternatives, Expand, Variants } from './alternatives.js';
import { typesBeside } from './alternatives.js';
import type { Fragment } from './fragments.js';
import type { Option } from './merge.js';
import { titledOptions } from './merge.js';
import { refusalOf } from './never.js';
import type { References } from './refs.js';
import { isOneQuestion, resolvedBranch, variantsOf, variantsOfTypes } from './variants.js';

export const alternatives: Alternatives = {
  fragments: (own, further, references) => [
    ...(['oneOf', 'anyOf'] as const).flatMap((keyword) =>
      variantFragments(own, keyword, further, references),
    ),
    ...typeFragments(own, further),
  ],
  anything,
};

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
  const list = join(at, keyword);
  const sources = (parts as readonly JsonSchema[]).map((part, index) => ({
    schema: part,
    at: join(list, index),
  }));
  // A branch that no value satisfies keeps its number, and is never asked for.
  const isNever = sources.map((source) => refusalOf(source, references) !== undefined);
  const resolved = (parts as readonly Json[]).map((part) => resolvedBranch(part, references));
  const possible = resolved.filter((_, index) => !isNever[index]);
  // Branches that only ask for something more (`{"required": ["a"]}`) change nothing about what is asked.
  if (!possible.some((branch) => ASKING.some((key) => branch[key] !== undefined))) return [];
  const type = isOneQuestion(possible);
  if (type !== undefined) return [{ schema: { type }, at: list, guards }];
  const variants = variantsOf(resolved, list, keyword, isNever);
  const { discriminator } = variants;
  const branches = sources.flatMap((source, index) =>
    isNever[index]
      ? []
      : further(source.schema, source.at, [{ by: 'variant', of: variants, index }]),
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

function anything(at: Pointer): Fragment[] {
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
