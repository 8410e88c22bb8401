import { hoursAheadOfUtc, type TimeZone } from '@lpse-konsultasi/form-schema';

/**
 * An instant as a date and time of day, `YYYY-MM-DDTHH:MM` (with `:SS` where it has seconds), in an office's time zone, or in this browser's when there
 * is none; '' for what is no instant.
 */
export function toLocalInput(instant: string, zone?: TimeZone): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return '';
  const ahead = minutesAhead(date, zone);
  const local = new Date(date.getTime() + ahead * 60_000).toISOString().replace(/^\+0*/, '');
  return local.slice(0, local.slice(17, 19) === '00' ? 16 : 19);
}

/** The instant of a local date and time, with the offset that its zone has at that moment; undefined for what is none. */
export function fromLocalInput(local: string, zone?: TimeZone): string | undefined {
  const date = new Date(local);
  if (local === '' || Number.isNaN(date.getTime())) return undefined;
  const seconds = local.length === 16 ? ':00' : '';
  return `${local}${seconds}${offsetText(minutesAhead(date, zone))}`;
}

/** A time of day with its offset as it is in a zone, `HH:MM` (with `:SS` where it has seconds); '' for what is none. */
export function toLocalTime(time: string, zone?: TimeZone): string {
  return toLocalInput(`2000-01-01T${time}`, zone).slice(11);
}

/** A local time of day with the offset of its zone, `HH:MM:SS+07:00`; undefined for what is none. */
export function fromLocalTime(local: string, zone?: TimeZone): string | undefined {
  return fromLocalInput(`2000-01-01T${local}`, zone)?.slice(11);
}

/** The zone by the name that people know: `WIB`, or `UTC+7` where only the browser is known. */
export function zoneName(zone: TimeZone | undefined, at: Date = new Date()): string {
  if (zone !== undefined) return zone;
  return `UTC${offsetText(minutesAhead(at, zone))
    .replace(/^([+-])0/, '$1')
    .replace(':00', '')}`;
}

function minutesAhead(date: Date, zone: TimeZone | undefined): number {
  return zone === undefined ? -date.getTimezoneOffset() : hoursAheadOfUtc[zone] * 60;
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
