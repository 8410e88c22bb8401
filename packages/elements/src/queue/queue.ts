import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ConsultationSummary } from '@lpse-konsultasi/client';
import { PresenceController } from '../controllers/presence-controller.js';
import { memoLast } from '../desk/memo-last.js';
import { TickingController } from '../desk/ticking.js';
import type { Environment } from '../environment/environment.js';
import { LpseSelectEvent } from '../events/select.js';
import { formatNumber } from '../i18n/format.js';
import { TextsController } from '../i18n/texts.js';
import { deskTexts } from '../locales/desk.js';
import { queueTexts } from '../locales/queue.js';
import { LpseElement } from '../panel/lpse-element.js';
import { renderFailure } from '../panel/way-in.js';
import { formControl } from '../styles/form-control.js';
import { QueueController } from './queue-controller.js';
import { allRows } from './queue-export.js';
import {
  detailCount,
  everything,
  queryOf,
  withoutDetails,
  type QueryContext,
  type QueueFilter,
} from './queue-filter.js';
import { renderDetails, renderSort, type FiltersView, type OfficerName } from './queue-filters.js';
import { mostPrinted, renderPrinted } from './queue-print.js';
import { renderPlaceholder, renderRow } from './queue-row.js';
import { emptyWords, renderBulk, renderDamage, renderViews } from './queue-tools.js';
import { queue } from './queue.styles.js';
import { RovingController } from './roving-controller.js';
import { SearchController } from './search-controller.js';
import { SelectionController } from './selection-controller.js';
import { setProperty } from './set-property.js';
import { UnreadController } from './unread-controller.js';
import { ViewsController } from './views-controller.js';
import { WindowController } from './window-controller.js';

const minuteMs = 60_000;

