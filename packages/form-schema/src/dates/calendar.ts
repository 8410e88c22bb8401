import { hoursAheadOfUtc } from '../clocks/time-zones.js';
import type { TimeZone } from '../profile/profile.js';

const hour = 3_600_000;
const day = 24 * hour;

/** The calendar day (`YYYY-MM-DD`) on which an instant falls in a zone. */
export function dayOf(instant: string, zone: TimeZone): string {
  // Shifted by the zone's fixed offset, the UTC fields of the date read as local time.
  return dayText(Date.parse(instant) + hoursAheadOfUtc[zone] * hour);
}

export function daysAfter(date: string, days: number): string {
  return dayText(Date.parse(date) + days * day);
}

/** The same day some years later; of 29 February, where that year has none, the 28th. */
export function yearsAfter(date: string, years: number): string {
  const [year = 0, month = 1, dayOfMonth = 1] = date.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year + years, month, 0)).getUTCDate();
  return dayText(Date.UTC(year + years, month - 1, Math.min(dayOfMonth, lastOfMonth)));
}

/** The last millisecond of a day in a zone, as an ISO instant. */
export function endOfDay(date: string, zone: TimeZone): string {
  return new Date(Date.parse(date) + day - 1 - hoursAheadOfUtc[zone] * hour).toISOString();
}

function dayText(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
