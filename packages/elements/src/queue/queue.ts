import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ConsultationSummary } from '@lpse-konsultasi/client';
import { serviceMinutes, type FormDefinition, type Locale } from '@lpse-konsultasi/form-schema';
import { levelOf, progressWords, renderClockBar, type Progress } from '../desk/clock-bar.js';
import { memoLast } from '../desk/memo-last.js';
import { optionLabel } from '../desk/read-form.js';
import { renderState } from '../desk/state-sign.js';
import { TickingController } from '../desk/ticking.js';
import type { Environment } from '../environment/environment.js';
import { LpseSelectEvent } from '../events/select.js';
import { formatDuration } from '../i18n/format.js';
import { TextsController } from '../i18n/texts.js';
import { deskTexts, type QueueGroup } from '../locales/desk.js';
import { LpseElement } from '../panel/lpse-element.js';
import { formControl } from '../styles/form-control.js';
import { QueueController } from './queue-controller.js';
import { isQueueGroup, queueGroups } from './queue-groups.js';
import { queue } from './queue.styles.js';

/** How long to wait after a key before searching: one search for a word, not one for a letter. */
const searchPauseMs = 200;

/**
 * The office's queue: number, name, matter, state, waiting time and the clock of the running step, one line for each
 * case. It follows the backend live without moving what is under the pointer, and is worked by keyboard: arrows, Home,
 * End, Enter.
 *
 * @summary Lists the consultations of the office and lets an officer choose one.
 * @status experimental
 * @since 0.1.0
 * @fires {LpseSelectEvent} lpse-select - A case was chosen.
 * @fires {LpseErrorEvent} lpse-error - The queue cannot work.
 * @csspart base - The queue.
 * @csspart heading - Its heading.
 * @csspart filters - The filters above the list.
 * @csspart list - The list.
 * @csspart row - A row of the list.
 */
export class LpseQueue extends LpseElement {
  static override styles: CSSResultGroup = [LpseElement.styles, formControl, queue];

  /** The case that is open now; its row is marked. */
  @property() selected?: string;
  /** Height of the rows: `compact` (36 px) or `comfortable` (44 px). */
  @property({ reflect: true }) density: 'compact' | 'comfortable' = 'compact';

  @state() private group: QueueGroup = 'open';
  @state() private category = '';
  @state() private search = '';
  /** The row that has, or would get, the focus. */
  @state() private active?: string;

  @query('[role="listbox"]') private list!: HTMLElement | null;

