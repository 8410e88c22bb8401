import { css, html, nothing, type TemplateResult } from 'lit';
import type { VariantOption, VariantSwitch } from '@lpse-konsultasi/form-schema';
import { structureTexts } from '../../locales/structure.js';
import { displayValue } from '../display.js';
import { plainWidgetNameOf, widgetNamed } from '../registry.js';
import { widgetTexts } from '../widget-texts.js';
import { insetStyles } from './inset.styles.js';
import type { FieldView, Widget } from '../widget.js';

const styles = css`
  .switch {
    margin-block-end: var(--_lpse-space-3);
  }

  .switch > .select {
    max-inline-size: 360px;
  }

  .switch > .label {
    color: var(--_lpse-ink-soft);
    font-size: var(--_lpse-text-s);
    font-weight: 400;
  }

  ${insetStyles}
`;

/** A value of several shapes: which one it is, and below that shape's own control. */
export const variants: Widget = {
  labelling: 'group',
  showsLocked: true,
  styles,
  render(view) {
    const { field } = view;
    const switches = field.variants ?? [];
    return html`${field.locked ? nothing : switches.map((one, which) => renderSwitch(view, one, which))}
    ${renderInner(view, switches)}`;
  },
  settles: (view) => innerOf(view)?.settles?.(view) ?? false,
  reads(control, view) {
    const inner = innerOf(view);
    const isSwitch = control.hasAttribute('data-variant');
    return !isSwitch && inner?.read !== undefined && inner.reads?.(control, view) !== false;
  },
  read: (control, view) => innerOf(view)?.read?.(control, view),
  handle(event, view) {
    const target = event.target as HTMLElement;
    const which = target.dataset['variant'];
    if (which === undefined) return innerOf(view)?.handle?.(event, view);
    const { value } = target as HTMLSelectElement;
    if (event.type === 'change' && value !== '') choose(view, value, which);
  },
};

function choose({ field, form }: FieldView, option: string, which: string): void {
  form.setLocalProblem(field.pointer, undefined);
  form.blockSubmit(field.pointer, undefined);
  form.model.choose(field.pointer, Number(option), Number(which));
  form.edited(field.pointer);
  form.refresh(field.pointer);
}

/** A yes or no that stands below its question is two choices: a box would repeat the question beside itself. */
function innerOf({ field }: FieldView): Widget | undefined {
  const name = plainWidgetNameOf(field);
  return widgetNamed(name === 'checkbox' ? 'radio' : name);
}

function renderSwitch(
  view: FieldView,
  { options, chosen }: VariantSwitch,
  which: number,
): TemplateResult {
  const texts = widgetTexts(view, structureTexts);
  const id = `${view.id}-variant${which}`;
  return html`<div class="switch">
    <label class="label" for=${id}>${texts.kindOf}</label>
    <div class="select">
      <select class="control" id=${id} data-variant=${which}>
        ${namesOf(view, options).map(
          (name, index) =>
            html`<option value=${index} .selected=${index === chosen}>${name}</option>`,
        )}
      </select>
    </div>
  </div>`;
}

/** What the options are called; where two are called the same, they are numbered. */
function namesOf(view: FieldView, options: readonly VariantOption[]): string[] {
  const { kinds } = widgetTexts(view, structureTexts);
  const names = options.map(({ title, kind }) => title ?? kinds[kind]);
  return names.map((name, index) => {
    const same = names.filter((other) => other === name).length;
    const before = names.slice(0, index + 1).filter((other) => other === name).length;
    return same > 1 ? `${name} ${before}` : name;
  });
}

function renderInner(view: FieldView, switches: readonly VariantSwitch[]): unknown {
  const { field, form, id, describedBy } = view;
  const inner = innerOf(view);
  const { const: constant } = field.node.schema;
  // The form's sections show the members of the form itself.
  const isForm = field.pointer === '' && field.named === undefined && field.node.kind === 'object';
  // A variant that is one certain value is answered by its choice.
  const isAnswered = constant !== undefined && !field.locked;
  if (inner === undefined || isForm || isAnswered) return nothing;
  if (field.locked && inner.showsLocked !== true)
    return html`<div part="value" class="value">${displayValue(field, form)}</div>`;
  if (inner.styles !== undefined) form.wear(inner.styles);
  const control = inner.render(view);
  const last = switches.at(-1);
  const name = last === undefined ? field.label : namesOf(view, last.options)[last.chosen];
  if (inner.labelling === 'label')
    return html`<label class="quiet" for=${id}>${name}</label>${control}`;
  if (inner.labelling !== 'radiogroup') return html`<div class="inset">${control}</div>`;
  return html`<div role="radiogroup" aria-label=${name ?? nothing} aria-describedby=${describedBy}>
    ${control}
  </div>`;
}
