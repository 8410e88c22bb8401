import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import {
  LpseError,
  readAccessCode,
  readStatusFragment,
  type CaseAccess,
  type Consultation,
  type Layout,
  type Problem,
} from '@lpse-konsultasi/form-schema';
import { consultationStyles } from '../consultation/consultation.styles.js';
import { renderOfficeHead } from '../consultation/office-head.js';
import { renderSteps } from '../consultation/steps.js';
import { headingOf, renderNumbers, withAnswer } from '../consultation/waiting.js';
import { ConsultationController } from '../controllers/consultation-controller.js';
import { LineController } from '../controllers/line-controller.js';
import { TurnController, renderTurn } from '../controllers/turn-controller.js';
import { loadQuietly } from '../define/load-quietly.js';
import type { Environment } from '../environment/environment.js';
import type { Audience } from '../environment/resolve-profile.js';
import { LpseErrorEvent } from '../events/error.js';
import type { LpseSubmitEvent } from '../events/submit.js';
import type { LpseForm } from '../form/form.js';
import { formatDateTime } from '../i18n/format.js';
import { TextsController } from '../i18n/texts.js';
import { publicTexts } from '../locales/public.js';
import { statusTexts, type StatusTexts } from '../locales/status.js';
import { FocusWish } from '../panel/focus-wish.js';
import { LpseElement } from '../panel/lpse-element.js';
import { renderOutcomeAlert } from '../panel/outcome-alert.js';
import { downloadText } from '../sheet/download.js';
import { readySheet } from '../sheet/ready-sheet.js';
import { lookupLayout, lookupSchema } from './lookup-form.js';
import { statusStyles } from './status.styles.js';

/**
 * The page of somebody who comes back: by ticket and code, typed or from the QR code of their copy, it says how the
 * consultation stands, what is still to come and what is asked of them; it takes corrections, shows the answer as the
 * sheet, gives the copy, and takes the user's word whether the matter is solved. Ticket and code are taken out of the
 * page's address at once and kept nowhere.
 *
 * @summary Shows a consultation to its user, by ticket and code.
 * @status experimental
 * @since 0.2.0
 * @fires {LpseCaseEvent} lpse-case - After each command of the user that was carried out.
 * @fires {LpseSubmitEvent} lpse-submit - Before a correction, or what is not solved, is handed in; cancelable.
 * @fires {LpseSubmittedEvent} lpse-submitted - After it was handed in.
 * @fires {LpseErrorEvent} lpse-error - The element cannot work; it says itself why.
 * @csspart base - Everything.
 * @csspart head - The office's name, hours and the language switch.
 * @csspart heading - The heading of the page, or of the stage that the case is in.
 */
export class LpseStatus extends LpseElement {
  static override styles: CSSResultGroup = [LpseElement.styles, consultationStyles, statusStyles];
  protected static override readonly provides: boolean = true;
  protected static override readonly audience: Audience = 'public';

  /** The address of this page for the QR code of the copy. Default: the page itself. */
  @property({ attribute: 'status-url' }) statusUrl?: string;

  @state() private consultationId: string | undefined;
  @state() private search: 'idle' | 'busy' | 'not-found' | 'unavailable' = 'idle';
  @state() private failed: LpseError | undefined;

