import type { Condition, FormValidator } from '../forms/form.js';
import type { Json } from '../json.js';
import type { Pointer } from '../pointer.js';
import { join, parentOf } from '../pointer.js';
import type { Failure } from './failure.js';
import type { ValidatorOptions } from './form-validator.js';
import type { MeantBy } from './meant.js';
import { formValidator } from './form-validator.js';

/** An error of ajv, as far as it is used here (`allErrors`, `messages: false`). */
export interface RawError {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: { readonly [name: string]: unknown };
  /** Set while the names of properties are checked. */
  readonly propertyName?: string;
}

/** A standalone function of ajv: answers whether the value is valid and leaves the errors on itself. */
export interface RawCheck {
  (value: unknown): boolean;
  errors?: readonly RawError[] | null;
}

export interface GeneratedOptions extends ValidatorOptions {
  /** What `isPlainSchema` says of the schema. Default: not known. */
  readonly isPlain?: boolean;
}

/** Keywords that only say that something inside them failed. */
const CONTAINERS = new Set(['if', 'allOf', 'dependentSchemas', 'discriminator']);

/**
 * The validator around functions that were generated at build time: `check` for the schema, `conditions` for each of
 * its `if`s. It answers the same problems as `compile` does for the same schema; one with branches needs `meantIn` too.
 */
export function generatedValidator(
  check: RawCheck,
  conditions: { readonly [schemaPointer: string]: Condition } = {},
  options: GeneratedOptions = {},
  meantBy?: MeantBy,
): FormValidator {
  const failuresOf = (value: Json): Failure[] => {
    if (check(value)) return [];
    const errors = check.errors ?? [];
    return errors.filter(({ keyword }) => !CONTAINERS.has(keyword)).map(failureOf);
  };
  const validator = formValidator(failuresOf, conditions, options, meantBy);
  return Object.assign(validator, { isPlain: options.isPlain === true });
}

function failureOf(error: RawError): Failure {
  const instance: Pointer = error.instancePath;
  const path = pathOf(error.schemaPath);
  const base = { instance, path, pointer: instance, keyword: error.keyword, params: {} };
  const { params } = error;
  if (params['wraps'] === true) return { ...base, wraps: true };
  const below = (name: unknown): Pointer => join(instance, name as string | number);
  switch (error.keyword) {
    case 'required': {
      const property = params['missingProperty'] as string;
      return {
        instance,
        path,
        pointer: below(property),
        keyword: 'required',
        params: { property },
      };
    }
    case 'dependentRequired':
    case 'dependencies':
      return {
        ...base,
        keyword: 'dependentRequired',
        pointer: below(params['missingProperty']),
        params: {
          property: params['missingProperty'] as string,
          because: params['property'] as string,
        },
      };
    case 'additionalProperties':
      return { ...base, pointer: below(params['additionalProperty']) };
    case 'unevaluatedProperties':
      return { ...base, pointer: below(params['unevaluatedProperty']) };
    case 'propertyNames':
      return { ...base, pointer: below(params['propertyName']) };
    case 'unevaluatedItems':
      return base;
    case 'items':
    case 'additionalItems':
      return { ...base, params: { limit: params['limit'] as number } };
    case 'oneOf':
    case 'anyOf':
      return params['passingSchemas'] ? { ...base, params: { ambiguous: true } } : base;
    case 'false schema':
      return neverAllowed(base, 0);
    default:
      return { ...base, params: plainParams(error) };
  }
}

/** Keywords whose value is subschemas by name: what follows them is a name and no keyword. */
const NAMING = /\/(?:properties|patternProperties|dependentSchemas|\$defs|definitions)$/;

/**
 * A failed `false`, by what it stands under: a property too many, an item too many (told once, at the list), or
 * something that must not be there at all. `limit` is how many items there may be.
 */
export function neverAllowed(failure: Failure, limit: number): Failure {
  const { pointer } = failure;
  const under = parentOf(failure.path).replace(/(?:\/\$ref)+$/, '');
  const keyword = NAMING.test(parentOf(under)) ? '' : under.slice(under.lastIndexOf('/') + 1);
  const holder = parentOf(pointer);
  switch (keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return { ...failure, keyword, instance: holder };
    case 'items':
    case 'additionalItems':
      return { ...failure, keyword, instance: holder, pointer: holder, params: { limit } };
    case 'unevaluatedItems':
      return { ...failure, keyword, instance: holder, pointer: holder };
    default:
      return { ...failure, keyword: 'false' };
  }
}

function plainParams({ keyword, params }: RawError): { readonly [name: string]: Json } {
  switch (keyword) {
    case 'type':
      return { type: mainType(params['type'] as string | readonly string[]) };
    case 'enum':
      return { allowed: params['allowedValues'] as Json };
    case 'const':
      return { allowed: [params['allowedValue'] as Json] };
    case 'contains':
      return containsParams(params['minContains'], params['maxContains']);
    case 'uniqueItems':
      return {};
    default:
      return pick(params, ['limit', 'format', 'pattern', 'multipleOf']);
  }
}

function pick(
  params: { readonly [name: string]: unknown },
  names: readonly string[],
): { readonly [name: string]: Json } {
  return Object.fromEntries(
    names.filter((name) => params[name] !== undefined).map((name) => [name, params[name] as Json]),
  );
}

/** The least and the most that a list has to contain; the most only where there is one. */
export function containsParams(min: unknown, max: unknown): { readonly [name: string]: Json } {
  return { min: (min ?? 1) as number, ...(max === undefined ? {} : { max: max as number }) };
}

/** The one type that a message names, of those that are allowed. */
export function mainType(type: string | readonly string[]): string {
  const types = typeof type === 'string' ? type.split(',') : type;
  return types.find((name) => name !== 'null') ?? 'null';
}

/** `#/properties/a%20b/type` as the pointer that it stands for. */
function pathOf(schemaPath: string): string {
  const fragment = schemaPath.slice(schemaPath.indexOf('#') + 1);
  return fragment.includes('%') ? decodeURIComponent(fragment) : fragment;
}
