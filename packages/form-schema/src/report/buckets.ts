import { hoursAheadOfUtc } from '../clocks/time-zones.js';
import type { TimeZone } from '../profile/profile.js';
import type { ReportUnit } from './report.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The day at the office, `YYYY-MM-DD`, of an instant in milliseconds. */
export function dayAt(instant: number, zone: TimeZone): string {
  return new Date(instant + hoursAheadOfUtc[zone] * HOUR).toISOString().slice(0, 10);
}

/** The midnight at the office with which a day begins, in milliseconds. */
export function midnight(day: string, zone: TimeZone): number {
  return Date.parse(`${day}T00:00:00Z`) - hoursAheadOfUtc[zone] * HOUR;
}

/** The first day of the bucket that a day lies in. */
export function bucketOf(day: string, unit: ReportUnit): string {
  if (unit === 'month') return `${day.slice(0, 7)}-01`;
  if (unit === 'day') return day;
  const date = new Date(`${day}T00:00:00Z`);
  const sinceMonday = (date.getUTCDay() + 6) % 7;
  return new Date(date.getTime() - sinceMonday * DAY).toISOString().slice(0, 10);
}

/** The first days of all buckets between two instants, empty ones too; the second instant is not part of the period. */
export function bucketsBetween(
  from: number,
  until: number,
  unit: ReportUnit,
  zone: TimeZone,
): string[] {
  const starts: string[] = [];
  if (!(until > from)) return starts;
  const last = dayAt(until - 1, zone);
  for (let day = bucketOf(dayAt(from, zone), unit); day <= last; day = nextBucket(day, unit))
    starts.push(day);
  return starts;
}

function nextBucket(start: string, unit: ReportUnit): string {
  const date = new Date(`${start}T00:00:00Z`);
  if (unit === 'month') date.setUTCMonth(date.getUTCMonth() + 1);
  else date.setUTCDate(date.getUTCDate() + (unit === 'week' ? 7 : 1));
  return date.toISOString().slice(0, 10);
}
