import type { Office } from '../profile/profile.js';
import { hoursAheadOfUtc, weekdays } from './time-zones.js';

/** A point in time: an ISO text, a `Date`, or milliseconds since 1970. */
export type Instant = string | Date | number;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Days are counted from the first of January 1970, which was a Thursday. */
const weekdaysSince1970 = [...weekdays.slice(4), ...weekdays.slice(0, 4)];

/** Spans longer than this are cut: a broken clock may not keep a page busy. No case lives for fifty years. */
const MAX_DAYS = 50 * 366;

/** A span of a day in milliseconds after local midnight. */
type Span = readonly [from: number, until: number];

interface Hours {
  readonly offset: number;
  readonly week: readonly (readonly Span[])[];
  readonly closed: ReadonlySet<number>;
}

/**
 * Minutes between two instants in which the office is open, with fractions: without lunch breaks, nights, closed days
 * and holidays. 0 when `until` is not after `from`, or when either is no date.
 */
export function serviceMinutes(from: Instant, until: Instant, office: Office): number {
  return serviceMilliseconds(from, until, office) / MINUTE;
}

/** The same in milliseconds, where sums stay exact. */
export function serviceMilliseconds(from: Instant, until: Instant, office: Office): number {
  const { offset, week, closed } = hoursOf(office);
  const start = millisecondsOf(from) + offset;
  const end = Math.min(millisecondsOf(until) + offset, start + MAX_DAYS * DAY);
  if (!(end > start)) return 0;
  let sum = 0;
  for (let day = Math.floor(start / DAY); day * DAY < end; day += 1) {
    if (closed.has(day)) continue;
    for (const [opens, closes] of week[((day % 7) + 7) % 7] ?? [])
      sum += Math.max(0, Math.min(end, day * DAY + closes) - Math.max(start, day * DAY + opens));
  }
  return sum;
}

/**
 * The instant at which `minutes` of service have passed since `from`; undefined when the office does not open for so
 * long, or when `from` is no date.
 */
export function afterService(from: Instant, minutes: number, office: Office): Date | undefined {
  const { offset, week, closed } = hoursOf(office);
  const start = millisecondsOf(from) + offset;
  if (Number.isNaN(start)) return undefined;
  let left = minutes * MINUTE;
  for (let day = Math.floor(start / DAY); day * DAY < start + MAX_DAYS * DAY; day += 1) {
    if (closed.has(day)) continue;
    for (const [opens, closes] of week[((day % 7) + 7) % 7] ?? []) {
      const begins = Math.max(start, day * DAY + opens);
      const ends = day * DAY + closes;
      if (ends <= begins) continue;
      if (left <= ends - begins) return new Date(begins + left - offset);
      left -= ends - begins;
    }
  }
  return undefined;
}

/** Days on which the office is open, after the day of `from` up to and with that of `until`. 0 for what is no date. */
export function serviceDays(from: Instant, until: Instant, office: Office): number {
  const { offset, week, closed } = hoursOf(office);
  const first = Math.floor((millisecondsOf(from) + offset) / DAY) + 1;
  const last = Math.min(Math.floor((millisecondsOf(until) + offset) / DAY), first + MAX_DAYS);
  let days = 0;
  for (let day = first; day <= last; day += 1)
    if (!closed.has(day) && (week[((day % 7) + 7) % 7] ?? []).length > 0) days += 1;
  return days;
}

/** Milliseconds since 1970; NaN for what is no date. */
export function millisecondsOf(instant: Instant): number {
  if (typeof instant === 'number') return instant;
  return typeof instant === 'string' ? Date.parse(instant) : instant.getTime();
}

/** Profiles never change, so their hours are read once. */
const known = new WeakMap<Office, Hours>();

function hoursOf(office: Office): Hours {
  const hours = known.get(office) ?? readHours(office);
  known.set(office, hours);
  return hours;
}

function readHours({ zonaWaktu, jamLayanan, hariLibur }: Office): Hours {
  return {
    offset: hoursAheadOfUtc[zonaWaktu] * 60 * MINUTE,
    week: weekdaysSince1970.map((day) =>
      merged((jamLayanan[day] ?? []).map(([from, until]) => [timeOf(from), timeOf(until)])),
    ),
    closed: new Set(hariLibur.map(({ tanggal }) => Date.parse(`${tanggal}T00:00:00Z`) / DAY)),
  };
}

/** Spans in order, those that overlap as one: no minute counts twice. */
function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const [from, until] of [...spans].sort(([a], [b]) => a - b)) {
    const last = result.at(-1);
    if (last && from <= last[1]) result[result.length - 1] = [last[0], Math.max(last[1], until)];
    else result.push([from, until]);
  }
  return result;
}

/** `08:30` or `08.30`, as Indonesians write it, in milliseconds. A profile with another text was refused when loaded. */
function timeOf(text: string): number {
  const [hours = 0, minutes = 0] = text.split(/[:.]/).map(Number);
  return (hours * 60 + minutes) * MINUTE;
}
