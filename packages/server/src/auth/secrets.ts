import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** 256 random bits in base64url, for cookies and one-time links. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is kept of a secret. It is random, so a fast hash loses nothing. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. The library's default algorithm is argon2id. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassphrase(passphrase: string): Promise<string> {
  return hash(passphrase.normalize('NFKC'), cost);
}

/** Of a text that nobody knows, so that an unknown account takes as long to refuse as a known one. */
let decoy: Promise<string> | undefined;

export async function isPassphrase(
  passphrase: string,
  known: string | null | undefined,
): Promise<boolean> {
  decoy ??= hashPassphrase(newSecret());
  const matches = await verify(known ?? (await decoy), passphrase.normalize('NFKC'));
  return matches && typeof known === 'string';
}

/** Long beats complicated (NIST SP 800-63B): no rule asks for signs, and none makes anyone change it by the calendar. */
export const passphraseLength = { min: 12, max: 128 } as const;

const tooCommon = new Set([
  ...['123456789012', 'password1234', 'passwordpassword', 'qwertyuiop12', 'katasandi123'],
  ...['katasandikatasandi', 'lpsekonsultasi', 'lpse-konsultasi', 'administrator', 'admin1234567'],
]);

export function isAcceptable(passphrase: unknown, login: string): passphrase is string {
  if (typeof passphrase !== 'string') return false;
  const folded = passphrase.normalize('NFKC').toLowerCase();
  if (folded.length < passphraseLength.min || folded.length > passphraseLength.max) return false;
  if (new Set(folded).size < 4 || tooCommon.has(folded)) return false;
  return !folded.includes(login.toLowerCase());
}
