/**
 * For the code of an element that is drawn already. Where it cannot be had, as without a line, its place stays empty:
 * nobody waits for it, and a promise that nobody catches would be an error of the host page.
 */
export function loadQuietly(code: Promise<unknown>): void {
  code.catch(() => undefined);
}
