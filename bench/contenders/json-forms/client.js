import { createElement, useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { JsonForms } from '@jsonforms/react';
import { vanillaCells, vanillaRenderers } from '@jsonforms/vanilla-renderers';
import { form } from 'bench:form';
import { serve } from '../shared/driver.js';

let root;
let place;
let change;
let last;
let submitted;

/** It has no button of its own: until it is pressed the page hides the errors, as its documentation proposes. */
function Page() {
  const [state, setState] = useState({ data: {}, mode: 'ValidateAndHide', key: 0 });
  change = (next) => flushSync(() => setState((before) => ({ ...before, ...next })));
  return createElement(
    'div',
    { onBlur: () => setState((before) => ({ ...before, mode: 'ValidateAndShow' })) },
    createElement(JsonForms, {
      key: state.key,
      ...form,
      data: state.data,
      renderers: vanillaRenderers,
      cells: vanillaCells,
      validationMode: state.mode,
      onChange: (changed) => (last = changed),
    }),
    createElement('button', { type: 'button', onClick: press }, 'Kirim'),
  );
}

function press() {
  if (last !== undefined && last.errors.length === 0) submitted(last.data);
  else change({ mode: 'ValidateAndShow', data: last?.data ?? {} });
}

serve({
  errors: '.validation_error, .validation',
  mount(host, onSubmit) {
    submitted = onSubmit;
    place = document.createElement('div');
    host.append(place);
    root = createRoot(place);
    flushSync(() => root.render(createElement(Page)));
  },
  unmount() {
    root.unmount();
    place.remove();
    root = undefined;
    last = undefined;
  },
  control: (key) =>
    place.querySelector(
      `[id="#/properties/${key}"] :is(input, select, textarea), [id^="#/properties/${key}-input"]`,
    ),
  submit: () => place.querySelector('div > button[type="button"]:last-of-type').click(),
  fill: (value) => change({ data: value, key: Math.random() }),
});
