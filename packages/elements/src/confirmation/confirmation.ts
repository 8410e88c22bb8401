import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { allowedCommands, reopenUntil, type Consultation } from '@lpse-konsultasi/form-schema';
import type { Environment } from '../environment/environment.js';
import type { Audience } from '../environment/resolve-profile.js';
import { formatDateTime } from '../i18n/format.js';
import { TextsController } from '../i18n/texts.js';
import { statusTexts } from '../locales/status.js';
import { CommandPanel, type Stage } from '../panel/command-panel.js';

/**
 * After step 11: the user confirms that the answer solves the matter, or says in the office's days (`reopenDays`) what
 * is not solved, which an officer then answers in a follow-up. Shows nothing before there is an answer.
 *
 * @summary Takes the user's word on the answer.
 * @status experimental
 * @since 0.1.0
 * @fires {LpseSubmitEvent} lpse-submit - Before it is sent that the matter is not solved; cancelable.
 * @fires {LpseSubmittedEvent} lpse-submitted - After the user's word was recorded.
 * @fires {LpseCaseEvent} lpse-case - With the consultation as it stands now.
 * @fires {LpseErrorEvent} lpse-error - It could not be recorded.
 * @csspart base - The panel.
 * @csspart heading - Its heading.
 */
export class LpseConfirmation extends CommandPanel {
  protected static override readonly audience: Audience = 'public';

  /** The user is about to say what is not solved. */
  @state() private isOpen = false;

  readonly #texts = new TextsController(this, statusTexts, () => this.language);

  protected override willUpdate(changed: PropertyValues): void {
    // What was not solved is being followed up; the next answer is asked about anew.
    if (this.case.record?.consultation.state !== 'archived') this.isOpen = false;
    super.willUpdate(changed);
  }

  protected override heading(consultation: Consultation): string {
    const texts = this.#texts.current;
    return confirmedAt(consultation) === undefined ? texts.isItSolved : texts.confirmed;
  }

  protected override stageOf(
    consultation: Consultation,
    environment: Environment,
  ): Stage | undefined {
    if (this.isOpen && mayReopen(consultation, environment)) return { command: 'reopen' };
    return { command: 'confirm', label: this.#texts.current.solved };
  }

  protected override renderReady(environment: Environment): unknown {
    const consultation = this.case.record?.consultation;
    // Only an answer that the user has in hand can be spoken of.
    if (consultation?.state !== 'archived' || consultation.answers.length === 0) return nothing;
    return super.renderReady(environment);
  }

  protected override renderBefore(consultation: Consultation, environment: Environment): unknown {
    const texts = this.#texts.current;
    if (confirmedAt(consultation) !== undefined) return nothing;
    const until = reopenUntil(consultation, environment.profile);
    const { profile, locale } = environment;
    return mayReopen(consultation, environment) && until !== undefined
      ? html`<p>${texts.reopenUntil(formatDateTime(until, locale, profile.office.zonaWaktu))}</p>`
      : html`<p>${texts.reopenOver}</p>`;
  }

  protected override renderIdle(
    consultation: Consultation,
    { locale, profile }: Environment,
  ): TemplateResult | typeof nothing {
    const at = confirmedAt(consultation);
    if (at === undefined) return nothing;
    return html`<p>
      ${this.#texts.current.confirmedAt(formatDateTime(at, locale, profile.office.zonaWaktu))}
    </p>`;
  }

  protected override renderAside(consultation: Consultation, environment: Environment): unknown {
    if (!mayReopen(consultation, environment)) return nothing;
    const texts = this.#texts.current;
    return html`<p class="actions">
      <button
        type="button"
        class="button"
        id="toggle"
        aria-expanded=${this.isOpen}
        @click=${this.#handleToggle}
      >
        ${this.isOpen ? texts.notNow : texts.notSolved}
      </button>
    </p>`;
  }

  readonly #handleToggle = async (): Promise<void> => {
    this.isOpen = !this.isOpen;
    await this.updateComplete;
    const form = this.renderRoot.querySelector('lpse-form');
    await form?.updateComplete;
    if (this.isOpen) form?.control('/alasan')?.focus();
  };
}

/** When the user confirmed the last answer; undefined while that is open. */
function confirmedAt({ answers, confirmations }: Consultation): string | undefined {
  return confirmations.find(({ jawaban }) => jawaban === answers.length - 1)?.at;
}

function mayReopen(consultation: Consultation, { session, profile, clock }: Environment): boolean {
  const until = reopenUntil(consultation, profile);
  return (
    allowedCommands(consultation, session, profile).includes('reopen') &&
    until !== undefined &&
    clock.now().toISOString() <= until
  );
}
