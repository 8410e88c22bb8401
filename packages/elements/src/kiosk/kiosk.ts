import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { createMemoryDrafts, createMemoryMemo } from '@lpse-konsultasi/client/memory';
import type { Profile } from '@lpse-konsultasi/form-schema';
import { memoLast } from '../desk/memo-last.js';
import { publicActor, type Environment } from '../environment/environment.js';
import type { Audience } from '../environment/resolve-profile.js';
import type { LpseCaseEvent } from '../events/case.js';
import { TextsController } from '../i18n/texts.js';
import { kioskTexts } from '../locales/kiosk.js';
import { LpseElement } from '../panel/lpse-element.js';
import { IdleController } from './idle-controller.js';
import { kioskProfile } from './kiosk-profile.js';
import { kioskStyles } from './kiosk.styles.js';
import { printSlip, renderSlip, slipOf, type Slip } from './slip.js';

/**
 * Steps 1 to 3 of the SOP on a device at the entrance that many people share: guest book, form, and a slip to take
 * along. What somebody typed lives in memory only and is gone from the page as soon as it was handed in, when they
 * stop, when nobody touches the screen for a while (after a warning that a touch ends), and when the page is left.
 *
 * @summary The public form on a shared device, which forgets everybody at once.
 * @status experimental
 * @since 0.2.0
 * @fires {LpseCaseEvent} lpse-case - After the guest book was signed and after the form was handed in.
 * @fires {LpseErrorEvent} lpse-error - The element cannot work.
 * @csspart base - Everything.
 * @csspart heading - The heading of the present stage.
 * @csspart slip - The slip to take along.
 */
export class LpseKiosk extends LpseElement {
  static override styles: CSSResultGroup = [LpseElement.styles, kioskStyles];
  protected static override readonly audience: Audience = 'public';

  /** The office's page with `<lpse-status>`, for the code on the slip. Default: the profile's. */
  @property({ attribute: 'status-page' }) statusPage?: string;

  @state() private stage: 'welcome' | 'guest-book' | 'form' | 'done' = 'welcome';
  @state() private slip: Slip | undefined;
  @state() private hasWiped = false;
  /** Whose turn it is: everything of a visitor is drawn anew for the next one. */
  @state() private visitor = 0;

  @query('dialog') private dialog: HTMLDialogElement | null | undefined;

