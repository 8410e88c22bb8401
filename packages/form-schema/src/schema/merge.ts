import type { Json, JsonObject } from '../json.js';
import { isJsonObject } from '../json.js';
import type { FieldKind } from '../model/form-model.js';

/** Keywords that describe what lies in or beside a value; the shape of the form holds them, not the field. */
const STRUCTURAL = new Set([
  '$anchor',
  '$defs',
  '$dynamicAnchor',
  '$dynamicRef',
  '$id',
  '$ref',
  '$schema',
  'additionalItems',
  'allOf',
  'definitions',
  'dependencies',
  'dependentRequired',
  'dependentSchemas',
  'else',
  'if',
  'items',
  'prefixItems',
  'properties',
  'then',
]);

const LEAST = /^(?:minimum|exclusiveMinimum|min[A-Z]\w*)$/;
const MOST = /^(?:maximum|exclusiveMaximum|max[A-Z]\w*)$/;

/**
 * One object of keywords out of several that hold together. Limits take the tighter one, lists of allowed values what
 * they share, and where only one can stand (a title, a pattern) the first does: the validator still checks them all.
 */
export function mergeKeywords(schemas: readonly JsonObject[]): JsonObject {
  return merge(schemas, {
    least: Math.max,
    most: Math.min,
    values: shared,
    flags: (a, b) => a || b,
  });
}

/** One object of keywords out of several of which now one holds, now another: what any of them allows. */
export function widenKeywords(schemas: readonly JsonObject[]): JsonObject {
  return merge(schemas, {
    least: Math.min,
    most: Math.max,
    values: united,
    flags: (a, b) => a && b,
  });
}

interface Ways {
  readonly least: (a: number, b: number) => number;
  readonly most: (a: number, b: number) => number;
  readonly values: (a: readonly Json[], b: readonly Json[]) => readonly Json[];
  readonly flags: (a: boolean, b: boolean) => boolean;
}

function merge(schemas: readonly JsonObject[], ways: Ways): JsonObject {
  const [only, ...others] = schemas;
  // What most fields are.
  if (only && others.length === 0 && !Object.entries(only).some(isElsewhere)) return only;
  const merged = new Map<string, Json>();
  for (const schema of schemas)
    for (const entry of Object.entries(schema)) {
      if (isElsewhere(entry)) continue;
      const [keyword, value] = entry;
      const known = merged.get(keyword);
      merged.set(keyword, known === undefined ? value : mergeKeyword(keyword, known, value, ways));
    }
  return Object.fromEntries(merged);
}

/** Whether the form's shape holds what a keyword says. Branches that are no choices are fragments of it. */
function isElsewhere([keyword, value]: readonly [string, Json]): boolean {
  const isOfVariants = (keyword === 'oneOf' || keyword === 'anyOf') && !titledOptions(value);
  return isOfVariants || STRUCTURAL.has(keyword);
}

function mergeKeyword(keyword: string, known: Json, value: Json, ways: Ways): Json {
  if (typeof known === 'number' && typeof value === 'number') {
    if (LEAST.test(keyword)) return ways.least(known, value);
    if (MOST.test(keyword)) return ways.most(known, value);
  }
  if (keyword === 'type' || keyword === 'enum') return ways.values(listOf(known), listOf(value));
  if (keyword === 'required') return united(listOf(known), listOf(value));
  if (typeof known === 'boolean' && typeof value === 'boolean') return ways.flags(known, value);
  return known;
}

function united(some: readonly Json[], others: readonly Json[]): readonly Json[] {
  const keys = new Set(some.map((value) => JSON.stringify(value)));
  return [...some, ...others.filter((value) => !keys.has(JSON.stringify(value)))];
}

function listOf(value: Json): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [value];
}

function shared(some: readonly Json[], others: readonly Json[]): readonly Json[] {
  const keys = new Set(others.map((value) => JSON.stringify(value)));
  const integerOnly = others.includes('integer') ? ['number'] : [];
  return some.flatMap((value) => {
    if (keys.has(JSON.stringify(value))) return [value];
    if (value === 'integer' && others.includes('number')) return [value];
    return integerOnly.includes(String(value)) ? ['integer'] : [];
  });
}

/** The types that a schema allows, `null` left out. Empty when it does not say. */
export function typesOf(schema: JsonObject): readonly string[] {
  const type = schema['type'];
  return type === undefined
    ? []
    : listOf(type)
        .map(String)
        .filter((name) => name !== 'null');
}

const KINDS: readonly FieldKind[] = ['string', 'number', 'integer', 'boolean', 'object', 'array'];

