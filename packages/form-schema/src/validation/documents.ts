import { LpseError } from '../errors.js';
import type { JsonSchema } from '../forms/form.js';
import type { JsonObject } from '../json.js';
import { isJsonObject } from '../json.js';
import type { Pointer } from '../pointer.js';
import { getAt, join } from '../pointer.js';
import { isSchema, subschemas } from '../schema/keywords.js';
import { absolute } from '../schema/uri.js';

/** The editions of JSON Schema that are read; what came before draft-04 is read as that. */
export type Draft = '4' | '7' | '2019-09' | '2020-12';

/** A schema that has a name of its own (`$id`), with everything in it that has none. */
export interface Resource {
  readonly uri: string;
  readonly root: JsonSchema;
  readonly draft: Draft;
  /** Whether its dialect asserts anything: one of its own may leave the vocabulary `validation` out. */
  readonly asserts: boolean;
  readonly anchors: Map<string, JsonObject>;
  /** The anchors that a `$dynamicRef` may be bound to. */
  readonly dynamic: Map<string, JsonSchema>;
}

/** Where a schema stands. */
export interface Home {
  readonly resource: Resource;
  /** In its document. */
  readonly at: Pointer;
}

/** What `$recursiveRef` of 2019-09 looks for, told in the words of 2020-12. No anchor can be called like this. */
export const RECURSIVE = ' ';

/** Stands for the place that a page's own schema came from. Nothing is ever fetched from anywhere. */
const NOWHERE = 'https://schema.invalid/';

const KNOWN_VOCABULARY =
  /^https:\/\/json-schema\.org\/draft\/20(?:19-09|20-12)\/vocab\/(?:core|applicator|unevaluated|validation|meta-data|format|format-annotation|format-assertion|content)$/;

/** The documents that references may lead to: the schema itself, and those that came along with it. */
export class Documents {
  /** The names that some `$dynamicRef` asks for; most documents have none. */
  readonly dynamicNames = new Set<string>();
  readonly #resources = new Map<string, Resource>();
  readonly #homes = new Map<JsonObject, Home>();
  readonly #others: { readonly [uri: string]: JsonSchema };

  /** @param others Documents by their URI. */
  constructor(schema: JsonSchema, others: { readonly [uri: string]: JsonSchema } = {}) {
    this.#others = others;
    const draft = draftOf(schema) ?? '2020-12';
    this.#addDocument(schema, NOWHERE, draft);
    for (const [uri, document] of Object.entries(others))
      this.#addDocument(document, absolute(uri, NOWHERE) ?? uri, draft);
  }

  /** Where a schema of these documents stands; each of them has been visited. */
  homeOf(schema: JsonObject): Home {
    return this.#homes.get(schema) as Home;
  }

  /** What a reference at this schema names; undefined when it leads nowhere. */
  find(from: JsonObject, reference: string): JsonSchema | undefined {
    const uri = absolute(reference, this.homeOf(from).resource.uri);
    if (uri === undefined) return undefined;
    const [base = '', rawFragment = ''] = uri.split('#');
    const resource = this.#resources.get(base);
    const fragment = decode(rawFragment);
    if (!resource || fragment === undefined) return undefined;
    if (fragment === '') return resource.root;
    if (!fragment.startsWith('/')) return resource.anchors.get(fragment);
    const target = getAt(resource.root, fragment);
    if (!isSchema(target)) return undefined;
    // A reference may point below a keyword that nobody knows; what it finds there belongs to the same resource.
    if (isJsonObject(target) && !this.#homes.has(target)) this.#visit(target, fragment, resource);
    return target;
  }

  #addDocument(schema: JsonSchema, uri: string, draft: Draft): void {
    const resource = this.#newResource(schema, uri, draftOf(schema) ?? draft);
    if (isJsonObject(schema)) this.#visit(schema, '', resource);
  }

