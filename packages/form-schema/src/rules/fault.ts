import type { Pointer } from '../pointer.js';

/** Something in a layout that its author has to look at. For developers, hence in English. */
export interface Fault {
  /** JSON Pointer into the layout. */
  readonly pointer: Pointer;
  /** What is wrong there and what to do; begins in mid-sentence, after the place. */
  readonly message: string;
  /** With an `error` no form can be made; a `warning` leaves something without effect. */
  readonly severity: 'error' | 'warning';
}

/** A fault as one line: `/fields/~1nama/visible: "=" is no operator; did you mean "=="? …` */
export function wordFault({ pointer, message }: Fault): string {
  return `${pointer === '' ? '(the layout)' : pointer}: ${message}`;
}

/** The end of a sentence about an unknown name: `; did you mean "x"?` when a known one is near, else a full stop. */
export function orNearest(name: string, known: readonly string[]): string {
  let best: string | undefined;
  let least = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of known) {
    const distance = distanceOf(name.toLowerCase(), candidate.toLowerCase(), least);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best === undefined ? '.' : `; did you mean "${best}"?`;
}

/** How many letters have to change, or to swap with the next, as far as it is less than `limit`. */
function distanceOf(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  let before = row;
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isTurned = j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const turned = isTurned ? (before[j - 2] ?? 0) + 1 : limit;
      next.push(Math.min(swap, turned, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? limit;
}
