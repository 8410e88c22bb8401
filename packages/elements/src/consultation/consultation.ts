import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import {
  LpseError,
  allowedCommands,
  type Consultation,
  type Locale,
  type Refusal,
} from '@lpse-konsultasi/form-schema';
import { ConsultationController } from '../controllers/consultation-controller.js';
import { LineController } from '../controllers/line-controller.js';
import { TurnController, renderTurn } from '../controllers/turn-controller.js';
import { loadQuietly } from '../define/load-quietly.js';
import type { Environment } from '../environment/environment.js';
import type { Audience } from '../environment/resolve-profile.js';
import type { LpseCaseEvent } from '../events/case.js';
import { TextsController } from '../i18n/texts.js';
import { publicTexts } from '../locales/public.js';
import type { CommandPanel } from '../panel/command-panel.js';
import { FocusWish } from '../panel/focus-wish.js';
import { LpseElement } from '../panel/lpse-element.js';
import { renderOutcomeAlert } from '../panel/outcome-alert.js';
import { renderFailure } from '../panel/way-in.js';
import { StrandedController } from '../panel/stranded-controller.js';
import { renderStranded } from '../panel/stranded.js';
import { renderOutbox } from '../panel/waiting-outbox.js';
import { statusPageOf } from '../sheet/status-page.js';
import { readySheet } from '../sheet/ready-sheet.js';
import { consultationStyles } from './consultation.styles.js';
import { renderAnew, renderConfirmation, renderSurvey } from './after-copy.js';
import { renderKiosk } from './kiosk-view.js';
import { renderOfficeHead } from './office-head.js';
import { AccessNotice } from './access-notice.js';
import { PendingVisit } from './pending-visit.js';
import { renderSteps } from './steps.js';
import {
  callWords,
  escalationWords,
  headingOf,
  renderNumbers,
  renderTrack,
  stageOf,
  withAnswer,
} from './waiting.js';

/** How often the page looks at the clock for "open now". Nothing else hangs on it. */
const minute = 60_000;

/**
 * The whole public side of a consultation in one element: guest book, form, correction, waiting, the call, the answer
 * as the official sheet. It remembers its case across reloads and tabs of the same browser, and follows what the office
 * does with it. A visitor never sees the office's classification or internal notes.
 *
 * @summary The public consultation page.
 * @status experimental
 * @since 0.1.0
 * @fires {LpseCaseEvent} lpse-case - After each command of the visitor that was carried out.
 * @fires {LpseSubmitEvent} lpse-submit - Before the guest book or the form is handed in; cancelable.
 * @fires {LpseSubmittedEvent} lpse-submitted - After it was handed in.
 * @fires {LpseErrorEvent} lpse-error - The element cannot work; it says itself why.
 * @csspart base - Everything.
 * @csspart head - The office's name, hours and the language switch.
 * @csspart heading - The heading of the present stage.
 */
export class LpseConsultation extends LpseElement {
  static override styles: CSSResultGroup = [LpseElement.styles, consultationStyles];
  protected static override readonly provides: boolean = true;
  protected static override readonly audience: Audience = 'public';

  /** Tells several desks of one office on one page apart; each remembers a case of its own. */
  @property() name = '';
  /** On a device that many people share: large, and it forgets everybody at once (`<lpse-kiosk>`). */
  @property({ type: Boolean }) kiosk = false;
  /**
   * The page with `<lpse-status>`, absolute or relative to this page: the waiting page shows the access code then, and
   * the QR code of the copy opens it. Default: the profile's (`office.halamanStatus`).
   */
  @property({ attribute: 'status-url' }) statusUrl?: string;

  @state() private consultationId: string | undefined;
  @state() private isRecalled = false;
  @state() private isMissing = false;
  @state() private isAskingToCancel = false;
  @state() private refusal: Refusal | undefined;
  @state() private failed: LpseError | undefined;
  /** Said once to a screen reader: what the office did, and the call, which may interrupt. */
  @state() private news = '';
  @state() private summons = '';

