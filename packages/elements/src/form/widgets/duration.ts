import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { plainFigures, type Json } from '@lpse-konsultasi/form-schema';
import { durationTexts, type DurationTexts } from '../../locales/duration.js';
import { durationInWords } from '../duration-words.js';
import { widgetTexts } from '../widget-texts.js';
import type { FieldView, LocalProblem, Widget } from '../widget.js';
import { durationOf, partsOf, type Part, type Parts } from './duration-parts.js';
import { durationStyles } from './duration.styles.js';
import { textOf } from './plain-text.js';

const parts: readonly Part[] = ['days', 'hours', 'minutes'];

/** What stands in the controls besides the value. */
interface Entry {
  /** The value that `typed` and `text` stand for. */
  value: Json | undefined;
  /** As text: months, years, weeks, and what is no duration at all. */
  asText: boolean;
  typed: Parts;
  text: string;
  readonly problem: LocalProblem;
}

/** How long something takes: days, hours and minutes as numbers; what these cannot say is written as ISO 8601 has it. */
export const duration: Widget = {
  labelling: 'group',
  styles: durationStyles,
  render(view) {
    const entry = entryOf(view);
    const texts = widgetTexts(view, durationTexts);
    return entry.asText ? renderText(view, entry, texts) : renderParts(view, entry, texts);
  },
  handle(event, view) {
    const target = event.target as HTMLElement;
    if (event.type === 'click') return turn(target, view);
    if (!(target instanceof HTMLInputElement)) return;
    if (event.type === 'input' || event.type === 'change') take(target, view);
  },
  leave: notice,
};

function renderParts(view: FieldView, entry: Entry, texts: DurationTexts): TemplateResult {
  const { id, problem } = view;
  return html`<div class="duration-parts">
      ${parts.map((part, index) => {
        const own = index === 0 ? id : `${id}-${part}`;
        return html`<div>
          <label class="duration-unit" for=${own}>${texts[part]}</label>
          <input
            part="control"
            class="control number"
            id=${own}
            data-part=${part}
            type="text"
            inputmode="numeric"
            autocomplete="off"
            aria-invalid=${problem === undefined ? nothing : 'true'}
            .value=${live(entry.typed[part])}
          />
        </div>`;
      })}
    </div>
    ${renderTurn('text', texts.asText)}`;
}

function renderText(view: FieldView, entry: Entry, texts: DurationTexts): TemplateResult {
  const { field, form, id, problem } = view;
  const words = typeof field.value === 'string' ? durationInWords(field.value, form.locale) : '';
  const fits = isEmpty(field.value) || partsOf(field.value) !== undefined;
  return html`<label class="duration-unit" for=${id}>${texts.text}</label>
    <p class="hint" id=${`${id}-how`}>${texts.textHint}</p>
    <input
      part="control"
      class="control date"
      id=${id}
      type="text"
      autocomplete="off"
      autocapitalize="characters"
      spellcheck="false"
      aria-describedby=${words === '' ? `${id}-how` : `${id}-how ${id}-words`}
      aria-invalid=${problem === undefined ? nothing : 'true'}
      .value=${live(entry.text)}
    />
    ${words === '' ? nothing : html`<p class="counter" id=${`${id}-words`}>${texts.means(words)}</p>`}
    ${fits ? renderTurn('parts', texts.asParts) : nothing}`;
}

function renderTurn(to: 'text' | 'parts', words: string): TemplateResult {
  return html`<button type="button" class="button button-plain duration-turn" data-turn=${to}>
    ${words}
  </button>`;
}

/** What the controls show: what was typed, until the value is another one. */
function entryOf(view: FieldView): Entry {
  const { field, form } = view;
  const entry = form.state<Entry>(`${field.pointer}#duration`, () => ({
    ...shown(field.value),
    problem: {
      keyword: 'format',
      message: () => widgetTexts(view, durationTexts).wholeNumbers,
    },
  }));
  if (entry.value !== field.value) Object.assign(entry, shown(field.value));
  return entry;
}

function shown(value: Json | undefined): Omit<Entry, 'problem'> {
  const typed = partsOf(value);
  return {
    value,
    asText: !isEmpty(value) && typed === undefined,
    typed: typed ?? { days: '', hours: '', minutes: '' },
    text: textOf(value),
  };
}

function isEmpty(value: Json | undefined): boolean {
  return value === undefined || value === null;
}

function take(control: HTMLInputElement, view: FieldView): void {
  const entry = entryOf(view);
  const part = parts.find((name) => name === control.dataset['part']);
  const text = plainFigures(control.value).trim();
  // A whole duration that was pasted into one of its parts.
  const isWhole = part !== undefined && /^P(?=.*\d)/i.test(text);
  if (part === undefined || isWhole) {
    entry.text = control.value;
    return give(view, entry, text === '' ? undefined : inCapitals(text), isWhole);
  }
  entry.typed = { ...entry.typed, [part]: control.value };
  give(view, entry, durationOf(entry.typed));
}

/** Sets the value, and goes on standing for it unless it is to be shown anew. */
function give(view: FieldView, entry: Entry, value: string | undefined, anew = false): void {
  const { field, form } = view;
  if (value !== field.value) {
    if (!anew) entry.value = value;
    form.edit(field.pointer, value);
  }
  form.blockSubmit(field.pointer, isWhole(entry) ? undefined : entry.problem);
}

/** The letters of a duration are capitals; nobody has to know that. */
function inCapitals(text: string): string {
  return /^p[\dtymwdhs]+$/i.test(text) ? text.toUpperCase() : text;
}

function isWhole({ asText, typed }: Entry): boolean {
  return asText || parts.every((part) => /^\d*$/.test(plainFigures(typed[part]).trim()));
}

/** What cannot be right is said when the field as a whole is left. */
function notice(control: Element, view: FieldView): void {
  const { field, form } = view;
  const entry = entryOf(view);
  if (control.closest('[data-pointer]')?.matches(':focus-within') === true) return;
  form.setLocalProblem(field.pointer, isWhole(entry) ? undefined : entry.problem);
}

function turn(target: Element, view: FieldView): void {
  const to = target.closest<HTMLElement>('[data-turn]')?.dataset['turn'];
  if (to === undefined) return;
  const { field, form } = view;
  const entry = entryOf(view);
  Object.assign(entry, shown(field.value), { asText: to === 'text' });
  form.blockSubmit(field.pointer, undefined);
  form.setLocalProblem(field.pointer, undefined);
  form.refresh(field.pointer);
  form.focus(field.pointer);
}