  protected readonly texts = new TextsController(this, deskTexts, () => this.language);
  readonly #filter = memoLast((group: QueueGroup, category: string, search: string) => ({
    ...queueGroups[group],
    ...(category !== '' && { kategori: [category] }),
    ...(search !== '' && { search }),
  }));
  readonly #queue = new QueueController(this, () => ({
    backend: this.environment?.backend,
    query: this.#filter(this.group, this.category, this.search),
    held: this.#isPointedAt || this.#hasFocusInList,
  }));
  #isPointedAt = false;
  #searchTimer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    new TickingController(this);
  }

  get #hasFocusInList(): boolean {
    const focused = this.shadowRoot?.activeElement;
    return focused != null && this.list?.contains(focused) === true;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#searchTimer);
    this.#isPointedAt = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { rows } = this.#queue;
    // The one row that Tab reaches: the active one, else the open one, else the first.
    if (!rows.some(({ id }) => id === this.active)) {
      this.active = (rows.find(({ id }) => id === this.selected) ?? rows[0])?.id;
    }
  }

  /** Puts the focus on the row that would be chosen next. */
  override focus(options?: FocusOptions): void {
    const row = this.list?.querySelector<HTMLElement>('[tabindex="0"]');
    (row ?? this.renderRoot.querySelector<HTMLElement>('#heading'))?.focus(options);
  }

  protected override renderReady(environment: Environment): TemplateResult {
    const texts = this.texts.current.queue;
    return html`
      <section part="base" class="base" aria-labelledby="heading">
        <h2 id="heading" part="heading" tabindex="-1">${texts.heading}</h2>
        ${this.#renderFilters(environment)} ${this.#renderCount()} ${this.#renderList(environment)}
        ${
          this.#queue.hasMore
            ? html`<p class="more">
                <button type="button" class="button" @click=${() => this.#queue.more()}>
                  ${texts.more}
                </button>
              </p>`
            : nothing
        }
      </section>
    `;
  }

  #renderFilters({ profile, locale }: Environment): TemplateResult {
    const texts = this.texts.current.queue;
    const categories = categoriesOf(profile.forms['consultation-form'], locale);
    return html`
      <div class="filters" part="filters" role="search">
        <label>
          <span class="quiet">${texts.search}</span>
          <input
            class="control"
            type="search"
            placeholder=${texts.search}
            .value=${this.search}
            @input=${this.#handleSearch}
          />
        </label>
        <label class="select">
          <span class="quiet">${texts.group}</span>
          <select class="control" @change=${this.#handleGroup}>
            ${Object.keys(queueGroups).map(
              (group) =>
                html`<option value=${group} ?selected=${group === this.group}>
                  ${texts.groups[group as QueueGroup]}
                </option>`,
            )}
          </select>
        </label>
        <label class="select">
          <span class="quiet">${texts.category}</span>
          <select class="control" @change=${this.#handleCategory}>
            <option value="">${texts.everyCategory}</option>
            ${categories.map(
              ([value, label]) =>
                html`<option value=${value} ?selected=${value === this.category}>${label}</option>`,
            )}
          </select>
        </label>
      </div>
    `;
  }

  #renderCount(): TemplateResult {
    const texts = this.texts.current.queue;
    const { rows, hasMore, waiting, arrived, status } = this.#queue;
    const count = hasMore ? texts.shownOfMore(rows.length) : texts.shown(rows.length);
    return html`
      <div class="count">
        <p class="soft">${status === 'ready' ? count : this.common.current.loading}</p>
        ${
          waiting > 0
            ? html`<button type="button" class="button button-small" @click=${this.#handleSettle}>
                ${texts.fresh(waiting)}
              </button>`
            : nothing
        }
        <p class="quiet" role="status">${arrived > 0 ? texts.arrived(arrived) : nothing}</p>
      </div>
    `;
  }

  #renderList(environment: Environment): TemplateResult {
    const texts = this.texts.current.queue;
    const { rows, status, failure } = this.#queue;
    if (status === 'failed') {
      const { failures } = this.common.current;
      return html`<div class="alert alert-bad" role="alert">
        <p>${failures[failure?.code ?? 'LPSE_STORAGE_UNAVAILABLE']}</p>
      </div>`;
    }
    if (rows.length === 0) {
      if (status === 'loading') return html``;
      return html`<p class="none">
        ${this.search === '' && this.category === '' ? texts.empty : texts.emptySearch}
      </p>`;
    }
    return html`
      <p class="quiet" id="keys">${texts.keys}</p>
      <div
        class="list"
        part="list"
        role="listbox"
        aria-label=${texts.list}
        aria-describedby="keys"
        @click=${this.#handleClick}
        @keydown=${this.#handleKey}
        @pointerenter=${this.#handlePointer}
        @pointerleave=${this.#handlePointer}
        @focusin=${this.#handleFocus}
        @focusout=${this.#handleBlur}
      >
        ${repeat(
          rows,
          ({ id }) => id,
          (row) => this.#renderRow(row, environment),
        )}
      </div>
    `;
  }

  #renderRow(row: ConsultationSummary, environment: Environment): TemplateResult {
    const { queue: texts, states, clock: words } = this.texts.current;
    const { locale, profile, clock } = environment;
    const now = clock.now();
    const progress = progressOf(row, environment);
    const waited = (now.getTime() - Date.parse(row.registeredAt)) / 60_000;
    const isDone = row.state === 'archived' || row.state === 'cancelled';
    const kategori = optionLabel(
      profile.forms['consultation-form'],
      '/kategori',
      row.kategori || undefined,
      locale,
    );
    return html`
      <div
        class="row"
        part="row"
        role="option"
        data-id=${row.id}
        aria-selected=${row.id === this.selected}
        tabindex=${row.id === this.active ? 0 : -1}
      >
        <span class="number">${row.nomorAntrean ?? row.tiket}</span>
        <span class="name">${row.nama}</span>
        <span class="matter" title=${kategori}>${row.judul || texts.noSubject}</span>
        <span class="where">${renderState(row.state, states[row.state])}</span>
        <span class="waited">
          ${
            isDone
              ? nothing
              : html`<span class="quiet">${texts.waiting(formatDuration(waited, locale))}</span>
                  <span aria-hidden="true">${formatDuration(waited, locale)}</span>`
          }
        </span>
        ${
          progress === undefined
            ? nothing
            : html`<span class="clock">
                <span class="minutes ${levelOf(progress)}"
                  >${progressWords(progress, words, locale)}</span
                >
                ${renderClockBar(progress)}
              </span>`
        }
      </div>
    `;
  }

  #choose(id: string): void {
    this.active = id;
    this.selected = id;
    this.dispatchEvent(new LpseSelectEvent(id));
  }

  readonly #handleClick = (event: Event): void => {
    const row = (event.target as Element).closest<HTMLElement>('[role="option"]');
    const id = row?.dataset['id'];
    if (id !== undefined) this.#choose(id);
  };

  readonly #handleKey = (event: KeyboardEvent): void => {
    const { rows } = this.#queue;
    const index = rows.findIndex(({ id }) => id === this.active);
    const targets: { readonly [key: string]: number } = {
      ArrowDown: Math.min(index + 1, rows.length - 1),
      ArrowUp: Math.max(index - 1, 0),
      Home: 0,
      End: rows.length - 1,
    };
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      if (this.active !== undefined) this.#choose(this.active);
      return;
    }
    const target = targets[event.key];
    const row = target === undefined ? undefined : rows[target];
    if (row === undefined) return;
    event.preventDefault();
    this.active = row.id;
    this.list?.querySelector<HTMLElement>(`[data-id="${CSS.escape(row.id)}"]`)?.focus();
  };

  readonly #handlePointer = (event: PointerEvent): void => {
    this.#isPointedAt = event.type === 'pointerenter' && event.pointerType === 'mouse';
    if (!this.#isPointedAt && !this.#hasFocusInList) this.#queue.settle();
  };

  readonly #handleFocus = (event: Event): void => {
    // However the focus came here (a screen reader sets it as it likes), keys act on the row that has it.
    const row = (event.target as Element).closest<HTMLElement>('[role="option"]');
    this.active = row?.dataset['id'] ?? this.active;
  };

  readonly #handleBlur = (event: FocusEvent): void => {
    const goesTo = event.relatedTarget;
    if (goesTo instanceof Node && this.list?.contains(goesTo) === true) return;
    if (!this.#isPointedAt) this.#queue.settle();
  };

  readonly #handleSettle = (): void => {
    this.#queue.settle();
    // The button goes away with what it showed; the list is where reading goes on.
    void this.updateComplete.then(() => this.focus());
  };

  readonly #handleSearch = (event: Event): void => {
    const { value } = event.currentTarget as HTMLInputElement;
    clearTimeout(this.#searchTimer);
    this.#searchTimer = setTimeout(() => {
      this.search = value.trim();
    }, searchPauseMs);
  };

  readonly #handleGroup = (event: Event): void => {
    const { value } = event.currentTarget as HTMLSelectElement;
    if (isQueueGroup(value)) this.group = value;
  };

  readonly #handleCategory = (event: Event): void => {
    this.category = (event.currentTarget as HTMLSelectElement).value;
  };
}

/** The clock of the step that runs now: minutes inside service hours against the procedure's limit. */
function progressOf(
  { stepStartedAt, step, state: at }: ConsultationSummary,
  { profile, clock }: Environment,
): Progress | undefined {
  // Until an officer takes it up, a case waits; only the user's own step and the officer's steps are measured.
  if (stepStartedAt === undefined || at === 'submitted') return undefined;
  const limit = profile.procedure.steps.find(({ no }) => no === step)?.minutes ?? null;
  if (limit === null) return undefined;
  return { minutes: serviceMinutes(stepStartedAt, clock.now(), profile.office), limit };
}

function categoriesOf({ layout }: FormDefinition, locale: Locale): (readonly [string, string])[] {
  const texts = layout.texts?.[locale] ?? layout.texts?.id;
  return Object.entries(texts?.fields?.['/kategori']?.options ?? {});
}
