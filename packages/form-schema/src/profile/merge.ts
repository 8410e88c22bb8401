import type { Json } from '../json.js';
import { isJsonObject } from '../json.js';

/** `over` laid on `under`: objects are merged member by member, everything else is replaced. */
export function merge(under: Json | undefined, over: Json | undefined): Json | undefined {
  if (over === undefined) return under;
  if (!isJsonObject(under) || !isJsonObject(over)) return over;
  const keys = new Set([...Object.keys(under), ...Object.keys(over)]);
  return Object.fromEntries(
    [...keys].map((key) => [key, merge(own(under, key), own(over, key)) as Json]),
  );
}

function own(object: { readonly [key: string]: Json }, key: string): Json | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}
