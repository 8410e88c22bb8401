import { html, nothing, type TemplateResult } from 'lit';
import type { Field } from '@lpse-konsultasi/form-schema';
import { displayValue } from './display.js';
import type { FieldView, FormContext, Widget } from './widget.js';

/** How to answer, with an example of a right answer, in the words of the field, else of its widget; '' without any. */
export function hintOf(field: Field, form: FormContext, widget: Widget | undefined): string {
  const { hint: words, example } = field.texts;
  const shown = example === undefined ? '' : form.texts.example(example);
  const how = field.locked ? undefined : widget?.how?.({ field, form });
  return [words, shown, how].filter((part) => part !== undefined && part !== '').join(' ');
}

/**
 * What follows the name of a field, before what is wrong and before its control: how to answer, and what opens on demand.
 */
export function explanation(view: FieldView): unknown {
  const { field, hint, id } = view;
  const help = field.texts.help === undefined ? nothing : helpOf(field.texts.help, view);
  if (hint === '') return help;
  return html`<p part="hint" class="hint" id=${`${id}-hint`}>${hint}</p>
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
