import { hoursAheadOfUtc } from '../clocks/time-zones.js';
import type { TimeZone } from '../profile/profile.js';

const months = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
];

const HOUR = 3_600_000;

/**
 * "22 November 2026 pukul 14.05 WIB", as the record writes it wherever it is read; the text itself when it is no date.
 * By the zone's fixed offset, so that a server and a browser write the same.
 */
export function indonesianTime(instant: string, zone: TimeZone): string {
  const time = Date.parse(instant);
  if (Number.isNaN(time)) return instant;
  const local = new Date(time + hoursAheadOfUtc[zone] * HOUR);
  const two = (number: number): string => String(number).padStart(2, '0');
  const day = `${local.getUTCDate()} ${months[local.getUTCMonth()]} ${local.getUTCFullYear()}`;
  return `${day} pukul ${two(local.getUTCHours())}.${two(local.getUTCMinutes())} ${zone}`;
}
