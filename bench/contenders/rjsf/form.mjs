const widgets = { radio: 'radio', textarea: 'textarea', checkboxes: 'checkboxes' };

/** Its forms are one list: sections are said by the titles of the fields alone. */
export function source(form) {
  const { $schema: _, ...schema } = titled(form);
  const uiSchema = {
    'ui:submitButtonOptions': { submitText: form.submit },
    'ui:order': [...form.questions.map(({ key }) => key), '*'],
  };
  for (const { key, kind, hint, rows } of form.questions)
    uiSchema[key] = {
      ...(widgets[kind] && { 'ui:widget': widgets[kind] }),
      ...(hint && { 'ui:help': hint }),
      ...(kind === 'tel' && { 'ui:options': { inputType: 'tel' } }),
      ...(rows && { 'ui:options': { rows } }),
    };
  return `export const form = ${JSON.stringify({ schema, uiSchema })};`;
}

/** The schema with the labels and the names of choices in it, where this engine looks for them. */
export function titled(form) {
  const byKey = new Map(form.questions.map((question) => [question.key, question]));
  const named = (properties) =>
    Object.fromEntries(
      Object.entries(properties).map(([key, property]) => {
        const { label, choices, kind } = byKey.get(key);
        const { enum: _, ...rest } = kind === 'checkboxes' ? property.items : property;
        const options = choices?.map(({ value, label: title }) => ({ const: value, title }));
        if (kind === 'checkboxes')
          return [key, { ...property, title: label, items: { ...rest, oneOf: options } }];
        return [key, { ...rest, title: label, ...(options && { oneOf: options }) }];
      }),
    );
  return {
    ...form.schema,
    title: form.title,
    properties: named(form.schema.properties),
    ...(form.schema.allOf && {
      allOf: form.schema.allOf.map(({ if: condition, then }) => ({
        if: condition,
        then: { ...then, properties: named(then.properties) },
      })),
    }),
  };
}
