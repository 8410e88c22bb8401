import { plainFigures } from '../figures.js';
import { offsetOf } from './zone-text.js';

/** What of a date cannot be: `dayOfMonth` is a day that this month does not have. */
export type WrongPart = 'day' | 'month' | 'year' | 'dayOfMonth' | 'time';

/** Why a text says no date: `half` is on its way to one, `unreal` never comes to one. */
export type DateFault =
  | { readonly fault: 'empty' | 'half' | 'unknown' }
  | { readonly fault: 'unreal'; readonly wrong: WrongPart };

/** What a person's text says: a date (`YYYY-MM-DD`), or why it is none. */
export type DateReading = { readonly date: string } | DateFault;

/** The moment a person's text says, local to the field (`YYYY-MM-DDTHH:MM`, with `:SS` where they were given) or, with a zone of its own, an instant. */
export type MomentReading = { readonly local: string } | { readonly instant: string } | DateFault;

/** The first three letters of the months, Indonesian and English, in the spellings that are in use. */
const months: readonly (readonly string[])[] = [
  ['jan'],
  ['feb', 'peb'],
  ['mar'],
  ['apr'],
  ['mei', 'may'],
  ['jun'],
  ['jul'],
  ['agu', 'ags', 'agt', 'aug'],
  ['sep'],
  ['okt', 'oct'],
  ['nov', 'nop'],
  ['des', 'dec'],
];

const weekday =
  /^(?:minggu|ahad|senin|selasa|rabu|kamis|jum['’]?at|sabtu|(?:sun|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?)(?:day)?)\b[\s,.]*/i;

/**
 * Reads a date as people write it: `22/11/2026`, `22-11-26`, `22.11.2026`, `22 Nov 2026`, `Minggu, 22 November 2026`,
 * `November 22, 2026`, `22112026`, `2026-11-22`. The day comes before the month, as in Indonesia. Of a year's two
 * digits, 69 to 99 are in the last century (POSIX).
 */
export function readDate(text: string): DateReading {
  const bare = plainFigures(text).trim().replace(weekday, '');
  if (bare === '') return { fault: 'empty' };
  const parts = partsOf(bare.toLowerCase());
  const wrong = wrongIn(parts ?? begunIn(bare));
  if (wrong !== undefined) return { fault: 'unreal', wrong };
  if (parts === undefined) return { fault: mayBecome(bare) ? 'half' : 'unknown' };
  const [year, month, day] = parts;
  return { date: `${four(year)}-${two(month)}-${two(day)}` };
}

/**
 * Reads a moment: a date, then a time as `14.05` or `14:05`, with or without `pukul`. With a zone behind it (`WITA`,
 * `+08:00`, `Z`) it is an instant, whatever zone the field is in.
 */
export function readMoment(typed: string): MomentReading {
  const text = plainFigures(typed);
  const match =
    /^(.*?\d.*?)(?:\s*,?\s+(?:pukul|jam|at)\s+|\s*[,T]\s*|\s+)(\d{1,2})[.:](\d{2})(?:[.:](\d{2})(?:\.\d+)?)?\s*(wib|wita|wit|z|[+-]\d{2}:?\d{2})?$/i.exec(
      text.trim(),
    );
  if (match === null) {
    // A date alone, or with a time that has only begun.
    const read = readDate(text.replace(/(\d)[\s,T]+\d{1,2}[.:]?\d?$/, '$1'));
    const whole = readDate(text);
    return 'date' in read || 'date' in whole ? { fault: 'half' } : whole;
  }
  const [, dateText = '', hour = '', minute = '', second = '00', zone] = match;
  const read = readDate(dateText);
  if ('fault' in read) return read;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
    return { fault: 'unreal', wrong: 'time' };
  const local = `${read.date}T${hour.padStart(2, '0')}:${minute}`;
  if (zone !== undefined) return { instant: `${local}:${second}${offsetOf(zone)}` };
  return { local: second === '00' ? local : `${local}:${second}` };
}

/** A date as it is written in figures, `22/11/2026`; undefined for what is no date. */
export function dateText(iso: string): string | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!parts || !isDay(Number(parts[1]), Number(parts[2]), Number(parts[3]))) return undefined;
  return `${parts[3]}/${parts[2]}/${parts[1]}`;
}

