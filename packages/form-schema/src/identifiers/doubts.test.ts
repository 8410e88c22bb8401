import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Doubt } from './doubts.js';
import { doubtAbout } from './doubts.js';
import type { Mask } from './masks.js';

const table: readonly (readonly [Mask, value: string, Doubt | undefined, why: string])[] = [
  ['nik', '3325010101900001', undefined, 'a man born on 1 January 1990'],
  ['nik', '3325014501900001', undefined, 'a woman born on 5 January 1990'],
  ['nik', '3325017112990001', undefined, 'a woman born on 31 December 1999'],
  ['nik', '3325012902000001', undefined, 'born on 29 February 2000'],
  ['nik', '3325012902960001', undefined, 'born on 29 February 1996'],
  ['nik', '3325012902970001', 'nik.birth', '1997 had no 29 February'],
  ['nik', '3325013204900001', 'nik.birth', 'there is no 32 April'],
  ['nik', '3325013104900001', 'nik.birth', 'there is no 31 April'],
  ['nik', '3325010001900001', 'nik.birth', 'there is no day 0'],
  ['nik', '3325014001900001', 'nik.birth', 'day 40 is nobody’s'],
  ['nik', '3325017201900001', 'nik.birth', 'a woman’s day 32'],
  ['nik', '3325010113900001', 'nik.birth', 'there is no month 13'],
  ['nik', '3325010100900001', 'nik.birth', 'there is no month 0'],
  ['nik', '3325010101900000', 'nik.serial', 'serials begin with 1'],
  ['nik', '0025010101900001', 'nik.region', 'no province'],
  ['nik', '2025010101900001', 'nik.region', 'no province 20'],
  ['nik', '3300010101900001', 'nik.region', 'no regency'],
  ['nik', '3325000101900001', 'nik.region', 'no district'],
  ['nik', '332501010190', undefined, 'not complete: that is a problem, not a doubt'],
  ['nip', '198701012010011001', undefined, 'born on 1 January 1987'],
  ['nip', '198713012010011001', 'nip.birth', 'month 13'],
  ['nip', '018701012010011001', 'nip.birth', 'the year 187'],
  ['nip', '1987', undefined, 'not complete'],
  ['npwp', '013000666091000', undefined, 'its ninth digit is right'],
  ['npwp', '013000667091000', 'npwp.check', 'its ninth digit is not'],
  ['npwp', '0013000666091000', undefined, 'an old number with a 0 before it'],
  ['npwp', '0013000667091000', 'npwp.check', 'an old number with a slip'],
  ['npwp', '3325014501900001', undefined, 'a NIK'],
  ['npwp', '3325013204900001', 'nik.birth', 'a NIK with a slip'],
  ['npwp', '12345', undefined, 'not complete'],
  ['phone', '0812 3456 7890 (WA)', 'number.letters', 'a note beside the number'],
  ['phone', 'telepon', 'number.letters', 'no number at all'],
  ['phone', '+6281234567890', undefined, 'a mobile number'],
  ['phone', '+6281234567', 'phone.short', 'a mobile number with a digit missing'],
  ['phone', '+628123456789012', 'phone.long', 'a mobile number with a digit too many'],
  ['phone', '+622129935577', undefined, 'a line in Jakarta'],
  ['phone', '+62285391234', undefined, 'a line in Batang'],
  ['phone', '+6228539123456789', 'phone.long', 'no line has so many digits'],
  ['phone', '+622855', 'phone.short', 'no line has so few'],
  ['phone', '+6561234567', undefined, 'from abroad: nothing is known'],
];

describe('doubtAbout', () => {
  it.each(table)('says of %s %s: %s, for it is %s', (mask, value, doubt) => {
    expect(doubtAbout(mask, value)).toBe(doubt);
  });

  it('has no doubt about a NIK of a real day', () => {
    const days = fc.date({
      min: new Date('1930-01-01'),
      max: new Date('2026-12-31'),
      noInvalidDate: true,
    });
    const serials = fc.integer({ min: 1, max: 9999 });
    fc.assert(
      fc.property(days, fc.boolean(), serials, (born, isWoman, serial) => {
        const [year, month, day] = born.toISOString().slice(0, 10).split('-').map(Number) as [
          number,
          number,
          number,
        ];
        const two = (part: number): string => String(part % 100).padStart(2, '0');
        const nik = `332501${two(day + (isWoman ? 40 : 0))}${two(month)}${two(year)}${String(serial).padStart(4, '0')}`;
        expect(doubtAbout('nik', nik)).toBeUndefined();
        expect(doubtAbout('npwp', nik)).toBeUndefined();
      }),
    );
  });

  it('finds any single wrong digit among the first nine of an NPWP', () => {
    const slip = fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(slip, ([at, by]) => {
        const right = '013000666091000';
        const wrong = (Number(right.charAt(at)) + by) % 10;
        const value = right.slice(0, at) + String(wrong) + right.slice(at + 1);
        expect(doubtAbout('npwp', value)).toBe('npwp.check');
      }),
    );
  });
});
