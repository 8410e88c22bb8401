/** Headers carry ASCII; a key or a name may be any text. These write such texts for a header and read them again. */

/** The value of `Idempotency-Key`: a key is any text of 1 to 255 characters. */
export function keyHeader(key: string): string {
  return `"${encodeText(key)}"`;
}

/** The key of an `Idempotency-Key` header, quoted or not; undefined for what is none. */
export function keyOf(header: string | null | undefined): string | undefined {
  const key = decodeText((header ?? '').trim().replace(/^"(.*)"$/, '$1'));
  return key !== undefined && key.length >= 1 && key.length <= 255 ? key : undefined;
}

/** The value of `ETag` and `If-Match` for a version. */
export function versionHeader(version: number): string {
  return `"${version}"`;
}

/**
 * The version that `If-Match` asks for; `any` for `*`, undefined when there is no header, and `NaN` for what no version
 * can match.
 */
export function versionOf(header: string | null | undefined): number | 'any' | undefined {
  if (header === null || header === undefined) return undefined;
  const text = header.trim();
  if (text === '*') return 'any';
  const [, digits] = /^(?:W\/)?"(\d{1,15})"$/.exec(text) ?? [];
  return digits === undefined ? Number.NaN : Number(digits);
}

/** The value of `Content-Disposition` for a file's name (RFC 6266 with the encoding of RFC 8187). */
export function dispositionHeader(name: string): string {
  return `attachment; filename*=UTF-8''${encodeText(name)}`;
}

/** The name in a `Content-Disposition`; undefined when there is none that can be read. */
export function nameOfDisposition(header: string | null | undefined): string | undefined {
  const text = header ?? '';
  const [, extended] = /;\s*filename\*=utf-8'[^']*'([^;\s]+)/i.exec(text) ?? [];
  const [, quoted] = /;\s*filename="((?:[^"\\]|\\.)*)"/i.exec(text) ?? [];
  const name = extended !== undefined ? decodeText(extended) : quoted?.replaceAll(/\\(.)/g, '$1');
  return name === undefined || name === '' ? undefined : name;
}

/** Milliseconds that `Retry-After` asks for, in seconds or as a date; undefined without one. */
export function retryAfterOf(header: string | null | undefined, now: number): number | undefined {
  const text = (header ?? '').trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const date = text === '' ? Number.NaN : Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** As `encodeURIComponent`, which leaves characters that a header's grammar gives a meaning, and fails for half pairs. */
function encodeText(text: string): string {
  // With `u`, a surrogate is one that stands alone.
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\uFFFD')).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function decodeText(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
