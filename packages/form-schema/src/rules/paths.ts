import type { FieldPath } from '../forms/form.js';
import type { Json } from '../json.js';
import type { Pointer } from '../pointer.js';
import { getAt, join, tokensOf } from '../pointer.js';
import type { Shape } from '../schema/shape.js';
import { orNearest } from './fault.js';

/** What a path of a layout names in a form. */
export type Target =
  | { readonly shape: Shape }
  /** Beyond what the schema describes, where it allows more. */
  | { readonly shape: undefined }
  | { readonly lost: string };

/** The field that a path names, or the words that say why there is none. */
export function targetOf(root: Shape, path: FieldPath): Target {
  let shape = root;
  let at: FieldPath = '';
  for (const token of tokensOf(path)) {
    const { members, item, node } = shape.whole;
    const next = members.get(token) ?? (isIndex(token) ? item : undefined);
    if (!next) {
      const isAnything =
        members.size === 0 && (shape.variants.length > 0 || node.kind === 'unknown');
      if (isAnything || isOpen(node.schema)) return { shape: undefined };
      const names = [...members.keys(), ...(item ? ['*'] : [])];
      const known = names.map((name) => join(at, name));
      return { lost: `no such field: ${path}${orNearest(join(at, token), known)}` };
    }
    at = join(at, token);
    shape = next;
  }
  return { shape };
}

function isIndex(token: string): boolean {
  return token === '*' || /^(?:0|[1-9]\d*)$/.test(token);
}

/** Whether the schema allows members that it does not name, and says so. */
function isOpen(schema: { readonly [keyword: string]: Json }): boolean {
  return ['additionalProperties', 'patternProperties', 'unevaluatedProperties'].some(
    (keyword) => (schema[keyword] ?? false) !== false,
  );
}

/** Whether a field at one path can be, hold, or lie in the field at the other. */
export function overlap(some: FieldPath, other: FieldPath): boolean {
  const [a, b] = [tokensOf(some), tokensOf(other)];
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++)
    if (a[index] !== b[index] && a[index] !== '*' && b[index] !== '*') return false;
  return true;
}

/** How many rows of a path are those in which the owner of the rule itself stands. */
export function sharedRows(path: FieldPath, owner: FieldPath): number {
  const own = tokensOf(owner);
  let rows = 0;
  for (const [index, token] of tokensOf(path).entries()) {
    if (token !== own[index]) break;
    if (token === '*') rows += 1;
  }
  return rows;
}

/** A path with the first of its `*` replaced by these row numbers. */
export function withRows(path: FieldPath, rows: readonly number[]): FieldPath {
  let next = 0;
  return tokensOf(path).reduce((at, token) => {
    const row = token === '*' ? rows[next++] : undefined;
    return join(at, row ?? token);
  }, '');
}

/** The part of a path before its first row. */
export function beforeRows(path: FieldPath): Pointer {
  const tokens = tokensOf(path);
  const row = tokens.indexOf('*');
  return (row < 0 ? tokens : tokens.slice(0, row)).reduce(join, '');
}

/** The row numbers of each place that a path names in a value; one empty list for a path without rows. */
export function rowsOf(value: Json, path: FieldPath): readonly (readonly number[])[] {
  const tokens = tokensOf(path);
  let found: (readonly number[])[] = [[]];
  tokens.forEach((token, index) => {
    if (token !== '*') return;
    const list = tokens.slice(0, index).reduce(join, '');
    found = found.flatMap((rows) => {
      const items = getAt(value, withRows(list, rows));
      return Array.isArray(items) ? items.map((_, row) => [...rows, row]) : [];
    });
  });
  return found;
}
