import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Choice, Locale } from '@lpse-konsultasi/form-schema';
import { isComposing } from '../keys.js';
import { optionCalled, searchOptions } from '../option-search.js';
import { sameJson } from '../same-json.js';
import type { FieldView, Widget } from '../widget.js';
import { comboboxStyles } from './combobox.styles.js';
import { popup, type Popup } from './popup.js';
import { textOf } from './plain-text.js';

interface ComboboxWords {
  readonly found: (count: number) => string;
  readonly none: string;
  readonly notListed: (typed: string) => string;
}

const words: { readonly [locale in Locale]: ComboboxWords } = {
  id: {
    found: (count) => `${count} pilihan`,
    none: 'Tidak ada pilihan yang cocok.',
    notListed: (typed) => `“${typed}” tidak ada dalam daftar. Mohon pilih salah satu pilihan.`,
  },
  en: {
    found: (count) => (count === 1 ? '1 choice' : `${count} choices`),
    none: 'No choice fits.',
    notListed: (typed) => `“${typed}” is not in the list. Please choose one of the choices.`,
  },
};

/** What the field looks like besides its value. */
interface Search extends Popup {
  /** What was typed and is not yet chosen. */
  typed?: string;
  matches: readonly number[];
  /** The position among the matches that Enter would choose; -1 for none. */
  active: number;
}

/** So many options stand in the page at once, however many there are. */
const windowSize = 60;
/** How far the keys Page Up and Page Down go. */
const page = 8;

/**
 * One of very many: typing narrows the list down. The pattern is the editable combobox with a listbox of the WAI-ARIA
 * practices; the focus stays in the text, so that a screen reader hears the option and a keyboard goes on typing.
 */
export const combobox: Widget = {
  labelling: 'label',
  styles: comboboxStyles,
  render(view) {
    const { field, form, id, describedBy, problem } = view;
    const search = searchOf(view);
    const isListed = search.open && search.matches.length > 0;
    return html`<div class="select">
      <input
        part="control"
        class="control"
        id=${id}
        type="text"
        role="combobox"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        aria-autocomplete="list"
        aria-expanded=${isListed ? 'true' : 'false'}
        aria-controls=${isListed ? `${id}-list` : nothing}
        aria-activedescendant=${isListed && search.active >= 0 ? optionId(view, search.active) : nothing}
        aria-describedby=${describedBy}
        aria-invalid=${problem === undefined ? nothing : 'true'}
        aria-required=${field.required ? 'true' : nothing}
        .value=${live(search.typed ?? chosenLabel(view))}
      />
      ${
        search.open
          ? html`<div
              class="popup"
              popover="manual"
              ${popup(search)}
              @mousedown=${keepFocus}
              @scroll=${() => slide(view, search)}
            >
              ${
                isListed
                  ? renderList(view, search)
                  : html`<p class="popup-note">${words[form.locale].none}</p>`
              }
            </div>`
          : nothing
      }
    </div>`;
  },
  handle(event, view) {
    const target = event.target as HTMLElement;
    if (event.type === 'input') return type(view, (target as HTMLInputElement).value);
    if (event.type === 'keydown') return press(event as KeyboardEvent, view);
    if (event.type !== 'click') return;
    const option = target.closest<HTMLElement>('[role="option"]');
    if (option !== null) choose(view, Number(option.dataset['option']));
    else if (target.id === view.id) show(view);
  },
  leave: (_control, view) => settle(view),
};

function renderList(view: FieldView, { matches, active, from }: Search): unknown {
  const { field, id } = view;
  const choices = field.choices ?? [];
  const chosen = chosenIndex(view);
  return html`<div role="listbox" id=${`${id}-list`} aria-label=${field.label}>
    ${matches
      .slice(from, from + windowSize)
      .map(
        (option, offset) =>
          html`<div
            role="option"
            id=${optionId(view, from + offset)}
            class=${from + offset === active ? 'option active' : 'option'}
            data-option=${option}
            aria-selected=${option === chosen ? 'true' : 'false'}
            aria-setsize=${matches.length}
            aria-posinset=${from + offset + 1}
          >
            ${choices[option]?.label}
          </div>`,
      )}
  </div>`;
}

function optionId({ id }: FieldView, position: number): string {
  return `${id}-option-${position}`;
}

function searchOf({ field, form }: FieldView): Search {
  return form.state<Search>(`${field.pointer}#search`, () => ({
    open: false,
    matches: [],
    active: -1,
    from: 0,
  }));
}

function chosenIndex({ field }: FieldView): number {
  return (field.choices ?? []).findIndex(({ value }) => sameJson(value, field.value));
}

/** What is chosen in its own words. A value that is not offered (any more) stays visible as it is. */
function chosenLabel(view: FieldView): string {
  return view.field.choices?.[chosenIndex(view)]?.label ?? textOf(view.field.value);
}

/** Opens the list with what is chosen in sight. The arrow keys lead in at once, to its start or its end. */
function show(view: FieldView, key?: string): void {
  const search = searchOf(view);
  if (search.open) return hide(view);
  search.matches = searchOptions(view.field.choices ?? [], search.typed ?? '');
  search.open = true;
  const chosen = search.matches.indexOf(chosenIndex(view));
  const end =
    key === 'ArrowUp' ? search.matches.length - 1 : Math.min(0, search.matches.length - 1);
  moveTo(view, chosen < 0 && key !== undefined ? end : chosen);
  tellCount(view, search);
}

