import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Choice } from '@lpse-konsultasi/form-schema';
import { sameJson } from '../same-json.js';
import type { FieldView, Widget } from '../widget.js';

/** One of a few, all in sight. A choice that may be left out can be taken back. */
export const radio: Widget = {
  labelling: 'radiogroup',
  render(view) {
    const { field, form, id } = view;
    const chosen = choicesOf(view).findIndex(({ value }) => sameJson(value, field.value));
    return html`<div class="choices">
      ${choicesOf(view).map(
        ({ label }, index) =>
          html`<label class="choice">
            <input
              part="control"
              type="radio"
              id=${index === 0 ? id : `${id}-${index}`}
              name=${id}
              value=${index}
              .checked=${live(index === chosen)}
            />
            <span>${label}</span>
          </label>`,
      )}
      ${
        field.required || chosen < 0
          ? nothing
          : html`<button type="button" class="button button-plain" data-action="clear">
              ${form.texts.clear}
            </button>`
      }
    </div>`;
  },
  read: (control, view) => choicesOf(view)[Number((control as HTMLInputElement).value)]?.value,
  handle(event, { field, form }) {
    if (event.type !== 'click') return;
    const action = (event.target as Element).closest('[data-action]');
    if (action === null) return;
    form.edit(field.pointer, undefined);
    form.focus(field.pointer);
  },
};

function choicesOf({ field, form }: FieldView): readonly Choice[] {
  return (
    field.choices ?? [
      { value: true, label: form.texts.yes },
      { value: false, label: form.texts.no },
    ]
  );
}
