import type { Locale, TimeZone } from '@lpse-konsultasi/form-schema';

const zoneNames: { readonly [zone in TimeZone]: string } = {
  WIB: 'Asia/Jakarta',
  WITA: 'Asia/Makassar',
  WIT: 'Asia/Jayapura',
};

const languages: { readonly [locale in Locale]: string } = { id: 'id-ID', en: 'en-GB' };

const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(
  locale: Locale,
  zone: TimeZone | undefined,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = `${locale} ${zone ?? ''} ${JSON.stringify(options)}`;
  let format = formats.get(key);
  if (format === undefined) {
    const timeZone = zone === undefined ? {} : { timeZone: zoneNames[zone] };
    format = new Intl.DateTimeFormat(languages[locale], { ...options, ...timeZone });
    formats.set(key, format);
  }
  return format;
}

/** "22 November 2026, 14.05 WIB" */
export function formatDateTime(at: string, locale: Locale, zone: TimeZone): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  const day = dateFormat(locale, zone, { day: 'numeric', month: 'long', year: 'numeric' }).format(
    date,
  );
  return `${day}, ${formatTime(at, locale, zone)} ${zone}`;
}

/** "22 November 2026"; without a zone, where the reader is. */
export function formatDate(at: string, locale: Locale, zone?: TimeZone): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  return dateFormat(locale, zone, { day: 'numeric', month: 'long', year: 'numeric' }).format(date);
}

/** A calendar day (`YYYY-MM-DD`) in words, the same wherever the reader is. */
export function formatDay(day: string, locale: Locale): string {
  // Noon UTC is the same day in every zone of Indonesia.
  return formatDate(`${day}T12:00:00Z`, locale, 'WIB').replace(/\s*WIB$/, '');
}

/** "14.05" in Indonesian, "14:05" in English; without a zone, where the reader is. */
export function formatTime(at: string, locale: Locale, zone?: TimeZone): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return at;
  return dateFormat(locale, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    date,
  );
}

/** "45 menit", "1 jam 20 menit", "2 hari": rounded to what a person waiting would say. */
export function formatDuration(minutes: number, locale: Locale): string {
  const words =
    locale === 'id' ? { m: 'menit', h: 'jam', d: 'hari' } : { m: 'min', h: 'h', d: 'd' };
  const whole = Math.round(minutes);
  if (whole < 60) return `${whole} ${words.m}`;
  if (whole < 48 * 60) {
    const rest = whole % 60;
    return `${Math.floor(whole / 60)} ${words.h}${rest === 0 ? '' : ` ${rest} ${words.m}`}`;
  }
  return `${Math.floor(whole / (24 * 60))} ${words.d}`;
}

/** "1.234,5" in Indonesian, "1,234.5" in English. */
export function formatNumber(value: number, locale: Locale): string {
  return new Intl.NumberFormat(languages[locale], { maximumFractionDigits: 1 }).format(value);
}

/** "1,2 MB" */
export function formatBytes(bytes: number, locale: Locale): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${formatNumber(bytes / 1024, locale)} KB`;
  return `${formatNumber(bytes / (1024 * 1024), locale)} MB`;
}

/** "08.00–12.00", which no line breaks at its dash. */
export function formatRange(from: string | number, until: string | number): string {
  return `${from}\u2060–\u2060${until}`;
}
