import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { OutboxEntry } from '@lpse-konsultasi/client/outbox';
import { describeRefusal } from '@lpse-konsultasi/form-schema';
import { OutboxController } from '../controllers/outbox-controller.js';
import type { Environment } from '../environment/environment.js';
import type { Audience } from '../environment/resolve-profile.js';
import { formatDateTime } from '../i18n/format.js';
import { TextsController } from '../i18n/texts.js';
import { outboxTexts, type OutboxTexts } from '../locales/outbox.js';
import { LpseElement } from '../panel/lpse-element.js';
import { renderWayIn } from '../panel/way-in.js';
import { downloadText } from '../sheet/download.js';
import { outboxStyles } from './outbox.styles.js';

/** More than anybody reads; the file has them all. */
const mostShown = 50;

/** Sending these again as they are would only be refused again. */
const hopeless = new Set<string>([
  'LPSE_VERSION_CONFLICT',
  'LPSE_WORKFLOW_ALREADY_REGISTERED',
  'LPSE_FORM_INVALID',
  'LPSE_FORM_FIELD_LOCKED',
  'LPSE_COMMAND_MALFORMED',
]);

/**
 * What was handed in and has not reached the server: what it is, since when, and why. It can be sent now, kept as a
 * file, or deleted after a question. Shows nothing while nothing waits. `<lpse-consultation>` and `<lpse-desk>` bring it
 * along by themselves when something waits; a page with panels of its own places it where people see it.
 *
 * @summary What waits to be sent, with its reasons.
 * @status experimental
 * @since 0.1.0
 * @fires {LpseErrorEvent} lpse-error - The element cannot work.
 * @csspart base - The box; it is there only while something waits.
 * @csspart heading - Its heading.
 */
export class LpseOutbox extends LpseElement {
  static override styles: CSSResultGroup = [LpseElement.styles, outboxStyles];
  protected static override readonly audience: Audience = 'public';

  /** The entry whose deletion is being asked for. */
  @state() private asked: string | undefined;
  @state() private trouble: 'exportFailed' | 'removeFailed' | undefined;
  /** Said politely to a screen reader. */
  @state() private said = '';

