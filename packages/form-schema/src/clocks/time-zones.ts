import type { TimeZone, Weekday } from '../profile/profile.js';

/** Fixed offsets from UTC: Indonesia has no daylight saving, so no time zone database is needed. */
export const hoursAheadOfUtc: { readonly [zone in TimeZone]: number } = { WIB: 7, WITA: 8, WIT: 9 };

/** In the order of `Date.prototype.getUTCDay`. */
export const weekdays: readonly Weekday[] = [
  'minggu',
  'senin',
  'selasa',
  'rabu',
  'kamis',
  'jumat',
  'sabtu',
];
