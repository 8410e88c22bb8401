import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { isJsonObject, type Json, type Layout, type Pointer } from '@lpse-konsultasi/form-schema';
import { adaptLayout } from '../desk/adapt-layout.js';
import { defineWidget } from '../form/registry.js';
import { checkboxes } from '../form/widgets/checkboxes.js';
import type { FieldView, FormContext, Widget } from '../form/widget.js';

/** Where the reasons of single fields stand, beside the list of the fields themselves. */
const REASONS = '/alasanKolom';

/** What the widget is told by its layout: its own words, because the form's texts know no flags. */
interface FlagWords {
  readonly reason: string;
  readonly reasonOf: string;
}

/**
 * The fields of the user's part in the order of the sheet, each with a tick that asks for it again and, once it is
 * ticked, a line that says why.
 */
const flags: Widget = {
  labelling: 'group',
  render(view) {
    const { field, form, id, problem } = view;
    const words = wordsOf(view);
    const flagged = listOf(field.value);
    return html`<div class="flags">
      ${(field.choices ?? []).map(({ value, label }, index) => {
        const pointer = String(value);
        const isFlagged = flagged.includes(pointer);
        return html`<div class="flag-row">
          <label class="choice">
            <input
              part="control"
              type="checkbox"
              id=${index === 0 ? id : `${id}-${index}`}
              value=${index}
              aria-invalid=${problem === undefined ? nothing : 'true'}
              .checked=${live(isFlagged)}
            />
            <span>${label}</span>
          </label>
          ${
            isFlagged
              ? html`<input
                  part="control"
                  class="control flag-reason"
                  type="text"
                  maxlength="300"
                  data-flag=${pointer}
                  aria-label=${words.reasonOf.replace('{label}', label)}
                  placeholder=${words.reason}
                  .value=${live(reasonOf(form, pointer))}
                />`
              : nothing
          }
        </div>`;
      })}
    </div>`;
  },
  reads: (control) => !control.matches('.flag-reason'),
  ...(checkboxes.read && { read: checkboxes.read }),
  handle(event, { field, form }) {
    const target = event.target as HTMLInputElement;
    const pointer = target.dataset['flag'];
    if (pointer === undefined || event.type !== 'input') return;
    form.edit(REASONS, withReason(form, pointer, target.value));
    // Its own list stays as it is; only the reasons beside it have changed.
    form.refresh(field.pointer);
  },
};

function wordsOf({ field }: FieldView): FlagWords {
  const { reason, reasonOf: named } = (field.node.layout.options ?? {}) as Partial<FlagWords>;
  return { reason: reason ?? '', reasonOf: named ?? '{label}' };
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

function reasonsIn(
  form: FormContext,
): readonly { readonly kolom: Pointer; readonly alasan: string }[] {
  return listOf(form.model.get(REASONS))
    .filter(isJsonObject)
    .flatMap(({ kolom, alasan }) =>
      typeof kolom === 'string' && typeof alasan === 'string' ? [{ kolom, alasan }] : [],
    );
}

function reasonOf(form: FormContext, pointer: Pointer): string {
  return reasonsIn(form).find(({ kolom }) => kolom === pointer)?.alasan ?? '';
}

/** A reason that was emptied is none. */
function withReason(form: FormContext, pointer: Pointer, alasan: string): Json | undefined {
  const others = reasonsIn(form).filter(({ kolom }) => kolom !== pointer);
  const next = alasan.trim() === '' ? others : [...others, { kolom: pointer, alasan }];
  return next.length === 0 ? undefined : next;
}

/** Makes the widget of the flags known to the form engine. */
export function defineFlags(): void {
  defineWidget('flags', flags);
}

/** The office's layout of the review, its list of fields as flags; the widget's words go in by its options. */
export function flagsLayout(layout: Layout, words: FlagWords): Layout {
  return adaptLayout(layout, { '/kolomKurang': { widget: 'flags', options: { ...words } } }, []);
}
