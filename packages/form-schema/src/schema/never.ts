import type { JsonSchema } from '../forms/form.js';
import type { Json } from '../json.js';
import { isJsonObject } from '../json.js';
import type { Pointer } from '../pointer.js';
import { join } from '../pointer.js';
import type { Source } from './keywords.js';
import type { References } from './refs.js';

/** Where a schema says that no value is right, and by which keyword: `false` for the schema `false` itself. */
export interface Refusal {
  readonly pointer: Pointer;
  readonly keyword: string;
}

/** Keywords that say nothing of a value. */
const SILENT = /^(?:\$(?:anchor|comment|id|schema)|title|description|default|deprecated|examples)$/;

/** The keyword by which a schema alone, without what it holds or refers to, refuses every value. */
export function ownRefusal(schema: JsonSchema): string | undefined {
  if (!isJsonObject(schema)) return schema ? undefined : 'false';
  const { not } = schema;
  if (not === true || (isJsonObject(not) && Object.keys(not).every((key) => SILENT.test(key))))
    return 'not';
  return ['enum', 'type'].find((keyword) => {
    const list = schema[keyword];
    return Array.isArray(list) && list.length === 0;
  });
}

/** Tells a schema that no value can ever satisfy: a form does not ask for what nobody can answer. */
export function refusalOf(
  source: Source,
  references: References,
  around: readonly JsonSchema[] = [],
): Refusal | undefined {
  const { schema, at } = source;
  const keyword = ownRefusal(schema);
  if (keyword !== undefined) return { pointer: at, keyword };
  if (!isJsonObject(schema) || around.includes(schema)) return undefined;
  const refusals = (name: string): (Refusal | undefined)[] =>
    partsOf(source, name).map((part) => refusalOf(part, references, [...around, schema]));
  const all = refusals('allOf').find(Boolean);
  if (all) return all;
  for (const name of ['oneOf', 'anyOf']) {
    const branches = refusals(name);
    if (branches.length > 0 && branches.every(Boolean)) return { pointer: at, keyword: name };
  }
  const target = references.target(schema);
  return target && refusalOf(target, references, [...around, schema]);
}

function partsOf({ schema, at }: Source, keyword: string): Source[] {
  const list: Json | undefined = isJsonObject(schema) ? schema[keyword] : undefined;
  if (!Array.isArray(list)) return [];
  return (list as readonly JsonSchema[]).map((part, index) => ({
    schema: part,
    at: join(join(at, keyword), index),
  }));
}
