import { html, nothing } from 'lit';
import { entry } from '../entry.js';
import { fromLocalInput, toLocalInput } from '../local-time.js';
import type { FieldView, LocalProblem, Widget } from '../widget.js';
import { textOf } from './plain-text.js';

const incompleteDate: LocalProblem = {
  keyword: 'format',
  message: (texts) => texts.incompleteDate,
};

const incompleteDateTime: LocalProblem = {
  keyword: 'format',
  message: (texts) => texts.incompleteDateTime,
};

/** The browser's own date control: typed or picked, in the order and language that the person is used to. */
export const date: Widget = {
  labelling: 'label',
  render: (view) => control(view, 'date', textOf(view.field.value)),
  read: (input) => (input as HTMLInputElement).value || undefined,
  handle: (event, view) => noticeHalfDate(event, view, incompleteDate),
};

/** A moment: entered in local time, kept with its offset, so that it means the same everywhere. */
export const datetime: Widget = {
  labelling: 'label',
  render: (view) =>
    control(
      view,
      'datetime-local',
      typeof view.field.value === 'string' ? toLocalInput(view.field.value) : '',
    ),
  read: (input) => fromLocalInput((input as HTMLInputElement).value),
  handle: (event, view) => noticeHalfDate(event, view, incompleteDateTime),
};

function control(view: FieldView, type: 'date' | 'datetime-local', shown: string): unknown {
  const { field, id, describedBy, problem } = view;
  return html`<input
    part="control"
    class="control date"
    id=${id}
    type=${type}
    autocomplete=${field.node.layout.autocomplete ?? nothing}
    aria-describedby=${describedBy}
    aria-invalid=${problem === undefined ? nothing : 'true'}
    aria-required=${field.required ? 'true' : nothing}
    ${entry(view, shown)}
  />`;
}

/** Half a date has no value that a schema could judge, and would be taken for no answer at all. */
function noticeHalfDate(event: Event, { field, form }: FieldView, problem: LocalProblem): void {
  if (event.type !== 'focusout') return;
  const { validity } = event.target as HTMLInputElement;
  form.setLocalProblem(field.pointer, validity.badInput ? problem : undefined);
}
