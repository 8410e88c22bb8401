import type { LpseSheet } from './sheet.js';

/**
 * The sheet within a root, when its code has come and it is whole: whoever presses "print" before that waits for it.
 * Undefined where its code cannot be had, e.g. offline; then it is not on the page either.
 */
export async function readySheet(root: ParentNode): Promise<LpseSheet | undefined> {
  try {
    await import('../define/sheet.js');
  } catch {
    return undefined;
  }
  const sheet = root.querySelector<LpseSheet>('lpse-sheet');
  await sheet?.updateComplete;
  return sheet ?? undefined;
}
