import { loadTexts, textsIn, type TextSource } from '../i18n/texts.js';
import type { FieldView } from './widget.js';

/**
 * The words of a widget that is loaded on demand, in the form's locale: they come with the widget, not with the form.
 * While another language is on its way they are Indonesian, and the field is rendered again when it is here.
 */
export function widgetTexts<T extends object>(
  { field, form }: FieldView,
  source: TextSource<T>,
): T {
  const here = textsIn(source, form.locale);
  if (here !== undefined) return here;
  form.waitFor(
    loadTexts(source, form.locale).then(
      () => form.refresh(field.pointer),
      () => undefined,
    ),
  );
  return source.id;
}
