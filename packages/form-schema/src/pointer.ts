import type { Json } from './json.js';
import { isJsonObject } from './json.js';

/** A JSON Pointer (RFC 6901): `''` is the whole value, `/lampiran/0/jenis` a leaf in it. */
export type Pointer = string;

/** The reference tokens of a pointer, unescaped. */
export function tokensOf(pointer: Pointer): string[] {
  if (pointer === '') return [];
  const tokens = pointer.slice(1).split('/');
  if (!pointer.includes('~')) return tokens;
  return tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The pointer of `key` below `parent`. */
export function join(parent: Pointer, key: string | number): Pointer {
  const token = String(key);
  if (!/[~/]/.test(token)) return `${parent}/${token}`;
  return `${parent}/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The pointer of the value that holds this one; `''` for the whole and for its direct members. */
export function parentOf(pointer: Pointer): Pointer {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
}

/** Whether `pointer` is `ancestor` or lies below it. */
export function isWithin(pointer: Pointer, ancestor: Pointer): boolean {
  return pointer === ancestor || pointer.startsWith(`${ancestor}/`);
}

/** The value at a pointer, or undefined where there is none. Inherited properties do not exist here. */
export function getAt(value: Json | undefined, pointer: Pointer): Json | undefined {
  let current: Json | undefined = value;
  for (const token of tokensOf(pointer)) {
    if (Array.isArray(current))
      current = isIndex(token) ? (current as readonly Json[])[Number(token)] : undefined;
    else if (isJsonObject(current))
      current = Object.hasOwn(current, token) ? current[token] : undefined;
    else return undefined;
  }
  return current;
}

function isIndex(token: string): boolean {
  return /^(0|[1-9]\d*)$/.test(token);
}

/**
 * A copy of `value` with `replacement` at the pointer; `undefined` removes the member (or the array item). Objects on
 * the way are made where they are missing. Everything beside the way keeps its identity. An array has no place but at
 * an index: a pointer that asks for another changes nothing.
 */
export function setAt(
  value: Json | undefined,
  pointer: Pointer,
  replacement: Json | undefined,
): Json | undefined {
  return setTokens(value, tokensOf(pointer), replacement);
}

function setTokens(
  value: Json | undefined,
  tokens: readonly string[],
  replacement: Json | undefined,
): Json | undefined {
  const [token, ...rest] = tokens;
  if (token === undefined) return replacement;
  if (Array.isArray(value)) {
    if (!isIndex(token)) return value as Json;
    const items = [...(value as readonly Json[])];
    const index = Number(token);
    const item = setTokens(items[index], rest, replacement);
    if (item === undefined) items.splice(index, 1);
    else items[index] = item;
    return items;
  }
  const members = isJsonObject(value) ? value : {};
  const current = Object.hasOwn(members, token) ? members[token] : undefined;
  const member = setTokens(current, rest, replacement);
  // A computed key always defines an own property, so one named `__proto__` stays data. A known member keeps its place.
  if (member !== undefined) return { ...members, [token]: member };
  const { [token]: _, ...others } = members;
  return others;
}
