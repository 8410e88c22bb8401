import type { ErrorCode } from '@lpse-konsultasi/form-schema';

const warned = new Set<ErrorCode>();

/** Tells whoever reads the console, once per code and page. The message holds nothing that a person typed. */
export function warnOnce(code: ErrorCode, message: string): void {
  if (warned.has(code)) return;
  warned.add(code);
  console.warn(`[lpse-konsultasi] ${code}: ${message}`);
}