  readonly #texts = new TextsController(this, outboxTexts, () => this.language);
  readonly #box = new OutboxController(
    this,
    () => this.environment?.backend,
    () => this.#count(),
  );
  #last = { total: 0, refused: 0 };

  /** Puts the focus on the heading, while there is one. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('#heading')?.focus(options);
  }

  protected override renderLoading(): TemplateResult {
    return html``;
  }

  protected override renderReady(environment: Environment): TemplateResult {
    return html`
      <p class="quiet" role="status">${this.said}</p>
      ${this.#renderStorage()}
      ${this.#box.held.length === 0 ? nothing : this.#renderBox(environment)}
    `;
  }

  /** What waited before the element was first drawn counts as well: who sees it is also told that it has gone. */
  #count(): void {
    const { held } = this.#box;
    const refused = held.filter(({ state: { type } }) => type !== 'waiting').length;
    if (held.length === this.#last.total && refused === this.#last.refused) return;
    const texts = this.#texts.current;
    this.said = held.length === 0 ? texts.allSent : texts.count(held.length, refused);
    this.#last = { total: held.length, refused };
  }

  #renderStorage(): unknown {
    const texts = this.#texts.current;
    const { failure, damaged } = this.#box.status;
    const words = [
      ...(failure === undefined
        ? []
        : [`${texts.storage[failure.code] ?? ''} ${texts.memoryOnly}`.trim()]),
      ...(damaged === 0 ? [] : [texts.damaged(damaged)]),
    ];
    return words.map((line) => html`<p class="alert alert-warn storage">${line}</p>`);
  }

  #renderBox(environment: Environment): TemplateResult {
    const texts = this.#texts.current;
    const { held } = this.#box;
    const rest = held.length - mostShown;
    const isRefused = held.some(({ state: { type } }) => type !== 'waiting');
    const isWaiting = held.some(({ state: { type } }) => type === 'waiting');
    return html`
      <section part="base" class="base panel outbox" aria-labelledby="heading">
        <h2 id="heading" part="heading" tabindex="-1">${texts.heading} (${held.length})</h2>
        ${isRefused ? html`<p>${texts.refusedLead}</p>` : nothing}
        ${isWaiting ? html`<p>${texts.lead}</p>` : nothing}
        ${
          this.trouble === undefined
            ? nothing
            : html`<p class="alert alert-bad" role="alert">${texts[this.trouble]}</p>`
        }
        <ul class="entries" role="list">
          ${held.slice(0, mostShown).map((entry) => this.#renderEntry(entry, environment))}
        </ul>
        ${rest > 0 ? html`<p>${texts.more(rest)}</p>` : nothing}
        <p class="actions">
          ${
            isWaiting
              ? html`<button type="button" class="button" id="retry" @click=${this.#handleRetryAll}>
                  ${texts.retryAll}
                </button>`
              : nothing
          }
          <button type="button" class="button" id="export" @click=${this.#handleExport}>
            ${texts.export}
          </button>
        </p>
      </section>
    `;
  }

  #renderEntry(entry: OutboxEntry, environment: Environment): TemplateResult {
    const texts = this.#texts.current;
    const { locale, profile } = environment;
    const what = whatOf(entry, texts);
    const isBad = entry.state.type !== 'waiting';
    return html`
      <li class="entry">
        <p class="entry-head">
          <span class="what">${what}</span>
          <span class="since">
            ${texts.since(formatDateTime(entry.addedAt, locale, profile.office.zonaWaktu))}
          </span>
        </p>
        <p class="reason">
          <strong class=${isBad ? 'bad' : nothing}>${texts[entry.state.type]}.</strong>
          ${this.#reasonOf(entry, environment)}
        </p>
        ${isBad ? html`<p>${this.#adviceOf(entry)}</p>` : nothing}
        ${renderWayIn(entry.lastFailure, this.wayIn, this.common.current)}
        ${
          this.#box.status.inMemory.includes(entry.id)
            ? html`<p class="alert alert-warn">${texts.inMemory}</p>`
            : nothing
        }
        ${this.asked === entry.id ? this.#renderAsk(entry, what) : this.#renderActions(entry, what)}
      </li>
    `;
  }

  #renderActions({ id, state: { type, ...rest } }: OutboxEntry, what: string): TemplateResult {
    const texts = this.#texts.current;
    const isHopeless = type !== 'waiting' && 'code' in rest && hopeless.has(rest.code);
    return html`<p class="actions">
      ${
        isHopeless
          ? nothing
          : html`<button
              type="button"
              class="button button-plain"
              aria-label=${texts.retryOf(what)}
              @click=${() => this.#retry(id)}
            >
              ${texts.retry}
            </button>`
      }
      <button
        type="button"
        class="button button-plain"
        data-remove=${id}
        aria-label=${texts.removeOf(what)}
        @click=${() => void this.#ask(id)}
      >
        ${texts.remove}
      </button>
    </p>`;
  }

  #renderAsk({ id }: OutboxEntry, what: string): TemplateResult {
    const texts = this.#texts.current;
    return html`<div class="alert alert-warn" role="group" aria-labelledby="ask">
      <p id="ask">${texts.ask(what)}</p>
      <p class="actions">
        <button type="button" class="button" id="yes" @click=${() => void this.#remove(id)}>
          ${texts.yes}
        </button>
        <button type="button" class="button" @click=${() => void this.#keep(id)}>
          ${texts.no}
        </button>
      </p>
    </div>`;
  }

  #reasonOf(entry: OutboxEntry, { locale }: Environment): string {
    const texts = this.#texts.current;
    if (entry.state.type === 'refused') return describeRefusal(entry.state.refusal, locale);
    if (entry.state.type === 'stuck') return texts.reasons[entry.state.code] ?? texts.otherReason;
    if (entry.lastFailure !== undefined)
      return texts.reasons[entry.lastFailure] ?? texts.otherReason;
    const { consultationId } = entry.command;
    const isBehind = this.#box.held.some(
      ({ order, command }) => command.consultationId === consultationId && order < entry.order,
    );
    return isBehind ? texts.behind : '';
  }

  #adviceOf({ state: entryState }: OutboxEntry): string {
    const texts = this.#texts.current;
    if (entryState.type !== 'refused') return texts.askWebmaster;
    return texts.advice[entryState.code] ?? texts.mend;
  }

  #retry(id?: string): void {
    this.said = this.#texts.current.trying;
    this.#box.outbox?.retry(id);
  }

  async #ask(id: string): Promise<void> {
    this.asked = id;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#yes')?.focus();
  }

  async #keep(id: string): Promise<void> {
    this.asked = undefined;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[data-remove="${CSS.escape(id)}"]`)?.focus();
  }

  async #remove(id: string): Promise<void> {
    this.asked = undefined;
    this.trouble = undefined;
    try {
      await this.#box.outbox?.discard(id);
    } catch {
      this.trouble = 'removeFailed';
      return;
    }
    await this.updateComplete;
    this.said = this.#texts.current.removed;
    this.focus();
  }

  readonly #handleRetryAll = (): void => this.#retry();

  readonly #handleExport = async (): Promise<void> => {
    this.trouble = undefined;
    try {
      const text = await this.#box.outbox?.export();
      const day = (this.environment?.clock.now() ?? new Date()).toISOString().slice(0, 10);
      const name = `${this.#texts.current.exportName}-${day}.json`;
      if (text !== undefined) downloadText(text, name, 'application/json');
    } catch {
      this.trouble = 'exportFailed';
    }
  };
}

/** What an entry is, in words; a form is known by its title. */
function whatOf({ command: { type, data } }: OutboxEntry, texts: OutboxTexts): string {
  const title = data['judul'];
  return typeof title === 'string' && title !== ''
    ? `${texts.what[type]}: ${title}`
    : texts.what[type];
}
