import { html, nothing, type TemplateResult } from 'lit';
import type { Pointer } from '@lpse-konsultasi/form-schema';
import { isJsonObject } from '@lpse-konsultasi/form-schema';
import { formatBytes } from '../../i18n/format.js';
import { errorMessage } from '../field-template.js';
import { fileRulesOf, typeNames, type FileRules } from '../file-check.js';
import { addFiles, dismiss, retry, uploadsOf, type Upload } from '../uploads.js';
import type { FieldView, FormContext, Widget } from '../widget.js';
import { filesStyles } from './attachments.styles.js';
import { forgetRemoval, removeWithUndo, renderUndo, undoRemoval } from './undo.js';

/** What the reference of a file holds; everything else in an item is asked of the person. */
const referenceKeys = new Set(['nama', 'mime', 'ukuran', 'sha256']);

/** Files: chosen, dropped or pasted, checked by content, sent at once, each with what the schema asks about it. */
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
    `;
  },
  handle(event, view) {
    if (view.field.locked) return;
    switch (event.type) {
      case 'change':
        return takeChosen(event, view);
      case 'paste':
        return takePasted(event as ClipboardEvent, view);
      case 'dragover':
        // Without this the browser opens the dropped file in place of the page.
        return event.preventDefault();
      case 'drop':
        return takeDropped(event as DragEvent, view);
      case 'click':
        return handleClick(event, view);
    }
  },
};

function renderEntry(view: FieldView, count: number): unknown {
  const { field, form, id, describedBy } = view;
  const { texts } = form;
  const { types, maxCount } = fileRulesOf(field.node);
  if (maxCount !== undefined && count >= maxCount) {
    return html`<p class="hint">${texts.listFull(maxCount)}</p>`;
  }
  return html`${
      field.texts.hint === undefined
        ? html`<p class="hint" id=${`${id}-hint`}>
            ${rulesInWords(fileRulesOf(field.node), form)}
          </p>`
        : nothing
    }
    <div class="drop">
      <input
        part="control"
        class="quiet"
        type="file"
        id=${id}
        ?multiple=${maxCount === undefined || maxCount > 1}
        accept=${types.flatMap(({ mime, extensions }) => [mime, ...extensions.map((e) => `.${e}`)]).join(',')}
        aria-describedby=${[describedBy, `${id}-rules`].filter((part) => part !== nothing).join(' ')}
      />
      <label class="button" for=${id}>${texts.chooseFiles}</label>
      <span class="drop-hint">${texts.dropFiles}</span>
    </div>`;
}

/** What is taken, for lists whose own texts do not say it. */
function rulesInWords({ types, maxSize, maxCount }: FileRules, form: FormContext): string {
  const { texts, locale } = form;
  if (maxSize === undefined) return typeNames(types);
  const size = formatBytes(maxSize, locale);
  return maxCount === undefined
    ? texts.fileRulesNoCount(typeNames(types), size)
    : texts.fileRules(typeNames(types), size, maxCount);
}

function renderFile(view: FieldView, pointer: Pointer, index: number, count: number): unknown {
  const { field, form } = view;
  const row = form.model.field(pointer);
  if (row === undefined) return nothing;
  const name = form.texts.itemOf(field.texts.item ?? form.texts.item, index + 1, count);
  const file = isJsonObject(row.value) ? row.value : {};
  const size = file['ukuran'];
  const problem = form.problem(row);
  const asked = form.model.children(row.pointer).filter(({ node }) => !referenceKeys.has(node.key));
  return html`<fieldset
    class="row"
    data-pointer=${row.pointer}
    ?data-invalid=${problem !== undefined}
  >
    <legend class="label">${name}</legend>
    ${problem === undefined ? nothing : errorMessage(form, form.idOf(row.pointer), problem)}
    <p class="file">
      <span class="file-name">${String(file['nama'] ?? '')}</span>
      ${
        typeof size === 'number'
          ? html`<span class="file-size">${formatBytes(size, form.locale)}</span>`
          : nothing
      }
    </p>
    <div class="fields">${asked.map(({ pointer }) => form.render(pointer))}</div>
    ${
      field.locked
        ? nothing
        : html`<p class="row-buttons">
            ${action('remove', index, form.texts.remove, form.texts.removeItem(name))}
          </p>`
    }
  </fieldset>`;
}

function renderUpload({ form }: FieldView, upload: Upload, index: number): TemplateResult {
  const { texts, locale } = form;
  const { name, phase, progress, message } = upload;
  if (message !== undefined) {
    return html`<div class="upload" data-invalid>
      <p class="error">${message(texts, locale)}</p>
      <p class="row-buttons">
        ${phase === 'failed' ? action('retry', index, texts.fileRetry, `${texts.fileRetry}: ${name}`) : nothing}
        ${action('dismiss', index, texts.remove, texts.removeItem(name))}
      </p>
    </div>`;
  }
  return html`<div class="upload">
    <p class="file"><span class="file-name">${name}</span></p>
    <p class="hint">
      ${phase === 'checking' ? texts.fileChecking : texts.fileSending(Math.round(progress * 100))}
    </p>
    <progress aria-label=${name} max="1" .value=${progress}></progress>
    <p class="row-buttons">${action('dismiss', index, texts.remove, texts.removeItem(name))}</p>
  </div>`;
}

function action(what: string, index: number, label: string, full: string): TemplateResult {
  return html`<button
    type="button"
    class="button button-small"
    data-action=${what}
    data-row=${index}
    aria-label=${full}
  >
    ${label}
  </button>`;
}

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

function handleClick(event: Event, view: FieldView): void {
  const button = (event.target as Element).closest<HTMLElement>('[data-action]');
  if (button === null) return;
  const { field, form } = view;
  const index = Number(button.dataset['row']);
  const upload = uploadsOf(view).all[index];
  switch (button.dataset['action'] as 'remove' | 'undo' | 'retry' | 'dismiss') {
    case 'remove': {
      const row = form.model.children(field.pointer)[index];
      if (row === undefined) return;
      const name = isJsonObject(row.value) ? String(row.value['nama'] ?? '') : '';
      return removeWithUndo(view, row.pointer, name);
    }
    case 'undo':
      return undoRemoval(view);
    case 'retry':
      return upload === undefined ? undefined : retry(view, upload);
    case 'dismiss':
      if (upload !== undefined) dismiss(view, upload);
      form.focus(field.pointer);
  }
}
