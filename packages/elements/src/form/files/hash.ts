/**
 * The lower-case hex SHA-256 of a file. The browser's own is fast and leaves the page free; where a page was not loaded
 * over a safe line there is none, and ours does it.
 */
export async function sha256Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const subtle = (globalThis.crypto as Crypto | undefined)?.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) {
    const { sha256Hex } = await import('@lpse-konsultasi/form-schema/hash');
    return sha256Hex(bytes);
  }
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
