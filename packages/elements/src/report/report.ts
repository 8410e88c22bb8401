import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { toCsv, toXlsx } from '@lpse-konsultasi/client';
import {
  LpseError,
  bucketOf,
  dayAt,
  midnight,
  type Report,
  type ReportUnit,
} from '@lpse-konsultasi/form-schema';
import type { Environment } from '../environment/environment.js';
import { LpseErrorEvent } from '../events/error.js';
import { saveFile } from '../export/save-file.js';
import { formatDay } from '../i18n/format.js';
import { TextsController } from '../i18n/texts.js';
import { reportTexts } from '../locales/report.js';
import { LpseElement } from '../panel/lpse-element.js';
import { renderFailure } from '../panel/way-in.js';
import { printAlone, printableElement, type Printable } from '../sheet/printer.js';
import { formControl } from '../styles/form-control.js';
import { renderBars } from './bars.js';
import { helpDeskRows, reportRows } from './export-rows.js';
import { reportStyles } from './report.styles.js';
import { sentencesOf } from './sentences.js';
import {
  renderDeviations,
  renderOfficers,
  renderSteps,
  renderSurvey,
  renderTally,
} from './tables.js';

const DAY = 24 * 3_600_000;

const units: readonly ReportUnit[] = ['day', 'week', 'month'];

/**
 * What happened at the office in a period, for whoever has to account for it: sentences first, then bars with their
 * table, the time of each step, deviations with their explanations. It prints on A4, and leaves the page as CSV and
 * XLSX; so does the help desk log of LPSE Standard 5.
 *
 * @summary The report of a period: sentences, bars, tables, exports.
 * @status experimental
 * @since 0.1.0
 * @fires {LpseErrorEvent} lpse-error - The report cannot be made.
 * @csspart base - The whole.
 * @csspart heading - Its heading.
 */
export class LpseReport extends LpseElement {
  static override styles: CSSResultGroup = [LpseElement.styles, formControl, reportStyles];

  /** First day of the period at the office, `YYYY-MM-DD`. Default: the first of this month. */
  @property() from?: string;
  /** Last day of the period, `YYYY-MM-DD`. Default: today. */
  @property() until?: string;
  /** How the period is cut: `day`, `week` or `month`. */
  @property() by: ReportUnit = 'day';

  @state() private report: Report | undefined;
  @state() private earlier: Report | undefined;
  @state() private failure: LpseError | undefined;
  @state() private isBadPeriod = false;
  @state() private isBusy = false;

