import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { announcement, clips, spoken } from './announcement.js';
import type { VoiceStyle } from './announcement.js';
import { digitWord, largestNumber, numberWords } from './number-words.js';

const each: VoiceStyle = { digits: 'each', zero: 'nol' };
const whole: VoiceStyle = { digits: 'number', zero: 'nol' };

/** What a listener understands. */
function heard(words: readonly string[]): number {
  const small = (word: string | undefined): number =>
    Array.from({ length: 12 }, (_, digit) => digitWord(digit)).indexOf(word as never);
  let sum = 0;
  let last = 0;
  for (const word of words) {
    if (word === 'belas') sum += 10;
    else if (word === 'puluh') sum += last * 9;
    else if (word === 'ratus') sum += last * 99;
    else if (word === 'ribu') sum += last * 999;
    else if (word === 'seratus') sum += 100;
    else if (word === 'seribu') sum += 1000;
    else sum += last = small(word);
  }
  return sum;
}

describe('numberWords', () => {
  it.each([
    [0, 'nol'],
    [9, 'sembilan'],
    [10, 'sepuluh'],
    [11, 'sebelas'],
    [12, 'dua belas'],
    [19, 'sembilan belas'],
    [20, 'dua puluh'],
    [21, 'dua puluh satu'],
    [100, 'seratus'],
    [101, 'seratus satu'],
    [111, 'seratus sebelas'],
    [200, 'dua ratus'],
    [999, 'sembilan ratus sembilan puluh sembilan'],
    [1000, 'seribu'],
    [1110, 'seribu seratus sepuluh'],
    [2025, 'dua ribu dua puluh lima'],
  ])('says %i as "%s"', (number, words) => {
    expect(numberWords(number).join(' ')).toBe(words);
  });

  it('is understood as the number that was meant, for every number', () => {
    for (let number = 0; number <= largestNumber; number += 1)
      expect(heard(numberWords(number)), String(number)).toBe(number);
  });

  it.each([-1, 0.5, Number.NaN, largestNumber + 1])('does not say %d', (number) => {
    expect(() => numberWords(number)).toThrow(RangeError);
  });
});

describe('a queue number', () => {
  it.each([
    ['A-012', each, 'huruf-a nol satu dua'],
    ['A-012', whole, 'huruf-a nol satu dua'],
    ['A-012', { digits: 'each', zero: 'kosong' }, 'huruf-a kosong satu dua'],
    ['B-112', each, 'huruf-b satu satu dua'],
    ['B-112', whole, 'huruf-b seratus dua belas'],
    ['HD/7', whole, 'huruf-h huruf-d tujuh'],
    ['12345', whole, 'satu dua tiga empat lima'],
    ['', each, ''],
    ['—', each, ''],
  ] satisfies readonly (readonly [string, VoiceStyle, string])[])(
    '%s is said as %o',
    (number, style, words) => {
      expect(spoken(number, style).join(' ')).toBe(words);
    },
  );

  it('is made of clips that there are, whatever the number looks like', () => {
    const known = new Set<string>(clips);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (nomor, loket) => {
        for (const style of [each, whole]) {
          const { groups } = announcement({ nomor, loket }, style);
          expect(groups.flat().filter((clip) => !known.has(clip))).toEqual([]);
        }
      }),
    );
  });
});

describe('an announcement', () => {
  it('says the number and where to go, as clips and as a sentence', () => {
    expect(announcement({ nomor: 'A-012', loket: '1' }, each)).toEqual({
      groups: [
        ['nomorAntrean', 'huruf-a', 'nol', 'satu', 'dua'],
        ['silakanMenujuLoket', 'satu'],
      ],
      text: 'Nomor antrean A nol satu dua, silakan menuju loket satu.',
    });
  });

  it.each([
    ['12', ['silakanMenujuLoket', 'dua', 'belas'], 'silakan menuju loket dua belas'],
    ['Loket 3', ['silakanMenujuLoket', 'tiga'], 'silakan menuju loket tiga'],
    ['2B', ['silakanMenujuLoket', 'dua', 'huruf-b'], 'silakan menuju loket dua B'],
    ['Helpdesk', ['silakanMenujuLoketPadaLayar'], 'silakan menuju Helpdesk'],
    [undefined, ['silakanMenujuPetugas'], 'silakan menuju petugas'],
  ])('leads to the counter %s', (loket, way, words) => {
    const call = { nomor: 'A-1', ...(loket !== undefined && { loket }) };
    const { groups, text } = announcement(call, each);
    expect(groups[1]).toEqual(way);
    expect(text).toContain(words);
  });
});
