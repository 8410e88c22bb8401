import { html, nothing, type TemplateResult } from 'lit';
import type { FieldTexts } from '@lpse-konsultasi/form-schema';
import { displayValue } from './display.js';
import type { FieldView, FormContext } from './widget.js';

/** How to answer, with an example of a right answer; '' where neither is given. */
export function hintOf(form: FormContext, { hint: words, example }: FieldTexts): string {
  const shown = example === undefined ? '' : form.texts.example(example);
  return [words, shown].filter((part) => part !== undefined && part !== '').join(' ');
}

/** What stands between the name of a field and its control: how to answer, and what opens on demand. */
export function explanation(view: FieldView): unknown {
  const { field, form, id } = view;
  const words = hintOf(form, field.texts);
  const help = field.texts.help === undefined ? nothing : helpOf(field.texts.help, view);
  if (words === '') return help;
  return html`<p part="hint" class="hint" id=${`${id}-hint`}>${words}</p>
    ${help}`;
}

function helpOf(help: string, { field, form }: FieldView): TemplateResult {
  return html`<details part="help" class="help">
    <summary>${form.texts.help}<span class="quiet"> ${field.label}</span></summary>
    <p>${help}</p>
  </details>`;
}

/** What is calculated, told to who asks for it and not at every change of what it is made from. */
export function outcome({ field, form, id }: FieldView): TemplateResult {
  return html`<output part="value" class="value" aria-live="off" aria-labelledby=${`${id}-label`}
    >${displayValue(field, form)}</output
  >`;
}
