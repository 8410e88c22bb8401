/** Whether a text has the format. */
export type FormatCheck = (text: string) => boolean;

/*
 * The `format` values of JSON Schema 2020-12, shared by the generated and the interpreted validators, so that both
 * answer alike. Every pattern is free of nested and adjacent overlapping repetition: its cost grows with the length
 * of the text and never faster, whatever a person pastes.
 */

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const TIME = /^(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?(?:z|([+-])(\d{2}):(\d{2}))$/i;
const DURATION_DATE = /^(?:\d+Y(?:\d+M(?:\d+D)?)?|\d+M(?:\d+D)?|\d+D)$/;
const DURATION_TIME = /^(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S)$/;
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]+$/i;
const LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i;
const IDN_LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}·-]*[\p{L}\p{M}\p{N}])?$/u;
const OCTET = /^(?:0|[1-9]\d{0,2})$/;
const HEX_GROUP = /^[0-9a-f]{1,4}$/i;
const SCHEME = /^[a-z][a-z0-9+.-]*$/i;
const URI_CHARACTERS = /^(?:[a-z0-9\-._~:/?[\]@!$&'()*+,;=]|%[0-9a-f]{2})*$/i;
const IRI_CHARACTERS = /^(?:[^\p{C}\p{Z}"<>\\^`{|}%#]|%[0-9a-f]{2})*$/iu;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const JSON_POINTER = /^(?:\/(?:[^~/]|~[01])*)*$/;
const RELATIVE_JSON_POINTER = /^(?:0|[1-9]\d*)(?:#|(?:\/(?:[^~/]|~[01])*)*)$/;
const TEMPLATE_EXPRESSION = /^[+#./;?&=,!@|]?[a-z0-9_.%]+(?::[1-9]\d{0,3}|\*)?$/i;

export function isDate(text: string): boolean {
  const match = DATE.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day >= 1 && day <= (DAYS_IN_MONTH[month - 1] ?? 0) + (leap ? 1 : 0);
}

/** RFC 3339 `full-time`: the offset is part of it. A leap second is only one at 23:59:60 UTC. */
export function isTime(text: string): boolean {
  const match = TIME.exec(text);
  if (!match) return false;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const [offsetHour, offsetMinute] = [Number(match[5] ?? 0), Number(match[6] ?? 0)];
  if (hour > 23 || minute > 59 || second > 60 || offsetHour > 23 || offsetMinute > 59) return false;
  if (second < 60) return true;
  const offset = (offsetHour * 60 + offsetMinute) * (match[4] === '-' ? -1 : 1);
  return (((hour * 60 + minute - offset) % 1440) + 1440) % 1440 === 1439;
}

export function isDateTime(text: string): boolean {
  return /^[tT]$/.test(text.charAt(10)) && isDate(text.slice(0, 10)) && isTime(text.slice(11));
}

/** ISO 8601 as RFC 3339 appendix A has it: no fractions, no gap between units. */
export function isDuration(text: string): boolean {
  if (/^P\d+W$/.test(text)) return true;
  if (!text.startsWith('P')) return false;
  const [date = '', time, ...more] = text.slice(1).split('T');
  if (more.length > 0 || (date === '' && time === undefined)) return false;
  return (
    (date === '' || DURATION_DATE.test(date)) && (time === undefined || DURATION_TIME.test(time))
  );
}

function isHostnameOf(label: RegExp, text: string): boolean {
  if (text.length > 253) return false;
  return text.split('.').every((part) => part.length <= 63 && label.test(part));
}

export function isHostname(text: string): boolean {
  return isHostnameOf(LABEL, text);
}

export function isIdnHostname(text: string): boolean {
  return isHostnameOf(IDN_LABEL, text.replaceAll(/[。．｡]/g, '.'));
}

/** `name@host.example`. A domain needs a dot: "budi@gmail" is a slip of the finger, not an address of this world. */
function isEmailOf(local: (part: string) => boolean, host: FormatCheck, text: string): boolean {
  const at = text.lastIndexOf('@');
  const [name, domain] = [text.slice(0, at), text.slice(at + 1)];
  if (at < 1 || text.length > 254 || name.length > 64 || !local(name)) return false;
  return domain.includes('.') && host(domain);
}

function isDotAtom(name: string): boolean {
  return (
    LOCAL_PART.test(name) && !name.startsWith('.') && !name.endsWith('.') && !name.includes('..')
  );
}

export function isEmail(text: string): boolean {
  return isEmailOf(isDotAtom, isHostname, text);
}

export function isIdnEmail(text: string): boolean {
  return isEmailOf((name) => /^[^\s@"]+$/u.test(name), isIdnHostname, text);
}

export function isIpv4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => OCTET.test(part) && Number(part) <= 255);
}

/** RFC 4291: eight groups, one `::` for a run of zeros, the last two groups as IPv4 when wanted. */
export function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (text.length > 45 || halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1);
  const embedded = last?.includes('.') === true && !text.endsWith('::');
  if (embedded && !isIpv4(last)) return false;
  const hex = embedded ? groups.slice(0, -1) : groups;
  const count = hex.length + (embedded ? 2 : 0);
  return (
    hex.every((group) => HEX_GROUP.test(group)) && (halves.length === 2 ? count < 8 : count === 8)
  );
}

/** RFC 3986 and 3987 by their parts, in place of the one pattern of a thousand characters. */
function isReference(characters: RegExp, absolute: boolean, text: string): boolean {
  const [beforeFragment = '', fragment = '', ...more] = text.split('#');
  if (more.length > 0 || !characters.test(beforeFragment) || !characters.test(fragment))
    return false;
  const head = beforeFragment.split(/[/?]/, 1)[0] ?? '';
  const colon = head.indexOf(':');
  if (colon < 0 ? absolute : !SCHEME.test(head.slice(0, colon))) return false;
  const rest = colon < 0 ? beforeFragment : beforeFragment.slice(colon + 1);
  if (!rest.startsWith('//')) return !/[[\]]/.test(beforeFragment.split('?', 1)[0] ?? '');
  return isAuthority(rest.slice(2).split(/[/?]/, 1)[0] ?? '');
}

function isAuthority(authority: string): boolean {
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  const literal = /^\[([^\]]*)\](?::\d*)?$/.exec(host);
  if (literal)
    return (
      isIpv6(literal[1] ?? '') || /^v[0-9a-f]+\.[\w\-.~!$&'()*+,;=:]+$/i.test(literal[1] ?? '')
    );
  return /^[^[\]@:]*(?::\d*)?$/.test(host);
}

/** RFC 6570: literals with `{expressions}` between them. */
export function isUriTemplate(text: string): boolean {
  return text.split('{').every((piece, index) => {
    if (index === 0) return !/[}\s"<>\\^`|]/.test(piece);
    const [expression = '', literal, ...more] = piece.split('}');
    if (literal === undefined || more.length > 0 || /[\s"<>\\^`|]/.test(literal)) return false;
    const [first = '', ...rest] = expression.split(',');
    return [first, ...rest.map((name) => `+${name}`)].every((name) =>
      TEMPLATE_EXPRESSION.test(name),
    );
  });
}

/** Whether the text is a pattern that this engine can run, read as JSON Schema says: with Unicode. */
export function isRegex(text: string): boolean {
  try {
    new RegExp(text, 'u');
    return true;
  } catch {
    return false;
  }
}

export function isUri(text: string): boolean {
  return isReference(URI_CHARACTERS, true, text);
}

export function isUriReference(text: string): boolean {
  return isReference(URI_CHARACTERS, false, text);
}

export function isIri(text: string): boolean {
  return isReference(IRI_CHARACTERS, true, text);
}

export function isIriReference(text: string): boolean {
  return isReference(IRI_CHARACTERS, false, text);
}

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

export function isJsonPointer(text: string): boolean {
  return JSON_POINTER.test(text);
}

export function isRelativeJsonPointer(text: string): boolean {
  return RELATIVE_JSON_POINTER.test(text);
}

/**
 * Every format that the project asserts, by its name. Names that are not here are annotations only. A generated
 * validator imports those that it needs by the names of their functions, and a page loads no others.
 */
export const formats: Readonly<Record<string, FormatCheck>> = {
  date: isDate,
  time: isTime,
  'date-time': isDateTime,
  duration: isDuration,
  email: isEmail,
  'idn-email': isIdnEmail,
  hostname: isHostname,
  'idn-hostname': isIdnHostname,
  ipv4: isIpv4,
  ipv6: isIpv6,
  uri: isUri,
  'uri-reference': isUriReference,
  iri: isIri,
  'iri-reference': isIriReference,
  'uri-template': isUriTemplate,
  uuid: isUuid,
  'json-pointer': isJsonPointer,
  'relative-json-pointer': isRelativeJsonPointer,
  regex: isRegex,
};
