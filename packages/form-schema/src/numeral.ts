import type { Locale } from './locale.js';

const languages = { id: 'id-ID', en: 'en-GB' } as const;

/** Making one takes longer than everything else that a keystroke needs. */
const formats = new Map<string, Intl.NumberFormat>();

/** More decimals no format has. */
const DECIMALS = 20;

/** A number with all its decimals as people of the locale write it; without groups where it may be a year. */
export function numeral(value: number, locale: Locale, useGrouping = true): string {
  // The counters of a form's first keystrokes need no more than this, and a format takes its time to make.
  if (Number.isInteger(value) && value >= 0 && value < 1000 && !Object.is(value, -0))
    return String(value);
  if (needsExponent(value)) {
    const text = value.toExponential();
    return locale === 'id' ? text.replace('.', ',') : text;
  }
  const key = `${locale} ${useGrouping}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(languages[locale], {
      useGrouping,
      maximumFractionDigits: DECIMALS,
    });
    formats.set(key, format);
  }
  return format.format(value);
}

/** Whether a number written out would have digits that mean nothing, or would lose some that do. */
function needsExponent(value: number): boolean {
  const size = Math.abs(value);
  if (size >= 1e21) return size < Infinity;
  if (size >= 1e-3 || size === 0) return false;
  const [digits = '', exponent] = size.toExponential().split('e');
  return digits.replace('.', '').length - 1 - Number(exponent) > DECIMALS;
}
