import { isJsonObject, type Json } from '@lpse-konsultasi/form-schema';

/** What can be kept of a form, and what of it cannot. */
export interface KeptValue {
  readonly value: Json;
  /** Names of the attached files whose bytes are only in this page. */
  readonly lost: readonly string[];
}

/**
 * A value without references to files that are nowhere but in the memory of this page: after a crash they would lead to
 * nothing, and would be handed in all the same.
 */
export function withoutFiles(value: Json, inMemory: ReadonlyMap<string, File>): KeptValue {
  const lost: string[] = [];
  const isLost = (part: Json): boolean => {
    const sha256 = isJsonObject(part) ? part['sha256'] : undefined;
    const file = typeof sha256 === 'string' ? inMemory.get(sha256) : undefined;
    if (file !== undefined) lost.push(file.name);
    return file !== undefined;
  };
  const without = (part: Json): Json => {
    if (Array.isArray(part)) {
      return (part as readonly Json[]).filter((item) => !isLost(item)).map(without);
    }
    if (!isJsonObject(part)) return part;
    const entries = Object.entries(part).filter(([, member]) => !isLost(member));
    return Object.fromEntries(entries.map(([key, member]) => [key, without(member)]));
  };
  return inMemory.size === 0 ? { value, lost } : { value: without(value), lost };
}
