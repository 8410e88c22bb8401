import type { OutputUnit, Schema, SchemaDraft } from '@cfworker/json-schema';
import {
  dereference,
  format as interpreterFormats,
  validate as interpret,
} from '@cfworker/json-schema';
import { LpseError } from '../errors.js';
import type { Condition, FormValidator, JsonSchema } from '../forms/form.js';
import type { Json, JsonObject } from '../json.js';
import { isJsonObject } from '../json.js';
import type { Pointer } from '../pointer.js';
import { getAt, join, parentOf, tokensOf } from '../pointer.js';
import { allSchemas, mapSchemas } from '../schema/keywords.js';
import type { References } from '../schema/refs.js';
import { conditionsOf, referencesOf } from '../schema/refs.js';
import type { Failure } from './failure.js';
import type { ValidatorOptions } from './form-validator.js';
import { formValidator } from './form-validator.js';
import { formats, isRegex } from './formats.js';
import { containsParams, mainType, neverAllowed } from './generated.js';
import { notFuture } from './not-future.js';

/**
 * The interpreter asks one shared table for formats. Ours are entered under names of their own, so that nothing
 * changes for anybody else who uses the interpreter on the same page.
 */
const OWN_FORMAT = 'lpse:';
const NOT_FUTURE = `${OWN_FORMAT}x-notFuture`;

/** Stands for `false`: the interpreter says of a failed `not` where it stands, of `false` it does not. */
const NEVER: JsonObject = { not: true, 'x-never': true };

/**
 * A validator for a schema that is only known at run time. It interprets: no code is made, so the strictest content
 * security policy allows it. A missing `$schema` means 2020-12.
 *
 * @throws LpseError `LPSE_SCHEMA_INVALID` for a reference that leads nowhere in the document or a pattern that is none.
 */
export function compile(schema: JsonSchema, options: ValidatorOptions = {}): FormValidator {
  refuseUnusable(schema);
  registerFormats();
  const prepared = mapSchemas({ schema, at: '' }, prepare);
  const references = referencesOf(prepared);
  const root = typeof prepared === 'boolean' ? {} : (prepared as Schema);
  const draft = draftOf(schema);
  const lookup = dereference(root);
  const failuresOf = (value: Json): Failure[] => {
    const { errors } = interpret(value, root, draft, lookup, false);
    return distinct(errors.flatMap((unit) => failuresFrom(unit, prepared, references, value)));
  };
  const conditions = conditionsOf(prepared).map(([at, condition]): [Pointer, Condition] => [
    at,
    (value) =>
      value !== undefined &&
      interpret(value, condition.schema as Schema, draft, lookup, true).valid,
  ]);
  return formValidator(failuresOf, Object.fromEntries(conditions), options);
}

function draftOf(schema: JsonSchema): SchemaDraft {
  const dialect = isJsonObject(schema) ? String(schema['$schema'] ?? '') : '';
  if (/draft-0[67]/.test(dialect)) return '7';
  if (dialect.includes('draft-04')) return '4';
  return dialect.includes('2019-09') ? '2019-09' : '2020-12';
}

function refuseUnusable(root: JsonSchema): void {
  const references = referencesOf(root);
  for (const { schema, at } of allSchemas({ schema: root, at: '' })) {
    if (typeof schema === 'boolean') continue;
    if (typeof schema['$ref'] === 'string' && !references.target(schema))
      throw new LpseError('LPSE_SCHEMA_INVALID', { detail: `${join(at, '$ref')} leads nowhere` });
    const patterns = isJsonObject(schema['patternProperties']) ? schema['patternProperties'] : {};
    for (const pattern of [schema['pattern'], ...Object.keys(patterns)])
      if (typeof pattern === 'string' && !isRegex(pattern))
        throw new LpseError('LPSE_SCHEMA_INVALID', { detail: `${at} has a pattern that is none` });
  }
}

function registerFormats(): void {
  if (Object.hasOwn(interpreterFormats, NOT_FUTURE)) return;
  for (const [name, check] of Object.entries(formats))
    interpreterFormats[`${OWN_FORMAT}${name}`] = check;
  interpreterFormats[NOT_FUTURE] = (text) => notFuture(text);
}

/** Says in the interpreter's words what the schema says in ours. The copy is the interpreter's to write on. */
function prepare(schema: JsonSchema): JsonSchema {
  if (schema === true) return {};
  if (schema === false) return { ...NEVER };
  const { format, ...rest } = schema;
  const known = typeof format === 'string' && Object.hasOwn(formats, format);
  const prepared = known ? { ...rest, format: `${OWN_FORMAT}${format}` } : rest;
  if (schema['x-notFuture'] !== true) return prepared;
  const allOf = Array.isArray(schema['allOf']) ? (schema['allOf'] as readonly Json[]) : [];
  return { ...prepared, allOf: [...allOf, { format: NOT_FUTURE }] };
}

