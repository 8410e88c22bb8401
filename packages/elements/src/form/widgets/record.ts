import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { join, type Field, type Pointer } from '@lpse-konsultasi/form-schema';
import { structureTexts, type StructureTexts } from '../../locales/structure.js';
import { fieldTemplate, viewOf } from '../field-template.js';
import { isEnter } from '../keys.js';
import { widgetTexts } from '../widget-texts.js';
import type { FieldView, LocalProblem, Widget } from '../widget.js';
import { recordStyles } from './record.styles.js';
import { forgetRemoval, removeWithUndo, renderUndo, undoRemoval } from './undo.js';

/** A group to which a person adds members under names of their own: each a row of name and value. */
export const record: Widget = {
  labelling: 'group',
  showsLocked: true,
  styles: recordStyles,
  render(view) {
    const { field, form } = view;
    const members = form.model.children(field.pointer);
    const own = field.pointer === '' ? [] : members.filter(({ name }) => name === undefined);
    const named = members.filter(({ name }) => name !== undefined);
    const { ids } = namesIn(view);
    return html`
      ${
        own.length === 0
          ? nothing
          : html`<div class="fields">${own.map(({ pointer }) => form.render(pointer))}</div>`
      }
      <div class="rows">
        ${repeat(
          named,
          ({ name = '' }) => ids.of(name),
          ({ pointer }) => [form.render(pointer, () => renderMember(view, pointer))],
        )}
      </div>
      ${renderUndo(view)} ${field.locked ? nothing : renderAdd(view, members.length, named)}
    `;
  },
  handle(event, view) {
    if (view.field.locked) return;
    const target = event.target as HTMLElement;
    const name = target.dataset['member'];
    if (event.type === 'click') return handleClick(target, view);
    if (name === undefined) return;
    if (isEnter(event)) event.preventDefault();
    const isChosen = event.type === 'change' && target instanceof HTMLSelectElement;
    if (isChosen || isEnter(event)) rename(view, name, typedName(target));
  },
  leave(control, view) {
    const name = (control as HTMLElement).dataset['member'];
    if (name !== undefined && !view.field.locked) rename(view, name, typedName(control));
  },
};

function typedName(control: Element): string {
  return (control as HTMLInputElement | HTMLSelectElement).value.trim();
}

/** Keeps a row the same row while its name changes. */
class RowIds {
  readonly #ids = new Map<string, number>();
  #next = 0;

  of(name: string): number {
    const id = this.#ids.get(name) ?? this.#next++;
    this.#ids.set(name, id);
    return id;
  }

  rename(from: string, to: string): void {
    this.#ids.set(to, this.of(from));
    this.#ids.delete(from);
  }
}

/** What is known of names that are not, or not yet, those of members. */
interface Names {
  readonly ids: RowIds;
  /** What was typed for the name of a member and cannot be its name. */
  readonly refused: Map<string, string>;
  /** A member was added and has no name yet. */
  isUnnamed: boolean;
}

function namesIn({ field, form }: FieldView): Names {
  return form.state<Names>(`${field.pointer}#names`, () => ({
    ids: new RowIds(),
    refused: new Map(),
    isUnnamed: false,
  }));
}

/** What a validator says about a member's name and not about its value. */
const ABOUT_NAMES = new Set(['propertyNames', 'additionalProperties', 'unevaluatedProperties']);

function renderMember(view: FieldView, pointer: Pointer): unknown {
  const { field, form } = view;
  const member = viewOf(form, pointer);
  if (member === undefined) return nothing;
  const { name = '' } = member.field;
  const texts = widgetTexts(view, structureTexts);
  const isAboutName = member.problem !== undefined && ABOUT_NAMES.has(member.problem.keyword);
  const message = nameProblem(view, name, texts) ?? (isAboutName ? member.problem?.message : null);
  const value = isAboutName ? { ...member, problem: undefined } : member;
  return html`<div class="row member">
    <div class="member-name">${renderName(view, member, message ?? undefined)}</div>
    ${fieldTemplate(form, pointer, value)}
    ${
      field.locked
        ? nothing
        : html`<p class="row-buttons">
            <button
              type="button"
              class="button button-small"
              data-action="remove"
              data-of=${view.id}
              data-name=${name}
              aria-label=${form.texts.removeItem(texts.member(name))}
            >
              ${form.texts.remove}
            </button>
          </p>`
    }
  </div>`;
}

function nameProblem(view: FieldView, name: string, texts: StructureTexts): string | undefined {
  const { refused, isUnnamed } = namesIn(view);
  const typed = refused.get(name);
  if (typed !== undefined) return typed === '' ? texts.nameMissing : texts.nameTaken(typed);
  const isTold = view.problem?.keyword === 'name';
  return name === '' && isUnnamed && isTold ? texts.nameMissing : undefined;
}

