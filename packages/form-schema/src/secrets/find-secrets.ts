import type { SecretKind } from './words.js';
import { about, copulas, fillers, goesOn, keyword, kindOf, plain } from './words.js';

export type { SecretKind };

/** Where in a text something stands that nobody should hand in. `end` is exclusive; both count UTF-16 units. */
export interface Secret {
  readonly kind: SecretKind;
  readonly start: number;
  readonly end: number;
}

/** What stands in place of a secret. Its length says nothing about what was there. */
export const redaction = '••••';

/** How far from its keyword a value may stand, in words. */
const reach = 6;

/** Secrets that need no keyword: keys with a known shape, and a password in an address. */
const shapes: readonly (readonly [SecretKind, RegExp])[] = [
  ['token', /\bAKIA[0-9A-Z]{16}\b/g],
  ['token', /\bAIza[\w-]{30,45}/g],
  ['token', /\bgh[pousr]_\w{20,80}\b/g],
  ['token', /\bxox[abprs]-[\w-]{10,80}/g],
  ['token', /\bsk[-_](?:live_|test_|proj-)?[A-Za-z0-9]{16,80}\b/g],
  ['token', /\beyJ[\w-]{8,2000}\.eyJ[\w-]{8,2000}\.[\w-]{4,2000}/g],
  [
    'token',
    /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[\s\S]{1,8000}?-----END [A-Z ]{0,40}PRIVATE KEY-----/g,
  ],
  ['password', /(?<=\b[a-z]{2,10}:\/\/[^\s:/@]{1,60}:)[^\s:/@]{3,60}(?=@)/gi],
];

/**
 * Finds passwords, PINs, one-time codes and keys in what a person wrote, in Indonesian and English, as they are
 * written in chats ("pass nya budi123"). It looks for words that announce a secret and judges what follows; text
 * that only speaks about a password has none. Pure, and linear in the length of the text.
 */
export function findSecrets(text: string): readonly Secret[] {
  const found: Secret[] = [];
  for (const [kind, shape] of shapes)
    for (const { index, 0: value } of text.matchAll(shape))
      if (!isHidden(value)) found.push({ kind, start: index, end: index + value.length });
  for (const match of text.matchAll(keyword)) {
    const secret = announced(text, match);
    if (secret) found.push(secret);
  }
  return apart(found);
}

/** The text with each of its secrets replaced, and nothing else. */
export function redact(text: string, secrets: readonly Secret[] = findSecrets(text)): string {
  let from = 0;
  let clean = '';
  for (const { start, end } of secrets) {
    clean += text.slice(from, start) + redaction;
    from = end;
  }
  return clean + text.slice(from);
}

/** In order, and where two overlap the one that begins first. */
function apart(secrets: readonly Secret[]): readonly Secret[] {
  const sorted = [...secrets].sort((a, b) => a.start - b.start || b.end - a.end);
  let last = 0;
  return sorted.filter(({ start, end }) => {
    if (start < last) return false;
    last = end;
    return true;
  });
}

/** How a value is tied to its keyword: by a sign (`:`), by a word (`adalah`), by an ending (`nya`), or by standing there. */
type Tie = 'sign' | 'word' | 'ending' | 'none';

function announced(text: string, match: RegExpExecArray): Secret | undefined {
  const kind = kindOf(match[1] ?? '');
  let at = match.index + match[0].length;
  let tie: Tie = match[2] === undefined ? 'none' : 'ending';
  for (let words = 0; words < reach; words++) {
    const space = spaceAt(text, at);
    at += space.length;
    // A value on the next line belongs to a keyword only when a sign points there.
    if (space.includes('\n') && tie !== 'sign') return undefined;
    const sign = /^(?:[:=]+>?|[-=]+>|→|[-–—](?=[ \t]))/.exec(text.slice(at, at + 4))?.[0];
    if (sign !== undefined) {
      tie = 'sign';
      at += sign.length;
      continue;
    }
    const value = valueAt(text, at);
    if (value === undefined) return undefined;
    const word = value.text.toLowerCase();
    const isQuoted = value.start !== at;
    if (!isQuoted && copulas.has(word)) tie = tie === 'sign' ? tie : 'word';
    else if (!isQuoted && fillers.has(word) && tie !== 'sign')
      tie = word === 'nya' ? 'ending' : tie;
    else {
      const isTold = isQuoted && tie !== 'none';
      const spoken = tie === 'none' && about.has(wordBefore(text, match.index));
      if (
        spoken ||
        !(isTold || isSecret(kind, tie, value.text, text.slice(value.end, value.end + 24)))
      )
        return undefined;
      return isHidden(value.text) ? undefined : { kind, start: value.start, end: value.end };
    }
    at = value.end;
  }
  return undefined;
}

