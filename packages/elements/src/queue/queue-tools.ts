import { html, nothing, type TemplateResult } from 'lit';
import type { Environment } from '../environment/environment.js';
import { formatNumber } from '../i18n/format.js';
import type { DeskTexts } from '../locales/desk.js';
import type { QueueTexts } from '../locales/queue.js';
import { exportFormats } from './queue-export.js';
import { detailCount, sameFilter, type QueueFilter } from './queue-filter.js';
import type { SelectionController } from './selection-controller.js';
import type { QueueView, ViewsController } from './views-controller.js';

/** All views with how many cases each holds: a list to pick from, the officer's own ones to be removed too. */
export function renderViews(
  views: ViewsController,
  filter: QueueFilter,
  { locale }: Environment,
  texts: QueueTexts,
  onShow: (view: QueueView) => void,
): TemplateResult {
  const all = views.all;
  const shown =
    all.find((view) => sameFilter(view.filter, filter)) ??
    all.find((view) => view.id === filter.group);
  const own = all.filter(({ id }) => views.isOwn(id));
  const option = (view: QueueView): TemplateResult => {
    const name = view.name ?? texts.groups[view.filter.group];
    const count = views.counts.get(view.id);
    return html`<option value=${view.id} ?selected=${view === shown}>
      ${count === undefined ? name : texts.counted(name, formatNumber(count, locale))}
    </option>`;
  };
  return html`
    <div class="views">
      <label class="select">
        <span class="quiet">${texts.group}</span>
        <select
          class="control"
          data-filter="view"
          @change=${(event: Event) => {
            const { value } = event.currentTarget as HTMLSelectElement;
            const view = all.find(({ id }) => id === value);
            if (view !== undefined) onShow(view);
          }}
        >
          ${
            own.length === 0
              ? all.map(option)
              : html`<optgroup label=${texts.officeViews}>
                    ${all.filter(({ id }) => !views.isOwn(id)).map(option)}
                  </optgroup>
                  <optgroup label=${texts.ownViews}>${own.map(option)}</optgroup>`
          }
        </select>
      </label>
      ${
        shown !== undefined && views.isOwn(shown.id)
          ? html`<button
              type="button"
              class="button button-small"
              aria-label=${texts.forgetView(shown.name ?? '')}
              title=${texts.forgetView(shown.name ?? '')}
              @click=${() => views.forget(shown.id)}
            >
              <span aria-hidden="true">✕</span>
            </button>`
          : nothing
      }
    </div>
  `;
}

interface BulkActions {
  readonly chooseAll: () => void;
  readonly seeAll: () => void;
  readonly print: () => void;
}

/** What can be done with several cases at once. Quiet until somebody selects. */
export function renderBulk(
  selection: SelectionController,
  total: number,
  environment: Environment,
  texts: QueueTexts,
  words: DeskTexts,
  { chooseAll, seeAll, print }: BulkActions,
): TemplateResult {
  const number = (value: number): string => formatNumber(value, environment.locale);
  const count = selection.ids?.size ?? 0;
  const isIdle = selection.ids === undefined;
  return html`<div class="tools">
    ${
      isIdle
        ? html`<button
              type="button"
              class="button button-plain button-small"
              @click=${() => selection.begin()}
            >
              ${texts.choose}
            </button>
            <button type="button" class="button button-plain button-small" @click=${seeAll}>
              ${texts.seeAll}
            </button>
            <button type="button" class="button button-plain button-small" @click=${print}>
              ${texts.print}
            </button>`
        : html`<div class="bulk" role="group" aria-label=${texts.choose}>
            <p><strong>${texts.chosen(number(count))}</strong></p>
            <button
              type="button"
              class="button button-small"
              aria-disabled=${selection.busy || count === total}
              @click=${() => count < total && chooseAll()}
            >
              ${texts.chooseAll(number(total))}
            </button>
            <span class="exports" role="group" aria-label=${texts.exportAs}>
              <span class="soft">${texts.export}:</span>
              ${exportFormats.map(
                (format) =>
                  html`<button
                    type="button"
                    class="button button-small"
                    data-format=${format}
                    aria-disabled=${selection.busy || count === 0}
                    @click=${() => void selection.export(format, { environment, texts, words })}
                  >
                    ${texts.formats[format]}
                  </button>`,
              )}
            </span>
            <button
              type="button"
              class="button button-plain button-small"
              @click=${() => selection.end()}
            >
              ${texts.chooseNone}
            </button>
          </div>`
    }
    <p class="soft" role="status">${selection.said}</p>
  </div>`;
}

/** That cases of the desk cannot be believed any more, and what to do: a row alone does not say so. */
export function renderDamage(
  damaged: number,
  { locale }: Environment,
  texts: QueueTexts,
): TemplateResult | typeof nothing {
  if (damaged === 0) return nothing;
  return html`<div class="alert alert-bad damage" role="alert">
    <p>${texts.damaged(formatNumber(damaged, locale))}</p>
  </div>`;
}

/** Why the list is empty. */
export function emptyWords(filter: QueueFilter, damaged: number, texts: QueueTexts): string {
  if (filter.search !== '' || detailCount(filter) > 0) return texts.emptySearch;
  return damaged > 0 ? texts.emptyDamaged : texts.empty;
}
