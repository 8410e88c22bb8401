import { html, nothing } from 'lit';
import type { Field } from '@lpse-konsultasi/form-schema';
import { entry } from '../entry.js';
import { numberText, parseNumber, readNumber } from '../numbers.js';
import type { LocalProblem, Widget } from '../widget.js';
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
  read: (control, { field, form }) => parseNumber(textIn(control), form.locale, isWhole(field)),
  leave(control, { field, form }) {
    const read = readNumber(textIn(control), form.locale, isWhole(field));
    const isBeyond = 'fault' in read && read.fault === 'beyond';
    form.setLocalProblem(field.pointer, isBeyond ? beyond : undefined);
  },
};

/** Digits only, and yet no number that could be kept: the schema's own words would ask for what was written. */
const beyond: LocalProblem = { keyword: 'type', message: (texts) => texts.numberTooLong };

function textIn(control: Element): string {
  return (control as HTMLInputElement).value;
}

function isWhole({ node }: Field): boolean {
  return node.kind === 'integer';
}
