import { html, nothing } from 'lit';
import { sameJson } from '../same-json.js';
import type { Widget } from '../widget.js';

/** One of many, from the browser's own list: it is the best one there is on a phone. */
export const select: Widget = {
  labelling: 'label',
  render({ field, form, id, describedBy, problem }) {
    const choices = field.choices ?? [];
    const chosen = choices.findIndex(({ value }) => sameJson(value, field.value));
    // A value that is no longer offered stays visible, or the person would not know what is being complained about.
    const stray = chosen < 0 && field.value !== undefined ? String(field.value) : undefined;
    return html`<div class="select">
      <select
        part="control"
        class="control"
        id=${id}
        autocomplete=${field.node.layout.autocomplete ?? nothing}
        aria-describedby=${describedBy}
        aria-invalid=${problem === undefined ? nothing : 'true'}
        aria-required=${field.required ? 'true' : nothing}
      >
        <option value="" .selected=${chosen < 0 && stray === undefined}>
          ${form.texts.choose}
        </option>
        ${
          stray === undefined
            ? nothing
            : html`<option value="stray" .selected=${true}>${stray}</option>`
        }
        ${choices.map(
          ({ label }, index) =>
            html`<option value=${index} .selected=${index === chosen}>${label}</option>`,
        )}
      </select>
    </div>`;
  },
  read(control, { field }) {
    const { value } = control as HTMLSelectElement;
    if (value === 'stray') return field.value;
    return value === '' ? undefined : field.choices?.[Number(value)]?.value;
  },
};
