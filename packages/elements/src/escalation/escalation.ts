import { html, nothing, type CSSResultGroup } from 'lit';
import { state } from 'lit/decorators.js';
import type { ConsultationRecord } from '@lpse-konsultasi/client';
import type {
  Consultation,
  Layout,
  Locale,
  Profile,
  Submission,
} from '@lpse-konsultasi/form-schema';
import { adaptLayout } from '../desk/adapt-layout.js';
import { memoLast } from '../desk/memo-last.js';
import { optionLabel } from '../desk/read-form.js';
import { StaffPanel } from '../desk/staff-panel.js';
import type { Environment } from '../environment/environment.js';
import type { DeskTexts } from '../locales/desk.js';
import type { Stage } from '../panel/command-panel.js';
import { renderEscalation } from './escalation-note.js';
import { attachmentsOf, escalationDraft, escalationPackage } from './escalation-draft.js';

/**
 * Step 10: records what was escalated, where, and the number that it got there; later the reply. The case is typed into
 * the other side's site by a person, so the panel offers it as one text to copy.
 *
 * @summary Records an escalation to LKPP and the reply to it.
 * @status experimental
 * @since 0.1.0
 * @fires {LpseSubmitEvent} lpse-submit - Before the escalation or reply is recorded; cancelable, what was typed stays.
 * @fires {LpseSubmittedEvent} lpse-submitted - After it was recorded.
 * @fires {LpseCaseEvent} lpse-case - After it was recorded: where the case stands now.
 * @fires {LpseErrorEvent} lpse-error - The panel cannot work.
 * @csspart base - The panel.
 * @csspart heading - Its heading.
 */
export class LpseEscalation extends StaffPanel {
  static override styles: CSSResultGroup = StaffPanel.styles;

  @state() private copyState: 'none' | 'copied' | 'failed' = 'none';

  readonly #value = memoLast(
    (record: ConsultationRecord, profile: Profile, texts: DeskTexts, clock: Environment['clock']) =>
      escalationDraft(record, profile, texts.timeline.events, clock.now()),
  );

  readonly #choices = memoLast(
    (profile: Profile, locale: Locale, submission: Submission | undefined) => {
      const form = profile.forms.escalation;
      const labelled = (path: string, values: readonly string[]) =>
        values.map((value) => ({ value, label: optionLabel(form, path, value, locale) }));
      return {
        '/tujuan': labelled('/tujuan', profile.escalation.tujuan),
        '/kanal': labelled('/kanal', profile.escalation.kanal),
        '/lampiranDiteruskan': attachmentsOf(submission).map(({ sha256, nama }) => ({
          value: sha256,
          label: nama,
        })),
      };
    },
  );

  readonly #layout = memoLast((layout: Layout, hasFiles: boolean) =>
    adaptLayout(
      layout,
      {
        // A row of the chronology is a time and a line: side by side, it reads like one.
        '/kronologi/*/waktu': { width: 'half' },
        '/kronologi/*/peristiwa': { width: 'half', widget: 'text' },
        ...(hasFiles ? {} : { '/lampiranDiteruskan': { hidden: true } }),
      },
      ['/kronologi/*/waktu', '/kronologi/*/peristiwa'],
    ),
  );

  readonly #reply = memoLast((clock: Environment['clock'], _version: number) => ({
    waktu: clock.now().toISOString(),
    dari: 'LKPP',
  }));

  protected override heading({ state }: Consultation): string {
    const texts = this.texts.current.escalation;
    return state === 'archived' ? texts.reply : texts.heading;
  }

  protected override stageOf(
    consultation: Consultation,
    environment: Environment,
  ): Stage | undefined {
    const { profile, locale, clock } = environment;
    const { record } = this.case;
    if (consultation.state === 'escalating' && record !== undefined) {
      const form = profile.forms.escalation;
      const hasFiles = attachmentsOf(consultation.submissions.at(-1)).length > 0;
      return {
        command: 'escalate',
        layout: form && this.#layout(form.layout, hasFiles),
        value: this.#value(record, profile, this.texts.current, clock),
        choices: this.#choices(profile, locale, consultation.submissions.at(-1)),
      };
    }
    if (consultation.state === 'archived' && consultation.eskalasi !== undefined) {
      return {
        command: 'receive-reply',
        value: this.#reply(clock, consultation.version),
        intro: this.texts.current.escalation.replyIntro,
      };
    }
    return undefined;
  }

  protected override renderIdle({ eskalasi }: Consultation): unknown {
    if (eskalasi !== undefined) return nothing;
    return html`<p>${this.texts.current.escalation.notTurn}</p>`;
  }

  protected override renderBefore(consultation: Consultation, environment: Environment): unknown {
    if (consultation.state === 'escalating') return this.#renderPackage(consultation, environment);
    return renderEscalation(consultation, environment, this.texts.current, (instant) =>
      this.at(instant, environment),
    );
  }

  #renderPackage(consultation: Consultation, environment: Environment): unknown {
    const texts = this.texts.current.escalation;
    const text = this.#package(consultation, environment);
    if (text === undefined) return nothing;
    const said = { none: texts.copyHint, copied: texts.copied, failed: texts.copyFailed };
    return html`
      <p class="actions">
        <button type="button" class="button" @click=${() => void this.#copy(text)}>
          ${texts.copy}
        </button>
      </p>
      <p class="soft" role="status">${said[this.copyState]}</p>
      ${
        this.copyState === 'failed'
          ? html`<label>
              <span>${texts.package}</span>
              <textarea class="package" readonly rows="8" .value=${text}></textarea>
            </label>`
          : nothing
      }
    `;
  }

  #package(consultation: Consultation, environment: Environment): string | undefined {
    const form = this.submitted(consultation, environment);
    if (form === undefined) return undefined;
    return escalationPackage(consultation, environment.profile, form, (instant) =>
      this.at(instant, environment),
    );
  }

  async #copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.copyState = 'copied';
    } catch {
      // Missing on plain http, or refused: the text is shown instead.
      this.copyState = 'failed';
    }
  }
}
