import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
import { Form } from '@bpmn-io/form-js-viewer';
import { form as schema } from 'bench:form';
import { serve } from '../shared/driver.js';

let form;
let place;
serve({
  errors: '.fjs-form-field-error',
  async mount(host, onSubmit) {
    place = document.createElement('div');
    host.append(place);
    form = new Form({ container: place });
    form.on('submit', ({ data, errors }) => {
      if (Object.keys(errors).length === 0) onSubmit(data);
    });
    await form.importSchema(schema);
  },
  unmount() {
    form.destroy();
    place.remove();
    form = undefined;
  },
  control: (key) => place.querySelector(`[id*="f-${key}"]:is(input, select, textarea)`),
  submit: () => place.querySelector('button[type="submit"]').click(),
  fill: (value) => form.importSchema(schema, value),
});
