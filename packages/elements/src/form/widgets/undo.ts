import { html, nothing } from 'lit';
import type { Pointer } from '@lpse-konsultasi/form-schema';
import type { FieldView } from '../widget.js';

interface Removal {
  last?: { readonly name: string; readonly putBack: () => void };
}

/** Removes a row and offers to put it back, where a person looks next: beside the list, with the focus on the offer. */
export function removeWithUndo(view: FieldView, row: Pointer, name: string): void {
  const { field, form } = view;
  removalOf(view).last = { name, putBack: form.model.remove(row) };
  form.forgetRows(field.pointer);
  form.edited(field.pointer);
  form.refresh(field.pointer);
  form.announce(form.texts.removed(name));
  form.focus(field.pointer, '[data-action="undo"]');
}

/** Puts the last removed row back. */
export function undoRemoval(view: FieldView): void {
  const { field, form } = view;
  const removal = removalOf(view);
  const { last } = removal;
  if (last === undefined) return;
  delete removal.last;
  last.putBack();
  form.forgetRows(field.pointer);
  form.edited(field.pointer);
  form.refresh(field.pointer);
  form.announce(form.texts.restored(last.name));
  form.focus(field.pointer);
}

/** After another change of the list its old place may be gone. */
export function forgetRemoval(view: FieldView): void {
  delete removalOf(view).last;
}

export function renderUndo(view: FieldView): unknown {
  const { last } = removalOf(view);
  if (last === undefined) return nothing;
  return html`<p class="undo">
    <span>${view.form.texts.removed(last.name)}</span>
    <button type="button" class="button button-small" data-action="undo">
      ${view.form.texts.undo}
    </button>
  </p>`;
}

function removalOf({ field, form }: FieldView): Removal {
  return form.state<Removal>(`${field.pointer}#removal`, () => ({}));
}
