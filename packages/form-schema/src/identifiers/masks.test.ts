import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldNode } from '../model/form-model.js';
import { normalise } from '../schema/normalise.js';
import type { Mask } from './masks.js';
import { grouped, maskOf, masked } from './masks.js';

function nodeOf(mask: string): FieldNode {
  const layout = { options: { mask } };
  return { path: '/isian', key: 'isian', kind: 'string', schema: {}, layout, members: [] };
}

const spellings: readonly (readonly [Mask, written: string, normal: string, shown: string])[] = [
  ['npwp', '01.234.567.8-901.000', '012345678901000', '01.234.567.8-901.000'],
  ['npwp', '012345678901000', '012345678901000', '01.234.567.8-901.000'],
  ['npwp', '0012345678901000', '0012345678901000', '0012 3456 7890 1000'],
  ['npwp', ' 0012-3456-7890-1000 ', '0012345678901000', '0012 3456 7890 1000'],
  ['nik', '3325014501900001', '3325014501900001', '332501 450190 0001'],
  ['nik', '33.25.01.450190.0001', '3325014501900001', '332501 450190 0001'],
  ['nip', '19870101 201001 1 001', '198701012010011001', '19870101 201001 1 001'],
  ['phone', '081234567890', '+6281234567890', '0812 3456 7890'],
  ['phone', '0812-3456-7890', '+6281234567890', '0812 3456 7890'],
  ['phone', '+62 812.3456.7890', '+6281234567890', '0812 3456 7890'],
  ['phone', '62 (0)812 3456 7890', '+6281234567890', '0812 3456 7890'],
  ['phone', '8123456789', '+628123456789', '0812 3456 789'],
  ['phone', '0812345678901', '+62812345678901', '0812 3456 78901'],
  ['phone', '(021) 2993-5577', '+622129935577', '021 2993 5577'],
  ['phone', '0285 391 234', '+62285391234', '0285 3912 34'],
  ['phone', '+65 6123 4567', '+6561234567', '+65 6123 4567'],
  ['phone', '+1 (202) 555-0143', '+12025550143', '+1 2025 5501 43'],
  ['phone', '00673 234 5678', '+6732345678', '+673 2345 678'],
];

describe('A number with a mask', () => {
  it.each(spellings)('of %s written %j is %s and reads %j', (mask, written, normal, shown) => {
    const node = nodeOf(mask);
    expect(normalise(node, written)).toBe(normal);
    expect(masked(mask, normal)).toBe(shown);
    expect(grouped(node, normal)).toBe(shown);
  });

  it.each([
    ['npwp', '12345'],
    ['npwp', '01234567890100x'],
    ['nik', '33250145019000'],
    ['phone', '+621234'],
    ['phone', 'telepon'],
    ['phone', '0812'],
    ['nik', 3325014501900001],
    ['phone', undefined],
  ] as const)('stays as it was written while it is no %s: %j', (mask, value) => {
    expect(masked(mask, value)).toBeUndefined();
  });

  it('means the same after it was grouped', () => {
    const digits = (length: number): fc.Arbitrary<string> =>
      fc
        .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
        .map((all) => all.join(''));
    const numbers = fc.oneof(
      fc.tuple(fc.constant<Mask>('npwp'), fc.oneof(digits(15), digits(16))),
      fc.tuple(fc.constant<Mask>('nik'), digits(16)),
      fc.tuple(fc.constant<Mask>('nip'), digits(18)),
      fc.tuple(fc.constant<Mask>('phone'), fc.stringMatching(/^\+62[1-9]\d{7,12}$/)),
      fc.tuple(fc.constant<Mask>('phone'), fc.stringMatching(/^\+(?:65|1|44|673)[1-9]\d{6,9}$/)),
    );
    fc.assert(
      fc.property(numbers, ([mask, value]) => {
        const shown = masked(mask, value);
        expect(shown).toBeDefined();
        expect(normalise(nodeOf(mask), shown ?? '')).toBe(value);
      }),
    );
  });
});

describe('maskOf', () => {
  it('knows the masks that there are', () => {
    expect(maskOf(nodeOf('nik'))).toBe('nik');
  });

  it.each(['', 'plat', 'toString'])('knows no mask %j', (mask) => {
    expect(maskOf(nodeOf(mask))).toBeUndefined();
  });
});
