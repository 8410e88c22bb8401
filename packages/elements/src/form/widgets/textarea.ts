import { html, nothing } from 'lit';
import { entry } from '../entry.js';
import type { Widget } from '../widget.js';
import { counter } from './counter.js';
import { readLine, textOf } from './plain-text.js';

/** Several lines. The style sheet lets it grow with its text where the browser can. */
export const textarea: Widget = {
  labelling: 'label',
  render(view) {
    const { field, id, describedBy, problem } = view;
    const { layout } = field.node;
    const rows = layout.options?.['rows'];
    return html`<textarea
        part="control"
        class="control"
        id=${id}
        rows=${typeof rows === 'number' ? rows : 4}
        autocomplete=${layout.autocomplete ?? nothing}
        aria-describedby=${describedBy}
        aria-invalid=${problem === undefined ? nothing : 'true'}
        aria-required=${field.required ? 'true' : nothing}
        ${entry(view, textOf(field.value))}
      ></textarea
      >${counter(view)}`;
  },
  read: readLine,
};
