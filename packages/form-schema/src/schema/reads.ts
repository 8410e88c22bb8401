import type { JsonSchema } from '../forms/form.js';
import { isJsonObject } from '../json.js';
import type { Source } from './keywords.js';
import { subschemas } from './keywords.js';
import type { References } from './refs.js';

/** The members that a condition can see, or `all` when it looks at the value as a whole. */
export type Reads = readonly string[] | 'all';

/** Keywords that look at members by name, or not at members at all. */
const BY_NAME = new Set([
  '$anchor',
  '$comment',
  '$defs',
  '$ref',
  'allOf',
  'anyOf',
  'definitions',
  'dependentRequired',
  'dependentSchemas',
  'description',
  'else',
  'if',
  'not',
  'oneOf',
  'properties',
  'required',
  'then',
  'title',
  'type',
]);

/** Keywords of which the subschemas are about the same value. */
const IN_PLACE = /^\/(?:allOf|anyOf|oneOf|not|if|then|else|dependentSchemas)(?:\/|$)/;

/** Which members a schema looks at, so that it need not be asked again when others change. */
export function readsOf(schema: JsonSchema, references: References): Reads {
  const names = new Set<string>();
  return collect(schema, names, new Set(), references) ? [...names] : 'all';
}

function collect(
  schema: JsonSchema,
  names: Set<string>,
  seen: Set<JsonSchema>,
  references: References,
): boolean {
  if (!isJsonObject(schema) || seen.has(schema)) return true;
  seen.add(schema);
  if (Object.keys(schema).some((keyword) => !BY_NAME.has(keyword) && !keyword.startsWith('x-')))
    return false;
  const { properties, required, dependentRequired, dependentSchemas } = schema;
  for (const group of [properties, dependentRequired, dependentSchemas])
    if (isJsonObject(group)) Object.keys(group).forEach((name) => names.add(name));
  const lists = [
    required,
    ...Object.values(isJsonObject(dependentRequired) ? dependentRequired : {}),
  ];
  for (const list of lists)
    if (Array.isArray(list)) list.forEach((name) => names.add(String(name)));
  const parts: (Source | undefined)[] = [
    references.target(schema),
    ...subschemas({ schema, at: '' }).filter(({ at }) => IN_PLACE.test(at)),
  ];
  return parts.every((part) => !part || collect(part.schema, names, seen, references));
}
