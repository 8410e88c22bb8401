import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * Lower-case hex SHA-256 of bytes, or of a text's UTF-8. Synchronous, unlike `crypto.subtle`, which is also missing on
 * pages served over plain http: `decide` stays a pure function everywhere.
 */
export function sha256Hex(data: string | Uint8Array): string {
  return bytesToHex(sha256(typeof data === 'string' ? utf8ToBytes(data) : data));
}