  #newResource(root: JsonSchema, uri: string, draft: Draft): Resource {
    const asserts = this.#asserts(root);
    const resource = { uri, root, draft, asserts, anchors: new Map(), dynamic: new Map() };
    this.#resources.set(uri, resource);
    return resource;
  }

  /** @throws LpseError when the dialect needs a vocabulary that is not known here. */
  #asserts(root: JsonSchema): boolean {
    const dialect = isJsonObject(root) ? root['$schema'] : undefined;
    const described = typeof dialect === 'string' ? this.#others[dialect] : undefined;
    const vocabularies = isJsonObject(described) ? described['$vocabulary'] : undefined;
    if (!isJsonObject(vocabularies)) return true;
    for (const [uri, isNeeded] of Object.entries(vocabularies))
      if (isNeeded === true && !KNOWN_VOCABULARY.test(uri))
        throw new LpseError('LPSE_SCHEMA_INVALID', {
          detail: `/$schema asks for the $vocabulary ${uri}, which is not known`,
        });
    return Object.keys(vocabularies).some((uri) => uri.endsWith('/vocab/validation'));
  }

  #visit(schema: JsonObject, at: Pointer, around: Resource): void {
    if (this.#homes.has(schema)) return;
    const resource = this.#resourceOf(schema, at, around);
    this.#homes.set(schema, { resource, at });
    this.#nameAnchors(schema, resource);
    for (const name of ['$dynamicRef', '$recursiveRef']) {
      const reference = schema[name];
      if (typeof reference === 'string')
        this.dynamicNames.add(name === '$dynamicRef' ? anchorIn(reference) : RECURSIVE);
    }
    for (const below of subschemas({ schema, at }))
      if (isJsonObject(below.schema)) this.#visit(below.schema, below.at, resource);
  }

  #resourceOf(schema: JsonObject, at: Pointer, around: Resource): Resource {
    const draft = draftOf(schema) ?? around.draft;
    const id = idOf(schema, draft);
    if (id === undefined || id.startsWith('#')) return around;
    const uri = absolute(id, around.uri)?.replace(/#.*$/, '');
    if (uri === undefined)
      throw new LpseError('LPSE_SCHEMA_INVALID', { detail: `${join(at, '$id')} is no URI` });
    if (uri === around.uri) return around;
    return this.#newResource(schema, uri, draft);
  }

  #nameAnchors(schema: JsonObject, resource: Resource): void {
    const id = idOf(schema, resource.draft);
    const old = id?.startsWith('#') === true ? id.slice(1) : undefined;
    for (const name of [schema['$anchor'], schema['$dynamicAnchor'], old])
      if (typeof name === 'string' && !resource.anchors.has(name))
        resource.anchors.set(name, schema);
    const dynamic = schema['$dynamicAnchor'];
    if (typeof dynamic === 'string' && !resource.dynamic.has(dynamic))
      resource.dynamic.set(dynamic, schema);
    if (schema['$recursiveAnchor'] === true && schema === resource.root)
      resource.dynamic.set(RECURSIVE, schema);
  }
}

/** The fragment of a reference. */
export function anchorIn(reference: string): string {
  const hash = reference.indexOf('#');
  return hash < 0 ? '' : (decode(reference.slice(hash + 1)) ?? '');
}

/** The edition that a document names; undefined when it names none that is known. */
function draftOf(schema: JsonSchema): Draft | undefined {
  const dialect = isJsonObject(schema) ? schema['$schema'] : undefined;
  if (typeof dialect !== 'string') return undefined;
  if (/draft-0[67]/.test(dialect)) return '7';
  if (/draft-0[1-4]/.test(dialect)) return '4';
  if (dialect.includes('2019-09')) return '2019-09';
  return dialect.includes('2020-12') ? '2020-12' : undefined;
}

/** Up to draft-07 whatever stands beside a `$ref` says nothing, its name included. */
function idOf(schema: JsonObject, draft: Draft): string | undefined {
  const isOld = draft === '4' || draft === '7';
  if (isOld && typeof schema['$ref'] === 'string') return undefined;
  const id = schema[draft === '4' ? 'id' : '$id'];
  return typeof id === 'string' ? id : undefined;
}

function decode(fragment: string): string | undefined {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return undefined;
  }
}
