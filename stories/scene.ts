import { states, type Locale } from '@lpse-konsultasi/form-schema';

/** A Monday morning in Batang: the same pictures each time that somebody looks. */
export const now = new Date('2026-11-23T03:40:00Z');
export const clock = { now: () => now };

/** What a designer can turn in a story about one case. */
export const stateControl = {
  description: 'State of the sample case',
  control: { type: 'select' },
  options: states,
} as const;

/** The language of the toolbar. */
export function toolbarLocale(globals: { readonly [name: string]: unknown }): Locale {
  return globals['locale'] === 'en' ? 'en' : 'id';
}
