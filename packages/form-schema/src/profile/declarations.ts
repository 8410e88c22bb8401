import type { FieldPath } from '../forms/form.js';
import type { Json, JsonObject } from '../json.js';
import { isJsonObject } from '../json.js';
import type { Pointer } from '../pointer.js';
import { getAt, join, tokensOf } from '../pointer.js';

/** A place in a schema that says something about a field. */
export interface Declaration {
  /** Schema pointer of the field's own schema. */
  readonly at: Pointer;
  /** Schema pointer of the schema that has the field in its `properties`. */
  readonly holder: Pointer;
  readonly schema: JsonObject;
  /** Whether it says what the field is, and not only something more about it, as the rules on attachments do. */
  readonly defines: boolean;
}

/** Every place that speaks of the field: a field that applies only sometimes is declared inside a `then`. */
export function declarationsOf(schema: JsonObject, path: FieldPath): readonly Declaration[] {
  const tokens = tokensOf(path);
  const last = tokens.pop();
  if (last === undefined) return [];
  return holdersAt(schema, tokens).flatMap((holder) => {
    const at = childOf(holder, last);
    const own = getAt(schema, at);
    return isJsonObject(own)
      ? [{ at, holder, schema: dereference(schema, own), defines: isDefinition(own) }]
      : [];
  });
}

/** The paths of all fields that the schema declares anywhere, each before those below it. */
export function fieldPaths(schema: JsonObject): ReadonlySet<FieldPath> {
  const paths = new Set<FieldPath>();
  const collect = (path: FieldPath, holders: readonly Pointer[]): void => {
    const children = new Map<string, Pointer[]>();
    for (const holder of holders)
      for (const [token, at] of childrenOf(schema, holder))
        children.set(token, [...(children.get(token) ?? []), ...inPlace(schema, at)]);
    for (const [token, below] of children) {
      const child = join(path, token);
      paths.add(child);
      collect(child, below);
    }
  };
  collect('', inPlace(schema, ''));
  return paths;
}

function childrenOf(root: JsonObject, holder: Pointer): readonly (readonly [string, Pointer])[] {
  const schema = getAt(root, holder);
  if (!isJsonObject(schema)) return [];
  const { properties, items } = schema;
  const names = isJsonObject(properties) ? Object.keys(properties) : [];
  return [...names, ...(isJsonObject(items) ? ['*'] : [])].map((token) => [
    token,
    childOf(holder, token),
  ]);
}

/** The schemas that apply to the value at a path, wherever they stand. */
export function holdersOf(schema: JsonObject, path: FieldPath): readonly Pointer[] {
  return holdersAt(schema, tokensOf(path));
}

function holdersAt(schema: JsonObject, tokens: readonly string[]): readonly Pointer[] {
  return tokens.reduce<readonly Pointer[]>(
    (holders, token) =>
      holders
        .map((holder) => childOf(holder, token))
        .filter((at) => isJsonObject(getAt(schema, at)))
        .flatMap((at) => inPlace(schema, at)),
    inPlace(schema, ''),
  );
}

function childOf(holder: Pointer, token: string): Pointer {
  return token === '*' ? `${holder}/items` : join(`${holder}/properties`, token);
}

/** A schema and all that apply to the same value beside it: its reference, its `allOf`, its `then` and `else`. */
function inPlace(root: JsonObject, at: Pointer): readonly Pointer[] {
  const schema = getAt(root, at);
  if (!isJsonObject(schema)) return [];
  const reference = localReference(schema);
  const parts = Array.isArray(schema['allOf']) ? (schema['allOf'] as readonly Json[]) : [];
  return [
    at,
    ...(reference === undefined ? [] : inPlace(root, reference)),
    ...parts.flatMap((_, index) => inPlace(root, `${at}/allOf/${index}`)),
    ...['then', 'else'].flatMap((branch) => inPlace(root, `${at}/${branch}`)),
  ];
}

function localReference(schema: JsonObject): Pointer | undefined {
  const reference = schema['$ref'];
  return typeof reference === 'string' && reference.startsWith('#/')
    ? reference.slice(1)
    : undefined;
}

function dereference(root: JsonObject, schema: JsonObject): JsonObject {
  const reference = localReference(schema);
  const target = reference === undefined ? undefined : getAt(root, reference);
  return isJsonObject(target) ? target : schema;
}

function isDefinition(schema: JsonObject): boolean {
  return ['type', '$ref', 'enum', 'const'].some((keyword) => keyword in schema);
}
