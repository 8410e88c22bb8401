import { describe, expect, it } from 'vitest';
import { numeral } from './numeral.js';

describe('A number in words of a locale', () => {
  it.each([
    [1234.5, 'id', '1.234,5', '1234,5'],
    [1234.5, 'en', '1,234.5', '1234.5'],
    [-0.000001, 'id', '-0,000001', '-0,000001'],
    [2026, 'id', '2.026', '2026'],
    [1e21, 'en', '1e+21', '1e+21'],
    [5e-324, 'id', '5e-324', '5e-324'],
    [-1.5e-30, 'id', '-1,5e-30', '-1,5e-30'],
  ] as const)('%d in %s is %s, without groups %s', (value, locale, grouped, plain) => {
    expect(numeral(value, locale)).toBe(grouped);
    expect(numeral(value, locale, false)).toBe(plain);
    expect(numeral(value, locale)).toBe(grouped);
  });

  it.each([0, -0, 7, 999, 1000, -1, 0.5, NaN, Infinity])(
    'is what the platform writes for %d',
    (value) => {
      for (const [locale, language] of [
        ['id', 'id-ID'],
        ['en', 'en-GB'],
      ] as const)
        expect(numeral(value, locale)).toBe(
          new Intl.NumberFormat(language, { maximumFractionDigits: 20 }).format(value),
        );
    },
  );
});
