import { sha256Hex } from '../hash/sha256.js';
import type { ConsultationEvent } from '../workflow/events.js';

/** Ticket number and code: with both, a member of the public finds their case again. */
export interface CaseAccess {
  readonly tiket: string;
  readonly kode: string;
}

/** Crockford's base 32: no letter that is read as another or as a digit. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 27 letters carry 135 bits; one more finds a slip of the pen. */
const length = 27;
const group = 4;

/**
 * The code that opens a case beside its ticket number: 27 letters and a check letter, without separators; undefined
 * for an empty log.
 *
 * It is derived from the log's first entry, whose hash covers the case's random id, the instant and the guest book, so
 * nobody can guess it who cannot read the case, and whoever can read it can print it again. It is stored nowhere.
 */
export function accessCodeOf(events: readonly ConsultationEvent[]): string | undefined {
  const [first] = events;
  if (first === undefined) return undefined;
  const digest = BigInt(`0x${sha256Hex(`lpse-konsultasi/kode/1\n${first.hash}`)}`);
  let rest = digest >> BigInt(256 - 5 * length);
  let letters = '';
  for (let index = 0; index < length; index += 1) {
    letters = alphabet.charAt(Number(rest & 31n)) + letters;
    rest >>= 5n;
  }
  return letters + checkLetter(letters);
}

/**
 * A code as a person typed it, as `accessCodeOf` writes it; undefined when it cannot be one. Case, spaces and dashes do
 * not matter, O is read as 0, I and L as 1. The check letter tells a slip of the pen from a code of another case.
 */
export function readAccessCode(text: string): string | undefined {
  const plain = text
    .toUpperCase()
    .replaceAll(/[\s\-–—.]/g, '')
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1');
  if (plain.length !== length + 1) return undefined;
  if (![...plain].every((letter) => alphabet.includes(letter))) return undefined;
  return checkLetter(plain.slice(0, length)) === plain.charAt(length) ? plain : undefined;
}

/** The code in groups of four, as it is printed and read out: `7K3M-9QWZ-…`. */
export function spellAccessCode(code: string): string {
  return (code.match(new RegExp(`.{1,${group}}`, 'g')) ?? []).join('-');
}

/**
 * The address of a status page for one case. Both stand in the fragment, which a browser sends to no server and writes
 * into no log.
 */
export function statusAddress(page: string, { tiket, kode }: CaseAccess): string {
  const [address = ''] = page.split('#');
  return `${address}#tiket=${encodeURIComponent(tiket)}&kode=${encodeURIComponent(kode)}`;
}

/** Ticket and code of such an address's fragment; undefined when it names none. */
export function readStatusFragment(fragment: string): CaseAccess | undefined {
  const pairs = fragment.replace(/^#/, '').split('&');
  const said = new Map(pairs.map((pair) => [pair.split('=', 1)[0], pair]));
  const [tiket, kode] = ['tiket', 'kode'].map((name) => decoded(said.get(name)));
  return tiket && kode ? { tiket, kode } : undefined;
}

/** The value of `name=value`; nothing for one that was encoded wrongly. */
function decoded(pair: string | undefined): string | undefined {
  try {
    return pair && decodeURIComponent(pair.slice(pair.indexOf('=') + 1));
  } catch {
    return undefined;
  }
}

/** Luhn's sum in base 32: finds every wrong letter, and nearly every pair that changed places. */
function checkLetter(letters: string): string {
  const base = alphabet.length;
  const sum = [...letters].reverse().reduce((total, letter, index) => {
    const value = alphabet.indexOf(letter) * (index % 2 === 0 ? 2 : 1);
    return total + Math.floor(value / base) + (value % base);
  }, 0);
  return alphabet.charAt((base - (sum % base)) % base);
}
