import { isIpv6 } from './ip.js';

const SCHEME = /^[a-z][a-z0-9+.-]*$/i;
const URI_CHARACTERS = /^(?:[a-z0-9\-._~:/?[\]@!$&'()*+,;=]|%[0-9a-f]{2})*$/i;
const IRI_CHARACTERS = /^(?:[^\p{C}\p{Z}"<>\\^`{|}%#]|%[0-9a-f]{2})*$/iu;

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
