import { titled } from '../rjsf/form.mjs';

const options = {
  radio: { format: 'radio' },
  textarea: { multi: true },
};

export function source(form) {
  const { $schema: _, allOf, ...schema } = titled(form);
  // Controls are found by their place in the schema: what a condition brings has to stand beside the rest.
  const conditional = Object.assign({}, ...(allOf ?? []).map(({ then }) => then.properties));
  const uischema = {
    type: 'VerticalLayout',
    elements: form.sections.map(({ title, questions }) => ({
      type: 'Group',
      label: title,
      elements: questions.map(control),
    })),
  };
  const whole = {
    ...schema,
    properties: { ...schema.properties, ...conditional },
    ...(allOf && {
      allOf: allOf.map(({ if: condition, then }) => ({
        if: condition,
        then: { required: then.required },
      })),
    }),
  };
  return `export const form = ${JSON.stringify({ schema: whole, uischema })};`;
}

function control({ key, kind, when }) {
  return {
    type: 'Control',
    scope: `#/properties/${key}`,
    ...(options[kind] && { options: options[kind] }),
    ...(when && {
      rule: {
        effect: 'SHOW',
        condition: { scope: `#/properties/${when.key}`, schema: { const: when.is } },
      },
    }),
  };
}
