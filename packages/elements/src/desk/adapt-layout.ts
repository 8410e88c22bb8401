import type { FieldLayout, FieldPath, FormTexts, Layout } from '@lpse-konsultasi/form-schema';

/**
 * An office's layout with some fields shown in a panel's own way. The fields named in `plain` lose their examples: in a
 * list the same example would stand in every row.
 */
export function adaptLayout(
  layout: Layout,
  fields: { readonly [path: FieldPath]: FieldLayout },
  plain: readonly FieldPath[],
): Layout {
  const merged = Object.entries(fields).map(([path, field]) => [
    path,
    { ...layout.fields?.[path], ...field },
  ]);
  const texts = Object.entries(layout.texts ?? {}).map(([locale, form]) => [
    locale,
    withoutExamples(form, plain),
  ]);
  return {
    ...layout,
    fields: { ...layout.fields, ...Object.fromEntries(merged) },
    texts: Object.fromEntries(texts),
  };
}

function withoutExamples(form: FormTexts, plain: readonly FieldPath[]): FormTexts {
  const fields = Object.entries(form.fields ?? {}).map(([path, texts]) => {
    const { example: _example, ...words } = texts;
    return [path, plain.includes(path) ? words : texts];
  });
  return { ...form, fields: Object.fromEntries(fields) };
}
