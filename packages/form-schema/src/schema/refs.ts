import type { JsonSchema } from '../forms/form.js';
import type { JsonObject } from '../json.js';
import type { Pointer } from '../pointer.js';
import { getAt } from '../pointer.js';
import type { Source } from './keywords.js';
import { allSchemas, isSchema, mapSchemas, subschemas } from './keywords.js';
import { absolute } from './uri.js';

/** Finds what a `$ref` means inside its own document. Nothing is ever fetched. */
export interface References {
  /** The schema that the reference of this schema names; undefined when it has none, or none that is known here. */
  target(schema: JsonSchema): Source | undefined;
}

/** Stands for the place that the document came from, where it does not say: names inside are relative to it. */
const NOWHERE = 'https://schema.invalid/';

/** The references of one document: pointers (`#/$defs/x`), anchors (`#x`) and the `$id`s that it holds itself. */
export function referencesOf(root: JsonSchema): References {
  let names: Names | undefined;
  return {
    target(schema) {
      if (typeof schema === 'boolean') return undefined;
      const reference = schema['$ref'] ?? schema['$dynamicRef'];
      if (typeof reference !== 'string') return undefined;
      // Read when the first is met: most forms have none.
      const { named, bases } = (names ??= namesOf(root));
      const uri = absolute(reference, bases.get(schema) ?? bases.get(root) ?? NOWHERE);
      return uri === undefined ? undefined : find(named, uri);
    },
  };
}

/** What a document calls its schemas, and what the names in each of them are relative to. */
interface Names {
  readonly named: ReadonlyMap<string, Source>;
  readonly bases: ReadonlyMap<JsonSchema, string>;
}

function namesOf(root: JsonSchema): Names {
  const named = new Map<string, Source>([[NOWHERE, { schema: root, at: '' }]]);
  const bases = new Map<JsonSchema, string>();
  const visit = (source: Source, around: string): void => {
    const { schema } = source;
    if (typeof schema === 'boolean') return;
    const base = baseOf(schema, around);
    if (base !== around) named.set(base, source);
    bases.set(schema, base);
    const { $anchor, $dynamicAnchor, $id } = schema;
    // Up to draft-07 an anchor is written as an `$id`.
    const old = typeof $id === 'string' && $id.startsWith('#') ? $id.slice(1) : undefined;
    for (const anchor of [$anchor, $dynamicAnchor, old])
      if (typeof anchor === 'string') named.set(`${base}#${anchor}`, source);
    for (const below of subschemas(source)) visit(below, base);
  };
  visit({ schema: root, at: '' }, NOWHERE);
  return { named, bases };
}

/** What the names in a schema are relative to: its own `$id`, where it has one. */
function baseOf({ $id }: JsonObject, around: string): string {
  if (typeof $id !== 'string' || $id.startsWith('#')) return around;
  return absolute($id, around)?.replace(/#.*$/, '') ?? around;
}

function find(named: ReadonlyMap<string, Source>, uri: string): Source | undefined {
  const exact = named.get(uri);
  if (exact) return exact;
  const [name = '', fragment = ''] = uri.split('#');
  const base = named.get(name);
  const pointer = decode(fragment);
  if (!base || !pointer?.startsWith('/') || typeof base.schema === 'boolean') return undefined;
  const schema = getAt(base.schema, pointer);
  return isSchema(schema) ? { schema, at: `${base.at}${pointer}` } : undefined;
}

function decode(fragment: string): string | undefined {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return undefined;
  }
}

/**
 * The schema with each reference replaced by what it names, recursive ones left as they are. A code generator needs
 * it where references stand in the branches of `oneOf` or `anyOf`: the errors of a compiled reference do not say
 * which branch they belong to.
 */
export function inlineRefs(root: JsonSchema): JsonSchema {
  const references = referencesOf(root);
  const inline = (schema: JsonSchema, open: readonly Pointer[]): JsonSchema =>
    mapSchemas({ schema, at: '' }, (part) => {
      const target = references.target(part);
      if (!target || open.includes(target.at) || typeof part === 'boolean') return part;
      if (leadsBack(target, references)) return part;
      const { $ref: _, ...rest } = part;
      const inlined = inline(target.schema, [...open, target.at]);
      if (Object.keys(rest).length === 0) return inlined;
      return { ...rest, allOf: [...(Array.isArray(rest['allOf']) ? rest['allOf'] : []), inlined] };
    });
  return inline(root, []);
}

/** Whether following the references of a schema comes back to it. */
function leadsBack(start: Source, references: References): boolean {
  const seen = new Set<Pointer>();
  const visit = (source: Source): boolean =>
    [...allSchemas(source)].some(({ schema }) => {
      const target = references.target(schema);
      if (!target) return false;
      if (target.at === start.at) return true;
      if (seen.has(target.at)) return false;
      seen.add(target.at);
      return visit(target);
    });
  return visit(start);
}