function spaceAt(text: string, at: number): string {
  return /^\s*/.exec(text.slice(at, at + 40))?.[0] ?? '';
}

interface Value {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What stands at a place: the words within quotes, or up to the next space without the sentence's own signs. */
function valueAt(text: string, at: number): Value | undefined {
  const ahead = text.slice(at, at + 240);
  const quoted = /^["'“”‘’`«]([^"'“”‘’`»\n]{3,80})["'“”‘’`»]/.exec(ahead)?.[1];
  if (quoted !== undefined) return { text: quoted, start: at + 1, end: at + 1 + quoted.length };
  const bare = (/^\S+/.exec(ahead)?.[0] ?? '').replace(/[.,;:)\]"'”’]+$/, '');
  return bare === '' ? undefined : { text: bare, start: at, end: at + bare.length };
}

function wordBefore(text: string, at: number): string {
  return /(\p{L}+)\s*$/u.exec(text.slice(Math.max(0, at - 24), at))?.[1]?.toLowerCase() ?? '';
}

function isSecret(kind: SecretKind, tie: Tie, value: string, after: string): boolean {
  if (kind === 'code') return isCode(tie, value);
  if (kind === 'token')
    return isMixed(value) && !isAddress(value) && value.length >= (tie === 'sign' ? 8 : 16);
  if (plain.has(value.toLowerCase()) || isAddress(value) || isProduct(value)) return false;
  if (/^\d+$/.test(value)) return value.length >= 3 && value.length <= 20 && tie !== 'none';
  if (isMixed(value)) return value.length >= 4;
  const isWord = value.length >= 4 && /^\p{L}+$/u.test(value);
  return isWord && (tie === 'sign' || tie === 'word') && isLast(after);
}

/** A code is short and has digits; a year or an amount is none. */
function isCode(tie: Tie, value: string): boolean {
  if (/^\d{4,8}$/.test(value)) return true;
  return tie === 'sign' && /^(?=.*\d)[A-Za-z\d-]{4,12}$/.test(value);
}

/** Letters with digits or signs among them, as passwords have and words have not. */
function isMixed(value: string): boolean {
  if (!/\p{L}/u.test(value)) return false;
  return /\d/.test(value) || /[!@#$%^&*_+=?~]/.test(value) || /\p{Ll}\p{Lu}/u.test(value);
}

/** Nothing follows in the sentence, or something that begins another thought. */
function isLast(after: string): boolean {
  const next = /^[ \t]*([^\s]*)/.exec(after)?.[1] ?? '';
  return next === '' || /^[.,;:)\]/"'”’\n-]/.test(next) || goesOn.has(next.toLowerCase());
}

function isAddress(value: string): boolean {
  return /^(?:https?:|www\.)/i.test(value) || /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i.test(value);
}

/** Names of systems, versions, codes of errors and grammar like "user/password" are mixed, too. */
function isProduct(value: string): boolean {
  return (
    /^(?:spse|sikap|sirup|windows|chrome|firefox|edge|android|ios|ip|v|versi|err|error|e|http|kode|step|langkah|tahap)[-_ ]?v?\d+(?:\.\d+)*$/i.test(
      value,
    ) ||
    /^(?:error|err)[_-]/i.test(value) ||
    /^\d+[.,]?\d*(?:x|kali|karakter|digit|huruf|menit|jam|hari|th|st|nd|rd)$/i.test(value)
  );
}

/** Somebody has hidden it already. */
function isHidden(value: string): boolean {
  return /^[•●*xX._\-#?…]+$/.test(value);
}
