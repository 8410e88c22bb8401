import { hoursAheadOfUtc, type Office } from '@lpse-konsultasi/form-schema';

/** The numbers that an office issues; their templates are in `profile.procedure.numbers`. */
export type NumberKind = 'ticket' | 'queue' | 'archive';

type NumberOffice = Pick<Office, 'slug' | 'zonaWaktu'>;

const romanMonths = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

const placeholder = /\{(seq|year|month|monthRoman|day|office)(?::(\d{1,2}))?\}/g;

/**
 * A number as its template words it: `{seq:3}` is the running number with leading zeros, `{year}`, `{month}`, `{day}`
 * and `{monthRoman}` are the date at the office, `{office}` its slug in capitals. Other text stays as it is.
 */
export function formatNumber(
  template: string,
  sequence: number,
  date: Date,
  office: NumberOffice,
): string {
  return fill(template, date, office, (width) => String(sequence).padStart(width, '0'));
}

/**
 * Names the sequence that a number is taken from: it starts anew for each different rest of the number. That of the
 * queue also starts anew each day at the office: "A-001" is today's first, though the number does not say the day.
 */
export function sequenceName(
  kind: NumberKind,
  template: string,
  date: Date,
  office: NumberOffice,
): string {
  const day = kind === 'queue' ? fill('{year}{month}{day}:', date, office, () => '') : '';
  return `${kind}:${day}${fill(template, date, office, () => '#')}`;
}

/** The running number in a number that this template issued on that date; undefined for any other text. */
export function runningNumber(
  template: string,
  number: string,
  date: Date,
  office: NumberOffice,
): number | undefined {
  // Placeholders stay apart from the office's own text, which may hold any character.
  const parts = fill(template, date, office, () => '\0').split('\0');
  const [head = '', tail] = parts;
  if (tail === undefined || parts.length > 2) return undefined;
  if (!number.startsWith(head) || !number.endsWith(tail)) return undefined;
  const digits = number.slice(head.length, number.length - tail.length);
  return /^\d{1,15}$/.test(digits) ? Number(digits) : undefined;
}

function fill(
  template: string,
  date: Date,
  office: NumberOffice,
  sequence: (width: number) => string,
): string {
  const local = new Date(date.getTime() + hoursAheadOfUtc[office.zonaWaktu] * 3_600_000);
  const month = local.getUTCMonth();
  const values: { readonly [name: string]: string } = {
    year: String(local.getUTCFullYear()),
    month: String(month + 1).padStart(2, '0'),
    monthRoman: romanMonths[month] ?? '',
    day: String(local.getUTCDate()).padStart(2, '0'),
    office: office.slug.toUpperCase(),
  };
  return template.replace(placeholder, (_, name: string, width: string | undefined) =>
    name === 'seq' ? sequence(Number(width ?? 1)) : (values[name] ?? ''),
  );
}