/**
 * The office's queue: number, name, matter, state, waiting time and the clock of the running step, one line for each
 * case, however many there are. Views, search and filters narrow it; it follows the backend live without moving what is
 * under the pointer; who else has a case open stands beside the name. Worked by keyboard: arrows, Home, End, the page
 * keys, Enter to open, space to choose for an export.
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

  @state() private filter: QueueFilter = everything;
  @state() private isNarrowing = false;
  @state() private said = '';
  @state() private isPrinting = false;

  @query('.viewport') private viewport!: HTMLElement | null;
  @query('[role="listbox"]') private list!: HTMLElement | null;
  @query('input[type="search"]') private searchField!: HTMLInputElement | null;

  protected readonly words = new TextsController(this, deskTexts, () => this.language);
  protected readonly texts = new TextsController(this, queueTexts, () => this.language);
  readonly #query = memoLast(
    (filter: QueueFilter, officerId: string, zone: QueryContext['zone'], now: string) =>
      queryOf(filter, { officerId, zone, now }),
  );
  readonly #queue: QueueController = new QueueController(this, () => ({
    backend: this.environment?.backend,
    query: this.#currentQuery,
    held: this.#roving.isHeld,
  }));
  readonly #window: WindowController = new WindowController(this, {
    box: () => this.viewport,
    count: () => this.#queue.total,
  });
  readonly #roving: RovingController = new RovingController(this, this.#window, {
    list: () => this.list,
    rows: () => this.#queue.rows,
    total: () => this.#queue.total,
    preferred: () => this.selected,
    need: (count) => this.#queue.need(count),
    open: (id) => this.#choose(id),
    toggle: (id, isChosen) => this.#selection.toggle(id, isChosen),
    escape: () => this.#selection.end(),
    settle: () => this.#queue.settle(),
  });
  readonly #views = new ViewsController(this, () => ({
    backend: this.environment?.backend,
    memo: this.environment?.memo,
    key: `queue-views/${this.#owner}`,
    context: this.environment && this.#context(this.environment),
  }));
  readonly #unread = new UnreadController(this, () => ({
    memo: this.environment?.memo,
    key: `queue-seen/${this.#owner}`,
    now: () => (this.environment?.clock.now() ?? new Date()).toISOString(),
  }));
  readonly #presence = new PresenceController(this, () => ({
    backend: this.environment?.backend,
    officerId: this.environment?.session.id ?? '',
  }));
  readonly #selection = new SelectionController(this);
  readonly #search = new SearchController(this, (search) => this.#narrow({ search }));
  /** Officers whose cases have been seen here, for the filter. */
  readonly #officers = new Map<string, string>();

  constructor() {
    super();
    new TickingController(this);
    this.#queue.onStart = () => (this.#roving.active = undefined);
    this.#queue.onChange = () => this.#views.countSoon();
  }

  get #owner(): string {
    return `${this.environment?.profile.id ?? ''}/${this.environment?.session.id ?? ''}`;
  }

  get #currentQuery(): ReturnType<typeof queryOf> {
    const { environment, filter } = this;
    const at = environment?.clock.now().getTime() ?? 0;
    // What is overdue changes by the minute; nothing else of a query does.
    const now = filter.overdue ? new Date(at - (at % minuteMs)).toISOString() : '';
    return this.#query(
      filter,
      environment?.session.id ?? '',
      environment?.profile.office.zonaWaktu ?? 'WIB',
      now,
    );
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('beforeprint', this.#handlePrint);
    window.addEventListener('afterprint', this.#handlePrint);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('beforeprint', this.#handlePrint);
    window.removeEventListener('afterprint', this.#handlePrint);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.selected === undefined) return;
    const open = this.#queue.rows.find(({ id }) => id === this.selected);
    if (open !== undefined) this.#unread.see(open);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const last = Math.min(this.#window.last, this.#queue.total);
    if (last > this.#queue.rows.length) this.#queue.need(last);
  }

  /** Puts the focus on the row that would be chosen next. */
  override focus(options?: FocusOptions): void {
    (this.#roving.row ?? this.renderRoot.querySelector<HTMLElement>('#heading'))?.focus(options);
  }

  /** Whether rows are on their way: the first ones, or those of another filter. */
  get isLoading(): boolean {
    return this.#queue.status === 'loading';
  }

  /** Puts the focus into the search field. */
  focusSearch(): void {
    this.searchField?.focus();
    this.searchField?.select();
  }

  /** Moves the focus by so many rows, to the active row when the list does not have it yet. */
  move(rows: number): void {
    if (this.#roving.hasFocus) this.#roving.moveTo(this.#roving.index + rows);
    else this.focus();
  }

  /** Shows a view by its place among all, from 0. Answers false when there is none. */
  showView(index: number): boolean {
    const view = this.#views.all[index];
    if (view !== undefined) this.#narrow(view.filter);
    return view !== undefined;
  }

  #context({ session, profile, clock }: Environment): QueryContext {
    return {
      officerId: session.id,
      zone: profile.office.zonaWaktu,
      now: clock.now().toISOString(),
    };
  }

  protected override renderReady(environment: Environment): TemplateResult {
    const texts = this.texts.current;
    if (this.isPrinting) return this.#renderPaper(environment);
    const view = this.#filtersView(environment);
    const narrowed = detailCount(this.filter);
    return html`
      <section
        part="base"
        class="base"
        aria-labelledby="heading"
        @pointerdown=${this.#roving.handlePress}
      >
        <h2 id="heading" part="heading" tabindex="-1">${texts.heading}</h2>
        <div class="filters" part="filters" role="search">
          <label>
            <span class="quiet">${texts.search}</span>
            <input
              class="control"
              type="search"
              placeholder=${texts.search}
              .value=${live(this.#search.shown(this.filter.search))}
              @input=${this.#handleSearch}
            />
          </label>
          ${renderViews(this.#views, this.filter, environment, texts, ({ filter }) => this.#narrow(filter))}
          ${renderSort(view)}
          <button
            type="button"
            class="button button-small narrow"
            aria-expanded=${this.isNarrowing}
            aria-controls="details"
            @click=${this.#handleNarrow}
          >
            ${narrowed === 0 ? texts.narrow : texts.narrowed(narrowed)}
          </button>
        </div>
        ${renderDetails({ ...view, isOpen: this.isNarrowing })} ${this.#renderCount(environment)}
        ${renderDamage(this.#queue.damaged, environment, texts)} ${this.#renderTools(environment)}
        ${this.#renderList(environment)}
      </section>
    `;
  }

  #filtersView(environment: Environment): FiltersView {
    const rows = this.isNarrowing ? this.#queue.rows : [];
    for (const { petugasId, petugas } of rows)
      if (petugasId !== undefined && petugas !== undefined) this.#officers.set(petugasId, petugas);
    const officers = [...this.#officers].map(([id, name]): OfficerName => ({ id, name }));
    return {
      filter: this.filter,
      isOpen: this.isNarrowing,
      officers: officers.sort((a, b) => a.name.localeCompare(b.name)),
      environment,
      texts: this.texts.current,
      words: this.words.current,
      onChange: (change) => this.#narrow(change),
      onClear: () => this.#narrow(withoutDetails(this.#wanted)),
      onKeep: (name) => {
        this.#views.keep(name, this.#wanted);
        this.said = this.texts.current.viewKept(name.trim());
      },
    };
  }

  #renderCount({ locale }: Environment): TemplateResult {
    const texts = this.texts.current;
    const { total, waiting, arrived, status } = this.#queue;
    return html`
      <div class="count">
        <p class="soft">
          ${status === 'loading' && total === 0 ? this.common.current.loading : texts.shown(formatNumber(total, locale))}
        </p>
        ${
          waiting > 0
            ? html`<button
                type="button"
                class="button button-small fresh"
                @click=${this.#handleSettle}
              >
                ${texts.fresh(waiting)}
              </button>`
            : nothing
        }
        <p class="quiet" role="status">
          ${arrived > 0 ? texts.arrived(arrived) : nothing} ${this.said}
        </p>
      </div>
    `;
  }

  #renderTools(environment: Environment): unknown {
    const { backend } = environment;
    return renderBulk(
      this.#selection,
      this.#queue.total,
      environment,
      this.texts.current,
      this.words.current,
      {
        chooseAll: () =>
          void this.#selection.chooseAll(this.texts.current, (signal) =>
            allRows(backend, this.#currentQuery, signal),
          ),
        seeAll: () => this.#unread.seeAll(),
        print: () => void this.#print(),
      },
    );
  }

  #renderList(environment: Environment): TemplateResult {
    const texts = this.texts.current;
    const { rows, total, status, failure, damaged, retry } = this.#queue;
    if (status === 'failed') return renderFailure(failure, this.wayIn, this.common.current, retry);
    if (rows.length === 0) {
      if (status === 'loading') return html``;
      return html`<p class="none">${emptyWords(this.filter, damaged, texts)}</p>`;
    }
    const { first } = this.#window;
    const last = Math.min(this.#window.last, total);
    const drawn = rows.slice(first, last).map((row, place) => ({ row, index: first + place }));
    // The row with the focus stays in the page, or the focus would be lost with it.
    const active = this.#roving.index;
    const kept = rows[active];
    if (kept !== undefined && (active < first || active >= last))
      drawn[active < first ? 'unshift' : 'push']({ row: kept, index: active });
    const missing = Array.from(
      { length: Math.max(0, last - Math.max(first, rows.length)) },
      (_, place) => Math.max(first, rows.length) + place,
    );
    return html`
      <p class="quiet" id="keys">${texts.keys}</p>
      <div class="viewport" ${setProperty('--_lpse-rows', total)}>
        <div
          class="list"
          part="list"
          role="listbox"
          aria-label=${texts.list}
          aria-describedby="keys"
          aria-multiselectable=${this.#selection.ids === undefined ? nothing : 'true'}
          @click=${this.#handleClick}
          @keydown=${this.#roving.handleKey}
          @pointerenter=${this.#roving.handlePointer}
          @pointerleave=${this.#roving.handlePointer}
          @focusin=${this.#roving.handleFocus}
          @focusout=${this.#roving.handleBlur}
        >
          ${repeat(
            drawn,
            ({ row }) => row.id,
            ({ row, index }) => this.#renderRow(row, index, environment),
          )}
          ${missing.map((index) => renderPlaceholder(index, texts))}
        </div>
      </div>
    `;
  }

  #renderRow(row: ConsultationSummary, index: number, environment: Environment): TemplateResult {
    return renderRow(row, {
      index,
      total: this.#queue.total,
      isOpen: row.id === this.selected,
      isActive: row.id === this.#roving.active,
      isChosen: this.#selection.has(row.id),
      isUnread: row.id !== this.selected && this.#unread.isUnread(row),
      others: this.#presence.at(row.id),
      environment,
      texts: this.texts.current,
      words: this.words.current,
    });
  }

  #renderPaper(environment: Environment): TemplateResult {
    const { rows, total } = this.#queue;
    const texts = this.texts.current;
    const view = texts.groups[this.filter.group];
    return html`<section part="base" class="base">
      ${renderPrinted(rows, total, view, environment, texts, this.words.current)}
    </section>`;
  }

  async #print(): Promise<void> {
    const { environment } = this;
    if (environment === undefined) return;
    const most = Math.min(mostPrinted, this.#queue.total);
    this.#queue.need(most);
    for (let n = 0; n < 200 && this.#queue.rows.length < most; n++)
      await new Promise((resolve) => setTimeout(resolve, 20));
    window.print();
  }

  /** The filter with what is being typed. */
  get #wanted(): QueueFilter {
    return { ...this.filter, search: this.#search.wanted(this.filter.search) };
  }

  #narrow(change: Partial<QueueFilter>): void {
    this.filter = { ...this.#wanted, ...change };
    this.#search.drop();
    this.said = '';
    this.#window.toTop();
  }

  #choose(id: string): void {
    this.#roving.active = id;
    this.selected = id;
    this.dispatchEvent(new LpseSelectEvent(id));
  }

  readonly #handleClick = (event: Event): void => {
    const id = (event.target as Element).closest<HTMLElement>('[role="option"]')?.dataset['id'];
    if (id === undefined) return;
    if (this.#selection.ids === undefined) return this.#choose(id);
    this.#roving.active = id;
    this.#selection.toggle(id);
  };

  readonly #handleSettle = (): void => {
    this.#queue.settle();
    this.#window.toTop();
    this.#roving.active = this.#queue.rows[0]?.id;
    // The button goes away with what it showed; the list is where reading goes on.
    void this.updateComplete.then(() => this.focus());
  };

  readonly #handleSearch = (event: Event): void => {
    this.#search.type((event.currentTarget as HTMLInputElement).value, this.#queue.lastMs);
  };

  readonly #handleNarrow = (): void => {
    this.isNarrowing = !this.isNarrowing;
  };

  readonly #handlePrint = ({ type }: Event): void => {
    this.isPrinting = type === 'beforeprint';
    // The browser prints what is there when this returns.
    if (this.isUpdatePending) this.performUpdate();
  };
}
