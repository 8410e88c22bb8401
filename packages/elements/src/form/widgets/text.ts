import { html, nothing } from 'lit';
import { grouped, plainFigures, type Pointer } from '@lpse-konsultasi/form-schema';
import { entry } from '../entry.js';
import { counter } from './counter.js';
import type { FieldView, FormContext, Widget } from '../widget.js';
import { readLine, textOf } from './plain-text.js';
import { textarea } from './textarea.js';

/** A single line. `type` decides the keyboard of a phone and nothing else: the schema says what is valid. */
function lineWidget(type: 'text' | 'email' | 'tel' | 'url'): Widget {
  // Names of mailboxes and sites are not words: nothing may correct or capitalise them.
  const verbatim = type !== 'text';
  return {
    labelling: 'label',
    render(view) {
      if (!verbatim && hasLines(view)) return textarea.render(view);
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
          ${entry(view, grouped(field.node, field.value) ?? textOf(field.value))}
        />${counter(view)}`;
    },
    settles: ({ field }) => grouped(field.node, field.value) !== undefined,
    read: (control, view) => {
      const text = readLine(control);
      return hasForm(view) ? plainFigures(text ?? '').replace(EDGES, '') || undefined : text;
    },
  };
}

/** What is copied from elsewhere brings spaces along that nobody sees, some of them of no width. */
const EDGES = /^[\s\u200b\u2060]+|[\s\u200b\u2060]+$/g;

/** Whether the schema says what the text looks like: no form begins or ends with a space on purpose. */
function hasForm({ field: { node } }: FieldView): boolean {
  const { format, pattern } = node.schema;
  return format !== undefined || pattern !== undefined;
}

/** The fields that were given a text of several lines: a control of one line would run them together. */
const severalLines = new WeakMap<FormContext, Set<Pointer>>();

/** Once it has lines it keeps its room for them, also while a person takes them out. */
function hasLines({ field: { pointer, value }, form }: FieldView): boolean {
  const known = severalLines.get(form);
  if (known?.has(pointer) === true) return true;
  if (typeof value !== 'string' || !/[\r\n]/.test(value)) return false;
  severalLines.set(form, (known ?? new Set()).add(pointer));
  return true;
}

export const text = lineWidget('text');
export const email = lineWidget('email');
export const tel = lineWidget('tel');
export const url = lineWidget('url');
