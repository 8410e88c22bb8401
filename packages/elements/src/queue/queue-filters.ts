import { html, nothing, type TemplateResult } from 'lit';
import { states, type FormDefinition, type Locale } from '@lpse-konsultasi/form-schema';
import type { Environment } from '../environment/environment.js';
import type { DeskTexts } from '../locales/desk.js';
import type { QueueTexts } from '../locales/queue.js';
import { queueGroups } from './queue-groups.js';
import { detailCount, queueSorts, type QueueFilter } from './queue-filter.js';

/** An officer who has cases in the queue. */
export interface OfficerName {
  readonly id: string;
  readonly name: string;
}

export interface FiltersView {
  readonly filter: QueueFilter;
  readonly isOpen: boolean;
  readonly officers: readonly OfficerName[];
  readonly environment: Environment;
  readonly texts: QueueTexts;
  readonly words: DeskTexts;
  readonly onChange: (change: Partial<QueueFilter>) => void;
  readonly onClear: () => void;
  readonly onKeep: (name: string) => void;
}

/** The finer filters, which most of the day nobody needs: behind a button, in a panel of their own. */
export function renderDetails(view: FiltersView): TemplateResult | typeof nothing {
  const { filter, texts, words, environment, onChange } = view;
  if (!view.isOpen) return nothing;
  const { profile, locale } = environment;
  const possible = queueGroups[filter.group].states ?? states;
  const stateNames = possible.map((state) => [state, words.states[state]] as const);
  const officers = view.officers.map(({ id, name }) => [id, name] as const);
  const { 'consultation-form': form, analysis } = profile.forms;
  const isMine = queueGroups[filter.group].mine === true;
  return html`<div class="details" id="details" role="group" aria-label=${texts.narrowing}>
    ${choice('state', texts.state, texts.everyState, stateNames)}
    ${choice('kategori', texts.category, texts.everyCategory, optionsOf(form, '/kategori', locale))}
    ${choice(
      'prioritas',
      texts.priority,
      texts.everyPriority,
      optionsOf(analysis, '/klasifikasi/prioritas', locale),
    )}
    ${isMine ? nothing : choice('petugasId', texts.officer, texts.everyOfficer, officers)}
    ${day('from', texts.from)} ${day('until', texts.until)}
    <label class="choice">
      <input
        type="checkbox"
        .checked=${filter.overdue}
        @change=${(event: Event) =>
          onChange({ overdue: (event.currentTarget as HTMLInputElement).checked })}
      />
      ${texts.overdue}
    </label>
    <form class="keep" @submit=${handleKeep}>
      <label>
        <span>${texts.viewName}</span>
        <input class="control" name="name" maxlength="40" autocomplete="off" required />
      </label>
      <button class="button button-small">${texts.keepView}</button>
    </form>
    ${
      detailCount(filter) === 0
        ? nothing
        : html`<p>
            <button type="button" class="button button-small" @click=${view.onClear}>
              ${texts.clear}
            </button>
          </p>`
    }
  </div>`;

  function choice(
    key: 'state' | 'kategori' | 'prioritas' | 'petugasId',
    label: string,
    every: string,
    options: readonly (readonly [value: string, label: string])[],
  ): TemplateResult {
    return html`<label>
      <span>${label}</span>
      <span class="select"
        ><select
          class="control"
          data-filter=${key}
          @change=${(event: Event) =>
            onChange({ [key]: (event.currentTarget as HTMLSelectElement).value })}
        >
          <option value="" ?selected=${filter[key] === ''}>${every}</option>
          ${options.map(
            ([value, name]) =>
              html`<option value=${value} ?selected=${filter[key] === value}>${name}</option>`,
          )}
        </select></span
      >
    </label>`;
  }

  function day(key: 'from' | 'until', label: string): TemplateResult {
    return html`<label>
      <span>${label}</span>
      <input
        class="control"
        type="date"
        data-filter=${key}
        .value=${filter[key]}
        @change=${(event: Event) =>
          onChange({ [key]: (event.currentTarget as HTMLInputElement).value })}
      />
    </label>`;
  }

  function handleKeep(event: SubmitEvent): void {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const name = new FormData(form).get('name');
    if (typeof name !== 'string' || name.trim() === '') return;
    view.onKeep(name);
    form.reset();
  }
}

export function renderSort({ filter, texts, onChange }: FiltersView): TemplateResult {
  const own = queueGroups[filter.group].sort;
  return html`<label class="select">
    <span class="quiet">${texts.sort}</span>
    <select
      class="control"
      data-filter="sort"
      @change=${({ currentTarget }: Event) => {
        const value = (currentTarget as HTMLSelectElement).value as QueueFilter['sort'];
        onChange({ sort: value === own ? '' : value });
      }}
    >
      ${queueSorts.map(
        (sort) =>
          html`<option value=${sort} ?selected=${(filter.sort || own) === sort}>
            ${texts.sorts[sort]}
          </option>`,
      )}
    </select>
  </label>`;
}

function optionsOf(
  form: FormDefinition | undefined,
  path: string,
  locale: Locale,
): (readonly [string, string])[] {
  const texts = form?.layout.texts?.[locale] ?? form?.layout.texts?.id;
  return Object.entries(texts?.fields?.[path]?.options ?? {});
}
