import { describe, expect, it } from 'vitest';
import { numeral } from './numeral.js';

describe('A number in words of a locale', () => {
  it.each([
    [1234.5, 'id', '1.234,5', '1234,5'],
    [1234.5, 'en', '1,234.5', '1234.5'],
    [-0.000001, 'id', '-0,000001', '-0,000001'],
    [2026, 'id', '2.026', '2026'],
  ] as const)('%d in %s is %s, without groups %s', (value, locale, grouped, plain) => {
    expect(numeral(value, locale)).toBe(grouped);
    expect(numeral(value, locale, false)).toBe(plain);
    expect(numeral(value, locale)).toBe(grouped);
  });
});
