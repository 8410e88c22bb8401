import type { Mask } from './masks.js';

/**
 * What about a number is unusual. Never a reason to refuse it: regions are split and renamed, some people were given a
 * placeholder date, and the tax office may issue numbers that do not follow the published pattern.
 */
export type Doubt =
  | 'nik.region'
  | 'nik.birth'
  | 'nik.serial'
  | 'nip.birth'
  | 'npwp.check'
  | 'phone.short'
  | 'phone.long'
  | 'number.letters';

/** What is unusual about a number in its normal form; undefined when nothing is, or when it is not complete. */
export function doubtAbout(mask: Mask, value: string): Doubt | undefined {
  if (/\p{L}/u.test(value)) return 'number.letters';
  switch (mask) {
    case 'nik':
      return aboutNik(value);
    case 'nip':
      return aboutNip(value);
    case 'npwp':
      return aboutNpwp(value);
    case 'phone':
      return aboutPhone(value);
  }
}

/**
 * Province, regency and district (2 digits each), date of birth as DDMMYY (a woman's day is 40 more), then a serial
 * number. Every code of a province has two digits from 1 to 9; no part and no serial is all zeros.
 */
function aboutNik(value: string): Doubt | undefined {
  const parts = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d{4})$/.exec(value)?.slice(1);
  if (parts === undefined) return undefined;
  const [province = '', regency, district, day, month, year, serial] = parts;
  if (!/^[1-9]{2}$/.test(province) || regency === '00' || district === '00') return 'nik.region';
  const born = Number(day) > 40 ? Number(day) - 40 : Number(day);
  // Two digits of a year: 1900 had no 29 February, but 2000 had.
  if (!isDay(2000 + Number(year), Number(month), born)) return 'nik.birth';
  return serial === '0000' ? 'nik.serial' : undefined;
}

/** The number of a civil servant begins with the date of birth, YYYYMMDD. What follows differs by kind of appointment. */
function aboutNip(value: string): Doubt | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)\d{10}$/.exec(value)?.slice(1).map(Number);
  if (parts === undefined) return undefined;
  const [year = 0, month = 0, day = 0] = parts;
  return year >= 1900 && isDay(year, month, day) ? undefined : 'nip.birth';
}

/**
 * The ninth digit of the old 15 is a check digit (Luhn) of the eight before it. Of the 16 digits in use since 2024
 * (PMK 112/PMK.03/2022), those that begin with 0 are an old number with a 0 before it, and the others are a NIK.
 */
function aboutNpwp(value: string): Doubt | undefined {
  if (/^\d{15}$/.test(value)) return isLuhn(value.slice(0, 9)) ? undefined : 'npwp.check';
  if (/^0\d{15}$/.test(value)) return aboutNpwp(value.slice(1));
  return aboutNik(value);
}

/** Behind +62: a mobile number (8…) has 9 to 12 digits, a fixed line with its area code 8 to 11. */
function aboutPhone(value: string): Doubt | undefined {
  const digits = /^\+62([1-9]\d*)$/.exec(value)?.[1];
  if (digits === undefined) return undefined;
  const [least, most] = digits.startsWith('8') ? [9, 12] : [8, 11];
  if (digits.length < least) return 'phone.short';
  return digits.length > most ? 'phone.long' : undefined;
}

function isDay(year: number, month: number, day: number): boolean {
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= lastDay;
}

/** From the right, every second digit counts twice (9 less where that is two digits); the sum is a multiple of ten. */
function isLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const twice = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (twice > 9 ? twice - 9 : twice);
  }, 0);
  return sum % 10 === 0;
}
