/**
 * How much a width, in CSS pixels, has room for: with text of twice its usual size for half as much. Breakpoints in
 * style sheets say the same as `max(560px, 35rem)`. Where a page makes the root font size smaller, ours is not, and the
 * width counts as it is.
 */
export function textRoom(width: number): number {
  const size = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return width / Math.max(1, size / 16);
}
