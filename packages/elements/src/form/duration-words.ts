import type { Locale } from '@lpse-konsultasi/form-schema';

const ISO =
  /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

const UNITS = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'];

/** `P1DT2H` as "1 hari 2 jam"; '' for what is no duration. */
export function durationInWords(value: string, locale: Locale): string {
  const [, ...counts] = ISO.exec(value) ?? [];
  return counts
    .flatMap((count: string | undefined, index) => {
      if (count === undefined) return [];
      const options = { style: 'unit', unit: UNITS[index], unitDisplay: 'long' } as const;
      return [
        new Intl.NumberFormat(locale, options as Intl.NumberFormatOptions).format(BigInt(count)),
      ];
    })
    .join(' ');
}
