/** Where the reference server has its page for signing in, at its own root. */
const defaultPath = '/masuk';

/**
 * The page where staff sign in: what the page names, what the server names (`signIn` of `GET /`), or that of the
 * reference server. Undefined where staff do not sign in on a page, and for what is no web address.
 */
export function signInAt(
  endpoint: string,
  given: string | undefined,
  said: string | undefined,
): string | undefined {
  const server = new URL(endpoint, document.baseURI);
  if (given !== undefined && given !== '') return webAddress(given, document.baseURI);
  if (said === 'none') return undefined;
  return webAddress(said === undefined || said === 'password' ? defaultPath : said, server.href);
}

/**
 * The same address with the way back to the page that is open. It stands behind the `#`, which no browser sends and no
 * server writes down. An address of another site, and one that has a `#` of its own, stay as they are.
 */
export function withWayBack(signIn: string): string {
  const url = new URL(signIn);
  if (url.origin !== location.origin || url.hash !== '') return signIn;
  return `${signIn}#kembali=${encodeURIComponent(location.pathname + location.search)}`;
}

function webAddress(address: string, base: string): string | undefined {
  const url = URL.canParse(address, base) ? new URL(address, base) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) ? url.href : undefined;
}