const BY_KEYWORD: readonly (readonly [RegExp, FieldKind])[] = [
  [/^(?:min|max)Length$|^pattern$|^format$|^content/, 'string'],
  [/^(?:exclusive)?(?:minimum|maximum)$|^exclusiveM|^multipleOf$/, 'number'],
  [/^(?:min|max)Items$|^uniqueItems$|^contains$|^(?:min|max)Contains$|^unevaluatedItems$/, 'array'],
  [/^(?:min|max)Properties$|Properties$|^required$|^propertyNames$/, 'object'],
];

/** How a field is to be asked for. People often leave `type` out, so the other keywords are asked as well. */
export function kindOf(
  schema: JsonObject,
  structure: { readonly hasMembers: boolean; readonly hasItems: boolean },
): FieldKind {
  if (offersLists(schema) || Array.isArray(schema['const'])) return 'unknown';
  const types = typesOf(schema);
  if (types.includes('string')) return 'string';
  const named = types.find((type): type is FieldKind =>
    (KINDS as readonly string[]).includes(type),
  );
  if (named) return named;
  if (listOf(schema['type'] ?? []).includes('null')) return 'null';
  if (structure.hasMembers) return 'object';
  if (structure.hasItems) return 'array';
  const offered = kindOfOptions(schema);
  if (offered) return offered;
  const keywords = Object.keys(schema);
  const implied = BY_KEYWORD.find(([pattern]) => keywords.some((keyword) => pattern.test(keyword)));
  return implied?.[1] ?? 'unknown';
}

/** Whether the value is one of several lists: such a list is picked, and not put together. */
function offersLists(schema: JsonObject): boolean {
  const { enum: values, oneOf, anyOf } = schema;
  if (!Array.isArray(values) && !Array.isArray(oneOf) && !Array.isArray(anyOf)) return false;
  const options = optionsOf(schema) ?? [];
  return options.length > 0 && options.every(({ value }) => Array.isArray(value));
}

/** What all the values are that a schema offers; values of several kinds are picked, and not typed. */
function kindOfOptions(schema: JsonObject): FieldKind | undefined {
  const constant = schema['const'];
  const values =
    constant === undefined ? (optionsOf(schema) ?? []).map(({ value }) => value) : [constant];
  const kinds = new Set(answers(values).map(kindOfValue));
  if (kinds.has('number')) kinds.delete('integer');
  return kinds.size > 1 ? 'unknown' : [...kinds][0];
}

function kindOfValue(value: Json): FieldKind {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value as 'string' | 'boolean' | 'object';
}

/** A value that a schema offers, with its title where the schema gives one. */
export interface Option {
  readonly value: Json;
  readonly title?: string;
}

/** What a schema offers: `enum`, or `oneOf`/`anyOf` of which each branch is one value. A lone `const` is no choice. */
export function optionsOf(schema: JsonObject): readonly Option[] | undefined {
  const { enum: values, const: constant } = schema;
  const titled = ['oneOf', 'anyOf'].map((keyword) => titledOptions(schema[keyword])).find(Boolean);
  if (titled) return Array.isArray(values) ? within(titled, values as readonly Json[]) : titled;
  if (Array.isArray(values)) return answers(values as readonly Json[]).map((value) => ({ value }));
  return constant === undefined || constant === true ? undefined : [{ value: constant }];
}

/** To choose nothing is to choose `null`, so that it needs no name. */
function answers(values: readonly Json[]): readonly Json[] {
  const others = values.filter((value) => value !== null);
  return others.length > 0 ? others : values;
}

function within(options: readonly Option[], values: readonly Json[]): readonly Option[] {
  const keys = new Set(values.map((value) => JSON.stringify(value)));
  return options.filter(({ value }) => keys.has(JSON.stringify(value)));
}

/** The options that branches stand for, when every branch is a `const` or an `enum` (or `null`) and nothing more. */
export function titledOptions(branches: Json | undefined): readonly Option[] | undefined {
  if (!Array.isArray(branches) || branches.length === 0) return undefined;
  const options: Option[] = [];
  for (const branch of branches as readonly Json[]) {
    if (!isJsonObject(branch) || isJsonObject(branch['properties'])) return undefined;
    const title = typeof branch['title'] === 'string' ? { title: branch['title'] } : {};
    if (branch['const'] !== undefined) options.push({ value: branch['const'], ...title });
    else if (Array.isArray(branch['enum']))
      options.push(...(branch['enum'] as readonly Json[]).map((value) => ({ value })));
    else if (branch['type'] !== 'null') return undefined;
  }
  return options.length > 0 ? options : undefined;
}
