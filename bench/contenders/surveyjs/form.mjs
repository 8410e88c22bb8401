const inputTypes = { tel: 'tel', email: 'email', number: 'number', datetime: 'datetime-local' };

export function source(form) {
  const survey = {
    title: form.title,
    completeText: form.submit,
    textUpdateMode: 'onTyping',
    checkErrorsMode: 'onValueChanged',
    showQuestionNumbers: 'off',
    pages: [
      {
        name: 'satu',
        elements: form.sections.map(({ id, title, description, questions }) => ({
          type: 'panel',
          name: id,
          title,
          description,
          elements: questions.map(question),
        })),
      },
    ],
  };
  return `export const form = ${JSON.stringify(survey)};`;
}

function question({ key, kind, label, hint, required, choices, when, rows, ...limits }) {
  const { minLength, maxLength, pattern, minimum, maximum } = limits;
  return {
    name: key,
    title: label,
    ...(hint && { description: hint }),
    ...typeOf(kind, rows),
    isRequired: required,
    ...(kind === 'checkbox' &&
      required && { validators: [{ type: 'expression', expression: `{${key}} = true` }] }),
    ...(choices && { choices: choices.map(({ value, label: text }) => ({ value, text })) }),
    ...(maxLength && { maxLength }),
    ...(minimum !== undefined && { min: minimum }),
    ...(maximum !== undefined && { max: maximum }),
    ...validators({ minLength, pattern }),
    ...(when && { visibleIf: `{${when.key}} = '${when.is}'` }),
  };
}

function typeOf(kind, rows) {
  if (kind === 'textarea') return { type: 'comment', rows: rows ?? 3 };
  // The browser's own list, as everywhere else here.
  if (kind === 'select') return { type: 'dropdown', renderAs: 'select' };
  if (kind === 'radio') return { type: 'radiogroup' };
  if (kind === 'checkboxes') return { type: 'checkbox' };
  if (kind === 'checkbox') return { type: 'boolean', renderAs: 'checkbox' };
  return { type: 'text', inputType: inputTypes[kind] ?? 'text' };
}

function validators({ minLength, pattern }) {
  const all = [
    ...(minLength ? [{ type: 'text', minLength }] : []),
    ...(pattern ? [{ type: 'regex', regex: pattern, text: 'Mohon periksa.' }] : []),
  ];
  return all.length > 0 ? { validators: all } : {};
}
