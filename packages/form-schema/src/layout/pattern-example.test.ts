import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { patternExample } from './pattern-example.js';

describe('An example of a pattern', () => {
  it.each([
    ['^\\d{16}$', '1234567890123456'],
    ['^[A-Z]{2}-\\d{3}$', 'AB-345'],
    ['^(?:PKT|LLG)/\\d{2,4}\\.[a-z]$', 'PKT/12.c'],
    ['^\\+62[1-9]\\d{7,12}$', '+6212345678'],
    ['^0[0-5]:?\\d\\d$', '0123'],
  ])('%s is %s', (pattern, example) => {
    expect(patternExample({ pattern })).toBe(example);
  });

  it.each([
    ['none', undefined],
    ['of which the text has no end', '^\\d+$'],
    ['about a part of the text', '\\d{5}'],
    ['that ends with a dollar sign', '^\\d{5}\\$'],
    ['that looks around', '^(?=.*\\d)[a-z\\d]{8}$'],
    ['of two characters', '^[A-Z]\\d$'],
    ['of more than can be read', '^\\d{1000}$'],
    ['that is none', '^(\\d{5}$'],
    ['that no text fits', '^\\d{3}^$'],
    ['of letters that are not written here', '^\\p{Script=Thai}{3}$'],
  ])('is left out for one %s', (_, pattern) => {
    expect(patternExample(pattern === undefined ? {} : { pattern })).toBeUndefined();
  });

  it('keeps within the other limits of the field', () => {
    const pattern = '^\\d{5,9}$';
    expect(patternExample({ pattern, maxLength: 5 })).toBe('12345');
    expect(patternExample({ pattern, minLength: 6 })).toBeUndefined();
    expect(patternExample({ pattern, maxLength: 4 })).toBeUndefined();
    expect(patternExample({ pattern, format: 'date' })).toBeUndefined();
  });

  it('is always right', () => {
    const part = fc.constantFrom(
      '\\d{2}',
      '[A-Z]',
      '-',
      '(?:ab|c)',
      '[^x]',
      '.',
      '\\.',
      'z?',
      '\\w{3}',
      '\\s',
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
        const pattern = `^${parts.join('')}$`;
        const example = patternExample({ pattern });
        if (example !== undefined) expect(example).toMatch(new RegExp(pattern, 'u'));
      }),
    );
  });
});