  readonly #texts = new TextsController(this, statusTexts, () => this.language);
  readonly #words = new TextsController(this, publicTexts, () => this.language);
  readonly #case = new ConsultationController(this, () => ({
    backend: this.environment?.backend,
    consultationId: this.consultationId,
  }));
  readonly #line = new LineController(this, () => this.environment);
  readonly #turn = new TurnController(this, () => ({
    backend: this.environment?.backend,
    consultation: this.#case.record?.consultation,
  }));

  /** What the address of the page named, until it has been looked for. */
  #named: CaseAccess | undefined;
  #entered: Record<string, string> = {};
  #layout: { readonly texts: StatusTexts; readonly layout: Layout } | undefined;
  readonly #focusWish = new FocusWish();
  #run = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#takeFragment);
    this.#takeFragment();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#takeFragment);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.environment === undefined || this.#named === undefined) return;
    const named = this.#named;
    this.#named = undefined;
    void this.#find(named, this.environment);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const heading = this.renderRoot.querySelector<HTMLElement>('#heading');
    const isSettled = this.consultationId === undefined || this.#case.record !== undefined;
    if (heading === null || !isSettled || !this.#focusWish.holds) return;
    this.#focusWish.end();
    heading.focus();
  }

  protected override renderReady(environment: Environment): unknown {
    const consultation = this.#case.record?.consultation;
    return html`
      <div part="base" class="base">
        ${renderOfficeHead(environment, this.#words.current, (locale) => (this.locale = locale))}
        ${
          consultation === undefined
            ? this.#renderLookup(environment)
            : this.#renderCase(consultation, environment)
        }
      </div>
    `;
  }

  #renderLookup(environment: Environment): TemplateResult {
    const texts = this.#texts.current;
    const failed = this.failed ?? this.#case.failure;
    return html`
      <section class="stage panel" aria-labelledby="heading">
        <h2 id="heading" part="heading" tabindex="-1">${texts.heading}</h2>
        <p>${texts.lead}</p>
        <div role="status">${this.#renderOutcome(environment)}</div>
        ${renderOutcomeAlert({ failed }, this.common.current, this.language)}
        <lpse-form
          exportparts="control, label, hint, error"
          heading-level="3"
          no-heading
          .schema=${lookupSchema}
          .layout=${this.#layoutOf(texts)}
          .value=${this.#entered}
          .locale=${environment.locale}
          .busy=${this.search === 'busy'}
          @lpse-submit=${this.#handleSubmit}
          @lpse-change=${this.#handleChange}
        ></lpse-form>
      </section>
    `;
  }

  /** The same object for as long as the language is: a form that is given a new one would set itself up anew. */
  #layoutOf(texts: StatusTexts): Layout {
    if (this.#layout?.texts !== texts) this.#layout = { texts, layout: lookupLayout(texts) };
    return this.#layout.layout;
  }

  #renderOutcome({ backend }: Environment): TemplateResult | typeof nothing {
    const texts = this.#texts.current;
    switch (this.search) {
      case 'busy':
        return html`<p class="hint">${texts.finding}</p>`;
      case 'unavailable':
        return html`<p class="alert alert-warn">${texts.unavailable}</p>`;
      case 'not-found':
        return html`<div class="alert alert-warn">
          <p>${texts.notFound}</p>
          ${backend.supports.name === 'indexeddb' ? html`<p>${texts.notFoundHere}</p>` : nothing}
        </div>`;
      default:
        return nothing;
    }
  }

  #renderCase(consultation: Consultation, environment: Environment): TemplateResult {
    const texts = this.#texts.current;
    const words = this.#words.current;
    const { state: where, id, updatedAt } = consultation;
    const { profile, locale } = environment;
    const last = formatDateTime(updatedAt, locale, profile.office.zonaWaktu);
    return html`
      <section class="stage panel" aria-labelledby="heading">
        <h2 id="heading" part="heading" tabindex="-1">${headingOf(consultation, words)}</h2>
        ${this.#line.render(environment, this.common.current)}
        <p>${words.explanations[where]}</p>
        ${this.#renderExpected(consultation)}
        ${where === 'cancelled' ? nothing : renderNumbers(consultation, words)}
        ${renderTurn(this.#turn.current, words)}
        <p class="hint">${texts.lastChange(last)}</p>
        ${
          where === 'draft'
            ? html`<lpse-intake
                exportparts="heading, control, label, hint, error"
                .consultationId=${id}
                .locale=${locale}
              ></lpse-intake>`
            : nothing
        }
        <lpse-confirmation
          exportparts="control, label, hint, error"
          .consultationId=${id}
          .locale=${locale}
        ></lpse-confirmation>
        ${withAnswer.includes(where) ? this.#renderSheet() : nothing}
        ${renderSteps(consultation, profile, words)}
        <p class="actions">
          <button type="button" class="button" @click=${this.#handleAnother}>
            ${texts.another}
          </button>
        </p>
      </section>
    `;
  }

  #renderExpected({ state: where, answers, confirmations }: Consultation): unknown {
    if (where === 'cancelled') return nothing;
    const texts = this.#texts.current;
    const isOpen = answers.length > 0 && confirmations.at(-1)?.jawaban !== answers.length - 1;
    const asked =
      where === 'archived' && isOpen
        ? texts.sayWhether
        : (texts.expectations[where] ?? (where === 'archived' ? '' : texts.nothingExpected));
    if (asked === '') return nothing;
    return html`<div class="expected">
      <h3>${texts.expected}</h3>
      <p>${asked}</p>
    </div>`;
  }

  #renderSheet(): TemplateResult {
    // The sheet is a chunk of its own: most visits end before there is anything to print.
    loadQuietly(import('../define/sheet.js'));
    const words = this.#words.current;
    return html`
      <section class="result" aria-labelledby="copy">
        <div class="result-head">
          <h3 id="copy">${words.sheet}</h3>
          <p class="actions">
            <button type="button" class="button button-primary" @click=${this.#handlePrint}>
              ${words.print}
            </button>
            <button type="button" class="button" @click=${this.#handleDownload}>
              ${this.#texts.current.download}
            </button>
          </p>
        </div>
        <lpse-sheet
          copy="salinan"
          status-url=${this.statusUrl ?? location.href}
          .record=${this.#case.record}
        ></lpse-sheet>
      </section>
    `;
  }

  async #find(access: CaseAccess, { backend }: Environment): Promise<void> {
    this.failed = undefined;
    if (backend.find === undefined) {
      this.search = 'unavailable';
      return;
    }
    this.search = 'busy';
    const run = ++this.#run;
    try {
      const id = await backend.find(access);
      // The address may have named another case meanwhile.
      if (run !== this.#run) return;
      this.consultationId = id;
      this.search = id === undefined ? 'not-found' : 'idle';
      if (id !== undefined) this.#focusWish.make();
    } catch (error) {
      if (run !== this.#run) return;
      this.search = 'idle';
      this.failed =
        error instanceof LpseError
          ? error
          : new LpseError('LPSE_STORAGE_UNAVAILABLE', { cause: error });
      this.dispatchEvent(new LpseErrorEvent(this.failed.code, this.failed.message));
    }
  }

  /** Ticket and code go from the address, and so from the history and from what is shared, as soon as they are read. */
  readonly #takeFragment = (): void => {
    const named = readStatusFragment(location.hash);
    if (named === undefined) return;
    history.replaceState(history.state, '', location.pathname + location.search);
    this.#named = named;
    this.#entered = { ...named };
    this.requestUpdate();
  };

  readonly #handleChange = (event: Event): void => {
    this.#entered = (event.currentTarget as LpseForm).entered as Record<string, string>;
    if (this.search !== 'busy') this.search = 'idle';
  };

  readonly #handleSubmit = (event: LpseSubmitEvent): void => {
    event.stopPropagation();
    event.preventDefault();
    const { environment } = this;
    if (environment === undefined || this.search === 'busy') return;
    const { tiket, kode } = event.value as unknown as CaseAccess;
    if (readAccessCode(kode) === undefined) {
      const form = event.currentTarget as LpseForm;
      form.setProblems([slip(this.#texts.current.codeUnreadable)]);
      return;
    }
    void this.#find({ tiket, kode }, environment);
  };

  readonly #handleAnother = (): void => {
    this.consultationId = undefined;
    this.#entered = {};
    this.#focusWish.make();
  };

  readonly #handlePrint = async (): Promise<void> => {
    (await readySheet(this.renderRoot))?.print();
  };

  readonly #handleDownload = async (): Promise<void> => {
    const sheet = await readySheet(this.renderRoot);
    const document = await sheet?.html();
    const ticket = this.#case.record?.consultation.tiket ?? '';
    if (document !== undefined) downloadText(document, `salinan-${ticket}.html`, 'text/html');
  };
}

/** A letter of the code is wrong: told here, without asking the office. */
function slip(message: string): Problem {
  return {
    pointer: '/kode',
    keyword: 'x-accessCode',
    params: {},
    messageKey: 'x-accessCode',
    message,
  };
}
