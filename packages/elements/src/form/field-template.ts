import { html, nothing, type TemplateResult } from 'lit';
import { tokensOf, type Field, type Pointer, type Problem } from '@lpse-konsultasi/form-schema';
import { displayValue } from './display.js';
import { explanation, hintOf, outcome } from './explained.js';
import { widgetNameOf, widgetNamed } from './registry.js';
import type { FieldView, FormContext, Widget } from './widget.js';

/** A field as it stands now: its label, hint, problem and control in one wrapper that carries its pointer. */
export function fieldTemplate(
  form: FormContext,
  pointer: Pointer,
  view = viewOf(form, pointer),
): unknown {
  if (view === undefined) return nothing;
  try {
    const widget = widgetNamed(widgetNameOf(view.field));
    if (widget === undefined) return nothing;
    if (widget.styles !== undefined) form.wear(widget.styles);
    if (view.field.locked && widget.showsLocked !== true) return locked(view);
    return wrappers[widget.labelling](view, widget);
  } catch (error) {
    // A widget of the page's own must not take the rest of the form with it.
    form.failed(error);
    return html`<p class="field error" data-pointer=${pointer}>${form.texts.brokenField}</p>`;
  }
}

/** The field for its widget; undefined when it does not apply now or is not for a person's eyes. */
export function viewOf(form: FormContext, pointer: Pointer): FieldView | undefined {
  const field = form.model.field(pointer);
  if (field === undefined || field.node.layout.hidden === true) return undefined;
  const id = form.idOf(pointer);
  const hint = hintOf(field, form, widgetNamed(widgetNameOf(field)));
  const problem = form.problem(field);
  const warning = form.warning(field);
  const describedBy = [
    ...(problem === undefined ? [] : [`${id}-error`]),
    ...(warning === undefined ? [] : [`${id}-warning`]),
    ...(hint === '' ? [] : [`${id}-hint`]),
  ].join(' ');
  const ids = describedBy === '' ? nothing : describedBy;
  return { field, form, id, hint, problem, warning, describedBy: ids };
}

/** What is asked about the form as a whole, where its fields do not stand: it needs no name of its own. */
export function wholeTemplate(form: FormContext): unknown {
  const view = viewOf(form, '');
  const widget = view && widgetNamed(widgetNameOf(view.field));
  if (view === undefined || widget === undefined) return nothing;
  if (widget.styles !== undefined) form.wear(widget.styles);
  return html`<div
    part="field"
    class="field group"
    data-pointer=""
    ?data-invalid=${view.problem !== undefined}
  >
    ${error(view)}${widget.render(view)}
  </div>`;
}

const wrappers: {
  readonly [labelling in Widget['labelling']]: (view: FieldView, widget: Widget) => TemplateResult;
} = {
  label: (view, widget) =>
    html`<div
      part="field"
      class=${classOf(view)}
      data-pointer=${view.field.pointer}
      ?data-invalid=${view.problem !== undefined}
    >
      <label part="label" class="label" for=${view.id}>${labelOf(view)}</label>
      ${explanation(view)}${messages(view)}${widget.render(view)}
    </div>`,

  own: (view, widget) =>
    html`<div
      part="field"
      class=${classOf(view)}
      data-pointer=${view.field.pointer}
      ?data-invalid=${view.problem !== undefined}
    >
      ${messages(view)}${widget.render(view)}${explanation(view)}
    </div>`,

  group: (view, widget) => groupTemplate(view, widget, false),
  radiogroup: (view, widget) => groupTemplate(view, widget, true),
};

/** Several controls under one legend; when one of them is chosen, they are one control to those who hear the form. */
function groupTemplate(view: FieldView, widget: Widget, isOne: boolean): TemplateResult {
  return html`<fieldset
    part="field"
    role=${isOne ? 'radiogroup' : nothing}
    class=${`${classOf(view)} group${hasMembers(view.field) ? ' members' : ''}`}
    data-pointer=${view.field.pointer}
    ?data-invalid=${view.problem !== undefined}
    aria-describedby=${view.describedBy}
    aria-required=${isOne && view.field.required ? 'true' : nothing}
    aria-invalid=${isOne && view.problem !== undefined ? 'true' : nothing}
  >
    <legend part="label" class="label">${labelOf(view)}</legend>
    ${explanation(view)}${messages(view)}${widget.render(view)}
  </fieldset>`;
}

/** Whether the legend is the heading of other fields, and no question by itself. */
export function hasMembers({ choices, node }: Field): boolean {
  return node.kind === 'object' && choices === undefined;
}

function locked(view: FieldView): TemplateResult {
  const { field, form, id } = view;
  const isCalculated = field.node.layout.calculate !== undefined;
  return html`<div
    part="field"
    class=${`${classOf(view)} locked`}
    data-pointer=${field.pointer}
    ?data-invalid=${view.problem !== undefined}
  >
    <p part="label" class="label" id=${`${id}-label`}>${field.label}</p>
    ${isCalculated ? explanation(view) : nothing}${messages(view)}
    ${
      isCalculated
        ? outcome(view)
        : html`<div part="value" class="value">${displayValue(field, form)}</div>`
    }
  </div>`;
}

function classOf({ field }: FieldView): string {
  const empty = isLeftEmpty(field) ? ' empty' : '';
  return `field ${field.node.layout.width ?? 'full'}${empty}`;
}

/** Whether there is nothing in the field, and nothing can be entered. */
export function isLeftEmpty({ locked, value }: Field): boolean {
  return locked && (value === undefined || (Array.isArray(value) && value.length === 0));
}

/** The label's words, and in words whether an answer is needed: those that need none say so. */
export function labelOf({ field, form }: FieldView): unknown {
  // A row is there because a person added it; its number tells it from the others.
  if (field.node.key === '*' && field.name === undefined)
    return `${field.label} ${Number(tokensOf(field.pointer).at(-1)) + 1}`;
  return field.required || field.locked
    ? field.label
    : html`${field.label} <span class="optional">${form.texts.optional}</span>`;
}

function error({ form, id, problem }: FieldView): unknown {
  return problem === undefined ? nothing : errorMessage(form, id, problem);
}

/** Most fields have neither, and each place in a template costs as much as what may stand there. */
function messages(view: FieldView): unknown {
  return view.warning === undefined
    ? error(view)
    : html`${error(view)}${view.warning.render(view)}`;
}

/** A problem beside what it is about: a sign, the word for it, and what to do. */
export function errorMessage(form: FormContext, id: string, problem: Problem): TemplateResult {
  return html`<p part="error" class="error" id=${`${id}-error`}>
    <span class="quiet">${form.texts.error}</span> ${problem.message}
  </p>`;
}
