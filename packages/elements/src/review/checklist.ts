import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { parentOf, type Layout } from '@lpse-konsultasi/form-schema';
import { adaptLayout } from '../desk/adapt-layout.js';
import { defineWidget } from '../form/registry.js';
import type { FieldView, Widget } from '../form/widget.js';

/** What the officer ticks off, as the profile words it; the item's key where it does not. */
function itemText({ field, form }: FieldView): string {
  const item = form.model.field(`${parentOf(field.pointer)}/butir`);
  const label = item?.choices?.find(({ value }) => value === item.value)?.label;
  return label ?? String(item?.value ?? field.label);
}

/** The office's fixed list: no rows to add or remove, one line for each item. */
const checklist: Widget = {
  labelling: 'group',
  showsLocked: true,
  render: ({ field, form }) =>
    form.model
      .children(field.pointer)
      .map(
        ({ pointer }) =>
          html`<div class="fields">
            ${form.render(`${pointer}/terpenuhi`)}${form.render(`${pointer}/catatan`)}
          </div>`,
      ),
};

const item: Widget = {
  labelling: 'own',
  render: (view) =>
    html`<label part="label" class="choice">
      <input
        part="control"
        type="checkbox"
        id=${view.id}
        aria-describedby=${view.describedBy}
        aria-invalid=${view.problem === undefined ? nothing : 'true'}
        .checked=${live(view.field.value === true)}
      />
      <span>${itemText(view)}</span>
    </label>`,
  read: (control) => (control as HTMLInputElement).checked,
};

/** One line beside its item. The label names the item too, for those who do not see that it stands beside it. */
const note: Widget = {
  labelling: 'own',
  render(view) {
    const { field, form, id, describedBy, problem } = view;
    return html`<label for=${id} class="quiet">${field.label}: ${itemText(view)}</label>
      <input
        part="control"
        class="control"
        type="text"
        id=${id}
        placeholder=${field.label}
        aria-describedby=${describedBy}
        aria-invalid=${problem === undefined ? nothing : 'true'}
        .value=${live(form.entered(field.pointer, String(field.value ?? '')))}
      />`;
  },
  read: (control) => (control as HTMLInputElement).value || undefined,
};

/** Makes the widgets of the checklist known to the form engine. */
export function defineChecklist(): void {
  defineWidget('checklist', checklist);
  defineWidget('checklist-item', item);
  defineWidget('checklist-note', note);
}

/** The office's layout of the review, its checklist as a checklist. */
export function checklistLayout(layout: Layout): Layout {
  return adaptLayout(
    layout,
    {
      '/daftarPeriksa': { widget: 'checklist' },
      '/daftarPeriksa/*/terpenuhi': { widget: 'checklist-item', width: 'half' },
      '/daftarPeriksa/*/catatan': { widget: 'checklist-note', width: 'half' },
    },
    ['/daftarPeriksa/*/catatan'],
  );
}
