import { redact } from '../secrets/find-secrets.js';

/** What stands in place of something that points to a person. */
export const masks = { nama: '[nama]', surel: '[surel]', nomor: '[nomor]' } as const;

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;

/** Five digits or more, however they are grouped: telephone, NIK, NPWP, package codes. Years and error codes stay. */
const NUMBER = /(?<![\p{L}\p{N}])\+?\d(?:[ .\-/]?\d){4,}(?![\p{L}\p{N}])/gu;

/** What marks an invented person in fixtures and samples is no name. */
const common: ReadonlySet<string> = new Set(['contoh']);

/**
 * A text without what points to the people of its case: their names, addresses and numbers, and anything that looks
 * like a secret. `people` are taken out by each word of their names, `others` (a company, an address) as they stand: the
 * words of a company's name stand in other sentences too. A name that only the text knows cannot be found by a rule.
 */
export function withoutPeople(
  text: string,
  people: readonly string[],
  others: readonly string[] = [],
): string {
  const bare = redact(text).replaceAll(EMAIL, masks.surel).replaceAll(NUMBER, masks.nomor);
  return [...people.flatMap(wordingsOf), ...others.map(inOneLine)]
    .filter((wording) => wording.length >= 3)
    .sort((a, b) => b.length - a.length)
    .reduce((rest, name) => rest.replaceAll(wholeWord(name), masks.nama), bare)
    .replaceAll(/\[nama\](?:[\s,.]*\[nama\])+/g, masks.nama);
}

/** The name as it stands, and each of its words that can stand for it. */
function wordingsOf(name: string): string[] {
  const whole = inOneLine(name);
  const words = whole
    .split(/[\s,.()]+/)
    .filter((word) => word.length >= 4 && !common.has(word.toLowerCase()));
  return [whole, ...words];
}

function inOneLine(name: string): string {
  return name.replaceAll(/\s+/g, ' ').trim();
}

function wholeWord(name: string): RegExp {
  const pattern = name.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&').replaceAll(' ', '\\s+');
  return new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'giu');
}
