import { numeral, plainFigures, type Locale } from '@lpse-konsultasi/form-schema';

/** What a text says as a number, or why it says none: `beyond` is one of more digits than can be kept exactly. */
export type NumberReading =
  { readonly value: number } | { readonly fault: 'empty' | 'beyond' | 'unknown' };

/**
 * The number that a person means: "1.234,5" and "1234,5" in Indonesian, "1,234.5" in English, and where it is plain,
 * the other way of writing too. An amount may be written as one: "Rp 1.500.000,-". A whole number has no decimals, so
 * that groups of three are groups in either way of writing: in English, too, "1.000" is a thousand then.
 */
export function readNumber(text: string, locale: Locale, isWhole = false): NumberReading {
  const bare = plainFigures(text).replace(/[\s\u00a0\u202f]/g, '');
  if (bare === '') return { fault: 'empty' };
  const amount = bare.replace(/^(?:Rp|IDR)\.?(?=\d)/i, '').replace(/(?<=\d),[-\u2013]+$/, '');
  const plain = withoutSeparators(amount.replace(/^[\u2212\u2013]/, '-'), locale, isWhole);
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return { fault: 'unknown' };
  const value = Number(plain);
  // Nobody types a power of ten; it is what was shown of a number that has no other spelling.
  if (/e/i.test(plain))
    return numberText(value, locale) === bare ? { value } : { fault: 'unknown' };
  // Beyond this, digits would change silently, unless they are the very ones that the number has.
  const isExact = Math.abs(value) <= Number.MAX_SAFE_INTEGER || String(value) === plain;
  return isExact ? { value } : { fault: 'beyond' };
}

/**
 * The same as a value: text that is no number comes back as it is, so that the form can say so and nothing typed is
 * lost; undefined when there is nothing.
 */
export function parseNumber(
  text: string,
  locale: Locale,
  isWhole = false,
): number | string | undefined {
  const read = readNumber(text, locale, isWhole);
  if ('value' in read) return read.value;
  return read.fault === 'empty' ? undefined : text;
}

/** A number as it is typed: without grouping, with the locale's decimal sign. */
export function numberText(value: number, locale: Locale): string {
  return numeral(value, locale, false);
}

function withoutSeparators(text: string, locale: Locale, isWhole: boolean): string {
  const comma = text.lastIndexOf(',');
  const dot = text.lastIndexOf('.');
  if (comma >= 0 && dot >= 0) {
    const [group, decimal] = comma > dot ? ['.', ','] : [',', '.'];
    return isGrouped(text, group, decimal)
      ? text.split(group).join('').replace(decimal, '.')
      : text;
  }
  // One kind of sign: the locale says which one groups, and only a well-formed grouping counts as one.
  const groups = isWhole ? ['.', ','] : [locale === 'id' ? '.' : ','];
  const group = groups.find((sign) => isGrouped(text, sign, ''));
  if (group !== undefined) return text.split(group).join('');
  return text.replace(',', '.');
}

/** Whether the whole part is written in groups of three. */
function isGrouped(text: string, group: string, decimal: string): boolean {
  const whole = decimal === '' ? text : (text.split(decimal)[0] ?? '');
  const [first = '', ...rest] = whole.replace(/^[+-]/, '').split(group);
  return rest.length > 0 && /^\d{1,3}$/.test(first) && rest.every((part) => /^\d{3}$/.test(part));
}
