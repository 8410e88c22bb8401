/** The languages that the interface speaks: Indonesian first, then English. The official sheet stays Indonesian. */
export type Locale = 'id' | 'en';

export const locales = ['id', 'en'] as const satisfies readonly Locale[];

/** The locale for a language tag such as `id-ID` or `en_GB`; Indonesian for every other language. */
export function localeOf(tag: string | null | undefined): Locale {
  return tag?.toLowerCase().startsWith('en') ? 'en' : 'id';
}
