import type { JsonSchema } from '../forms/form.js';
import type { Json, JsonObject } from '../json.js';
import { isJsonObject } from '../json.js';
import type { Pointer } from '../pointer.js';
import { getAt, join } from '../pointer.js';
import type { Fragment, Guard } from './fragments.js';
import { eachBelow } from './keywords.js';
import { titledOptions } from './merge.js';
import type { References } from './refs.js';

/** A value that may be of one shape or of another. */
export interface Variants {
  /** Where the alternatives stand in the schema. */
  readonly at: Pointer;
  readonly keyword: 'oneOf' | 'anyOf' | 'type';
  readonly branches: readonly Variant[];
  /** The property that tells the branches apart, when there is one. */
  readonly discriminator?: string;
  /** Whether one of them says that there is no value. */
  readonly isNullable: boolean;
  /** The branch that a value means by itself, more than any other; undefined where it does not tell. */
  told(value: Json | undefined): number | undefined;
  /**
   * The branch that a value means. What tells the branches apart decides; without it the branch stays that was chosen
   * before (`was`) for as long as the value can be one of its, and is otherwise the one that the value fits. `fits` is
   * the validator's own word for a branch, where there is one.
   */
  chosen(
    value: Json | undefined,
    was?: number,
    fits?: (index: number) => boolean | undefined,
  ): number;
}

/** A branch, as far as it helps to name it and to tell whether a value means it. */
export interface Variant {
  readonly types: readonly string[];
  readonly keys: readonly string[];
  readonly required: readonly string[];
  /** Properties that must have one certain value. */
  readonly constants: readonly (readonly [key: string, value: Json])[];
  /** Where it allows only certain values: these. */
  readonly values?: readonly Json[];
  /** Whether no value can satisfy it. */
  readonly isNever?: true;
  /** Whether it refuses properties that it does not name. */
  readonly isClosed: boolean;
  readonly title?: string;
  /** The name by which it is referred to. */
  readonly name?: string;
  readonly format?: string;
}

/** Lays out a part of a schema that applies to the same value, under further guards. */
export type Expand = (part: Json | undefined, at: Pointer, more: readonly Guard[]) => Fragment[];

/**
 * Reads the alternatives of a schema. Most forms have none and none of its code: a schema of which `mayHaveVariants` is
 * told cannot be laid out without it.
 */
export interface Alternatives {
  /** The fragments that `oneOf`, `anyOf` and several types bring to a value. */
  fragments(own: Fragment, further: Expand, references: References): Fragment[];
  /** What a value may be of which the schema says nothing: anything that JSON knows. */
  anything(at: Pointer): Fragment[];
}

/** Under which a validator keeps its word on one branch, beside the conditions of the schema. */
export function branchKey(at: Pointer, index: number): Pointer {
  return `${join(at, index)}/`;
}

/** The types of a value of which a schema names several: each is a variant. Undefined where it is one question. */
export function typesBeside(schema: JsonObject): readonly string[] | undefined {
  const { type, enum: values, const: constant } = schema;
  if (!Array.isArray(type) || values !== undefined || constant !== undefined) return undefined;
  const named = (type as readonly Json[]).map(String).filter((name) => name !== 'null');
  const types = named.filter((name) => name !== 'integer' || !named.includes('number'));
  return types.length > 1 ? types : undefined;
}

/** Whether the schema itself names alternatives that are more than a list of choices. */
export function hasAlternatives(schema: JsonObject): boolean {
  const branches = [schema['oneOf'], schema['anyOf']].filter((list) => Array.isArray(list));
  return branches.some((list) => !titledOptions(list)) || typesBeside(schema) !== undefined;
}

/** Keywords of which each schema is that of a place in the form. */
const PLACES =
  /^(?:properties|items|prefixItems|additionalItems|\$defs|definitions|(?:additional|unevaluated)Properties)$/;

/** Keywords of which no schema says what is asked. */
const ASIDE = /^(?:if|not|contains|propertyNames|contentSchema|unevaluatedItems)$/;

