import { LpseError } from '../errors.js';
import type { JsonSchema } from '../forms/form.js';
import type { Json } from '../json.js';
import { isJsonObject } from '../json.js';
import type { Pointer } from '../pointer.js';
import { join } from '../pointer.js';
import type { Source } from '../schema/keywords.js';
import { isSchema, subschemas } from '../schema/keywords.js';
import { matcherOf } from './pattern/matcher.js';
import { PatternError } from './pattern/parse.js';

/** A schema of this many characters, as JSON, is no form any more: 1,000 fields take less than half of it. */
const MAX_SIZE = 256 * 1024;

/** Groups within groups within groups: nobody fills in a form that is this deep. */
const MAX_DEPTH = 32;

/**
 * Refuses what no validator could be made from, or none that answers in time: what is too large or too deep, a keyword
 * whose value is of the wrong kind, a pattern that is none or cannot be matched in linear time.
 *
 * @throws LpseError `LPSE_SCHEMA_INVALID` with the pointer of the keyword and what it has to be.
 */
export function refuseUnusable(schema: JsonSchema): void {
  if (!isSchema(schema)) throw unusable('', 'is no schema: that is an object, or true or false');
  if (sizeOf(schema) > MAX_SIZE) throw unusable('', `is longer than ${MAX_SIZE} characters`);
  checkKeywords({ schema, at: '' }, 0);
}

export function unusable(at: Pointer, what: string): LpseError {
  return new LpseError('LPSE_SCHEMA_INVALID', {
    detail: at === '' ? `it ${what}` : `${at} ${what}`,
  });
}

/** About as many characters as the value has as JSON; it stops counting soon after the limit. */
function sizeOf(value: Json): number {
  const open: Json[] = [value];
  let size = 0;
  for (let one = open.pop(); one !== undefined && size <= MAX_SIZE; one = open.pop()) {
    size += typeof one === 'string' ? one.length + 3 : 3;
    if (typeof one !== 'object' || one === null) continue;
    for (const [key, member] of Object.entries(one)) {
      if (!Array.isArray(one)) size += key.length + 3;
      if (member !== undefined) open.push(member as Json);
    }
  }
  return size;
}

function checkKeywords({ schema, at }: Source, depth: number): void {
  if (depth > MAX_DEPTH) throw unusable(at, `is more than ${MAX_DEPTH} schemas deep`);
  if (typeof schema === 'boolean') return;
  for (const [keyword, value] of Object.entries(schema)) {
    const rule = Object.hasOwn(RULES, keyword) ? RULES[keyword] : undefined;
    if (rule && value !== undefined && !rule.fits(value))
      throw unusable(join(at, keyword), `has to be ${rule.words}`);
  }
  checkPattern(schema['pattern'], join(at, 'pattern'));
  if (isJsonObject(schema['patternProperties']))
    for (const pattern of Object.keys(schema['patternProperties']))
      checkPattern(pattern, join(join(at, 'patternProperties'), pattern));
  for (const below of subschemas({ schema, at })) checkKeywords(below, depth + 1);
}

function checkPattern(pattern: Json | undefined, at: Pointer): void {
  if (typeof pattern !== 'string') return;
  try {
    matcherOf(pattern);
  } catch (error) {
    throw error instanceof PatternError ? unusable(at, error.message) : error;
  }
}

interface Rule {
  readonly words: string;
  fits(value: Json): boolean;
}

const TYPES = new Set(['string', 'number', 'integer', 'boolean', 'object', 'array', 'null']);

const isType = (value: Json): boolean => typeof value === 'string' && TYPES.has(value);
const isText = (value: Json): boolean => typeof value === 'string';
const isListOf = (value: Json, fits: (item: Json) => boolean): boolean =>
  Array.isArray(value) && (value as readonly Json[]).every(fits);
const isMapOf = (value: Json, fits: (member: Json) => boolean): boolean =>
  isJsonObject(value) && Object.values(value).every(fits);
const isNames = (value: Json): boolean => isListOf(value, isText);

const count: Rule = {
  words: 'a whole number, 0 or more',
  fits: (value) => Number.isInteger(value) && (value as number) >= 0,
};
const limit: Rule = { words: 'a number', fits: (value) => typeof value === 'number' };
/** In draft-04 it says that the limit beside it is outside. */
const outside: Rule = {
  words: 'a number',
  fits: (value) => typeof value === 'number' || typeof value === 'boolean',
};
const text: Rule = { words: 'a text', fits: isText };
const flag: Rule = { words: 'true or false', fits: (value) => typeof value === 'boolean' };
const schema: Rule = { words: 'a schema', fits: isSchema };
const schemas: Rule = {
  words: 'a list of schemas',
  fits: (value) => isListOf(value, isSchema),
};
const someSchemas: Rule = {
  words: 'a list of one schema or more',
  fits: (value) => isListOf(value, isSchema) && (value as readonly Json[]).length > 0,
};
const schemaMap: Rule = { words: 'schemas by name', fits: (value) => isMapOf(value, isSchema) };

/** What the value of a keyword has to be. What is not listed here may be anything. */
const RULES: { readonly [keyword: string]: Rule } = {
  type: {
    words: `one or more of ${[...TYPES].join(', ')}`,
    fits: (value) => isType(value) || isListOf(value, isType),
  },
  enum: { words: 'a list of values', fits: Array.isArray },
  required: { words: 'a list of names', fits: isNames },
  multipleOf: {
    words: 'a number above 0',
    fits: (value) => typeof value === 'number' && value > 0,
  },
  items: {
    words: 'a schema, or a list of schemas',
    fits: (value) => isSchema(value) || isListOf(value, isSchema),
  },
  dependentRequired: {
    words: 'lists of names, by name',
    fits: (value) => isMapOf(value, isNames),
  },
  dependencies: {
    words: 'schemas or lists of names, by name',
    fits: (value) => isMapOf(value, (member) => isSchema(member) || isNames(member)),
  },
  ...Object.fromEntries(['minimum', 'maximum'].map((name) => [name, limit])),
  ...Object.fromEntries(['exclusiveMinimum', 'exclusiveMaximum'].map((name) => [name, outside])),
  ...Object.fromEntries(
    ['Length', 'Items', 'Properties', 'Contains'].flatMap((what) => [
      [`min${what}`, count],
      [`max${what}`, count],
    ]),
  ),
  ...Object.fromEntries(['$ref', '$dynamicRef', 'pattern', 'format'].map((name) => [name, text])),
  ...Object.fromEntries(['uniqueItems', 'x-notFuture'].map((name) => [name, flag])),
  ...Object.fromEntries(
    [
      ...['additionalItems', 'additionalProperties', 'contains', 'else', 'if', 'not'],
      ...['propertyNames', 'then', 'unevaluatedItems', 'unevaluatedProperties'],
    ].map((name) => [name, schema]),
  ),
  ...Object.fromEntries(['anyOf', 'oneOf'].map((name) => [name, someSchemas])),
  ...Object.fromEntries(['allOf', 'prefixItems'].map((name) => [name, schemas])),
  ...Object.fromEntries(
    ['$defs', 'definitions', 'dependentSchemas', 'patternProperties', 'properties'].map((name) => [
      name,
      schemaMap,
    ]),
  ),
};
