import type { FieldPath, FormTexts, Layout } from '../forms/form.js';

/** The numbers of a form's fields as the paper has them: the section's letter and the place in it, `B.3`. */
export function fieldNumbers({ sections = [], fields }: Layout): ReadonlyMap<FieldPath, string> {
  return new Map(
    sections.flatMap((section, index) =>
      section.fields
        .filter((path) => fields?.[path]?.hidden !== true)
        .map((path, place) => [path, `${sectionLetter(index)}.${place + 1}`] as const),
    ),
  );
}

/** `A` for the first section. */
export function sectionLetter(index: number): string {
  return String.fromCharCode(65 + index);
}

/** The layout with each field's number before its label, so that screen and paper can be read side by side. */
export function numberedLayout(layout: Layout): Layout {
  const numbers = fieldNumbers(layout);
  const texts = Object.entries(layout.texts ?? {}).map(([locale, form]) => [
    locale,
    withNumbers(form, layout, numbers),
  ]);
  return { ...layout, texts: Object.fromEntries(texts) };
}

function withNumbers(
  form: FormTexts,
  { sections = [] }: Layout,
  numbers: ReadonlyMap<FieldPath, string>,
): FormTexts {
  const fields = [...numbers].map(([path, number]) => {
    const said = form.fields?.[path];
    return [
      path,
      { ...said, ...(said?.label !== undefined && { label: `${number} ${said.label}` }) },
    ];
  });
  const titles = sections.flatMap(({ id }, index) => {
    const said = form.sections?.[id];
    const title = said?.title;
    return title === undefined
      ? []
      : [[id, { ...said, title: `${sectionLetter(index)}. ${title}` }]];
  });
  return {
    ...form,
    fields: { ...form.fields, ...Object.fromEntries(fields) },
    sections: { ...form.sections, ...Object.fromEntries(titles) },
  };
}
