import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Json } from '@lpse-konsultasi/form-schema';
import { sameJson } from '../same-json.js';
import type { FieldView, Widget } from '../widget.js';

/** Any of a few. The value keeps the order of the choices, whatever order they were ticked in. */
export const checkboxes: Widget = {
  labelling: 'group',
  render({ field, form, id, problem }) {
    const chosen = valuesOf(field.value);
    if (field.choices === undefined || field.choices.length === 0) {
      return html`<p class="empty">${form.texts.noItems}</p>`;
    }
    return html`<div class="choices">
      ${field.choices.map(
        ({ value, label }, index) =>
          html`<label class="choice">
            <input
              part="control"
              type="checkbox"
              id=${index === 0 ? id : `${id}-${index}`}
              value=${index}
              aria-invalid=${problem === undefined ? nothing : 'true'}
              .checked=${live(chosen.some((candidate) => sameJson(candidate, value)))}
            />
            <span>${label}</span>
          </label>`,
      )}
    </div>`;
  },
  read(control, view) {
    const { value: index, checked } = control as HTMLInputElement;
    const values = withChoice(view, Number(index), checked);
    return values.length === 0 ? undefined : values;
  },
};

function withChoice({ field }: FieldView, index: number, checked: boolean): Json[] {
  const chosen = valuesOf(field.value);
  const choices = field.choices ?? [];
  const kept = choices
    .filter(({ value }, position) =>
      position === index ? checked : chosen.some((candidate) => sameJson(candidate, value)),
    )
    .map(({ value }) => value);
  // Values that are not offered (any more) are not ours to drop.
  const strays = chosen.filter((value) => !choices.some((choice) => sameJson(choice.value, value)));
  return [...kept, ...strays];
}

function valuesOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}
