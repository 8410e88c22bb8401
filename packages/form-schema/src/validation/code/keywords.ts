import { _ } from 'ajv/dist/compile/codegen/index.js';
import type { SchemaEnv } from 'ajv/dist/compile/index.js';
import { resolveRef } from 'ajv/dist/compile/index.js';
import type {
  AnySchemaObject,
  CodeKeywordDefinition,
  FuncKeywordDefinition,
} from 'ajv/dist/types/index.js';
import type { KeywordCxt } from 'ajv/dist/compile/validate/index.js';
import { callRef } from 'ajv/dist/vocabularies/core/ref.js';
import type { JsonSchema } from '../../forms/form.js';
import type { Json, JsonObject } from '../../json.js';
import { sameJson } from '../../model/same.js';
import { join } from '../../pointer.js';
import { formats } from '../formats.js';
import type { RawCheck, RawError } from '../generated.js';
import { isMultipleOf } from '../multiple-of.js';
import { notFuture } from '../not-future.js';
import { contains } from './contains.js';
import type { Asking } from './evaluated.js';
import { evaluatedIn } from './evaluated.js';

/** What the keywords have to know of the schema that they are compiled for. */
export interface Surroundings extends Asking {
  /** What the numbers of `const` and `enum` stand for. */
  readonly values: readonly Json[];
  check(schema: JsonSchema): RawCheck;
}

type KeywordDefinition = CodeKeywordDefinition | FuncKeywordDefinition;

/** Keywords that the generator has in a way that differs from the standard, or not at all. */
export function keywordsFor(around: Surroundings): KeywordDefinition[] {
  const value = (index: number): Json => around.values[index] as Json;
  return [
    reference,
    {
      keyword: 'const',
      schemaType: 'number',
      compile: (index: number) => (data: Json) => sameJson(data, value(index)),
      error: { message: '', params: ({ schema }) => _`{ allowedValue: ${schema as number} }` },
    },
    {
      keyword: 'enum',
      schemaType: 'number',
      compile: (index: number) => (data: Json) =>
        (value(index) as readonly Json[]).some((one) => sameJson(one, data)),
      error: { message: '', params: ({ schema }) => _`{ allowedValues: ${schema as number} }` },
    },
    {
      keyword: 'multipleOf',
      type: 'number',
      schemaType: 'number',
      compile: (divisor: number) => (data: number) => isMultipleOf(data, divisor),
      error: { message: '', params: ({ schema }) => _`{ multipleOf: ${schema as number} }` },
    },
    {
      keyword: 'format',
      type: 'string',
      schemaType: 'string',
      compile: (name: string) =>
        Object.hasOwn(formats, name) ? (formats[name] as (data: string) => boolean) : () => true,
      error: { message: '', params: ({ schema }) => _`{ format: ${schema as string} }` },
    },
    {
      keyword: 'uniqueItems',
      type: 'array',
      schemaType: 'boolean',
      compile: (asked: boolean) => (data: readonly Json[]) => !asked || isUnique(data),
    },
    {
      keyword: 'x-notFuture',
      type: 'string',
      schemaType: 'boolean',
      compile: (asked: boolean) => (data: string) => !asked || notFuture(data),
    },
    prefixItems,
    contains,
    unevaluated('unevaluatedProperties', 'object', around),
    unevaluated('unevaluatedItems', 'array', around),
  ];
}

/** As the generator has it, but the errors say on which way through the schema they were met. */
const reference: CodeKeywordDefinition = {
  keyword: '$ref',
  schemaType: 'string',
  code(cxt: KeywordCxt) {
    const { gen, it } = cxt;
    const { self, schemaEnv, baseId } = it;
    const target = resolveRef.call(self, schemaEnv.root, baseId, cxt.schema as string) as SchemaEnv;
    const wrapped = gen.scopeValue('validate', {
      ref: wayThrough(target, `${it.errSchemaPath}/$ref`),
    });
    callRef(cxt, wrapped, target, false);
  },
};

/** As the generator has it, but a list that is shorter fits: in an `if` it takes that for a list that does not. */
const prefixItems: CodeKeywordDefinition = {
  keyword: 'prefixItems',
  type: 'array',
  schemaType: 'array',
  before: 'uniqueItems',
  code(cxt: KeywordCxt) {
    const { gen, data } = cxt;
    const length = gen.const('len', _`${data}.length`);
    (cxt.schema as readonly JsonSchema[]).forEach((_part, index) => {
      const valid = gen.var('valid', true);
      const at = { keyword: 'prefixItems', schemaProp: index, dataProp: index };
      gen.if(_`${length} > ${index}`, () => cxt.subschema(at, valid));
      cxt.ok(valid);
    });
  },
};

function wayThrough(target: SchemaEnv, path: string): RawCheck {
  const check: RawCheck = (...args: Parameters<RawCheck>) => {
    const validate = target.validate as RawCheck;
    const isValid = validate(...args);
    check.errors = isValid ? null : (validate.errors ?? []).map((error) => within(error, path));
    return isValid;
  };
  return check;
}

/** An error of a schema that stands at the end of a path. */
function within(error: WayfaringError, path: string): WayfaringError {
  const { way, ...rest } = error;
  return { ...rest, schemaPath: path + (way ?? rest.schemaPath).slice(1) };
}

/** The generator writes over the path of what a keyword of ours has found, so it is kept twice. */
export interface WayfaringError extends RawError {
  readonly way?: string;
}

function isUnique(items: readonly Json[]): boolean {
  const seen = new Set<Json>();
  const structures: Json[] = [];
  for (const item of items) {
    if (typeof item === 'object' && item !== null) {
      if (structures.some((other) => sameJson(other, item))) return false;
      structures.push(item);
    } else if (seen.has(item)) return false;
    else seen.add(item);
  }
  return true;
}

function unevaluated(
  keyword: 'unevaluatedProperties' | 'unevaluatedItems',
  type: 'object' | 'array',
  around: Surroundings,
): FuncKeywordDefinition {
  return {
    keyword,
    type,
    schemaType: ['boolean', 'object'],
    errors: 'full',
    compile(schema: JsonSchema, parent: AnySchemaObject, it) {
      const path = `${it.errSchemaPath}/${keyword}`;
      const check = (data: Json, context?: { readonly instancePath: string }): boolean => {
        const known = evaluatedIn(parent as JsonObject, data, around);
        const errors: WayfaringError[] = [];
        const keys = Array.isArray(data) ? [...data.keys()] : Object.keys(data as JsonObject);
        for (const key of known === 'all' ? [] : keys) {
          if (known !== 'all' && known.has(key)) continue;
          const at = context?.instancePath ?? '';
          errors.push(...failuresOf(schema, data, key, at, path));
        }
        check.errors = errors;
        return errors.length === 0;
      };
      check.errors = [] as WayfaringError[];
      return check;
    },
  };

  function failuresOf(
    schema: JsonSchema,
    data: Json,
    key: string | number,
    at: string,
    path: string,
  ): WayfaringError[] {
    if (schema === true) return [];
    if (schema === false)
      return [
        { instancePath: at, schemaPath: path, keyword, params: { unevaluatedProperty: key } },
      ];
    const check = around.check(schema);
    if (check((data as JsonObject)[key])) return [];
    const inside = (check.errors ?? []).map((error) => {
      const placed = within(error, path);
      const instancePath = join(at, key) + error.instancePath;
      return { ...placed, way: placed.schemaPath, instancePath };
    });
    return [{ instancePath: at, schemaPath: path, keyword, params: { wraps: true } }, ...inside];
  }
}
