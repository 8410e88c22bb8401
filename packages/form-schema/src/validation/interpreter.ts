import type { OutputUnit, Schema } from '@cfworker/json-schema';
import { validate as interpret } from '@cfworker/json-schema';
import type { JsonSchema } from '../forms/form.js';
import type { Json, JsonObject } from '../json.js';
import { isJsonObject } from '../json.js';
import type { Pointer } from '../pointer.js';
import { getAt, join, parentOf, tokensOf } from '../pointer.js';
import type { Failure } from './failure.js';
import { containsParams, mainType, neverAllowed } from './generated.js';
import type { Linked } from './link.js';
import type { Spoken } from './spoken.js';
import { AGAIN, formatOf, NEVER, speak } from './spoken.js';

/** The interpreting library around a linked schema, its answers as failures. */
export interface Interpreter {
  failuresOf(value: Json): Failure[];
  /** Whether a value fits a schema of the original document. */
  fits(schema: JsonSchema, value: Json): boolean;
}

/** @throws LpseError `LPSE_SCHEMA_INVALID` for what the schema asks and no text could ever be checked for. */
export function interpreterOf(linked: Linked): Interpreter {
  const spoken = speak(linked);
  return {
    failuresOf: (value) => spoken.running(value, () => new Reading(spoken, value).failures()),
    fits(schema, value) {
      const part = spoken.of(schema);
      return spoken.running(
        value,
        () => interpret(value, part, '2020-12', spoken.parts, true).valid,
      );
    },
  };
}

/** Keywords of the interpreter's output that only say that something inside them failed. */
const CONTAINERS = new Set([
  ...['$ref', 'allOf', 'if', 'properties', 'patternProperties', 'additionalProperties'],
  ...['dependentSchemas', 'prefixItems', 'items'],
]);

/** What the interpreter says of one value. */
class Reading {
  readonly #spoken: Spoken;
  readonly #value: Json;
  /** The library says once for each missing name that some are missing, and never which: once is enough. */
  readonly #told = new Set<string>();

  constructor(spoken: Spoken, value: Json) {
    this.#spoken = spoken;
    this.#value = value;
  }

  failures(): Failure[] {
    return this.#interpreted(this.#spoken.root, this.#value, '#', '#');
  }

  #interpreted(schema: Schema, value: Json, instance: string, path: string): Failure[] {
    const { errors } = interpret(
      value,
      schema,
      '2020-12',
      this.#spoken.parts,
      false,
      null,
      instance,
      path,
    );
    return errors.flatMap((unit) => this.#failuresFrom(unit));
  }

  #failuresFrom(unit: OutputUnit): Failure[] {
    const { keyword } = unit;
    if (CONTAINERS.has(keyword)) return [];
    const instance = pointerOf(unit.instanceLocation);
    const path = pointerOf(unit.keywordLocation);
    const schema = this.#schemaAt(path);
    const failure: Failure = { pointer: instance, instance, path, keyword, params: {} };
    const present = getAt(this.#value, instance);
    switch (keyword) {
      case 'not':
        return this.#refused(failure, schema, unit);
      case 'unevaluatedProperties':
      case 'unevaluatedItems':
        return [{ ...failure, wraps: true }];
      case 'required':
        if (!this.#isFirst(unit)) return [];
        return missing(failure, asNames(schema['required']), present, {});
      case 'dependentRequired':
        if (!this.#isFirst(unit)) return [];
        return Object.entries(schema[keyword] as JsonObject)
          .filter(([because]) => isJsonObject(present) && Object.hasOwn(present, because))
          .flatMap(([because, names]) => missing(failure, asNames(names), present, { because }));
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
        return [{ ...failure, ...formatOf(schema) }];
      default:
        return [{ ...failure, params: paramsOf(keyword, schema) }];
    }
  }

  #isFirst({ instanceLocation, keywordLocation }: OutputUnit): boolean {
    const place = `${instanceLocation} ${keywordLocation}`;
    const isFirst = !this.#told.has(place);
    this.#told.add(place);
    return isFirst;
  }

  /** A failed `not` of the schema itself, or one that stands for something the interpreter has no word for. */
  #refused(failure: Failure, schema: JsonObject, unit: OutputUnit): Failure[] {
    const holder = this.#schemaAt(parentOf(failure.path));
    if (schema === NEVER) return [neverAllowed(failure, itemsBefore(holder))];
    if (schema !== AGAIN) return [failure];
    const value = getAt(this.#value, failure.instance) as Json;
    const path = unit.keywordLocation.replace(/else\/not$/, 'if');
    return this.#interpreted(holder['if'] as Schema, value, unit.instanceLocation, path);
  }

  /** The schema that holds the keyword at the end of a path; references on the way are followed. */
  #schemaAt(path: string): JsonObject {
    let current = this.#spoken.root as Json | undefined;
    for (const token of tokensOf(path).slice(0, -1)) {
      const below = getAt(current, join('', token));
      // A field may be called `$ref`: then there is a schema below it, and not the name of one.
      const isReference = token === '$ref' && typeof below === 'string';
      current = isReference ? (this.#spoken.parts[below] as Json | undefined) : below;
    }
    return isJsonObject(current) ? current : {};
  }
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

/** How many items a schema allows before its `items: false`. */
function itemsBefore(holder: JsonObject): number {
  const positions = holder['prefixItems'];
  return Array.isArray(positions) ? positions.length : 0;
}

function missing(
  failure: Failure,
  names: readonly string[],
  present: Json | undefined,
  params: { readonly [name: string]: Json },
): Failure[] {
  return names
    .filter((name) => isJsonObject(present) && !Object.hasOwn(present, name))
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