/** Keywords that say more of the same value. */
const IN_PLACE = ['allOf', 'then', 'else', 'dependentSchemas', 'dependencies'];

/** Keywords that lead further than a quick look. */
const FAR = ['$dynamicRef', 'patternProperties'];

const OF_LISTS = /Items$|ontains$/;
const OF_GROUPS = /Properties$|^required$|^propertyNames$/;

/** References to schemas that are looked at as places. */
const TO_PLACES = /^#(?:\/(?:\$defs|definitions|properties)\/[^/]+)*$/;

/**
 * Whether a form of the schema may have to ask of which variant a value is: a quick look that overlooks nothing, though
 * it may see a question where a longer look would find none.
 */
export function mayHaveVariants(root: JsonSchema): boolean {
  /** `known` are the members that the group has anyway, which what is said in addition may narrow. */
  const look = (schema: JsonSchema, isPlace: boolean, known: JsonObject = {}): boolean => {
    if (!isJsonObject(schema)) return isPlace && schema;
    if (hasAlternatives(schema) || FAR.some((keyword) => schema[keyword] !== undefined))
      return true;
    if (schema['$id'] !== undefined && schema !== root) return true;
    if (isPlace ? !saysWhatItIs(schema, root) : mayChangeWhatItIs(schema)) return true;
    const { properties } = schema;
    const members = isPlace && isJsonObject(properties) ? properties : known;
    let found = false;
    eachBelow(schema, (below, keyword, key) => {
      if (found || ASIDE.test(keyword)) return;
      const isMember = keyword === 'properties';
      if (isMember && !isPlace && Object.hasOwn(known, String(key)) && onlyNarrows(below)) return;
      // Further members that are only tolerated are not asked for.
      const isTolerated = typeof below === 'boolean' && keyword.endsWith('Properties');
      const isOwnPlace = PLACES.test(keyword);
      found = look(below, isOwnPlace && !isTolerated, isOwnPlace ? {} : members);
    });
    return found;
  };
  return look(root, true);
}

/** Whether it says nothing that changes what a place is that is described elsewhere. */
function onlyNarrows(schema: JsonSchema): boolean {
  if (!isJsonObject(schema) || mayChangeType(schema)) return false;
  let narrows = true;
  eachBelow(schema, (_, keyword) => (narrows &&= ASIDE.test(keyword)));
  return narrows;
}

function mayChangeType({ $ref: reference, $id, type }: JsonObject): boolean {
  return (reference ?? $id ?? type) !== undefined;
}

/** Whether a place is certain to be of one kind, with members or items that are certain as well. */
function saysWhatItIs(schema: JsonObject, root: JsonSchema): boolean {
  const { type, properties, items, enum: values, const: constant, oneOf, anyOf } = schema;
  const isGroup = isJsonObject(properties);
  if (!isGroup && speaksOf('object', OF_GROUPS, schema)) return false;
  if (!isJsonObject(items) && speaksOf('array', OF_LISTS, schema)) return false;
  if (!isGroup && IN_PLACE.some((keyword) => schema[keyword] !== undefined)) return false;
  const reference = schema['$ref'];
  if (typeof reference === 'string') {
    const target = TO_PLACES.test(reference) ? getAt(root, reference.slice(1)) : undefined;
    return type === undefined && isJsonObject(target) && target['$ref'] === undefined;
  }
  const told = [type, properties, items, values, constant];
  return told.some((one) => one !== undefined) || [oneOf, anyOf].some(titledOptions);
}

/** Whether what is said of a group in addition could make something else of it. */
function mayChangeWhatItIs(schema: JsonObject): boolean {
  const { $ref: reference, type } = schema;
  const isOfGroup = type === undefined || type === 'object';
  return reference !== undefined || !isOfGroup || speaksOf('array', OF_LISTS, schema);
}

function speaksOf(name: string, keywords: RegExp, schema: JsonObject): boolean {
  const { type } = schema;
  const isNamed = Array.isArray(type) ? type.includes(name) : type === name;
  return isNamed || Object.keys(schema).some((keyword) => keywords.test(keyword));
}
