import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import {
  fileTypes,
  isJsonObject,
  type JsonObject,
  type Pointer,
} from '@lpse-konsultasi/form-schema';
import { formatBytes } from '../../i18n/format.js';
import { filesTexts } from '../../locales/files.js';
import { errorMessage } from '../field-template.js';
import type { FieldView } from '../widget.js';
import { widgetTexts } from '../widget-texts.js';
import { fileRulesOf, typeNames } from './check.js';
import { drawPicture } from './preview.js';
import { attachedAt, shrunkInWords, uploadsOf, type AttachedFile, type Upload } from './uploads.js';

/** What the reference of a file holds; everything else in an item is asked of the person. */
const referenceKeys = new Set(['nama', 'mime', 'ukuran', 'sha256']);

/** Where files are chosen, photographed, dropped and pasted. */
export function renderEntry(view: FieldView, count: number): unknown {
  const { field, form, id, describedBy } = view;
  const texts = widgetTexts(view, filesTexts);
  const { types, maxCount } = fileRulesOf(field.node);
  if (maxCount !== undefined && count >= maxCount) {
    return html`<p class="hint">${form.texts.listFull(maxCount)}</p>`;
  }
  const rules = rulesInWords(view);
  const descriptions = [describedBy, rules === '' ? nothing : `${id}-rules`];
  const described = descriptions.filter((part) => part !== nothing).join(' ');
  const accept = types.flatMap(({ mime, extensions }) => [mime, ...extensions.map((e) => `.${e}`)]);
  return html`${rules === '' ? nothing : html`<p class="hint" id=${`${id}-rules`}>${rules}</p>`}
    <div class="drop" @dragleave=${leaveDrop}>
      <input
        part="control"
        class="quiet"
        type="file"
        id=${id}
        ?multiple=${maxCount === undefined || maxCount > 1}
        accept=${accept.join(',')}
        aria-describedby=${described === '' ? nothing : described}
      />
      <label class="button" for=${id}>${texts.chooseFiles}</label>
      ${renderCamera(view)}
      <span class="drop-hint">${texts.dropFiles}</span>
    </div>`;
}

/** The camera, for devices that are held in a hand. */
function renderCamera(view: FieldView): unknown {
  const images = fileRulesOf(view.field.node).types.filter(({ mime }) => mime.startsWith('image/'));
  if (images.length === 0) return nothing;
  const id = `${view.id}-camera`;
  return html`<span class="camera">
    <input
      class="quiet"
      type="file"
      id=${id}
      accept=${images.map(({ mime }) => mime).join(',')}
      capture="environment"
    />
    <label class="button" for=${id}>${widgetTexts(view, filesTexts).takePhoto}</label>
  </span>`;
}

