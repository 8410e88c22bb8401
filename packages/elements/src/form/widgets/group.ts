import { html } from 'lit';
import type { Widget } from '../widget.js';

/** The members of an object, together under its name. */
export const group: Widget = {
  labelling: 'group',
  showsLocked: true,
  render({ field, form }) {
    return html`<div class="fields">
      ${form.model.children(field.pointer).map(({ pointer }) => form.render(pointer))}
    </div>`;
  },
};
