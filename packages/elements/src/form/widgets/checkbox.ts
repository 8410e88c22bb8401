import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { labelOf } from '../field-template.js';
import type { Widget } from '../widget.js';

/** Yes or not: a box whose words stand beside it. Where only `true` is valid, an empty box is no answer. */
export const checkbox: Widget = {
  labelling: 'own',
  render(view) {
    const { field, id, describedBy, problem } = view;
    return html`<label part="label" class="choice">
      <input
        part="control"
        type="checkbox"
        id=${id}
        aria-describedby=${describedBy}
        aria-invalid=${problem === undefined ? nothing : 'true'}
        aria-required=${field.required ? 'true' : nothing}
        .checked=${live(field.value === true)}
      />
      <span>${labelOf(view)}</span>
    </label>`;
  },
  read(control, { field }) {
    if ((control as HTMLInputElement).checked) return true;
    return field.node.schema['const'] === true ? undefined : false;
  },
};
