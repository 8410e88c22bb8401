import { sha256Hex } from '@lpse-konsultasi/form-schema';

/** A capability token: 32 random bytes in base64url. Whoever has it opens the one case that it was bound to. */
export function newToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** Whether a text can be a token: 22 to 128 characters of base64url, so at least 128 bits when they were drawn by chance. */
export function isToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{22,128}$/.test(text);
}

/** What a server keeps instead of the token. A token is random: nothing is gained by a slower hash or by salt. */
export function tokenHash(token: string): string {
  return sha256Hex(new TextEncoder().encode(token));
}
