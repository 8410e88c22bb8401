import { plainFigures, type Json } from '@lpse-konsultasi/form-schema';

/** What people count a duration in. */
export type Part = 'days' | 'hours' | 'minutes';

/** Each as it is written, '' where it is not. */
export type Parts = { readonly [part in Part]: string };

/** What stands in a part may be no number: it comes back where it was typed, to be mended there. */
const PARTS = /^P(?:([^DTYWHMS]+)D)?(?:T(?:([^DTYWHMS]+)H)?(?:([^DTYWHMS]+)M)?)?$/;

/** The parts of an ISO 8601 duration that has no others, so that `durationOf` writes it again letter by letter. */
export function partsOf(value: Json | undefined): Parts | undefined {
  if (typeof value !== 'string') return undefined;
  const [, days = '', hours = '', minutes = ''] = PARTS.exec(value) ?? [];
  const parts = { days, hours, minutes };
  return durationOf(parts) === value ? parts : undefined;
}

/** The ISO 8601 duration of its parts, of numbers and of whatever else stands there; undefined without any. */
export function durationOf({ days, hours, minutes }: Parts): string | undefined {
  const part = (typed: string, unit: string): string => {
    const text = plainFigures(typed).trim();
    return text === '' ? '' : text + unit;
  };
  const time = part(hours, 'H') + part(minutes, 'M');
  const written = part(days, 'D') + (time === '' ? '' : `T${time}`);
  return written === '' ? undefined : `P${written}`;
}
