import type { FieldPath } from '../forms/form.js';
import type { Json, JsonObject } from '../json.js';
import { isJsonObject } from '../json.js';
import { join } from '../pointer.js';
import type { Fragment, Part } from './fragments.js';
import { isSchema } from './keywords.js';
import type { Shape } from './shape.js';

/** The members of an object that no schema names: a person names them, and the form asks for their values. */
export interface Extras {
  /** The place of the value under this name, whatever the name is. */
  shape(name: string): Shape;
  /** What the schema says of the names. */
  readonly names: JsonObject;
}

const OPEN = ['additionalProperties', 'unevaluatedProperties'] as const;

/**
 * The members that may be added to an object. There are none where the schema only tolerates further members
 * (`additionalProperties: true`, or nothing said): then they are kept and not shown. An object that names no member
 * at all (`isBare`) would otherwise have nothing to fill in, and asks for any.
 */
export function extrasOf(
  path: FieldPath,
  fragments: readonly Fragment[],
  make: (path: FieldPath, sources: readonly Part[]) => Shape,
  isBare: boolean,
): Extras | undefined {
  const patterns = fragments.flatMap(patternsOf);
  const rest = fragments.flatMap(({ schema, at }) =>
    OPEN.flatMap((keyword): Part[] => {
      const part = schema[keyword];
      return isJsonObject(part) ? [{ schema: part, at: join(at, keyword) }] : [];
    }),
  );
  const isAsked = [...patterns, ...rest].some(({ schema }) => saysSomething(schema));
  const isClosed = fragments.some(({ schema }) =>
    OPEN.some((keyword) => schema[keyword] === false),
  );
  if (!isAsked && (!isBare || isClosed)) return undefined;
  const at = join(fragments[0]?.at ?? '', 'additionalProperties');
  const any: readonly Part[] = rest.length > 0 ? rest : [{ schema: true, at }];
  const inside = join(path, '*');
  return {
    shape(name) {
      const matching = patterns.filter(({ pattern }) => pattern.test(name));
      return make(inside, matching.length > 0 ? matching.map(partOf) : any);
    },
    names: namesOf(fragments),
  };
}

interface Pattern extends Part {
  readonly pattern: RegExp;
}

function partOf({ schema, at }: Pattern): Part {
  return { schema, at };
}

function patternsOf({ schema, at }: Fragment): Pattern[] {
  const { patternProperties } = schema;
  if (!isJsonObject(patternProperties)) return [];
  return Object.entries(patternProperties).flatMap(([source, part]): Pattern[] => {
    const pattern = toRegExp(source);
    return pattern && isSchema(part) && part !== false
      ? [{ schema: part, at: join(join(at, 'patternProperties'), source), pattern }]
      : [];
  });
}

/** A pattern that is none is refused when the schema is compiled; here it matches nothing. */
function toRegExp(source: string): RegExp | undefined {
  try {
    return new RegExp(source, 'u');
  } catch {
    return undefined;
  }
}

function saysSomething(schema: Part['schema']): boolean {
  return isJsonObject(schema) && Object.keys(schema).length > 0;
}

function namesOf(fragments: readonly Fragment[]): JsonObject {
  const schemas = fragments.map(({ schema }) => schema['propertyNames']).filter(isJsonObject);
  return Object.assign({}, ...schemas) as JsonObject;
}

/** The names that a schema allows, where it lists them. */
export function allowedNames({ names }: Extras): readonly string[] | undefined {
  const { enum: values, const: constant } = names;
  const allowed = constant === undefined ? values : [constant];
  return Array.isArray(allowed)
    ? (allowed as readonly Json[]).filter((name): name is string => typeof name === 'string')
    : undefined;
}
