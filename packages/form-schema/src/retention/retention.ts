import { dayOf, yearsAfter } from '../dates/calendar.js';
import type { Retention, TimeZone } from '../profile/profile.js';

/** How long a closed file is kept. Calendar days `YYYY-MM-DD` in the office's zone; the last day of each span. */
export interface RetentionDates {
  /** The day from which the years count. */
  readonly sejak: string;
  /** Until then it is kept at hand. */
  readonly aktifSampai: string;
  /** Until then it is kept at all. */
  readonly inaktifSampai: string;
  /** What happens to it then. */
  readonly keterangan?: NonNullable<Retention['keterangan']>;
}

/**
 * The dates of a file that was closed at an instant, by the office's own schedule (jadwal retensi arsip); undefined where
 * the profile names no years, for there are no national ones. A span that is not named is none.
 *
 * Derived each time and stored nowhere: a schedule that changes holds for the files that are there already.
 */
export function retentionDates(
  closedAt: string,
  { aktifTahun, inaktifTahun, keterangan, sejakAkhirTahun = false }: Retention,
  zone: TimeZone,
): RetentionDates | undefined {
  if (aktifTahun === undefined && inaktifTahun === undefined) return undefined;
  const closed = dayOf(closedAt, zone);
  const sejak = sejakAkhirTahun ? `${closed.slice(0, 4)}-12-31` : closed;
  const aktifSampai = yearsAfter(sejak, aktifTahun ?? 0);
  return {
    sejak,
    aktifSampai,
    // From the first day on, not from the end of the active span: 29 February must not lose a day twice.
    inaktifSampai: yearsAfter(sejak, (aktifTahun ?? 0) + (inaktifTahun ?? 0)),
    ...(keterangan !== undefined && { keterangan }),
  };
}
