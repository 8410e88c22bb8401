import '@lpse-konsultasi/elements/define/form';
import { form } from 'bench:form';
import { serve } from '../shared/driver.js';

/* In the page that loads by itself the form stands already (`bench/predrawn.mjs`); the script makes it work. */

let element;
serve({
  errors: '[part~="error"]',
  mount(host, onSubmit) {
    element = host.querySelector('lpse-form') ?? document.createElement('lpse-form');
    Object.assign(element, form);
    element.addEventListener('lpse-submit', ({ value }) => onSubmit(value));
    if (!element.isConnected) host.append(element);
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

/** For whoever makes the page: the mounted form as HTML. */
globalThis.predraw = async () => {
  const { predraw } = await import('@lpse-konsultasi/elements/predraw');
  return predraw(element, { sheet: (tag) => `${tag}.css` });
};
