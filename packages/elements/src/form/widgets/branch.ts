import { html, nothing } from 'lit';
import { structureTexts } from '../../locales/structure.js';
import { widgetTexts } from '../widget-texts.js';
import type { FieldView, Widget } from '../widget.js';
import { group } from './group.js';
import { insetStyles } from './inset.styles.js';

/** A group of the same kind as one around it: without an end, so a person opens it where there is something to say. */
export const branch: Widget = {
  labelling: 'group',
  showsLocked: true,
  styles: insetStyles,
  render(view) {
    const { field, form } = view;
    const isOpen = field.opens === 'open';
    if (field.locked) return isOpen ? group.render(view) : form.texts.empty;
    const texts = widgetTexts(view, structureTexts);
    const words = isOpen ? texts.takeOut(field.label) : texts.fillIn(field.label);
    return html`${isOpen ? html`<div class="inset">${group.render(view)}</div>` : nothing}
      <p class="row-buttons">
        <button type="button" class="button" data-action=${isOpen ? 'close' : 'open'}>
          ${words}
        </button>
      </p>`;
  },
  handle(event, view) {
    if (event.type !== 'click' || view.field.locked) return;
    const button = (event.target as Element).closest<HTMLElement>('[data-action]');
    if (button !== null) turn(view, button.dataset['action'] === 'open');
  },
};

function turn({ field, form }: FieldView, isOpening: boolean): void {
  form.edit(field.pointer, isOpening ? {} : undefined);
  form.refresh(field.pointer);
  form.focus(field.pointer);
}
