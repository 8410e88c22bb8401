import { html, nothing, type TemplateResult } from 'lit';
import type { JsonObject } from '@lpse-konsultasi/form-schema';
import { structureTexts, type StructureTexts } from '../../locales/structure.js';
import { widgetTexts } from '../widget-texts.js';
import type { FieldView, LocalProblem, Widget } from '../widget.js';
import { encodedFileStyles } from './encoded-file.styles.js';

/** A file that is kept in the value itself, as base64 (`contentEncoding`). */
export const encodedFile: Widget = {
  labelling: 'label',
  showsLocked: true,
  styles: encodedFileStyles,
  render(view) {
    const { field, id, describedBy, problem } = view;
    if (field.locked) return renderHeld(view);
    const { contentMediaType: media } = field.node.schema;
    return html`<input
        part="control"
        class="control"
        type="file"
        id=${id}
        accept=${typeof media === 'string' ? media : nothing}
        aria-describedby=${describedBy}
        aria-invalid=${problem === undefined ? nothing : 'true'}
        aria-required=${field.required ? 'true' : nothing}
      />${renderHeld(view)}`;
  },
  handle(event, view) {
    const { field, form } = view;
    if (field.locked) return;
    const target = event.target as HTMLElement;
    if (event.type === 'change' && target instanceof HTMLInputElement) take(view, target);
    if (event.type !== 'click' || target.closest('[data-action="remove"]') === null) return;
    form.edit(field.pointer, undefined);
    form.focus(field.pointer);
  },
};

function renderHeld(view: FieldView): unknown {
  const { field, form } = view;
  const texts = widgetTexts(view, structureTexts);
  if (typeof field.value !== 'string') return field.locked ? form.texts.empty : nothing;
  const bytes = Math.floor((field.value.replace(/=+$/, '').length * 3) / 4);
  return html`<p class="held">
    <span>${texts.fileHeld(sizeOf(bytes, form.locale))}</span>
    ${field.locked ? nothing : renderRemove(texts)}
  </p>`;
}

function renderRemove(texts: StructureTexts): TemplateResult {
  return html`<button type="button" class="button button-small" data-action="remove">
    ${texts.fileRemove}
  </button>`;
}

const UNITS = [
  ['byte', 1],
  ['kilobyte', 1000],
  ['megabyte', 1_000_000],
] as const;

function sizeOf(bytes: number, locale: string): string {
  const [unit, size] = UNITS.find(([, one]) => bytes < one * 1000) ?? UNITS[2];
  return new Intl.NumberFormat(locale === 'id' ? 'id-ID' : 'en-GB', {
    style: 'unit',
    unit,
    maximumFractionDigits: 1,
  }).format(bytes / size);
}

function take(view: FieldView, input: HTMLInputElement): void {
  const { field, form } = view;
  const [file] = input.files ?? [];
  if (file === undefined) return;
  const most = mostBytes(field.node.schema);
  if (file.size > most)
    return refuse(view, (texts) => texts.fileTooLarge(sizeOf(most, form.locale)));
  const { signal } = form;
  form.waitFor(
    file.arrayBuffer().then(
      (bytes) => {
        if (signal.aborted) return;
        form.edit(field.pointer, encoded(new Uint8Array(bytes), field.node.schema));
      },
      () => refuse(view, (texts) => texts.fileUnread),
    ),
  );
}

function refuse(view: FieldView, words: (texts: StructureTexts) => string): void {
  const problem: LocalProblem = {
    keyword: 'contentEncoding',
    message: () => words(widgetTexts(view, structureTexts)),
  };
  view.form.setLocalProblem(view.field.pointer, problem);
}

/** What the longest text that is allowed can hold. A value travels in one piece, so there is a limit in any case. */
function mostBytes({ maxLength }: JsonObject): number {
  const most = 10_000_000;
  return typeof maxLength === 'number' ? Math.min(most, Math.floor(maxLength / 4) * 3) : most;
}

/** A call takes only so many arguments. */
const PIECE = 0x8000;

function encoded(bytes: Uint8Array, { contentEncoding }: JsonObject): string {
  let binary = '';
  for (let at = 0; at < bytes.length; at += PIECE)
    binary += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  const text = btoa(binary);
  if (contentEncoding !== 'base64url') return text;
  return text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}