function hide({ field, form }: FieldView): void {
  const search = searchOf({ field, form } as FieldView);
  search.open = false;
  search.active = -1;
  form.refresh(field.pointer);
}

function type(view: FieldView, typed: string): void {
  const { field, form } = view;
  const search = searchOf(view);
  search.typed = typed;
  search.open = true;
  search.matches = searchOptions(field.choices ?? [], typed);
  form.setLocalProblem(field.pointer, undefined);
  if (typed === '') form.edit(field.pointer, undefined);
  moveTo(view, typed === '' || search.matches.length === 0 ? -1 : 0);
  tellCount(view, search);
}

function tellCount({ form }: FieldView, { matches }: Search): void {
  const { found, none } = words[form.locale];
  form.announce(matches.length === 0 ? none : found(matches.length));
}

/** Makes an option the one that Enter chooses, and brings it into the window. */
function moveTo({ field, form }: FieldView, active: number): void {
  const search = searchOf({ field, form } as FieldView);
  search.active = active;
  const isInWindow = active >= search.from && active < search.from + windowSize;
  if (active < 0) search.from = 0;
  else if (!isInWindow) search.from = Math.max(0, active - windowSize / 2);
  search.reveal = Math.max(active, 0) - search.from;
  form.refresh(field.pointer);
}

function press(event: KeyboardEvent, view: FieldView): void {
  const search = searchOf(view);
  if (isComposing(event) || event.ctrlKey || event.metaKey) return;
  const { key } = event;
  if (!search.open) {
    if (key !== 'ArrowDown' && key !== 'ArrowUp') {
      if (key === 'Escape' && search.typed !== undefined) restore(view);
      return;
    }
    event.preventDefault();
    return show(view, key);
  }
  if (key === 'Escape') {
    // Only the list closes, not a dialogue of the page around it.
    event.preventDefault();
    event.stopPropagation();
    return restore(view);
  }
  if (key === 'Enter') {
    event.preventDefault();
    const option = search.matches[search.active];
    return option === undefined ? hide(view) : choose(view, option);
  }
  const next = positionAfter(key, search);
  if (next === undefined) return;
  event.preventDefault();
  moveTo(view, next);
}

/** Where a key leads. Home and End belong to the text until the arrows have led into the list. */
function positionAfter(key: string, { active, matches }: Search): number | undefined {
  const last = matches.length - 1;
  if (last < 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return active >= last ? 0 : active + 1;
    case 'ArrowUp':
      return active <= 0 ? last : active - 1;
    case 'PageDown':
      return Math.min(active + page, last);
    case 'PageUp':
      return Math.max(active - page, 0);
    case 'Home':
      return active < 0 ? undefined : 0;
    case 'End':
      return active < 0 ? undefined : last;
    default:
      return undefined;
  }
}

function choose(view: FieldView, option: number): void {
  const { field, form } = view;
  const choice: Choice | undefined = field.choices?.[option];
  if (choice === undefined) return;
  delete searchOf(view).typed;
  form.edit(field.pointer, choice.value);
  hide(view);
}

/** Back to what is chosen. */
function restore(view: FieldView): void {
  const { field, form } = view;
  delete searchOf(view).typed;
  form.setLocalProblem(field.pointer, undefined);
  hide(view);
}

/** What was typed in full counts as chosen; anything else is said not to be there, and stays to be mended. */
function settle(view: FieldView): void {
  const { field, form } = view;
  const search = searchOf(view);
  const { typed } = search;
  hide(view);
  if (typed === undefined || typed.trim() === '') return void delete search.typed;
  const called = optionCalled(field.choices ?? [], typed);
  if (called !== undefined) return choose(view, called);
  if (takesOther(view)) {
    delete search.typed;
    return form.edit(field.pointer, typed.trim());
  }
  if (field.value !== undefined) form.edit(field.pointer, undefined);
  form.setLocalProblem(field.pointer, {
    keyword: 'enum',
    message: () => words[form.locale].notListed(typed),
  });
}

/** Whether a text of one's own is an answer, too: only where the schema has no list and the layout says so. */
function takesOther({ field }: FieldView): boolean {
  const { kind, schema, layout } = field.node;
  const isOpen = kind === 'string' && !('enum' in schema || 'oneOf' in schema || 'anyOf' in schema);
  return isOpen && layout.options?.['freeText'] === true;
}

/** The pointer presses an option: the focus stays where the person types. */
function keepFocus(event: Event): void {
  event.preventDefault();
}

/** Puts other options into the page when scrolling comes near the end of those that are there. */
function slide({ field, form }: FieldView, search: Search): void {
  const { box, from, matches } = search;
  if (box === undefined) return;
  const step = windowSize / 2;
  const below = box.scrollHeight - box.scrollTop - box.clientHeight;
  const isNearEnd = below < 80 && from + windowSize < matches.length;
  const isNearStart = box.scrollTop < 80 && from > 0;
  if (!isNearEnd && !isNearStart) return;
  search.from = isNearEnd ? Math.min(from + step, matches.length - step) : Math.max(0, from - step);
  // The first option that stays keeps its place under the eye.
  const kept = Math.max(from, search.from);
  const option = box.querySelectorAll<HTMLElement>('.option')[kept - from];
  if (option !== undefined)
    search.hold = { index: kept - search.from, top: option.offsetTop - box.scrollTop };
  form.refresh(field.pointer);
}
