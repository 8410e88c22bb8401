import {
  hoursAheadOfUtc,
  weekdays,
  type Office,
  type ServiceHours,
} from '@lpse-konsultasi/form-schema';

/** What a visitor wants to know before coming: is somebody there, and when. */
export interface OfficeToday {
  readonly isOpen: boolean;
  /** The spans of service today in local time, e.g. `[['08:00', '12:00'], ['13:00', '15:30']]`; empty when closed. */
  readonly hours: readonly ServiceHours[];
  /** The public holiday that closes the office today. */
  readonly holiday?: string;
}

export function officeToday({ jamLayanan, hariLibur, zonaWaktu }: Office, now: Date): OfficeToday {
  // Shifted by the zone's fixed offset, the UTC fields of the date read as the office's local time.
  const local = new Date(now.getTime() + hoursAheadOfUtc[zonaWaktu] * 3_600_000);
  const date = local.toISOString().slice(0, 10);
  const holiday = hariLibur.find(({ tanggal }) => tanggal === date)?.nama;
  if (holiday !== undefined) return { isOpen: false, hours: [], holiday };
  const weekday = weekdays[local.getUTCDay()] ?? 'minggu';
  const hours = jamLayanan[weekday] ?? [];
  const time = local.toISOString().slice(11, 16);
  return { isOpen: hours.some(([from, until]) => from <= time && time < until), hours };
}
