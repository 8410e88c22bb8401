/** A JSON value. What a form holds, a command carries and an event records is always one of these. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A JSON object with unknown keys, e.g. the value of a form whose schema arrives at run time. */
export type JsonObject = { readonly [key: string]: Json };

/** Whether `value` is a JSON object (not null, not an array). */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