/** Keywords of the interpreter's output that only say that something inside them failed. */
const CONTAINERS = new Set([
  '$ref',
  '$recursiveRef',
  'allOf',
  'if',
  'properties',
  'patternProperties',
  'additionalProperties',
  'unevaluatedProperties',
  'dependentSchemas',
  'prefixItems',
  'items',
  'additionalItems',
  'unevaluatedItems',
]);

function failuresFrom(
  unit: OutputUnit,
  root: JsonSchema,
  references: References,
  value: Json,
): Failure[] {
  const { keyword } = unit;
  if (CONTAINERS.has(keyword)) return [];
  const instance = pointerOf(unit.instanceLocation);
  const path = pointerOf(unit.keywordLocation);
  const schema = schemaAt(root, references, path);
  const failure: Failure = { pointer: instance, instance, path, keyword, params: {} };
  const present = getAt(value, instance);
  switch (keyword) {
    case 'not':
      if (schema['x-never'] !== true) return [failure];
      return [neverAllowed(failure, itemsBefore(schemaAt(root, references, parentOf(path))))];
    case 'required':
      return missing(failure, asNames(schema['required']), present, {});
    case 'dependentRequired':
    case 'dependencies':
      return Object.entries(isJsonObject(schema[keyword]) ? schema[keyword] : {})
        .filter(([because]) => isJsonObject(present) && Object.hasOwn(present, because))
        .flatMap(([because, names]) =>
          missing({ ...failure, keyword: 'dependentRequired' }, asNames(names), present, {
            because,
          }),
        );
    case 'propertyNames':
      return wrongNames(failure, unit);
    case 'minContains':
    case 'maxContains':
    case 'contains':
      return [
        {
          ...failure,
          path: path.replace(/[^/]+$/, 'contains'),
          keyword: 'contains',
          params: containsParams(schema['minContains'], schema['maxContains']),
        },
      ];
    case 'oneOf':
    case 'anyOf':
      return [isAmbiguous(unit) ? { ...failure, params: { ambiguous: true } } : failure];
    case 'format':
      return [formatFailure(failure, schema)];
    default:
      return [{ ...failure, params: paramsOf(keyword, schema) }];
  }
}

/** The interpreter names no missing property, so each of its units yields them all; here each is kept once. */
function distinct(failures: readonly Failure[]): Failure[] {
  const byPlace = new Map(
    failures.map((one) => [`${one.keyword} ${one.path} ${one.pointer}`, one]),
  );
  return [...byPlace.values()];
}

function paramsOf(keyword: string, schema: JsonObject): { readonly [name: string]: Json } {
  const asked = schema[keyword];
  if (asked === undefined || keyword === 'uniqueItems') return {};
  switch (keyword) {
    case 'type':
      return { type: mainType(asked as string | readonly string[]) };
    case 'enum':
      return { allowed: asked };
    case 'const':
      return { allowed: [asked] };
    case 'pattern':
      return { pattern: asked };
    case 'multipleOf':
      return { multipleOf: asked };
    default:
      return { limit: asked };
  }
}

function formatFailure(failure: Failure, schema: JsonObject): Failure {
  const name = String(schema['format']).slice(OWN_FORMAT.length);
  return schema['format'] === NOT_FUTURE
    ? { ...failure, keyword: name }
    : { ...failure, params: { format: name } };
}

/** How many items a schema allows before its `items: false` (draft-07: `additionalItems: false`). */
function itemsBefore(holder: JsonObject): number {
  const positions = holder['prefixItems'] ?? holder['items'];
  return Array.isArray(positions) ? positions.length : 0;
}

function missing(
  failure: Failure,
  names: readonly string[],
  present: Json | undefined,
  params: { readonly [name: string]: Json },
): Failure[] {
  if (!isJsonObject(present)) return [];
  return names
    .filter((name) => !Object.hasOwn(present, name))
    .map((property) => ({
      ...failure,
      pointer: join(failure.instance, property),
      params: { property, ...params },
    }));
}

function asNames(value: Json | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

/** The interpreter tells the name only in its message: `Property name "x" does not match schema.` */
function wrongNames(failure: Failure, unit: OutputUnit): Failure[] {
  const name = /^Property name "([^]*)" does not match schema\.$/.exec(unit.error)?.[1];
  return [name === undefined ? failure : { ...failure, pointer: join(failure.instance, name) }];
}

/** As with names, only the message says that several branches of a `oneOf` were right. */
function isAmbiguous(unit: OutputUnit): boolean {
  return unit.keyword === 'oneOf' && !unit.error.includes('(0 matches)');
}

/** `#/a/b` as a pointer. The interpreter writes its locations as URI fragments. */
function pointerOf(location: string): Pointer {
  return decodeURIComponent(location.replace(/^#/, ''));
}

/** The schema that holds the keyword at the end of a path; references on the way are followed. */
function schemaAt(root: JsonSchema, references: References, path: string): JsonObject {
  let current: Json | undefined = root;
  for (const token of tokensOf(path).slice(0, -1)) {
    if (token === '$ref' && isJsonObject(current)) current = references.target(current)?.schema;
    else current = getAt(current, join('', token));
  }
  return isJsonObject(current) ? current : {};
}
