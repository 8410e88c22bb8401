import type { Locale } from './locale.js';

const languages = { id: 'id-ID', en: 'en-GB' } as const;

/** Making one takes longer than everything else that a keystroke needs. */
const formats = new Map<string, Intl.NumberFormat>();

/** A number with all its decimals as people of the locale write it; without groups where it may be a year. */
export function numeral(value: number, locale: Locale, useGrouping = true): string {
  // The counters of a form's first keystrokes need no more than this, and a format takes its time to make.
  if (Number.isInteger(value) && value >= 0 && value < 1000 && !Object.is(value, -0))
    return String(value);
  const key = `${locale} ${useGrouping}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(languages[locale], { useGrouping, maximumFractionDigits: 20 });
    formats.set(key, format);
  }
  return format.format(value);
}
