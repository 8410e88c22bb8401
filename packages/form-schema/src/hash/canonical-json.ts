/**
 * The one text that stands for a JSON value (RFC 8785, JSON Canonicalization Scheme): members sorted by UTF-16 code
 * units, numbers as ECMAScript writes them, no white space. Equal values give equal texts, whoever wrote them down.
 *
 * Members that are `undefined` are left out, as if they were not there. One departure from the RFC: a lone surrogate is
 * written as its escape instead of being an error, because a person may paste one and a log entry must not fail on it.
 *
 * @throws TypeError for what is no JSON: NaN, infinities, functions, bigints, dates, holes in arrays.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string')
    return written(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError(`Expected a JSON number, got ${value}`);
    return written(value);
  }
  // Array.from turns holes into undefined, which is then refused like any other non-value.
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join(',')}]`;
  if (Object.prototype.toString.call(value) === '[object Object]')
    return canonicalObject(value as { readonly [key: string]: unknown });
  throw new TypeError(`Expected a JSON value, got ${typeof value}`);
}

function canonicalObject(value: { readonly [key: string]: unknown }): string {
  const members = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    // The default order of sort() is by UTF-16 code units, which is what the RFC asks for.
    .sort()
    .map((key) => `${written(key)}:${canonicalJson(value[key])}`);
  return `{${members.join(',')}}`;
}

/**
 * As JSON writes it, whatever `toJSON` a library on the page (Prototype.js) has given to texts and numbers: a log that
 * is written there must verify anywhere.
 */
function written(value: string | number | boolean | null): string {
  return JSON.stringify(value, own);
}

function own(this: { readonly [key: string]: unknown }, key: string): unknown {
  return this[key];
}
