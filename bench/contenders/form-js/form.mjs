const types = {
  text: 'textfield',
  tel: 'textfield',
  email: 'textfield',
  textarea: 'textarea',
  select: 'select',
  radio: 'radio',
  checkboxes: 'checklist',
  checkbox: 'checkbox',
  number: 'number',
  datetime: 'datetime',
};

export function source(form) {
  const schema = {
    type: 'default',
    schemaVersion: 18,
    id: 'form',
    components: [
      { type: 'text', id: 'title', text: `# ${form.title}` },
      ...form.sections.map(({ id, title, questions }) => ({
        type: 'group',
        id,
        label: title,
        showOutline: true,
        components: questions.map(component),
      })),
      { type: 'button', id: 'submit', action: 'submit', label: form.submit },
    ],
  };
  return `export const form = ${JSON.stringify(schema)};`;
}

function component(question) {
  const { key, kind, label, hint, choices, when } = question;
  return {
    type: types[kind],
    id: `f-${key}`,
    key,
    label,
    ...(hint && { description: hint }),
    ...(kind === 'datetime' && {
      subtype: 'datetime',
      dateLabel: label,
      timeLabel: 'Waktu',
      timeSerializingFormat: 'utc_offset',
      timeInterval: 15,
      use24h: true,
    }),
    ...(choices && { values: choices }),
    ...(when && { conditional: { hide: `=${when.key} != "${when.is}"` } }),
    validate: validation(question),
  };
}

function validation({ required, minLength, maxLength, pattern, minimum, maximum }) {
  return {
    required,
    ...(minLength && { minLength }),
    ...(maxLength && { maxLength }),
    ...(pattern && { pattern }),
    ...(minimum !== undefined && { min: minimum }),
    ...(maximum !== undefined && { max: maximum }),
  };
}
