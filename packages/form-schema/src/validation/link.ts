import { LpseError } from '../errors.js';
import type { JsonSchema } from '../forms/form.js';
import type { Json, JsonObject } from '../json.js';
import { isJsonObject } from '../json.js';
import type { Pointer } from '../pointer.js';
import { join } from '../pointer.js';
import { allSchemas, mapSubschemas } from '../schema/keywords.js';
import type { Resource } from './documents.js';
import { anchorIn, Documents, RECURSIVE } from './documents.js';
import { modernise } from './modern.js';

/**
 * A schema in plain 2020-12 words, of which every reference is a `$ref` to one of `parts`: names, anchors, dynamic
 * scopes, older editions and documents that came along are settled. Validators of every kind start from it, and so
 * cannot disagree about what refers to what.
 */
export interface Linked {
  readonly root: JsonSchema;
  /** By what the `$ref`s say (`lpse:0`). */
  readonly parts: ReadonlyMap<string, JsonSchema>;
  /** The linked form of a schema of the original document. */
  of(schema: JsonSchema): JsonSchema;
  /** Where in its document a part stands. */
  originOf(id: string): Pointer;
}

/** Keywords that have done their work when references are settled, or that say nothing about what is valid. */
const DROPPED = new Set([
  ...['$anchor', '$comment', '$defs', '$dynamicAnchor', '$dynamicRef', '$id', '$recursiveAnchor'],
  ...['$recursiveRef', '$ref', '$schema', '$vocabulary', 'contentEncoding', 'contentMediaType'],
  ...['contentSchema', 'default', 'definitions', 'deprecated', 'description', 'examples', 'id'],
  ...['readOnly', 'title', 'writeOnly'],
]);

/** What the vocabulary `validation` consists of, for a dialect that leaves it out. */
const ASSERTIONS =
  /^(?:type|enum|const|multipleOf|(?:exclusive)?(?:m|M)(?:in|ax)imum|(?:min|max)(?:Length|Items|Contains|Properties)|pattern|uniqueItems|required|dependentRequired)$/;

/**
 * The resource that answers for each dynamic anchor: the first that was entered on the way from the root. What a
 * `$dynamicRef` means depends on nothing else, so a part that is reached in two such scopes is two parts.
 */
interface Scope {
  readonly key: string;
  readonly bound: ReadonlyMap<string, Resource>;
}

const OPEN: Scope = { key: '', bound: new Map() };

/** @throws LpseError `LPSE_SCHEMA_INVALID` for a reference that leads nowhere. */
export function link(
  schema: JsonSchema,
  others: { readonly [uri: string]: JsonSchema } = {},
): Linked {
  return new Linker(new Documents(schema, others)).link(schema);
}

class Linker {
  readonly #documents: Documents;
  readonly #ids = new Map<string, Map<JsonObject, string>>();
  readonly #parts = new Map<string, JsonSchema>();
  /** Parts that were named and not yet made: a schema may refer to itself. */
  readonly #waiting: (() => void)[] = [];
  readonly #origins = new Map<string, Pointer>();

  constructor(documents: Documents) {
    this.#documents = documents;
  }

  link(schema: JsonSchema): Linked {
    const scope = isJsonObject(schema)
      ? this.#enter(OPEN, this.#documents.homeOf(schema).resource)
      : OPEN;
    const of = (part: JsonSchema): JsonSchema => {
      const linked = this.#linked(part, scope);
      for (let make = this.#waiting.pop(); make; make = this.#waiting.pop()) make();
      return linked;
    };
    this.#refuseLost(schema);
    return {
      root: of(schema),
      parts: this.#parts,
      of,
      originOf: (id) => this.#origins.get(id) ?? '',
    };
  }

  /** Also what nothing refers to yet is looked through: a mistake is best told while it is being made. */
  #refuseLost(root: JsonSchema): void {
    for (const { schema } of allSchemas({ schema: root, at: '' }))
      if (isJsonObject(schema)) this.#references(schema, schema, OPEN, () => '');
  }

