import '@lpse-konsultasi/elements/define/form';
import { form } from 'bench:form';
import { serve } from '../shared/driver.js';

let element;
serve({
  errors: '[part~="error"]',
  mount(host, onSubmit) {
    element = document.createElement('lpse-form');
    Object.assign(element, form);
    element.addEventListener('lpse-submit', ({ value }) => onSubmit(value));
    host.append(element);
    return element.updateComplete;
  },
  unmount() {
    element.remove();
    element = undefined;
  },
  control: (key) => element.control(`/${key}`),
  submit: () => element.shadowRoot.querySelector('[part~="submit"]').click(),
  fill(value) {
    element.value = value;
    return element.updateComplete;
  },
});
