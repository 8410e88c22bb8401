import { html, nothing } from 'lit';
import { isJsonObject } from '@lpse-konsultasi/form-schema';
import { renderEntry, renderFile, renderUpload, renderViewer } from '../files/file-views.js';
import { openInTab, openViewer } from '../files/preview.js';
import { addFiles, attachedAt, dismiss, retry, uploadsOf } from '../files/uploads.js';
import type { FieldView, Widget } from '../widget.js';
import { filesStyles } from './attachments.styles.js';
import { forgetRemoval, removeWithUndo, renderUndo, undoRemoval } from './undo.js';

/**
 * Files: chosen, photographed, dropped or pasted, checked by content, sent at once, each with a look at it and with what
 * the schema asks about it.
 */
export const attachments: Widget = {
  labelling: 'group',
  showsLocked: true,
  styles: filesStyles,
  render(view) {
    const { field, form } = view;
    const rows = form.model.children(field.pointer);
    return html`
      ${field.locked ? nothing : renderEntry(view, rows.length)}
      ${
        field.locked && rows.length === 0
          ? html`<p class="empty">${form.texts.empty}</p>`
          : html`<div class="rows">
              ${rows.map(({ pointer }, index) =>
                form.render(pointer, () => renderFile(view, pointer, index, rows.length)),
              )}
            </div>`
      }
      ${renderUndo(view)}
      ${uploadsOf(view).all.map((upload, index) => renderUpload(view, upload, index))}
      ${renderViewer(view)}
    `;
  },
  handle(event, view) {
    if (event.type === 'click') return handleClick(event, view);
    if (view.field.locked) return;
    switch (event.type) {
      case 'change':
        return takeChosen(event, view);
      case 'paste':
        return takePasted(event as ClipboardEvent, view);
      case 'dragover':
        // Without this the browser opens the dropped file in place of the page.
        event.preventDefault();
        return markDrop(event, true);
      case 'drop':
        markDrop(event, false);
        return takeDropped(event as DragEvent, view);
    }
  },
};

function takeChosen(event: Event, view: FieldView): void {
  const input = event.target as HTMLInputElement;
  if (input.type !== 'file') return;
  take(view, [...(input.files ?? [])]);
  // The same file can be chosen again after it was removed.
  input.value = '';
}

function takePasted(event: ClipboardEvent, view: FieldView): void {
  const files = [...(event.clipboardData?.files ?? [])];
  if (files.length === 0) return;
  event.preventDefault();
  take(view, files);
}

function takeDropped(event: DragEvent, view: FieldView): void {
  event.preventDefault();
  take(view, [...(event.dataTransfer?.files ?? [])]);
}

function take(view: FieldView, files: readonly File[]): void {
  forgetRemoval(view);
  addFiles(view, files);
}

function markDrop(event: Event, on: boolean): void {
  const field = (event.target as Element).closest('.field');
  field?.querySelector('.drop')?.classList.toggle('over', on);
}

function handleClick(event: Event, view: FieldView): void {
  const button = (event.target as Element).closest<HTMLElement>('[data-action]');
  if (button === null) return;
  const act = actions[button.dataset['action'] ?? ''];
  if (act !== undefined && (act.reads === true || !view.field.locked)) {
    act.run(view, Number(button.dataset['row']), button);
  }
}

interface Action {
  /** It changes nothing: allowed also while the field is locked. */
  readonly reads?: boolean;
  readonly run: (view: FieldView, index: number, button: Element) => void;
}

const actions: { readonly [name: string]: Action } = {
  view: { reads: true, run: look },
  close: { reads: true, run: (_view, _index, button) => button.closest('dialog')?.close() },
  remove: { run: remove },
  undo: { run: (view) => undoRemoval(view) },
  retry: {
    run(view, index) {
      const upload = uploadsOf(view).all[index];
      if (upload !== undefined) retry(view, upload);
      view.form.focus(view.field.pointer);
    },
  },
  dismiss: {
    run(view, index) {
      const upload = uploadsOf(view).all[index];
      if (upload !== undefined) dismiss(view, upload);
      view.form.focus(view.field.pointer);
    },
  },
};

function remove(view: FieldView, index: number): void {
  const row = view.form.model.children(view.field.pointer)[index];
  if (row === undefined) return;
  const name = isJsonObject(row.value) ? String(row.value['nama'] ?? '') : '';
  removeWithUndo(view, row.pointer, name);
}

/** A picture here, anything else in a tab of its own. */
function look(view: FieldView, index: number, button: Element): void {
  const row = view.form.model.children(view.field.pointer)[index];
  const file = row === undefined ? undefined : attachedAt(view, row)?.file;
  if (file === undefined) return;
  const dialog = button.closest('.field')?.querySelector('dialog');
  if (file.type.startsWith('image/') && dialog) openViewer(dialog, file);
  else openInTab(file);
}