  #linked(schema: JsonSchema, around: Scope): JsonSchema {
    if (typeof schema === 'boolean') return schema;
    const { resource } = this.#documents.homeOf(schema);
    const scope = this.#enter(around, resource);
    const modern = modernise(schema, resource.draft);
    const kept = Object.fromEntries(
      Object.entries(modern).filter(
        ([name]) => !DROPPED.has(name) && (resource.asserts || !ASSERTIONS.test(name)),
      ),
    );
    const linked = mapSubschemas(kept, (below) => this.#linked(below, scope));
    const targets = this.#references(schema, modern, scope);
    if (targets.length === 0) return linked;
    // A reference to `true` or `false` is as good as that itself.
    const plain = targets.filter((target) => typeof target === 'boolean');
    if (plain.length === targets.length && Object.keys(linked).length === 0)
      return plain.every((target) => target);
    const [first, ...more] = targets.filter((target) => typeof target === 'string');
    const others: Json[] = [...plain, ...more.map(($ref) => ({ $ref }))];
    const allOf = Array.isArray(linked['allOf']) ? (linked['allOf'] as readonly Json[]) : [];
    return {
      ...linked,
      ...(first === undefined ? {} : { $ref: first }),
      ...(others.length === 0 ? {} : { allOf: [...allOf, ...others] }),
    };
  }

  #enter(scope: Scope, resource: Resource): Scope {
    const { dynamicNames } = this.#documents;
    if (dynamicNames.size === 0) return scope;
    const fresh = [...resource.dynamic.keys()].filter(
      (name) => dynamicNames.has(name) && !scope.bound.has(name),
    );
    if (fresh.length === 0) return scope;
    const bound = new Map(scope.bound);
    for (const name of fresh) bound.set(name, resource);
    return { key: [...bound].map(([name, { uri }]) => `${name} ${uri}`).join('\n'), bound };
  }

  #references(
    schema: JsonObject,
    modern: JsonObject,
    scope: Scope,
    idOf = (target: JsonObject) => this.#partId(target, scope),
  ): (string | boolean)[] {
    return ['$ref', '$dynamicRef', '$recursiveRef'].flatMap((keyword) => {
      const reference = modern[keyword];
      if (typeof reference !== 'string') return [];
      const found = this.#documents.find(schema, reference);
      if (found === undefined) throw this.#lost(schema, keyword, reference);
      const target = keyword === '$ref' ? found : this.#bound(found, keyword, reference, scope);
      return [isJsonObject(target) ? idOf(target) : target];
    });
  }

  /** What a dynamic reference means here: the outermost schema of that name, when it starts from one of that name. */
  #bound(initial: JsonSchema, keyword: string, reference: string, scope: Scope): JsonSchema {
    if (!isJsonObject(initial)) return initial;
    const name = keyword === '$recursiveRef' ? RECURSIVE : anchorIn(reference);
    const { resource } = this.#documents.homeOf(initial);
    if (resource.dynamic.get(name) !== initial) return initial;
    return scope.bound.get(name)?.dynamic.get(name) ?? initial;
  }

  #partId(target: JsonObject, scope: Scope): string {
    // A schema means the same in every scope of the same bindings.
    const { resource, at } = this.#documents.homeOf(target);
    const entered = this.#enter(scope, resource);
    const known = this.#ids.get(entered.key) ?? new Map<JsonObject, string>();
    this.#ids.set(entered.key, known);
    const old = known.get(target);
    if (old !== undefined) return old;
    const id = `lpse:${this.#origins.size}`;
    known.set(target, id);
    this.#origins.set(id, at);
    this.#waiting.push(() => this.#parts.set(id, this.#linked(target, entered)));
    return id;
  }

  #lost(schema: JsonObject, keyword: string, reference: string): LpseError {
    const { at } = this.#documents.homeOf(schema);
    const hint = /^[a-z][a-z0-9+.-]*:/i.test(reference)
      ? '; nothing is fetched, so pass that document along in `schemas`'
      : '';
    return new LpseError('LPSE_SCHEMA_INVALID', {
      detail: `${join(at, keyword)} leads nowhere${hint}`,
    });
  }
}
