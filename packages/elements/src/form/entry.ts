import { noChange, type ElementPart } from 'lit';
import { Directive, directive } from 'lit/directive.js';
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
    return noChange;
  }
}

export const entry = directive(EntryDirective);
