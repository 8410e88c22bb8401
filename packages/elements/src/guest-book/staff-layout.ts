import type { Layout } from '@lpse-konsultasi/form-schema';

/**
 * The guest book as whoever enters a guest sees it: the hints speak to the guest, and so does the button; and what the
 * browser knows of a person is about the one who types.
 */
export function staffLayout(layout: Layout, submit: string): Layout {
  const fields = mapped(layout.fields, (field) => ({ ...field, autocomplete: 'off' }));
  const texts = mapped(layout.texts, (form) => ({
    ...form,
    submit,
    fields: mapped(form.fields, ({ hint: _hint, ...words }) => words),
  }));
  return { ...layout, fields, texts };
}

function mapped<T>(
  entries: { readonly [key: string]: T } | undefined,
  change: (entry: T) => T,
): { readonly [key: string]: T } {
  return Object.fromEntries(
    Object.entries(entries ?? {}).map(([key, entry]) => [key, change(entry)]),
  );
}
