import { html, nothing } from 'lit';
import type { Choice } from '@lpse-konsultasi/form-schema';
import { optionList } from '../option-list.js';
import { sameJson } from '../same-json.js';
import type { Widget } from '../widget.js';

const none: readonly Choice[] = [];

/** One of many, from the browser's own list: it is the best one there is on a phone. */
export const select: Widget = {
  labelling: 'label',
  render({ field, form, id, describedBy, problem }) {
    const choices = field.choices ?? none;
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
        ${optionList({ blank: form.texts.choose, stray, choices, chosen })}
      ></select>
    </div>`;
  },
  read(control, { field }) {
    const { value } = control as HTMLSelectElement;
    if (value === 'stray') return field.value;
    return value === '' ? undefined : field.choices?.[Number(value)]?.value;
  },
};
