import type { FormTexts } from '../forms/form.js';
import type { Json } from '../json.js';
import type { Locale } from '../locale.js';
import { locales } from '../locale.js';
import type { Pointer } from '../pointer.js';
import { join } from '../pointer.js';
import type { FormSource } from './catalogue.js';
import { merge } from './merge.js';
import type { OverlayContext } from './overlay-context.js';
import { definitionsOf, needField } from './overlay-context.js';
import type { Report } from './report.js';
import { asksForPassword } from './rules.js';

/** The form in the office's own words. */
export function reword(
  source: FormSource,
  wish: { readonly [locale in Locale]?: FormTexts },
  context: OverlayContext,
): FormSource {
  const texts = Object.fromEntries(
    locales.map((locale) => {
      const words = wish[locale];
      if (words) checkWords(source, words, { ...context, at: join(context.at, locale) });
      return [locale, merge(source.texts[locale] as Json, words as unknown as Json)];
    }),
  );
  return { ...source, texts: texts as unknown as FormSource['texts'] };
}

function checkWords(source: FormSource, words: FormTexts, context: OverlayContext): void {
  const { form, at, report } = context;
  for (const part of ['title', 'description', 'submit'] as const)
    refusePassword(words[part], `${at}/${part}`, form, report);
  const sections = (source.layout.sections ?? []).map(({ id }) => id);
  for (const [section, texts] of Object.entries(words.sections ?? {})) {
    const where = join(`${at}/sections`, section);
    refusePassword(texts, where, section, report);
    if (!sections.includes(section))
      report(where, 'unknownSection', { form, section, known: sections.join(', ') });
  }
  for (const [path, texts] of Object.entries(words.fields ?? {})) {
    const where = join(`${at}/fields`, path);
    if (!needField(source, path, { ...context, at: where })) continue;
    // A choice may name a password: "Lupa kata sandi" is what people come with.
    const { options = {}, ...asked } = texts;
    refusePassword(asked, where, path, report);
    const [field] = definitionsOf(source, path);
    const values = ((field?.schema['enum'] ?? []) as readonly Json[]).map(String);
    for (const value of Object.keys(options))
      if (!values.includes(value))
        report(join(`${where}/options`, value), 'unknownOption', { field: path, value });
  }
}

function refusePassword(words: unknown, at: Pointer, field: string, report: Report): void {
  const asks = (part: unknown): boolean =>
    typeof part === 'string'
      ? asksForPassword(part)
      : Object.values((part ?? {}) as object).some(asks);
  if (asks(words)) report(at, 'passwordField', { field });
}
