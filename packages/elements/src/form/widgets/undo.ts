import { html, nothing } from 'lit';
import type { Pointer } from '@lpse-konsultasi/form-schema';
import type { FieldView } from '../widget.js';

interface Removal {
  /** Files that were on their way in a row when the rows changed. */
  stopped?: readonly string[];
  last?: { readonly row: Pointer; readonly name: string; readonly putBack: () => void };
}

/** Removes a row and offers to put it back, where a person looks next: beside the list, with the focus on the offer. */
export function removeWithUndo(view: FieldView, row: Pointer, name: string): void {
  const { field, form } = view;
  removalOf(view).last = { row, name, putBack: form.model.remove(row) };
  const stopped = leaveRows(view);
  form.edited(field.pointer);
  form.refresh(field.pointer);
  form.announce(`${form.texts.removed(name)} ${stopped}`.trim());
  form.focus(field.pointer, '[data-action="undo"]');
}

/** Puts the last removed row back, and goes to it: to its first control, unless the list has another way in. */
export function undoRemoval(
  view: FieldView,
  goTo: (row: Pointer) => void = (row) => view.form.focus(row),
): void {
  const { field, form } = view;
  const removal = removalOf(view);
  const { last } = removal;
  if (last === undefined) return;
  delete removal.last;
  last.putBack();
  const stopped = leaveRows(view);
  form.edited(field.pointer);
  form.refresh(field.pointer);
  form.announce(`${form.texts.restored(last.name)} ${stopped}`.trim());
  goTo(last.row);
}

/** After another change of the list its old place may be gone. */
export function forgetRemoval(view: FieldView): void {
  delete removalOf(view).last;
  delete removalOf(view).stopped;
}

/**
 * The rows have other places now, and what they remembered is gone. Files that were on their way in them are not attached
 * after all: that is answered, for the ear, and shown beside the list; '' when there were none.
 */
export function leaveRows(view: FieldView): string {
  const { field, form } = view;
  const names = form.forgetRows(field.pointer);
  removalOf(view).stopped = names;
  return names.length === 0 ? '' : form.texts.filesStopped(names.join(', '));
}

export function renderUndo(view: FieldView): unknown {
  const { last, stopped = [] } = removalOf(view);
  return [
    stopped.length === 0
      ? nothing
      : html`<p class="alert alert-warn">${view.form.texts.filesStopped(stopped.join(', '))}</p>`,
    last === undefined ? nothing : renderOffer(view, last.name),
  ];
}

function renderOffer(view: FieldView, name: string): unknown {
  return html`<p class="undo">
    <span>${view.form.texts.removed(name)}</span>
    <button type="button" class="button button-small" data-action="undo">
      ${view.form.texts.undo}
    </button>
  </p>`;
}

function removalOf({ field, form }: FieldView): Removal {
  return form.state<Removal>(`${field.pointer}#removal`, () => ({}));
}
