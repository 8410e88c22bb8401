const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~.-]+$/i;
const LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i;

export function isHostnameOf(label: RegExp, text: string): boolean {
  if (text.length > 253) return false;
  return text.split('.').every((part) => part.length <= 63 && label.test(part));
}

export function isHostname(text: string): boolean {
  return isHostnameOf(LABEL, text);
}

/** `name@host.example`. A domain needs a dot: "budi@gmail" is a slip of the finger, not an address of this world. */
export function isEmailOf(
  local: (part: string) => boolean,
  host: (domain: string) => boolean,
  text: string,
): boolean {
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

/** What is wrong with an e-mail address that is none, where it is one of the usual slips. Tells nothing of the address. */
export function emailFault(text: string): 'at' | 'space' | 'comma' | 'incomplete' | undefined {
  const [name, domain, ...more] = text.trim().split('@');
  if (more.length > 0) return 'at';
  if (/\s/.test(text)) return 'space';
  if (text.includes(',')) return 'comma';
  const isWhole = name !== '' && domain !== undefined && /.[.。．｡]./.test(domain);
  return isWhole ? undefined : 'incomplete';
}
