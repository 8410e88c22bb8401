import { html, nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import {
  LpseError,
  type FormDefinition,
  type JsonObject,
  type Refusal,
} from '@lpse-konsultasi/form-schema';
import { DraftController } from '../controllers/draft-controller.js';
import { OutboxController } from '../controllers/outbox-controller.js';
import { memoLast } from '../desk/memo-last.js';
import type { Environment } from '../environment/environment.js';
import type { Audience } from '../environment/resolve-profile.js';
import { LpseCaseEvent } from '../events/case.js';
import { LpseErrorEvent } from '../events/error.js';
import { LpseSubmitEvent, LpseSubmittedEvent } from '../events/submit.js';
import type { LpseForm } from '../form/form.js';
import { TextsController } from '../i18n/texts.js';
import { newId } from '../ids.js';
import { publicTexts } from '../locales/public.js';
import { LpseElement } from '../panel/lpse-element.js';
import { renderOutcomeAlert } from '../panel/outcome-alert.js';
import { renderSaved } from '../panel/saved-note.js';
import { staffLayout } from './staff-layout.js';

/**
 * Step 1 of the SOP: a visitor signs the guest book, and with that a consultation exists. The case's id comes with the
 * `lpse-case` event.
 *
 * @summary The guest book, which opens a consultation.
 * @status experimental
 * @since 0.1.0
 * @fires {LpseSubmitEvent} lpse-submit - Before the entry is stored; cancelable, then nothing is stored.
 * @fires {LpseSubmittedEvent} lpse-submitted - After it was stored.
 * @fires {LpseCaseEvent} lpse-case - With the new consultation.
 * @fires {LpseErrorEvent} lpse-error - It could not be stored.
 * @csspart base - The panel.
 * @csspart heading - Its heading.
 */
export class LpseGuestBook extends LpseElement {
  protected static override readonly audience: Audience = 'public';

  /** The consultation whose entry waits in the outbox; who shows the guest book keeps it for the next visit. */
  @property({ attribute: false }) pendingId?: string | undefined;

  @state() private refusal: Refusal | undefined;
  @state() private failed: LpseError | undefined;
  @state() private busy = false;

  readonly #texts = new TextsController(this, publicTexts, () => this.language);
  readonly #staffLayout = memoLast(staffLayout);
  readonly #draft = new DraftController(this, () => ({
    drafts: this.environment?.drafts,
    key: this.#draftKey,
  }));

  readonly #box = new OutboxController(this, () => this.environment?.backend);

  #initial: { readonly key: string; readonly value: JsonObject } | undefined;
  /** The refused entry that is shown already. */
  #heard: string | undefined;
  /** The entry on its way: sent again after a failure it is the same consultation, not a second one. */
  #attempt: { readonly entry: string; readonly id: string; readonly key: string } | undefined;

  get #draftKey(): string | undefined {
    const { environment } = this;
    return environment && `new/${environment.profile.id}/register`;
  }

  /** Puts the focus on the heading. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('#heading')?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const sent = this.#box.find(this.pendingId, 'register');
    if (!this.#isWaiting && this.failed?.code === 'LPSE_OUTBOX_WAITING') this.failed = undefined;
    if (sent?.state.type !== 'refused' || sent.id === this.#heard) return;
    this.#heard = sent.id;
    const { refusal } = sent.state;
    this.refusal = refusal;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<LpseForm>('lpse-form')?.setProblems(refusal.problems),
    );
  }

  get #isWaiting(): boolean {
    return this.#box.find(this.pendingId, 'register')?.state.type === 'waiting';
  }

  protected override renderReady(environment: Environment): unknown {
    const texts = this.#texts.current;
    const { title } =
      environment.profile.forms['guest-book'].layout.texts?.[environment.locale] ?? {};
    const { refusal } = this;
    const isWaiting = this.#isWaiting;
    const failed = isWaiting ? new LpseError('LPSE_OUTBOX_WAITING') : this.failed;
    return html`
      <section part="base" class="base panel" aria-labelledby="heading">
        <h2 id="heading" part="heading" tabindex="-1">${title ?? texts.guestBook}</h2>
        <p>
          ${environment.session.role === 'user' ? texts.guestBookLead : texts.guestBookStaffLead}
        </p>
        ${renderOutcomeAlert(
          { refusal, failed, hasEntry: true },
          this.common.current,
          environment.locale,
        )}
        ${
          isWaiting
            ? nothing
            : this.#draft.ready
              ? this.#renderForm(environment)
              : this.renderLoading()
        }
      </section>
    `;
  }

  #renderForm(environment: Environment): unknown {
    const form: FormDefinition = environment.profile.forms['guest-book'];
    const { layout } = form;
    const isGuest = environment.session.role === 'user';
    return html`<lpse-form
        exportparts="control, label, hint, error"
        heading-level="3"
        no-heading
        .schema=${form.schema}
        .layout=${isGuest ? layout : this.#staffLayout(layout, this.#texts.current.guestBookStaffSubmit)}
        .validator=${form.validate}
        .value=${this.#value()}
        .locale=${environment.locale}
        .busy=${this.busy}
        @lpse-change=${this.#handleChange}
        @lpse-submit=${this.#handleSubmit}
      ></lpse-form>
      ${renderSaved(this.#draft, this.common.current, environment)}`;
  }

  /** The same object for as long as it is the same entry, so that rendering never resets what is being typed. */
  #value(): JsonObject {
    const key = this.#draftKey ?? '';
    if (this.#initial?.key !== key) {
      this.#initial = { key, value: this.#draft.found?.value ?? { kanal: 'tatapMuka' } };
    }
    return this.#initial.value;
  }

  readonly #handleChange = (event: Event): void => {
    this.#draft.keep((event.currentTarget as LpseForm).entered as JsonObject);
  };

  readonly #handleSubmit = (event: LpseSubmitEvent): void => {
    // The panel speaks for its form: the page hears one pair of events, the second when the entry is stored.
    event.stopPropagation();
    event.preventDefault();
    if (this.busy || !this.dispatchEvent(new LpseSubmitEvent(event.value))) return;
    void this.#register(event.value as JsonObject);
  };

  async #register(data: JsonObject): Promise<void> {
    const { environment } = this;
    const draftKey = this.#draftKey;
    if (environment === undefined || draftKey === undefined) return;
    this.busy = true;
    this.refusal = undefined;
    this.failed = undefined;
    const entry = JSON.stringify(data);
    if (this.#attempt?.entry !== entry) this.#attempt = { entry, id: newId(), key: newId() };
    const { id, key } = this.#attempt;
    try {
      const outcome = await environment.backend.execute(
        { type: 'register', consultationId: id, data },
        { key },
      );
      if (outcome.ok) {
        this.#attempt = undefined;
        this.#initial = undefined;
        await this.#draft.discard(draftKey);
        this.dispatchEvent(new LpseSubmittedEvent(data));
        this.dispatchEvent(new LpseCaseEvent('register', outcome.consultation));
      } else {
        this.refusal = outcome.refusal;
        const form = this.renderRoot.querySelector<LpseForm>('lpse-form');
        form?.setProblems(outcome.refusal.problems);
      }
    } catch (error) {
      this.failed =
        error instanceof LpseError
          ? error
          : new LpseError('LPSE_STORAGE_UNAVAILABLE', { cause: error });
      if (this.failed.code === 'LPSE_OUTBOX_WAITING') this.pendingId = id;
      this.dispatchEvent(new LpseErrorEvent(this.failed.code, this.failed.message));
    } finally {
      this.busy = false;
    }
  }
}
