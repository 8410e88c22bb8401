import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Choice } from '@lpse-konsultasi/form-schema';
import { sameJson } from '../same-json.js';
import type { FieldView, Widget } from '../widget.js';
import { ratingStyles } from './rating.styles.js';

/** A longer scale is a number to be typed. */
const mostSteps = 11;

/**
 * A step on a scale, for surveys: from `minimum` to `maximum` of an integer, or of the choices of a field. The words
 * are the field's `options` by value; a scale with words for its ends only shows them at its ends. All native radio
 * buttons: arrows, Home by the browser, forced colours.
 */
export const rating: Widget = {
  labelling: 'radiogroup',
  styles: ratingStyles,
  render(view) {
    const { field, form, id } = view;
    const steps = stepsOf(view);
    const chosen = steps.findIndex(({ value }) => sameJson(value, field.value));
    const inner = steps.slice(1, -1);
    const isWordy = steps.some(({ label }) => label !== '');
    const isEven = inner.length > 0 && inner.every(({ label }) => label !== '');
    return html`<div class=${`rating${isWordy ? ' wordy' : ''}${isEven ? ' even' : ''}`}>
        ${steps.map(
          ({ value, label }, index) =>
            html`<label class="rating-step">
              <input
                part="control"
                type="radio"
                id=${index === 0 ? id : `${id}-${index}`}
                name=${id}
                value=${index}
                .checked=${live(index === chosen)}
              />
              <span class="rating-number">${String(value)}</span>
              ${label === '' ? nothing : html`<span class="rating-word">${label}</span>`}
            </label>`,
        )}
      </div>
      ${
        field.required || chosen < 0
          ? nothing
          : html`<button type="button" class="button button-plain" data-action="clear">
              ${form.texts.clear}
            </button>`
      }`;
  },
  read: (control, view) => stepsOf(view)[Number((control as HTMLInputElement).value)]?.value,
  handle(event, { field, form }) {
    if (event.type !== 'click') return;
    if ((event.target as Element).closest('[data-action="clear"]') === null) return;
    form.edit(field.pointer, undefined);
    form.focus(field.pointer);
  },
};

function stepsOf({ field }: FieldView): readonly Choice[] {
  const words = field.texts.options ?? {};
  const { minimum, maximum } = field.node.schema;
  if (field.choices !== undefined) {
    return field.choices.map(({ value, label }) => ({
      value,
      label: label === String(value) ? '' : label,
    }));
  }
  const isScale = typeof minimum === 'number' && typeof maximum === 'number' && minimum < maximum;
  if (!isScale || maximum - minimum >= mostSteps) {
    throw new TypeError(
      `the widget "rating" of ${field.node.path} needs an integer "minimum" and "maximum" with at most ${mostSteps} steps`,
    );
  }
  return Array.from({ length: maximum - minimum + 1 }, (_, step) => {
    const value = minimum + step;
    return { value, label: words[String(value)] ?? '' };
  });
}