function renderName(view: FieldView, { id, field: member }: FieldView, message?: string): unknown {
  const { field, form } = view;
  const { name = '' } = member;
  const texts = widgetTexts(view, structureTexts);
  if (field.locked) return html`<p class="label">${name}</p>`;
  const errorId = `${id}-name-error`;
  const described = message === undefined ? nothing : errorId;
  const invalid = message === undefined ? nothing : 'true';
  const names = field.named?.names;
  return html`<label class="label" for=${`${id}-name`}>${texts.name}</label> ${
      message === undefined
        ? nothing
        : html`<p part="error" class="error" id=${errorId}>
            <span class="quiet">${form.texts.error}</span> ${message}
          </p>`
    }
    ${
      names === undefined
        ? html`<input
            class="control"
            type="text"
            id=${`${id}-name`}
            data-member=${name}
            autocomplete="off"
            autocapitalize="off"
            spellcheck="false"
            aria-describedby=${described}
            aria-invalid=${invalid}
            .value=${live(namesIn(view).refused.get(name) ?? name)}
          />`
        : html`<div class="select">
            <select
              class="control"
              id=${`${id}-name`}
              data-member=${name}
              aria-describedby=${described}
              aria-invalid=${invalid}
            >
              ${[...new Set([name, ...unused(view, names)])].map(
                (one) => html`<option value=${one} .selected=${one === name}>${one}</option>`,
              )}
            </select>
          </div>`
    }`;
}

/** The names of a list that no member has yet. */
function unused({ field, form }: FieldView, names: readonly string[]): readonly string[] {
  const taken = new Set(form.model.children(field.pointer).map(({ pointer }) => pointer));
  return names.filter((name) => !taken.has(join(field.pointer, name)));
}

function renderAdd(view: FieldView, count: number, named: readonly Field[]): TemplateResult {
  const { field, form, id, describedBy } = view;
  const texts = widgetTexts(view, structureTexts);
  const { maxProperties } = field.node.schema;
  if (typeof maxProperties === 'number' && count >= maxProperties)
    return html`<p class="hint">${form.texts.listFull(maxProperties)}</p>`;
  const names = field.named?.names;
  if (names !== undefined && unused(view, names).length === 0)
    return html`<p class="hint">${texts.namesUsed}</p>`;
  return html`${named.length === 0 ? html`<p class="empty">${form.texts.noItems}</p>` : nothing}
    <p>
      <button
        type="button"
        class="button"
        id=${id}
        data-action="add"
        data-of=${id}
        aria-describedby=${describedBy}
      >
        ${field.texts.add ?? texts.addMember}
      </button>
    </p>`;
}

function handleClick(target: HTMLElement, view: FieldView): void {
  const button = target.closest<HTMLElement>('[data-action]');
  if (button === null) return;
  const { action, name = '' } = button.dataset;
  if (action === 'undo') {
    undoRemoval(view, (row) => goToName(view, row));
    settleNames(view);
  } else if (action === 'add') addMember(view);
  else if (action === 'remove') removeMember(view, name);
}

/** A new row waits for its name; one that waits already is gone to instead of adding another. */
function addMember(view: FieldView): void {
  const { field, form } = view;
  const names = field.named?.names;
  const name = names === undefined ? '' : (unused(view, names)[0] ?? '');
  forgetRemoval(view);
  const added = form.model.add(field.pointer, name);
  if (added !== undefined && name === '') namesIn(view).isUnnamed = true;
  settleNames(view);
  if (added !== undefined) form.edited(field.pointer);
  form.refresh(field.pointer);
  goToName(view, join(field.pointer, name));
}

function goToName({ field, form }: FieldView, row: Pointer): void {
  form.focus(field.pointer, `#${form.idOf(row)}-name`);
}

function removeMember(view: FieldView, name: string): void {
  const { field, form } = view;
  const names = namesIn(view);
  names.refused.delete(name);
  if (name === '') names.isUnnamed = false;
  removeWithUndo(view, join(field.pointer, name), widgetTexts(view, structureTexts).member(name));
  settleNames(view);
  form.refresh(field.pointer);
}

function rename(view: FieldView, from: string, to: string): void {
  const { field, form } = view;
  const names = namesIn(view);
  const isSame = from === to && !(from === '' && names.isUnnamed);
  names.refused.delete(from);
  if (!isSame) {
    const renamed = to === '' ? undefined : form.model.rename(join(field.pointer, from), to);
    if (renamed === undefined) names.refused.set(from, to);
    else {
      names.ids.rename(from, to);
      if (from === '') names.isUnnamed = false;
      forgetRemoval(view);
      form.model.touch(renamed);
      form.edited(field.pointer);
    }
    const message = nameProblem(view, from, widgetTexts(view, structureTexts));
    if (message !== undefined) form.announce(message);
  }
  settleNames(view);
  form.refresh(join(field.pointer, from));
  form.refresh(field.pointer);
}

/** While a name is missing or taken, the form cannot be sent: the value would go out under another name. */
function settleNames(view: FieldView): void {
  const { field, form } = view;
  const { refused, isUnnamed } = namesIn(view);
  const [typed] = refused.values();
  const isMissing = typed === '' || (typed === undefined && isUnnamed);
  const problem: LocalProblem = {
    keyword: 'name',
    message: () => {
      const texts = widgetTexts(view, structureTexts);
      return isMissing ? texts.nameMissing : texts.nameTaken(typed ?? '');
    },
  };
  form.blockSubmit(field.pointer, typed !== undefined || isUnnamed ? problem : undefined);
}
