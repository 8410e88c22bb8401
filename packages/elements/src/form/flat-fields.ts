import { isJsonObject, type Json } from '@lpse-konsultasi/form-schema';

/** One field of a plain form: its name and its value. */
export type FlatField = readonly [name: string, value: string];

/**
 * A value as the fields that a hand-written form would have had: `nama`, `alamat[kota]`, `lampiran[0][jenis]`. Brackets
 * are what PHP, Rails and the usual parsers for Node turn back into lists and objects; a dot, PHP would make an
 * underscore. Text is sent as it is, numbers and truth values as JSON writes them, null as an empty text. What is empty
 * sends nothing.
 */
export function flatFields(value: Json, name: string): FlatField[] {
  const parts = partsOf(value);
  if (parts === undefined) return [[name, textOf(value)]];
  return parts.flatMap(([key, part]) => flatFields(part, memberName(name, key)));
}

/**
 * The kept files that the value refers to by their hash, each under the name of its reference and `[file]`:
 * `lampiran[0][file]`.
 */
export function flatFiles(
  value: Json,
  name: string,
  kept: ReadonlyMap<string, File>,
): (readonly [name: string, file: File])[] {
  if (kept.size === 0) return [];
  const sha256 = isJsonObject(value) ? value['sha256'] : undefined;
  const file = typeof sha256 === 'string' ? kept.get(sha256) : undefined;
  if (file !== undefined) return [[memberName(name, 'file'), file]];
  const parts = partsOf(value) ?? [];
  return parts.flatMap(([key, part]) => flatFiles(part, memberName(name, key), kept));
}

/** A bracket in a member's own name, and the percent sign that marks it, are written as in an address. */
function memberName(holder: string, key: string): string {
  const safe = key.replace(/[%[\]]/g, (sign) => encodeURIComponent(sign));
  return holder === '' ? safe : `${holder}[${safe}]`;
}

function partsOf(value: Json): (readonly [key: string, part: Json])[] | undefined {
  if (Array.isArray(value)) {
    return (value as readonly Json[]).map((part, index) => [String(index), part] as const);
  }
  return isJsonObject(value) ? Object.entries(value) : undefined;
}

function textOf(value: Json): string {
  if (typeof value === 'string') return value;
  return value === null ? '' : String(value);
}