  readonly #texts = new TextsController(this, publicTexts, () => this.language);
  readonly #access = new AccessNotice(this, {
    locale: () => this.language,
    texts: () => this.#texts.current,
  });
  readonly #case = new ConsultationController(this, () => ({
    backend: this.environment?.backend,
    consultationId: this.consultationId,
  }));
  readonly #line = new LineController(this, () => this.environment);
  readonly #turn = new TurnController(this, () => ({
    backend: this.environment?.backend,
    consultation: this.#case.record?.consultation,
  }));
  readonly #stranded = new StrandedController(
    this,
    () => this.renderRoot.querySelector<CommandPanel>('lpse-intake'),
    () => this.consultationId,
  );

  readonly #pending = new PendingVisit(this, {
    environment: () => this.environment,
    caseKey: () => (this.consultationId === undefined ? this.#recalledFor : undefined),
    adopt: (id) => this.#adopt(id),
  });

  #recalledFor: string | undefined;
  readonly #focusWish = new FocusWish();
  /** What was last announced, so that a repeated render says nothing again. */
  #announced: string | undefined;
  #clock: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#clock = setInterval(() => this.requestUpdate(), minute);
    document.addEventListener('visibilitychange', this.#handleVisibility);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#clock);
    document.removeEventListener('visibilitychange', this.#handleVisibility);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { environment } = this;
    if (environment === undefined || this.kiosk) return;
    const key = this.#memoKey(environment);
    if (key !== this.#recalledFor) {
      this.#recalledFor = key;
      this.isRecalled = false;
      this.consultationId = undefined;
      void this.#recall(environment);
    }
    if (this.#case.status === 'missing') void this.#forgetMissing(environment);
    this.#announce(this.#case.record?.consultation);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const heading = this.renderRoot.querySelector<HTMLElement>('[data-stage]');
    if (heading === null || !this.#focusWish.holds) return;
    this.#focusWish.end();
    // An inner panel may itself still be reading the case; it keeps the wish until its heading stands.
    customElements.upgrade(heading);
    heading.focus();
  }

  protected override renderReady(environment: Environment): unknown {
    if (this.kiosk) return renderKiosk(environment, this.statusUrl);
    const texts = this.#texts.current;
    return html`
      <div part="base" class="base">
        ${renderOfficeHead(environment, texts, this.#choose)}
        <p class="quiet" role="status">${this.news}</p>
        <p class="quiet" role="alert">${this.summons}</p>
        ${this.#line.render(environment, this.common.current)}
        ${renderOutbox(this.#pending.box, environment.locale)} ${this.#renderStage(environment)}
      </div>
    `;
  }

  readonly #choose = (locale: Locale): void => {
    this.locale = locale;
  };

  #renderStage(environment: Environment): unknown {
    const consultation = this.#case.record?.consultation;
    if (!this.isRecalled) return this.renderLoading();
    if (this.consultationId === undefined) return this.#renderWelcome(environment);
    if (consultation === undefined) return this.#renderAbsent();
    if (consultation.state === 'draft') return this.#renderIntake(consultation, environment);
    return this.#renderCase(consultation, environment);
  }

  #renderAbsent(): unknown {
    const { failure } = this.#case;
    return failure === undefined
      ? this.renderLoading()
      : renderFailure(failure, undefined, this.common.current, this.#case.retry);
  }

  #renderWelcome({ profile, locale }: Environment): TemplateResult {
    const texts = this.#texts.current;
    const minutes = profile.procedure.steps.find(({ no }) => no === 3)?.minutes ?? null;
    return html`
      ${this.isMissing ? html`<p class="alert alert-warn" role="status">${texts.missing}</p>` : nothing}
      <div class="welcome">
        <h2 class="title">${texts.title}</h2>
        <p class="lead">${texts.lead}</p>
        <h3>${texts.atHand}</h3>
        <ul>
          ${texts.atHandItems.map((item) => html`<li>${item}</li>`)}
        </ul>
        <p>${minutes === null ? nothing : texts.duration(minutes)} ${texts.noPassword}</p>
      </div>
      ${renderTrack(0, texts)}
      <lpse-guest-book
        data-stage
        exportparts="heading, control, label, hint, error"
        .locale=${locale}
        .pendingId=${this.#pending.id}
        @lpse-error=${this.#pending.handleError}
        @lpse-case=${this.#handleRegistered}
      ></lpse-guest-book>
    `;
  }

  #renderIntake({ id }: Consultation, { locale }: Environment): TemplateResult {
    return html`
      ${renderTrack(1, this.#texts.current)}
      <lpse-intake
        data-stage
        exportparts="heading, control, label, hint, error"
        .consultationId=${id}
        .locale=${locale}
        @lpse-case=${this.#handleSent}
      ></lpse-intake>
      ${this.#renderCancel()}
    `;
  }

  #renderCase(consultation: Consultation, environment: Environment): TemplateResult {
    const texts = this.#texts.current;
    const { state: where } = consultation;
    const isOver = where === 'archived' || where === 'cancelled';
    return html`
      ${where === 'cancelled' ? nothing : renderTrack(stageOf(where), texts)}
      <section class="stage panel" aria-labelledby="heading">
        <h2 id="heading" part="heading" data-stage tabindex="-1">
          ${headingOf(consultation, texts)}
        </h2>
        ${this.#renderTrouble(environment)}
        ${renderStranded(this.#stranded.kept, this.common.current, this.language, this.#stranded.dismiss)}
        ${
          where === 'called'
            ? html`<p class="summons">${callWords(consultation, texts)}</p>`
            : nothing
        }
        <p>${this.#explain(consultation)}</p>
        ${where === 'cancelled' ? nothing : renderNumbers(consultation, texts)}
        ${renderTurn(this.#turn.current, texts)}
        ${isOver ? nothing : html`<p class="hint">${texts.keepNumber}</p>`}
        ${this.#renderAccess(environment)}
        ${where === 'archived' ? renderConfirmation(consultation, environment) : nothing}
        ${renderSteps(consultation, environment.profile, texts)}
        ${withAnswer.includes(where) ? this.#renderSheet() : nothing}
        ${where === 'archived' ? renderSurvey(consultation, environment) : nothing}
        ${isOver ? renderAnew(texts, this.#handleAnew) : this.#renderCancel()}
      </section>
    `;
  }

  #explain(consultation: Consultation): string {
    const texts = this.#texts.current;
    const isEscalated = consultation.eskalasi !== undefined && consultation.answers.length === 0;
    const { state: where } = consultation;
    return isEscalated && (where === 'handing-over' || where === 'archived')
      ? escalationWords(consultation, texts)
      : texts.explanations[where];
  }

  #renderSheet(): TemplateResult {
    // The sheet is a chunk of its own: most visits to the page end before there is anything to print.
    loadQuietly(import('../define/sheet.js'));
    const texts = this.#texts.current;
    return html`
      <section class="result" aria-labelledby="copy">
        <div class="result-head">
          <h3 id="copy">${texts.sheet}</h3>
          <button type="button" class="button button-primary" @click=${this.#handlePrint}>
            ${texts.print}
          </button>
        </div>
        <lpse-sheet
          copy="salinan"
          status-url=${this.statusUrl ?? nothing}
          .record=${this.#case.record}
        ></lpse-sheet>
      </section>
    `;
  }

  #renderAccess({ profile }: Environment): unknown {
    const page = statusPageOf(this.statusUrl, profile, document.baseURI);
    return this.#access.render(this.#case.record, page);
  }

  #renderTrouble({ locale }: Environment): unknown {
    const { refusal, failed } = this;
    return renderOutcomeAlert({ refusal, failed }, this.common.current, locale);
  }

  #renderCancel(): TemplateResult | typeof nothing {
    const texts = this.#texts.current;
    if (!this.#mayCancel) return nothing;
    if (!this.isAskingToCancel) {
      return html`<p class="cancel">
        <button type="button" class="button button-plain" @click=${this.#handleAsk}>
          ${texts.cancel}
        </button>
      </p>`;
    }
    return html`
      <div class="cancel alert alert-warn" role="group" aria-labelledby="ask">
        <p id="ask">${texts.cancelAsk}</p>
        <p class="actions">
          <button type="button" class="button" id="cancel-yes" @click=${this.#handleCancel}>
            ${texts.cancelYes}
          </button>
          <button type="button" class="button" @click=${this.#handleKeep}>${texts.cancelNo}</button>
        </p>
      </div>
    `;
  }

  get #mayCancel(): boolean {
    const { environment } = this;
    const consultation = this.#case.record?.consultation;
    if (environment === undefined || consultation === undefined) return false;
    return allowedCommands(consultation, environment.session, environment.profile).includes(
      'cancel',
    );
  }

  // One case for each office and name: the memo lives in this browser and holds nothing but the id.
  #memoKey({ profile }: Environment): string {
    return this.name === '' ? `case/${profile.id}` : `case/${profile.id}/${this.name}`;
  }

  async #recall(environment: Environment): Promise<void> {
    const key = this.#memoKey(environment);
    const id = await environment.memo.get(key).catch(() => undefined);
    if (key !== this.#recalledFor) return;
    this.consultationId ??= typeof id === 'string' ? id : undefined;
    this.isRecalled = true;
    await this.#pending.recall(environment, key);
  }

  async #forgetMissing(environment: Environment): Promise<void> {
    this.isMissing = true;
    this.consultationId = undefined;
    await environment.memo.remove(this.#memoKey(environment)).catch(() => undefined);
  }

  async #adopt(id: string | undefined): Promise<void> {
    const { environment } = this;
    this.consultationId = id;
    this.isMissing = false;
    this.isAskingToCancel = false;
    this.refusal = undefined;
    this.failed = undefined;
    this.#announced = undefined;
    this.#focusWish.make();
    if (environment === undefined) return;
    const key = this.#memoKey(environment);
    const stored = id === undefined ? environment.memo.remove(key) : environment.memo.set(key, id);
    // Without a memo the page works on; only a reload would begin anew.
    await stored.catch(() => undefined);
  }

  #announce(consultation: Consultation | undefined): void {
    if (consultation === undefined) return;
    const { id, state: where, calls } = consultation;
    const mark = `${id} ${where} ${calls.length}`;
    const isFirst = this.#announced?.startsWith(`${id} `) !== true;
    if (mark === this.#announced) return;
    this.#announced = mark;
    const texts = this.#texts.current;
    this.summons =
      where === 'called'
        ? `${texts.calledNumber(consultation.nomorAntrean ?? '')} ${callWords(consultation, texts)}`
        : '';
    // What the page shows when it opens is read anyway; only what changes afterwards is news.
    this.news = isFirst || where === 'called' ? '' : headingOf(consultation, texts);
  }

  readonly #handleVisibility = (): void => {
    const { environment } = this;
    // Another tab may have opened a consultation meanwhile; this one, still empty, joins it.
    if (document.hidden || this.kiosk) return;
    if (environment === undefined || this.consultationId !== undefined) return;
    void this.#recall(environment);
  };

  readonly #handleRegistered = (event: LpseCaseEvent): void => {
    void this.#adopt(event.consultation.id);
  };

  readonly #handleSent = (): void => {
    this.#focusWish.make();
    void this.#case.refresh();
  };

  readonly #handleAnew = (): void => {
    void this.#adopt(undefined);
  };

  readonly #handlePrint = async (): Promise<void> => {
    (await readySheet(this.renderRoot))?.print();
  };

  readonly #handleAsk = async (): Promise<void> => {
    this.isAskingToCancel = true;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#cancel-yes')?.focus();
  };

  readonly #handleKeep = async (): Promise<void> => {
    this.isAskingToCancel = false;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.cancel button')?.focus();
  };

  readonly #handleCancel = async (): Promise<void> => {
    this.isAskingToCancel = false;
    this.refusal = undefined;
    this.failed = undefined;
    try {
      const outcome = await this.#case.execute('cancel', {});
      if (outcome.ok) this.#focusWish.make();
      else this.refusal = outcome.refusal;
    } catch (error) {
      this.failed =
        error instanceof LpseError
          ? error
          : new LpseError('LPSE_STORAGE_UNAVAILABLE', { cause: error });
    }
    this.requestUpdate();
  };
}