  readonly #texts = new TextsController(this, reportTexts, () => this.language);
  readonly #printable: Printable = printableElement(this, {
    styles: LpseReport.elementStyles,
    content: () =>
      this.report === undefined || this.environment === undefined
        ? undefined
        : this.renderReady(this.environment),
    runningTitle: () =>
      [this.#texts.current.heading, this.environment?.profile.office.nama]
        .filter((word) => word !== undefined)
        .join(' · '),
  });
  #asked = '';
  #abort: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#abort?.abort();
    this.#asked = '';
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { environment } = this;
    // An update that was due when the element left its page is still carried out.
    if (environment === undefined || !this.isConnected) return;
    const { first, last } = this.#days(environment);
    const asked = `${first} ${last} ${this.by} ${environment.session.id}`;
    if (asked === this.#asked) return;
    this.#asked = asked;
    void this.#load(environment, first, last);
  }

  protected override renderReady(environment: Environment): TemplateResult {
    const texts = this.#texts.current;
    const { first, last } = this.#days(environment);
    return html`
      <section
        part="base"
        class="base panel"
        aria-labelledby="heading"
        aria-busy=${String(this.isBusy)}
      >
        <h2 id="heading" part="heading">${texts.heading}</h2>
        <p class="office">
          ${environment.profile.office.nama}, ${formatDay(first, environment.locale)} –
          ${formatDay(last, environment.locale)}
        </p>
        ${this.#renderChoice(first, last)}
        ${this.isBadPeriod ? html`<p class="alert alert-warn" role="alert">${texts.badPeriod}</p>` : nothing}
        ${this.#renderState()}
        ${this.report === undefined ? nothing : this.#renderReport(this.report, environment)}
      </section>
    `;
  }

  #renderChoice(first: string, last: string): TemplateResult {
    const texts = this.#texts.current;
    return html`
      <form class="choice" @submit=${this.#handleChoice}>
        <label
          >${texts.from}<input class="control" type="date" name="from" required .value=${first}
        /></label>
        <label
          >${texts.until}<input class="control" type="date" name="until" required .value=${last}
        /></label>
        <label
          >${texts.by}
          <span class="select">
            <select class="control" name="by">
              ${units.map((unit) => html`<option value=${unit} ?selected=${unit === this.by}>${texts.units[unit]}</option>`)}
            </select>
          </span>
        </label>
        <button class="button button-primary">${texts.show}</button>
      </form>
    `;
  }

  #renderState(): unknown {
    const common = this.common.current;
    if (this.failure !== undefined)
      return renderFailure(this.failure, this.wayIn, common, this.#retry);
    return html`<p role="status" class="hint">
      ${this.isBusy ? this.#texts.current.loading : nothing}
    </p>`;
  }

  #renderReport(report: Report, environment: Environment): TemplateResult {
    const texts = this.#texts.current;
    const { locale } = environment;
    const view = { report, texts, environment };
    return html`
      ${report.damaged.length === 0 ? nothing : this.#renderDamaged(report)}
      <ul class="sentences">
        ${sentencesOf(report, this.earlier, texts, locale).map((words) => html`<li>${words}</li>`)}
      </ul>
      <div class="actions exports">
        <button type="button" class="button" @click=${this.#handlePrint}>${texts.print}</button>
        <button type="button" class="button" data-kind="csv" @click=${this.#handleExport}>
          ${texts.csv}
        </button>
        <button type="button" class="button" data-kind="xlsx" @click=${this.#handleExport}>
          ${texts.xlsx}
        </button>
        <button type="button" class="button" data-kind="csv" data-log @click=${this.#handleExport}>
          ${texts.logCsv}
        </button>
        <button type="button" class="button" data-kind="xlsx" data-log @click=${this.#handleExport}>
          ${texts.logXlsx}
        </button>
      </div>
      ${this.#renderVolume(report, environment)} ${renderSteps(view)}
      <div class="tallies">
        ${renderTally(view, texts.categories, report.kategori, 'consultation-form', '/kategori')}
        ${renderTally(view, texts.channels, report.kanal, 'consultation-form', '/kanal')}
        ${renderTally(view, texts.users, report.jenisPengguna, 'consultation-form', '/jenisPengguna')}
        ${renderOfficers(view)} ${renderTally(view, texts.states, report.states)}
      </div>
      ${renderSurvey(view)} ${renderDeviations(view)}
    `;
  }

  #renderDamaged({ damaged }: Report): TemplateResult {
    const texts = this.#texts.current;
    return html`
      <div class="alert alert-bad" role="alert">
        <p>${texts.damaged(String(damaged.length))}</p>
        <ul>
          ${damaged.map(({ id, seq }) => html`<li>${texts.damagedAt(id, seq)}</li>`)}
        </ul>
      </div>
    `;
  }

  #renderVolume({ buckets, by }: Report, { locale }: Environment): TemplateResult {
    const texts = this.#texts.current;
    const bars = buckets.map(({ start, events }) => ({
      label: by === 'month' ? start.slice(5, 7) : start.slice(8),
      value: events.registered,
    }));
    return html`
      <h3 id="chart">${texts.chart}</h3>
      <div class="scroll" role="group" tabindex="0" aria-labelledby="chart">
        ${renderBars(bars)}
      </div>
      <details>
        <summary>${texts.table}</summary>
        <table>
          <caption class="unseen">
            ${texts.chart}
          </caption>
          <thead>
            <tr>
              <th scope="col">${texts.bucket}</th>
              <th scope="col">${texts.registered}</th>
              <th scope="col">${texts.archived}</th>
              <th scope="col">${texts.withinHead}</th>
            </tr>
          </thead>
          <tbody>
            ${buckets.map(
              ({ start, events, timed, within }) =>
                html`<tr>
                  <th scope="row">${formatDay(start, locale)}</th>
                  <td>${events.registered}</td>
                  <td>${events.archived}</td>
                  <td>${timed === 0 ? '–' : `${within}/${timed}`}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </details>
    `;
  }

  readonly #handleChoice = (event: SubmitEvent): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget as HTMLFormElement);
    const [from, until] = [String(data.get('from')), String(data.get('until'))];
    this.isBadPeriod = from > until;
    if (this.isBadPeriod) return;
    this.from = from;
    this.until = until;
    this.by = units.find((unit) => unit === data.get('by')) ?? 'day';
  };

  readonly #retry = (): void => {
    this.#asked = '';
    this.requestUpdate();
  };

  readonly #handlePrint = (): void => printAlone(this.#printable);

  readonly #handleExport = (event: Event): void => {
    const { kind, log } = (event.currentTarget as HTMLElement).dataset;
    void this.#export(kind === 'xlsx' ? 'xlsx' : 'csv', log !== undefined);
  };

  async #export(kind: 'csv' | 'xlsx', isLog: boolean): Promise<void> {
    const { environment, report } = this;
    if (environment === undefined || report === undefined) return;
    const { backend, profile, locale } = environment;
    try {
      const signal = this.#abort?.signal ?? new AbortController().signal;
      const [columns = [], ...rows] = isLog
        ? await helpDeskRows(backend, profile, report, locale, signal)
        : reportRows(report, this.#texts.current);
      const { first, last } = this.#days(environment);
      const name = `${isLog ? 'catatan-helpdesk' : 'laporan'}-${first}-${last}`;
      const table = { name, columns: columns.map(String), rows };
      saveFile(kind === 'xlsx' ? await toXlsx(table) : toCsv(table), `${name}.${kind}`);
    } catch (error) {
      this.#fail(error);
    }
  }

  async #load({ backend, profile }: Environment, first: string, last: string): Promise<void> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    const { signal } = abort;
    const zone = profile.office.zonaWaktu;
    const [from, until] = [midnight(first, zone), midnight(last, zone) + DAY];
    const period = (start: number, end: number) => ({
      from: new Date(start).toISOString(),
      until: new Date(end).toISOString(),
      by: this.by,
      signal,
    });
    this.isBusy = true;
    this.failure = undefined;
    try {
      const report = await backend.report(period(from, until));
      // Another period was asked for meanwhile; not every backend stops for that.
      if (signal.aborted) return;
      this.report = report;
      const earlier = await backend.report(period(from - (until - from), from));
      if (!signal.aborted) this.earlier = earlier;
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    } finally {
      if (this.#abort === abort) this.isBusy = false;
    }
  }

  #fail(cause: unknown): void {
    this.report = undefined;
    this.failure =
      cause instanceof LpseError ? cause : new LpseError('LPSE_STORAGE_UNAVAILABLE', { cause });
    this.dispatchEvent(new LpseErrorEvent(this.failure.code, this.failure.message));
  }

  #days({ clock, profile }: Environment): { readonly first: string; readonly last: string } {
    const today = dayAt(clock.now().getTime(), profile.office.zonaWaktu);
    return { first: this.from ?? bucketOf(today, 'month'), last: this.until ?? today };
  }
}