type Parts = readonly [year: number, month: number, day: number];

function partsOf(text: string): Parts | undefined {
  const iso = /^(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})$/.exec(text);
  if (iso) return [Number(iso[1]), Number(iso[2]), Number(iso[3])];
  const figures = /^(\d{1,2})\s*[-/.\s]\s*(\d{1,2})\s*[-/.\s]\s*(\d{4}|\d{2})$/.exec(text);
  if (figures) return [yearOf(figures[3]), Number(figures[2]), Number(figures[1])];
  const named = /^(\d{1,2})\s*[-/.\s]?\s*([a-z]{3,9})\.?\s*[-/.\s,]?\s*(\d{4}|\d{2})$/.exec(text);
  if (named) return withMonth(named[3], named[2], named[1]);
  const american = /^([a-z]{3,9})\.?\s*(\d{1,2})(?:st|nd|rd|th)?\s*,?\s+(\d{4})$/.exec(text);
  if (american) return withMonth(american[3], american[1], american[2]);
  return run(text);
}

/** Figures without signs: `22112026`, `221126`, and `20261122` where the other reading has no sane year. */
function run(text: string): Parts | undefined {
  const day = /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(text);
  if (!day) return undefined;
  const parts: Parts = [yearOf(day[3]), Number(day[2]), Number(day[1])];
  const year = parts[0];
  if (text.length === 6 || (year >= 1900 && year < 2200 && isDay(...parts))) return parts;
  return [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))];
}

function withMonth(
  year: string | undefined,
  name: string | undefined,
  day: string | undefined,
): Parts | undefined {
  const month = months.findIndex((names) => names.includes(name?.slice(0, 3) ?? ''));
  return month < 0 ? undefined : [yearOf(year), month + 1, Number(day)];
}

function yearOf(digits = ''): number {
  const year = Number(digits);
  if (digits.length !== 2) return year;
  return year < 69 ? 2000 + year : 1900 + year;
}

type SomeParts = readonly [year?: number, month?: number, day?: number];

/** The figures of a date that is not whole: a day and a month before a year, as people write them, or after it. */
function begunIn(text: string): SomeParts {
  const [, day, month, year] =
    /^(\d{1,2})(?:\s*[-/.\s]\s*(?:(\d{1,2})(?:\s*[-/.\s]\s*(\d{4})?.*)?)?)?$/.exec(text) ?? [];
  const iso = /^(\d{4})\s*[-/.]\s*(\d{1,2})/.exec(text);
  if (iso) return [Number(iso[1]), Number(iso[2])];
  return [figure(year), figure(month), figure(day)];
}

function figure(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

/** The part that cannot be, of those that are known. */
function wrongIn([year, month, day]: SomeParts): WrongPart | undefined {
  if (month !== undefined && (month < 1 || month > 12)) return 'month';
  if (day !== undefined && (day < 1 || day > 31)) return 'day';
  if (year !== undefined && year < 1) return 'year';
  if (month === undefined || day === undefined) return undefined;
  // While the year is not known, it may be one in which February has its 29th.
  return day > lastDayOf(year ?? 2000, month) ? 'dayOfMonth' : undefined;
}

/** Whether more of the same would make a date: a day, or a day and a month, in figures or words. */
function mayBecome(text: string): boolean {
  const name = /[a-z]{3,}/i.exec(text)?.[0].toLowerCase().slice(0, 3);
  if (name !== undefined && !months.flat().includes(name)) return false;
  return /^\d{1,8}(?:\s*[-/.\s]\s*(?:\d{0,2}|[a-z]{0,9}))?(?:\s*[-/.\s,]\s*\d{0,4})?$/i.test(text);
}

function isDay(...parts: Parts): boolean {
  return wrongIn(parts) === undefined;
}

function lastDayOf(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return isLeap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function four(value: number): string {
  return String(value).padStart(4, '0');
}
