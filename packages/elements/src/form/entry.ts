import { noChange, type ElementPart } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import type { Json } from '@lpse-konsultasi/form-schema';
import type { FieldView } from './widget.js';

/**
 * Puts a value into a text control without ever touching what a person is typing: "1," stays "1," although the value
 * is 1 already, and a phone number stays grouped as it was typed. The text changes when the value does.
 */
class EntryDirective extends Directive {
  override render(_view: FieldView, _text: string): unknown {
    return noChange;
  }

  override update(part: ElementPart, [view, text]: [FieldView, string]): unknown {
    const control = part.element as HTMLInputElement | HTMLTextAreaElement;
    const shown = view.form.entered(view.field.pointer, text);
    if (control.value !== shown) control.value = shown;
    shownIn.set(control, { text: control.value, value: view.field.value });
    return noChange;
  }
}

/** What a control made of a value: not always all of it (a date control has no seconds). */
const shownIn = new WeakMap<Element, { readonly text: string; readonly value: Json | undefined }>();

/** Whether the text is still what the control was given for this value; then nothing was entered, and nothing is lost. */
export function stillSays(
  control: HTMLInputElement | HTMLTextAreaElement,
  value: Json | undefined,
): boolean {
  const shown = shownIn.get(control);
  return (
    shown !== undefined &&
    value !== undefined &&
    shown.value === value &&
    shown.text === control.value
  );
}

export const entry = directive(EntryDirective);
