import { hoursAheadOfUtc } from '../clocks/time-zones.js';
import type { TimeZone } from '../profile/profile.js';

/** The offset of a zone as people write it behind a time: `WITA`, `Z`, `+0800`, `+08:00`. */
export function offsetOf(zone: string): string {
  const named = zone.toUpperCase();
  if (named === 'Z') return named;
  if (Object.hasOwn(hoursAheadOfUtc, named))
    return `+${String(hoursAheadOfUtc[named as TimeZone]).padStart(2, '0')}:00`;
  return zone.includes(':') ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
}
