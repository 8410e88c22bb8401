import { createHash } from 'node:crypto';
import { foldText } from '@lpse-konsultasi/client/embedded';
import { storable } from './storable.js';

/** What is looked for: all of these words. */
export function wordsOf(search: string): readonly string[] {
  return storable(foldText(search)).split(/\s+/).filter(Boolean);
}

/** Words below this length have no group of three, and are looked for row by row. */
export const gramLength = 3;

/**
 * A number for each group of three characters. A word of at least three is in a text only if all of its groups are, so
 * an index over them finds the rows that have to be read; the few that come by chance, the text itself rules out.
 */
export function gramsOf(office: string, text: string): readonly number[] {
  const grams = new Set<number>();
  const seed = createHash('sha256').update(office).digest().readUInt32BE(0);
  for (const line of text.split('\n'))
    for (let at = 0; at + gramLength <= line.length; at += 1) grams.add(hash(seed, line, at));
  return [...grams];
}

/** FNV-1a over three UTF-16 units, as a signed 32-bit number. */
function hash(seed: number, text: string, at: number): number {
  let value = seed ^ 0x811c9dc5;
  for (let offset = 0; offset < gramLength; offset += 1) {
    const unit = text.charCodeAt(at + offset);
    value = Math.imul(value ^ (unit & 0xff), 0x01000193);
    value = Math.imul(value ^ (unit >> 8), 0x01000193);
  }
  return value | 0;
}
