import type { Json, JsonObject } from '../json.js';
import { isJsonObject } from '../json.js';
import type { FieldKind } from '../model/form-model.js';
import { sameJson } from '../model/same.js';
import type { Pointer } from '../pointer.js';
import { tokensOf } from '../pointer.js';
import type { Variant, Variants } from './alternatives.js';
import { optionsOf } from './merge.js';
import type { References } from './refs.js';

/** What every type that JSON knows is asked as, where a schema does not say what a value is. */
const ANY_TYPES = ['string', 'number', 'boolean', 'array', 'object'] as const;

/** One variant for each type, with the keywords by which it is asked for. */
export function variantsOfTypes(
  at: Pointer,
  types: readonly string[] = ANY_TYPES,
): { readonly variants: Variants; readonly schemas: readonly JsonObject[] } {
  const branches = types.map((type): Variant => ({
    types: [type],
    keys: [],
    required: [],
    constants: [],
    isClosed: false,
  }));
  return {
    variants: withChoice({ at, keyword: 'type', branches }),
    schemas: types.map((type) => ({ type })),
  };
}

const LEAF_TYPES = new Set<Json | undefined>(['string', 'number', 'integer', 'boolean']);

/** Keywords for which a plain value is asked in a way of its own. */
const OWN_WAY = ['title', 'enum', 'const', 'format', 'contentMediaType', 'contentEncoding'];

/** The type that all branches share where they are one question with several right answers: no switch is needed. */
export function isOneQuestion(branches: readonly JsonObject[]): string | undefined {
  const type = branches[0]?.['type'];
  const isSame = branches.every(
    (branch) => branch['type'] === type && !OWN_WAY.some((keyword) => keyword in branch),
  );
  return isSame && LEAF_TYPES.has(type) ? String(type) : undefined;
}

/** A branch with what its reference names beside its own keywords; enough to tell branches apart. */
export function resolvedBranch(part: Json, references: References): JsonObject {
  if (!isJsonObject(part)) return {};
  const target = references.target(part)?.schema;
  const whole = isJsonObject(target) ? { ...target, ...part } : part;
  const inner = (Array.isArray(whole['allOf']) ? (whole['allOf'] as readonly Json[]) : []).map(
    (item) => resolvedBranch(item, references),
  );
  const properties = [whole, ...inner].map((item) => item['properties']).filter(isJsonObject);
  return properties.length === 0
    ? whole
    : { ...whole, properties: Object.assign({}, ...properties) as JsonObject };
}

export function variantsOf(
  branches: readonly JsonObject[],
  at: Pointer,
  keyword: 'oneOf' | 'anyOf',
  isNever: readonly boolean[],
): Variants {
  const described = branches.map((branch, index) =>
    isNever[index] ? { ...variantOf(branch), isNever: true as const } : variantOf(branch),
  );
  const objects = described.filter((branch) => !branch.types.includes('null') && !branch.isNever);
  const [first, ...others] = objects;
  const discriminator = first?.constants.find(([key]) => {
    const values = objects.map(({ constants }) => constants.find(([name]) => name === key)?.[1]);
    return (
      others.length > 0 &&
      !values.includes(undefined) &&
      new Set(values.map((value) => JSON.stringify(value))).size === objects.length
    );
  })?.[0];
  return withChoice({
    at,
    keyword,
    branches: described,
    ...(discriminator === undefined ? {} : { discriminator }),
  });
}

type Alternative = Omit<Variants, 'isNullable' | 'chosen' | 'told'>;

function withChoice(alternative: Alternative): Variants {
  return {
    ...alternative,
    isNullable: alternative.branches.some(isNull),
    chosen: (...args) => chosenVariant(alternative, ...args),
    told: (value) => toldVariant(alternative, value),
  };
}

function variantOf(branch: JsonObject): Variant {
  const properties = isJsonObject(branch['properties']) ? branch['properties'] : {};
  const constants = Object.entries(properties).flatMap(([key, property]) => {
    const value = constantOf(property);
    return value === undefined ? [] : [[key, value] as const];
  });
  const { title, $ref: reference, format, required, enum: values, const: constant } = branch;
  const name = typeof reference === 'string' ? tokensOf(`/${reference}`).at(-1) : undefined;
  const titled = values === undefined ? optionsOf(branch)?.map(({ value }) => value) : undefined;
  const allowed = constant === undefined ? (values ?? titled) : [constant];
  return {
    types: typesOfBranch(branch, allowed),
    keys: Object.keys(properties),
    required: Array.isArray(required) ? (required as readonly Json[]).map(String) : [],
    constants,
    ...(Array.isArray(allowed) ? { values: allowed as readonly Json[] } : {}),
    isClosed: branch['additionalProperties'] === false,
    ...(typeof title === 'string' && title !== '' ? { title } : {}),
    ...(name === undefined || name === '' || name === '#' ? {} : { name }),
    ...(typeof format === 'string' ? { format } : {}),
  };
}

function typesOfBranch(branch: JsonObject, allowed: Json | undefined): readonly string[] {
  const { type } = branch;
  if (typeof type === 'string') return [type];
  if (Array.isArray(type)) return (type as readonly Json[]).map(String);
  if (branch['properties'] ?? branch['additionalProperties'] ?? branch['patternProperties'])
    return ['object'];
  if (branch['items'] ?? branch['prefixItems']) return ['array'];
  return Array.isArray(allowed) && allowed.length === 1 && allowed[0] === null ? ['null'] : [];
}

