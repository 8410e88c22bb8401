import { hoursAheadOfUtc, weekdays, type Office } from '@lpse-konsultasi/form-schema';

type Hours = Pick<Office, 'zonaWaktu' | 'jamLayanan' | 'hariLibur'>;
/** Milliseconds since the epoch. */
type Span = readonly [from: number, until: number];

const minute = 60_000;
const day = 24 * 60 * minute;

/** Longest stretch of closed days that is looked across; an office that is never open has no closed hours here. */
const maxDays = 60;

/** The instant that lies `minutes` of service before `now`: lunch, nights and closed days do not count. */
export function beforeInService(now: Date, minutes: number, office: Hours): Date {
  let left = minutes * minute;
  for (const [from, until] of spansBackwards(now, office)) {
    if (left <= until - from) return new Date(until - left);
    left -= until - from;
  }
  return new Date(now.getTime() - minutes * minute);
}

/** The stretches of service before `now`, the last one first. */
function* spansBackwards(now: Date, office: Hours): Generator<Span> {
  const offset = hoursAheadOfUtc[office.zonaWaktu] * 60 * minute;
  const today = Math.floor((now.getTime() + offset) / day) * day;
  for (let date = today; date > today - maxDays * day; date -= day) {
    for (const [from, until] of spansOf(date, office).reverse()) {
      const span: Span = [from - offset, Math.min(until - offset, now.getTime())];
      if (span[0] < span[1]) yield span;
    }
  }
}

/** The service of one day, in local time; `date` is its midnight. */
function spansOf(date: number, { jamLayanan, hariLibur }: Hours): Span[] {
  const local = new Date(date);
  const tanggal = local.toISOString().slice(0, 10);
  if (hariLibur.some((holiday) => holiday.tanggal === tanggal)) return [];
  const weekday = weekdays[local.getUTCDay()] ?? 'minggu';
  return (jamLayanan[weekday] ?? []).map(([from, until]) => [
    date + minutesOf(from) * minute,
    date + minutesOf(until) * minute,
  ]);
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
