import { createElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import Form from '@rjsf/core';
import validator from '@rjsf/validator-ajv8';
import { form } from 'bench:form';
import { serve } from '../shared/driver.js';

let root;
let place;
let submitted;
let given = 0;

function show(formData) {
  const element = createElement(Form, {
    // A form that is given other data starts anew.
    key: (given += 1),
    ...form,
    formData,
    validator,
    liveValidate: 'onChange',
    noHtml5Validate: true,
    showErrorList: false,
    // Or it answers the questions by itself.
    experimental_defaultFormStateBehavior: { constAsDefaults: 'never' },
    onSubmit: ({ formData: value }) => submitted(value),
  });
  flushSync(() => root.render(element));
}

serve({
  errors: '.error-detail li, .field-error li',
  mount(host, onSubmit) {
    submitted = onSubmit;
    place = document.createElement('div');
    host.append(place);
    root = createRoot(place);
    show({});
  },
  unmount() {
    root.unmount();
    place.remove();
    root = undefined;
  },
  control: (key) => place.querySelector(`#root_${key}`),
  submit: () => place.querySelector('button[type="submit"]').click(),
  fill: (value) => show(value),
});