function constantOf(schema: Json): Json | undefined {
  if (!isJsonObject(schema)) return undefined;
  const { const: constant, enum: values } = schema;
  if (constant !== undefined) return constant;
  return Array.isArray(values) && values.length === 1 ? (values as readonly Json[])[0] : undefined;
}

/** Whether the branch says that there is no value: it is never chosen, a field that is left empty says the same. */
function isNull({ types }: Variant): boolean {
  return types.length === 1 && types[0] === 'null';
}

/** Whether a person can choose the branch. */
function canBeMeant(branch: Variant): boolean {
  return !isNull(branch) && branch.isNever !== true;
}

/** The branches that a person chooses from, by their index; none where there is nothing to choose. */
export function offered(
  { branches, discriminator }: Variants,
  allowed: readonly string[] = [],
): readonly number[] {
  if (discriminator !== undefined) return [];
  const indices = branches.flatMap((branch, index) =>
    !canBeMeant(branch) || !canBeOneOf(branch.types, allowed) ? [] : [index],
  );
  return indices.length > 1 ? indices : [];
}

function canBeOneOf(types: readonly string[], allowed: readonly string[]): boolean {
  if (types.length === 0 || allowed.length === 0) return true;
  return types.some(
    (type) => allowed.includes(type) || (type === 'integer' && allowed.includes('number')),
  );
}

/** Whether the value has the type that a schema names. */
export function hasType(value: Json, type: string): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return isJsonObject(value);
  return type === 'null' ? value === null : typeof value === type;
}

/** Whether a field of this kind can hold the value, as far as its type tells. */
export function suits(kind: FieldKind, value: Json): boolean {
  return kind === 'unknown' || hasType(value, kind);
}

/** As `Variants.chosen` answers it. */
function chosenVariant(
  { branches, discriminator }: Alternative,
  value: Json | undefined,
  was?: number,
  fits?: (index: number) => boolean | undefined,
): number {
  const named = namedVariant({ branches, discriminator }, value);
  if (named !== undefined) return named;
  const before = was === undefined ? undefined : branches[was];
  if (was !== undefined && before && canStay(before, value)) return was;
  return bestFit(branches, value, fits);
}

/** The branch that the value names itself: by the property that tells branches apart. */
function namedVariant(
  { branches, discriminator }: Pick<Alternative, 'branches' | 'discriminator'>,
  value: Json | undefined,
): number | undefined {
  if (discriminator === undefined || !isJsonObject(value) || !Object.hasOwn(value, discriminator))
    return undefined;
  const named = branches.findIndex(({ constants }) =>
    constants.some(([key, constant]) => key === discriminator && sameJson(constant, value[key])),
  );
  return named < 0 ? undefined : named;
}

/** As `Variants.told` answers it. */
function toldVariant(alternative: Alternative, value: Json | undefined): number | undefined {
  const named = namedVariant(alternative, value);
  if (named !== undefined || value === undefined) return named;
  const scores = alternative.branches.map((branch) =>
    branch.isNever ? -Infinity : fit(branch, value),
  );
  const best = Math.max(...scores);
  const index = scores.indexOf(best);
  return best <= OTHER_VALUE || index !== scores.lastIndexOf(best) ? undefined : index;
}

function canStay({ types }: Variant, value: Json | undefined): boolean {
  if (value === undefined || value === null || types.length === 0) return true;
  // A text where a number is asked for was typed, and is to be pointed out where it was typed.
  const isTyped =
    typeof value === 'string' && types.some((type) => /^(?:number|integer)$/.test(type));
  return isTyped || types.some((type) => hasType(value, type));
}

/** The branch that a value fits best; the first in which there is something to fill in for one that says nothing yet. */
function bestFit(
  branches: readonly Variant[],
  value: Json | undefined,
  fits?: (index: number) => boolean | undefined,
): number {
  let best = Math.max(
    0,
    branches.findIndex((branch) => canBeMeant(branch) && branch.values?.length !== 1),
  );
  let bestScore = -Infinity;
  branches.forEach((branch, index) => {
    if (!canBeMeant(branch) || value === undefined || value === null) return;
    const score = fit(branch, value) + (fits?.(index) === true ? 10_000 : 0);
    if (score > bestScore) [best, bestScore] = [index, score];
  });
  return best;
}

/** How little a value fits a branch of another type, and one that only allows other values. */
const OTHER_TYPE = -1000;
const OTHER_VALUE = -500;

function fit({ types, keys, required, constants, values, isClosed }: Variant, value: Json): number {
  if (types.length > 0 && !types.some((type) => hasType(value, type))) return OTHER_TYPE;
  if (values) return values.some((one) => sameJson(one, value)) ? 2 : OTHER_VALUE;
  if (!isJsonObject(value)) return 1;
  const given = constants.filter(([key]) => Object.hasOwn(value, key));
  const same = given.filter(([key, constant]) => sameJson(value[key], constant));
  const known = keys.filter((key) => Object.hasOwn(value, key)).length;
  const missing = required.filter((key) => !Object.hasOwn(value, key)).length;
  const strange = isClosed ? Object.keys(value).length - known : 0;
  return (same.length * 2 - given.length) * 100 + known * 2 - missing - strange * 10;
}
