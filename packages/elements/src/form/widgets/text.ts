import { html, nothing } from 'lit';
import { maskOf, masked, type Json } from '@lpse-konsultasi/form-schema';
import { entry } from '../entry.js';
import { counter } from './counter.js';
import type { FieldView, Widget } from '../widget.js';

/** A single line. `type` decides the keyboard of a phone and nothing else: the schema says what is valid. */
function lineWidget(type: 'text' | 'email' | 'tel' | 'url'): Widget {
  // Names of mailboxes and sites are not words: nothing may correct or capitalise them.
  const verbatim = type !== 'text';
  return {
    labelling: 'label',
    render(view) {
      const { field, id, describedBy, problem } = view;
      const { layout } = field.node;
      return html`<input
          part="control"
          class="control"
          id=${id}
          type=${type}
          inputmode=${layout.inputMode ?? nothing}
          autocomplete=${layout.autocomplete ?? nothing}
          autocapitalize=${verbatim ? 'off' : nothing}
          spellcheck=${verbatim ? 'false' : nothing}
          aria-describedby=${describedBy}
          aria-invalid=${problem === undefined ? nothing : 'true'}
          aria-required=${field.required ? 'true' : nothing}
          ${entry(view, grouped(view) ?? textOf(field.value))}
        />${counter(view)}`;
    },
    settles: (view) => grouped(view) !== undefined,
    read: readLine,
  };
}

/** A number as people group it, where the layout asks for that and the number is complete. */
function grouped({ field }: FieldView): string | undefined {
  const mask = maskOf(field.node);
  return mask && masked(mask, field.value);
}

/** A value as the text of a control. */
export function textOf(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The text of a control; an empty one is no answer. */
export function readLine(control: Element): string | undefined {
  const { value } = control as HTMLInputElement;
  return value === '' ? undefined : value;
}

export const text = lineWidget('text');
export const email = lineWidget('email');
export const tel = lineWidget('tel');
export const url = lineWidget('url');
