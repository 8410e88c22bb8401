import { html, nothing } from 'lit';
import type { Json, Pointer } from '@lpse-konsultasi/form-schema';
import { errorMessage } from '../field-template.js';
import { isEnter } from '../keys.js';
import { sameJson } from '../same-json.js';
import type { FieldView, FormContext, Widget } from '../widget.js';
import { tagsStyles } from './tags.styles.js';

/** Short texts, one after the other: typed and entered, each with a button that takes it away. */
export const tags: Widget = {
  labelling: 'label',
  styles: tagsStyles,
  how: ({ form }) => form.texts.tagHint,
  render(view) {
    const { field, form, id, describedBy, problem } = view;
    const rows = form.model.children(field.pointer);
    return html`
      ${
        rows.length === 0
          ? nothing
          : html`<ul class="tags">
              ${rows.map(({ pointer }, index) =>
                form.render(pointer, () => renderTag(form, pointer, index)),
              )}
            </ul>`
      }
      <div class="tag-entry">
        <input
          part="control"
          class="control"
          id=${id}
          type="text"
          autocomplete="off"
          aria-describedby=${describedBy}
          aria-invalid=${problem === undefined ? nothing : 'true'}
          aria-required=${field.required ? 'true' : nothing}
        />
        <button type="button" class="button" data-action="add">${form.texts.tagAdd}</button>
      </div>
    `;
  },
  handle(event, view) {
    const target = event.target as HTMLElement;
    if (event.type === 'keydown') {
      if (!isEnter(event) || !(target instanceof HTMLInputElement)) return;
      // Enter in an empty entry is what it is in any other field: it sends the form.
      if (target.value.trim() !== '') event.preventDefault();
      return take(view, target);
    }
    if (event.type === 'paste' && target instanceof HTMLInputElement)
      takeLines(event as ClipboardEvent, view);
    if (event.type === 'click') handleClick(target, view);
  },
  leave(control, view) {
    if (control instanceof HTMLInputElement) take(view, control);
  },
};

function renderTag(form: FormContext, pointer: Pointer, index: number): unknown {
  const tag = form.model.field(pointer);
  if (tag === undefined) return nothing;
  const problem = form.problem(tag);
  const words = String(tag.value ?? '');
  return html`<li class="tag" data-pointer=${pointer} ?data-invalid=${problem !== undefined}>
    <span>${words}</span>
    <button
      type="button"
      class="button button-small"
      data-action="remove"
      data-row=${index}
      aria-label=${form.texts.removeItem(words)}
    >
      ${form.texts.remove}
    </button>
    ${problem === undefined ? nothing : errorMessage(form, form.idOf(pointer), problem)}
  </li>`;
}

function handleClick(target: HTMLElement, view: FieldView): void {
  const { field, form } = view;
  const button = target.closest<HTMLElement>('[data-action]');
  if (button === null) return;
  if (button.dataset['action'] === 'remove') {
    const row = form.model.children(field.pointer)[Number(button.dataset['row'])];
    if (row === undefined) return;
    form.model.remove(row.pointer);
    form.edited(field.pointer);
    form.refresh(field.pointer);
    form.announce(form.texts.removed(String(row.value ?? '')));
  }
  form.focus(field.pointer);
}

/** Lines that are pasted are as many values: a control of one line would run them together. */
function takeLines(event: ClipboardEvent, view: FieldView): void {
  const lines = (event.clipboardData?.getData('text/plain') ?? '').split(/[\r\n]+/);
  if (lines.filter((line) => line.trim() !== '').length < 2) return;
  event.preventDefault();
  for (const line of lines) add(view, line);
}

/** Takes what stands in the entry as the next value. One that is there already is not taken twice. */
function take(view: FieldView, input: HTMLInputElement): void {
  if (input.value.trim() === '') return;
  const text = input.value;
  input.value = '';
  add(view, text);
}

function add({ field, form }: FieldView, entered: string): void {
  const text = entered.trim();
  if (text === '') return;
  const present = form.model.get(field.pointer);
  const value = Array.isArray(present) ? (present as readonly Json[]) : [];
  if (value.some((item) => sameJson(item, text))) return;
  const added = form.model.append(field.pointer, text);
  // It is taken as a whole, and what is wrong with it can be said at once.
  form.model.touch(added);
  form.edited(field.pointer);
  form.refresh(field.pointer);
  const problem = form.model.field(added)?.problem;
  if (problem !== undefined) form.announce(problem.message);
}