  readonly #texts = new TextsController(this, kioskTexts, () => this.language);
  readonly #idle = new IdleController(this, {
    isWatching: () => this.stage !== 'welcome',
    idle: () => this.environment?.profile.procedure.kiosk.idleSeconds ?? 60,
    warn: () => this.environment?.profile.procedure.kiosk.warnSeconds ?? 20,
    onIdle: () => this.wipe(),
  });
  readonly #profile = memoLast((profile: Profile) => kioskProfile(profile));

  #drafts = createMemoryDrafts();
  #memo = createMemoryMemo();
  #consultationId: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('pagehide', this.#handleLeave);
    addEventListener('pageshow', this.#handleReturn);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pagehide', this.#handleLeave);
    removeEventListener('pageshow', this.#handleReturn);
    this.wipe();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { dialog } = this;
    const isAsking = this.#idle.left !== undefined;
    if (isAsking && dialog?.open === false) dialog.showModal();
    if (!isAsking && dialog?.open === true) dialog.close();
    if (changed.has('stage') && changed.get('stage') !== undefined) this.#focusHeading();
  }

  /** Forgets everything of the visitor who was here, and welcomes the next one. */
  wipe(): void {
    this.hasWiped = this.stage !== 'welcome';
    this.#forget();
    this.slip = undefined;
    this.stage = 'welcome';
    // Not with the next frame: a page that is being left may never draw one.
    this.performUpdate();
  }

  protected override renderReady(environment: Environment): unknown {
    return html`
      <div part="base" class="base">
        ${keyed(this.visitor, this.#renderStage(environment))} ${this.#renderWarning(environment)}
      </div>
    `;
  }

  #renderStage(environment: Environment): TemplateResult {
    switch (this.stage) {
      case 'welcome':
        return this.#renderWelcome(environment);
      case 'done':
        return this.#renderDone();
      default:
        return this.#renderForms(environment);
    }
  }

  #renderWelcome({ profile }: Environment): TemplateResult {
    const texts = this.#texts.current;
    return html`
      <div class="welcome">
        <p class="office">${profile.office.nama}</p>
        <h2 id="heading" part="heading" tabindex="-1">${texts.heading}</h2>
        <p class="lead">${texts.lead}</p>
        <button type="button" class="button button-primary start" @click=${this.#handleStart}>
          ${texts.start}
        </button>
        <p class="hint" role="status">${this.hasWiped ? texts.wiped : ''}</p>
      </div>
    `;
  }

  #renderForms({ backend, profile, clock, locale }: Environment): TemplateResult {
    const common = {
      backend,
      profile: this.#profile(profile),
      drafts: this.#drafts,
      memo: this.#memo,
    };
    return html`
      ${
        this.stage === 'guest-book'
          ? html`<lpse-guest-book
              data-stage
              exportparts="heading, control, label, hint, error"
              .backend=${common.backend}
              .profile=${common.profile}
              .drafts=${common.drafts}
              .memo=${common.memo}
              .session=${publicActor}
              .clock=${clock}
              .locale=${locale}
              @lpse-case=${this.#handleRegistered}
            ></lpse-guest-book>`
          : html`<lpse-intake
              data-stage
              exportparts="heading, control, label, hint, error"
              .consultationId=${this.#consultationId}
              .backend=${common.backend}
              .profile=${common.profile}
              .drafts=${common.drafts}
              .memo=${common.memo}
              .session=${publicActor}
              .clock=${clock}
              .locale=${locale}
              @lpse-case=${this.#handleSubmitted}
            ></lpse-intake>`
      }
      <p class="leave">
        <button type="button" class="button" @click=${this.#handleStop}>
          ${this.#texts.current.stop}
        </button>
      </p>
    `;
  }

  #renderDone(): TemplateResult {
    const texts = this.#texts.current;
    const { slip } = this;
    return html`
      <section class="done" aria-labelledby="heading">
        <h2 id="heading" part="heading" tabindex="-1">${texts.doneHeading}</h2>
        <p>${texts.doneLead}</p>
        ${slip === undefined ? this.renderLoading() : html`<div part="slip">${renderSlip(slip, texts)}</div>`}
        <p class="actions">
          <button type="button" class="button button-primary" @click=${() => this.wipe()}>
            ${texts.done}
          </button>
          ${
            slip === undefined
              ? nothing
              : html`<button type="button" class="button" @click=${() => printSlip(slip, texts)}>
                  ${texts.printSlip}
                </button>`
          }
        </p>
      </section>
    `;
  }

  #renderWarning({ profile }: Environment): TemplateResult {
    const texts = this.#texts.current;
    const { left } = this.#idle;
    // The seconds that run are for the eye; read aloud, they would never let anyone finish a sentence.
    return html`
      <dialog
        role="alertdialog"
        aria-labelledby="warn-heading"
        aria-describedby="warn"
        @cancel=${this.#idle.touch}
      >
        ${
          left === undefined
            ? nothing
            : html`<h2 id="warn-heading">${texts.warnHeading}</h2>
                <p id="warn">${texts.warn(profile.procedure.kiosk.warnSeconds)}</p>
                <p class="left" aria-hidden="true">${texts.left(left)}</p>
                <p class="actions">
                  <button
                    type="button"
                    class="button button-primary"
                    autofocus
                    @click=${this.#idle.touch}
                  >
                    ${texts.stay}
                  </button>
                  <button type="button" class="button" @click=${() => this.wipe()}>
                    ${texts.wipeNow}
                  </button>
                </p>`
        }
      </dialog>
    `;
  }

  /** What the visitor typed goes with the elements that held it; what they kept goes with the memory that is replaced. */
  #forget(): void {
    this.#drafts = createMemoryDrafts();
    this.#memo = createMemoryMemo();
    this.#consultationId = undefined;
    this.visitor += 1;
  }

  #focusHeading(): void {
    const heading = this.renderRoot.querySelector<HTMLElement>('#heading, [data-stage]');
    if (heading === null) return;
    customElements.upgrade(heading);
    heading.focus();
  }

  readonly #handleStart = (): void => {
    this.hasWiped = false;
    this.stage = 'guest-book';
  };

  readonly #handleRegistered = (event: LpseCaseEvent): void => {
    if (isLate(event)) return;
    this.#consultationId = event.consultation.id;
    this.stage = 'form';
  };

  readonly #handleSubmitted = (event: LpseCaseEvent): void => {
    if (isLate(event)) return;
    const { id } = event.consultation;
    this.#forget();
    this.stage = 'done';
    void this.#makeSlip(id);
  };

  async #makeSlip(id: string): Promise<void> {
    const { environment, visitor } = this;
    if (environment === undefined) return;
    const record = await environment.backend.read(id).catch(() => undefined);
    const slip =
      record && (await slipOf(record, environment.profile, environment.locale, this.statusPage));
    // Whoever was quicker than the code has gone, and so has their slip.
    if (visitor === this.visitor) this.slip = slip;
  }

  /** Who stops takes the consultation back; who just walks away may still be helped by the reception. */
  readonly #handleStop = (): void => {
    const consultationId = this.#consultationId;
    if (consultationId !== undefined) this.#takeBack(consultationId);
    else {
      // The guest book may be on its way already: its consultation is known when it has arrived.
      this.renderRoot
        .querySelector('lpse-guest-book')
        ?.addEventListener('lpse-case', ({ consultation }) => this.#takeBack(consultation.id));
    }
    this.wipe();
  };

  #takeBack(consultationId: string): void {
    this.environment?.backend
      .execute(
        { type: 'cancel', consultationId, data: {} },
        { key: `kiosk-stop-${consultationId}` },
      )
      .catch(() => undefined);
  }

  readonly #handleLeave = (): void => this.wipe();

  /** A page that comes back from the browser's memory shows nobody what stood on it. */
  readonly #handleReturn = (event: PageTransitionEvent): void => {
    if (event.persisted) this.wipe();
  };
}

/** The answer of a slow server to a panel that was taken away: it is about a visitor who has gone, and not for the next. */
function isLate({ currentTarget }: Event): boolean {
  return !(currentTarget as Element).isConnected;
}
