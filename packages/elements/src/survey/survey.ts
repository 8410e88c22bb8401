import { html, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { LpseError, type JsonObject, type Refusal } from '@lpse-konsultasi/form-schema';
import type { Environment } from '../environment/environment.js';
import type { Audience } from '../environment/resolve-profile.js';
import type { LpseSubmitEvent } from '../events/submit.js';
import type { LpseForm } from '../form/form.js';
import { TextsController } from '../i18n/texts.js';
import { surveyTexts } from '../locales/survey.js';
import { LpseElement } from '../panel/lpse-element.js';
import { renderOutcomeAlert } from '../panel/outcome-alert.js';

/** What this page remembers of a survey: that it was answered, or the key under which an answer is on its way. */
type Kept = 'done' | { readonly key: string };

/**
 * The satisfaction survey of PermenPANRB 14/2017: nine questions and a suggestion, after the copy. What is answered
 * goes to the backend alone: neither the case nor the person goes along, and nothing in the record leads back to them.
 *
 * @summary The satisfaction survey, nine questions that lead back to nobody.
 * @status experimental
 * @since 0.1.0
 * @fires {LpseSubmitEvent} lpse-submit - Before a rating is sent; cancelable, then it stays on the page.
 * @fires {LpseErrorEvent} lpse-error - The element cannot work.
 * @csspart base - The panel.
 * @csspart heading - The thanks.
 */
export class LpseSurvey extends LpseElement {
  protected static override readonly audience: Audience = 'public';

  /** Asked once for each case: only this browser remembers that, and the id goes nowhere. */
  @property({ attribute: 'consultation-id' }) consultationId?: string;

  @state() private isDone = false;
  @state() private isBusy = false;
  @state() private failed: LpseError | undefined;
  @state() private refusal: Refusal | undefined;

  readonly #texts = new TextsController(this, surveyTexts, () => this.language);
  #looked: string | undefined;
  #key: string | undefined;

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    const { environment, consultationId = '' } = this;
    if (environment === undefined || this.#looked === consultationId) return;
    this.#looked = consultationId;
    void this.#remember(environment, consultationId);
  }

  protected override renderReady(environment: Environment): unknown {
    const { profile, locale } = environment;
    if (this.isDone) return this.#renderThanks();
    if (!profile.survey.aktif)
      return html`<p part="base" class="base hint">${this.#texts.current.off}</p>`;
    const form = profile.forms.survey;
    const { refusal, failed } = this;
    return html`
      <section part="base" class="base panel">
        ${renderOutcomeAlert({ refusal, failed, hasEntry: true }, this.common.current, locale)}
        <lpse-form
          exportparts="heading, control, label, hint, error"
          .schema=${form.schema}
          .layout=${form.layout}
          .validator=${form.validate}
          .locale=${locale}
          .busy=${this.isBusy}
          @lpse-submit=${this.#handleSubmit}
        ></lpse-form>
      </section>
    `;
  }

  #renderThanks(): TemplateResult {
    const texts = this.#texts.current;
    return html`
      <section part="base" class="base panel" role="status">
        <h2 id="heading" part="heading" tabindex="-1">${texts.thanks}</h2>
        <p class="hint">${texts.thanksLead}</p>
      </section>
    `;
  }

  readonly #handleSubmit = (event: LpseSubmitEvent): void => {
    // The form itself holds nothing to be sent anywhere else.
    if (event.defaultPrevented) return;
    event.preventDefault();
    const { environment } = this;
    if (environment === undefined || this.isBusy) return;
    void this.#send(event.value as JsonObject, environment, event.currentTarget as LpseForm);
  };

  async #send(answers: JsonObject, environment: Environment, form: LpseForm): Promise<void> {
    this.isBusy = true;
    this.failed = undefined;
    this.refusal = undefined;
    try {
      const key = (this.#key ??= newKey());
      await this.#keep(environment, { key });
      const outcome = await environment.backend.rate(answers, { key });
      if (outcome.ok) {
        this.isDone = true;
        await this.#keep(environment, 'done');
        await this.updateComplete;
        this.renderRoot.querySelector<HTMLElement>('#heading')?.focus();
      } else {
        this.refusal = outcome.refusal;
        form.validate();
      }
    } catch (error) {
      this.failed =
        error instanceof LpseError
          ? error
          : new LpseError('LPSE_STORAGE_UNAVAILABLE', { cause: error });
    } finally {
      this.isBusy = false;
    }
  }

  async #remember({ memo }: Environment, id: string): Promise<void> {
    if (id === '') return;
    const kept = await memo.get(memoKey(id)).catch(() => undefined);
    if (this.#looked !== id) return;
    this.isDone = kept === 'done';
    const key = typeof kept === 'object' && kept !== null && 'key' in kept ? kept.key : undefined;
    if (typeof key === 'string') this.#key = key;
  }

  /** A page that may store nothing asks once more; that is all that is lost. */
  async #keep({ memo }: Environment, kept: Kept): Promise<void> {
    if (this.consultationId === undefined) return;
    await memo.set(memoKey(this.consultationId), kept).catch(() => undefined);
  }
}

function memoKey(id: string): string {
  return `survey/${id}`;
}

/** By chance, and not from the case: whoever sees the key learns nothing. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join(
    '',
  );
}
