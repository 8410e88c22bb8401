import type { Locale } from './locale.js';

const languages = { id: 'id-ID', en: 'en-GB' } as const;

/** Making one takes longer than everything else that a keystroke needs. */
const formats = new Map<string, Intl.NumberFormat>();

/** A number with all its decimals as people of the locale write it; without groups where it may be a year. */
export function numeral(value: number, locale: Locale, useGrouping = true): string {
  const key = `${locale} ${useGrouping}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(languages[locale], { useGrouping, maximumFractionDigits: 20 });
    formats.set(key, format);
  }
  return format.format(value);
}