/** What is taken, said before anything is chosen; of a list whose own hint says it, only what the hint cannot know. */
function rulesInWords(view: FieldView): string {
  const { field, form } = view;
  const { types, maxSize, maxTotal, maxCount, shrink } = fileRulesOf(field.node);
  const texts = widgetTexts(view, filesTexts);
  const bytes = (size: number): string => formatBytes(size, form.locale);
  const basic = [
    texts.fileTypes(typeNames(types)),
    maxSize === undefined ? '' : texts.fileSizeEach(bytes(maxSize)),
    maxCount === undefined ? '' : texts.fileCount(maxCount),
  ];
  return [
    ...(field.texts.hint === undefined ? basic : []),
    maxTotal === undefined ? '' : texts.fileSizeTotal(bytes(maxTotal)),
    shrink === undefined ? '' : texts.fileShrinks,
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** An attached file, with what the schema asks about it. */
export function renderFile(
  view: FieldView,
  pointer: Pointer,
  index: number,
  count: number,
): unknown {
  const { field, form } = view;
  const row = form.model.field(pointer);
  if (row === undefined) return nothing;
  const texts = widgetTexts(view, filesTexts);
  const name = form.texts.itemOf(field.texts.item ?? form.texts.item, index + 1, count);
  const problem = form.problem(row);
  const asked = form.model.children(row.pointer).filter(({ node }) => !referenceKeys.has(node.key));
  const at = attachedAt(view, row);
  const look = texts.fileViewNamed(at?.file.name ?? '');
  return html`<fieldset
    class="row"
    data-pointer=${row.pointer}
    ?data-invalid=${problem !== undefined}
  >
    <legend class="label">${name}</legend>
    ${problem === undefined ? nothing : errorMessage(form, form.idOf(row.pointer), problem)}
    ${renderReference(view, isJsonObject(row.value) ? row.value : {}, at, index)}
    <div class="fields">${asked.map(({ pointer }) => form.render(pointer))}</div>
    ${
      field.locked && at === undefined
        ? nothing
        : html`<p class="row-buttons">
            ${at === undefined ? nothing : button('view', index, texts.fileView, look)}
            ${field.locked ? nothing : button('remove', index, form.texts.remove, form.texts.removeItem(name))}
          </p>`
    }
  </fieldset>`;
}

/** Name, type and size of an attached file; of one whose bytes are at hand also a small picture. */
function renderReference(
  view: FieldView,
  { nama, mime, ukuran }: JsonObject,
  at: AttachedFile | undefined,
  index: number,
): TemplateResult {
  const type = fileTypes.find((candidate) => candidate.mime === mime)?.name;
  const size = typeof ukuran === 'number' ? formatBytes(ukuran, view.form.locale) : undefined;
  const shrunk = at === undefined ? '' : shrunkInWords(view, at);
  return html`<div class="file">
    ${
      at?.file.type.startsWith('image/') === true
        ? html`<canvas
            class="thumb"
            aria-hidden="true"
            data-action="view"
            data-row=${index}
            ${ref((canvas) => drawSoon(canvas, at.file))}
          ></canvas>`
        : nothing
    }
    <div class="file-words">
      <p class="file-name">${String(nama ?? '')}</p>
      <p class="file-size">${[type, size].filter((part) => part !== undefined).join(' · ')}</p>
      ${shrunk === '' ? nothing : html`<p class="file-size">${shrunk}</p>`}
    </div>
  </div>`;
}

/** Once it is in the page: how large it is drawn, its place decides. */
function drawSoon(canvas: Element | undefined, file: File): void {
  if (!(canvas instanceof HTMLCanvasElement)) return;
  requestAnimationFrame(() => void drawPicture(canvas, file));
}

/** The larger view of a picture, closed until somebody asks for it. */
export function renderViewer(view: FieldView): unknown {
  if (uploadsOf(view).attached.size === 0) return nothing;
  const label = `${view.id}-viewer`;
  return html`<dialog class="viewer" closedby="any" aria-labelledby=${label}>
    <div class="viewer-head">
      <p class="viewer-name" id=${label}></p>
      ${button('close', 0, widgetTexts(view, filesTexts).fileViewClose)}
    </div>
    <canvas role="img"></canvas>
  </dialog>`;
}

/** A file that is not attached: on its way, or held up. */
export function renderUpload(view: FieldView, upload: Upload, index: number): TemplateResult {
  const { texts: words, locale } = view.form;
  const texts = widgetTexts(view, filesTexts);
  const { name, phase, progress, message } = upload;
  if (message !== undefined) {
    return html`<div class="upload" data-invalid>
      <p class="error">${message(texts, locale)}</p>
      <p class="row-buttons">
        ${phase === 'failed' ? button('retry', index, texts.fileRetry, texts.fileRetryNamed(name)) : nothing}
        ${button('dismiss', index, words.remove, words.removeItem(name))}
      </p>
    </div>`;
  }
  return html`<div class="upload">
    <p class="file-name">${name}</p>
    <p class="hint">
      ${phase === 'checking' ? texts.fileChecking : texts.fileSending(Math.round(progress * 100))}
    </p>
    <progress aria-label=${name} max="1" .value=${progress}></progress>
    <p class="row-buttons">
      ${button('dismiss', index, texts.fileCancel, texts.fileCancelNamed(name))}
    </p>
  </div>`;
}

function button(what: string, index: number, label: string, full?: string): TemplateResult {
  return html`<button
    type="button"
    class="button button-small"
    data-action=${what}
    data-row=${index}
    aria-label=${full ?? nothing}
  >
    ${label}
  </button>`;
}

function leaveDrop(event: DragEvent): void {
  const drop = event.currentTarget as Element;
  if (event.relatedTarget instanceof Node && drop.contains(event.relatedTarget)) return;
  drop.classList.remove('over');
}
