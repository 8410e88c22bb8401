/** The words of Indonesian numbers, each of which is a clip. */
export const numberWordList = [
  'nol',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
  'sebelas',
  'belas',
  'puluh',
  'seratus',
  'ratus',
  'seribu',
  'ribu',
] as const;

export type NumberWord = (typeof numberWordList)[number];

/** The largest number that is said as one; a longer one is said digit by digit. */
export const largestNumber = 9_999;

/**
 * A number in Indonesian words: 12 is "dua belas", 110 "seratus sepuluh".
 *
 * @throws {RangeError} For what is not an integer from 0 to `largestNumber`.
 */
export function numberWords(number: number): readonly NumberWord[] {
  if (!Number.isInteger(number) || number < 0 || number > largestNumber)
    throw new RangeError(`Expected an integer from 0 to ${largestNumber}, got ${number}`);
  return number === 0 ? ['nol'] : words(number);
}

/** The word of one digit. */
export function digitWord(digit: number): NumberWord {
  return numberWordList[digit] ?? 'nol';
}

function words(number: number): NumberWord[] {
  if (number === 0) return [];
  if (number < 12) return [digitWord(number)];
  if (number < 20) return [digitWord(number - 10), 'belas'];
  if (number < 100) return [digitWord(Math.floor(number / 10)), 'puluh', ...words(number % 10)];
  if (number < 200) return ['seratus', ...words(number - 100)];
  if (number < 1000) return [digitWord(Math.floor(number / 100)), 'ratus', ...words(number % 100)];
  if (number < 2000) return ['seribu', ...words(number - 1000)];
  return [digitWord(Math.floor(number / 1000)), 'ribu', ...words(number % 1000)];
}
