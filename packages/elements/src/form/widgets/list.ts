import { html, nothing, type TemplateResult } from 'lit';
import { inSentence, type Pointer } from '@lpse-konsultasi/form-schema';
import { errorMessage, fieldTemplate } from '../field-template.js';
import { widgetNameOf } from '../registry.js';
import type { FieldView, Widget } from '../widget.js';
import { listStyles } from './list.styles.js';
import { forgetRemoval, leaveRows, removeWithUndo, renderUndo, undoRemoval } from './undo.js';

/** Rows that a person adds, removes and orders: objects, or single values. A removed row can be brought back. */
export const list: Widget = {
  labelling: 'group',
  showsLocked: true,
  styles: listStyles,
  render(view) {
    const { field, form } = view;
    const rows = form.model.children(field.pointer);
    return html`
      ${rows.length === 0 ? html`<p class="empty">${form.texts.noItems}</p>` : nothing}
      <div class="rows">
        ${rows.map(({ pointer }, index) =>
          form.render(pointer, () => renderRow(view, pointer, index, rows.length)),
        )}
      </div>
      ${renderUndo(view)} ${field.locked ? nothing : renderAdd(view, rows.length)}
    `;
  },
  handle(event, view) {
    if (event.type !== 'click' || view.field.locked) return;
    const button = (event.target as Element).closest<HTMLElement>('[data-action]');
    if (button === null) return;
    const index = Number(button.dataset['row']);
    switch (button.dataset['action'] as 'add' | 'remove' | 'up' | 'down' | 'undo') {
      case 'add':
        return addRow(view);
      case 'remove':
        return removeRow(view, index);
      case 'up':
        return moveRow(view, index, index - 1);
      case 'down':
        return moveRow(view, index, index + 1);
      case 'undo':
        return undoRemoval(view);
    }
  },
};

function itemName(view: FieldView): string {
  return ownItemName(view) ?? view.form.texts.item;
}

/** What the layout or the schema calls one row. */
function ownItemName({ field }: FieldView): string | undefined {
  const title = field.node.item?.schema['title'];
  return field.texts.item ?? (typeof title === 'string' && title.trim() !== '' ? title : undefined);
}

/** The items of a tuple that have a place of their own: they are neither added nor moved. */
function positionsIn({ field }: FieldView): number {
  return field.node.members.length;
}

function renderRow(view: FieldView, pointer: Pointer, index: number, count: number): unknown {
  const { field, form } = view;
  const row = form.model.field(pointer);
  if (row === undefined) return nothing;
  const name = form.texts.itemOf(itemName(view), index + 1, count);
  const isFixed = field.locked || index < positionsIn(view);
  const buttons = isFixed ? nothing : renderRowButtons(view, name, index, count);
  const isPlain = row.node.kind === 'object' && widgetNameOf(row) === 'group';
  if (!isPlain) {
    const isSingle = row.node.kind !== 'object' && row.node.kind !== 'array';
    return html`<div class=${isSingle ? 'row single' : 'row'}>
      ${fieldTemplate(form, pointer)}${buttons}
    </div>`;
  }
  const problem = form.problem(row);
  return html`<fieldset
    class="row"
    data-pointer=${row.pointer}
    ?data-invalid=${problem !== undefined}
  >
    <legend class="label">${row.node.key === '*' ? name : row.label}</legend>
    ${problem === undefined ? nothing : errorMessage(form, form.idOf(row.pointer), problem)}
    <div class="fields">
      ${form.model.children(row.pointer).map(({ pointer }) => form.render(pointer))}
    </div>
    ${buttons}
  </fieldset>`;
}

function renderRowButtons(view: FieldView, name: string, index: number, count: number): unknown {
  const { texts } = view.form;
  const button = (action: string, label: string, full: string): TemplateResult =>
    html`<button
      type="button"
      class="button button-small"
      data-action=${action}
      data-of=${view.id}
      data-row=${index}
      aria-label=${full}
    >
      ${label}
    </button>`;
  return html`<p class="row-buttons">
    ${index === positionsIn(view) ? nothing : button('up', texts.moveUp, texts.moveUpItem(name))}
    ${index === count - 1 ? nothing : button('down', texts.moveDown, texts.moveDownItem(name))}
    ${button('remove', texts.remove, texts.removeItem(name))}
  </p>`;
}

function renderAdd(view: FieldView, count: number): unknown {
  const { field, form, id, describedBy } = view;
  const maxItems = field.node.schema['maxItems'];
  if (field.node.item === undefined) return nothing;
  const item = ownItemName(view);
  if (typeof maxItems === 'number' && count >= maxItems) {
    return html`<p class="hint">${form.texts.listFull(maxItems)}</p>`;
  }
  return html`<p>
    <button type="button" class="button" id=${id} data-action="add" aria-describedby=${describedBy}>
      ${field.texts.add ?? (item === undefined ? form.texts.add : form.texts.addItem(inSentence(item)))}
    </button>
  </p>`;
}

function addRow(view: FieldView): void {
  const { field, form } = view;
  forgetRemoval(view);
  const row = form.model.append(field.pointer);
  form.edited(field.pointer);
  form.refresh(field.pointer);
  form.focus(row);
}

function removeRow(view: FieldView, index: number): void {
  const row = view.form.model.children(view.field.pointer)[index];
  if (row !== undefined) removeWithUndo(view, row.pointer, `${itemName(view)} ${index + 1}`);
}

function moveRow(view: FieldView, from: number, to: number): void {
  const { field, form } = view;
  const last = form.model.children(field.pointer).length - 1;
  const first = positionsIn(view);
  if (to < first || to > last) return;
  forgetRemoval(view);
  form.model.move(field.pointer, from, to);
  const stopped = leaveRows(view);
  form.edited(field.pointer);
  form.refresh(field.pointer);
  form.announce(`${form.texts.moved(itemName(view), to + 1)} ${stopped}`.trim());
  // The focus stays on the button that was pressed, in the row's new place; at an end only its opposite is left.
  const pressed = to < from ? 'up' : 'down';
  const action = to === first ? 'down' : to === last ? 'up' : pressed;
  form.focus(field.pointer, `[data-of="${view.id}"][data-action="${action}"][data-row="${to}"]`);
}
