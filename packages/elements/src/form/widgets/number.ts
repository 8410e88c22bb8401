import { html, nothing } from 'lit';
import { entry } from '../entry.js';
import { numberText, parseNumber } from '../numbers.js';
import type { Widget } from '../widget.js';
import { textOf } from './plain-text.js';

/**
 * A number as text: `<input type="number">` changes its value under a scrolling finger, drops what it cannot read and
 * does not know the Indonesian comma everywhere.
 */
export const number: Widget = {
  labelling: 'label',
  render(view) {
    const { field, form, id, describedBy, problem } = view;
    const { kind, layout } = field.node;
    const shown =
      typeof field.value === 'number' ? numberText(field.value, form.locale) : textOf(field.value);
    return html`<input
      part="control"
      class="control number"
      id=${id}
      type="text"
      inputmode=${layout.inputMode ?? (kind === 'integer' ? 'numeric' : 'decimal')}
      autocomplete=${layout.autocomplete ?? 'off'}
      aria-describedby=${describedBy}
      aria-invalid=${problem === undefined ? nothing : 'true'}
      aria-required=${field.required ? 'true' : nothing}
      ${entry(view, shown)}
    />`;
  },
  read: (control, { field, form }) => {
    const isWhole = field.node.kind === 'integer';
    return parseNumber((control as HTMLInputElement).value, form.locale, isWhole);
  },
};
