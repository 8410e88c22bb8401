import { html, nothing, type CSSResultGroup, type TemplateResult } from 'lit';
import { numberedLayout } from '@lpse-konsultasi/form-schema';
import type {
  Consultation,
  FormDefinition,
  JsonObject,
  Pointer,
  Review,
} from '@lpse-konsultasi/form-schema';
import { memoLast } from '../desk/memo-last.js';
import { describeDevice } from '../consultation/user-agent.js';
import type { Environment } from '../environment/environment.js';
import type { Audience } from '../environment/resolve-profile.js';
import type { LpseForm } from '../form/form.js';
import { TextsController } from '../i18n/texts.js';
import { privacyNoticeVersion, publicTexts } from '../locales/public.js';
import { CommandPanel, type Stage } from '../panel/command-panel.js';
import { intakeStyles } from './intake.styles.js';

/**
 * Step 3 of the SOP: the user fills in the consultation form and hands it in. After a return (step 5) it opens again
 * with the officer's reason on top and only the flagged fields to be changed.
 *
 * @summary The consultation form, for its first filling and for corrections.
 * @status experimental
 * @since 0.1.0
 * @fires {LpseSubmitEvent} lpse-submit - Before the form is handed in; cancelable, then it stays on the page.
 * @fires {LpseSubmittedEvent} lpse-submitted - After it was handed in.
 * @fires {LpseCaseEvent} lpse-case - With the consultation as it stands now.
 * @fires {LpseErrorEvent} lpse-error - It could not be handed in.
 * @csspart base - The panel.
 * @csspart heading - Its heading.
 */
export class LpseIntake extends CommandPanel {
  static override styles: CSSResultGroup = [CommandPanel.styles, intakeStyles];
  protected static override readonly audience: Audience = 'public';

  readonly #texts = new TextsController(this, publicTexts, () => this.language);

  readonly #numbered = memoLast(numberedLayout);

  protected override heading(consultation: Consultation, { profile, locale }: Environment): string {
    const texts = this.#texts.current;
    if (returnOf(consultation) !== undefined) return texts.correction;
    return profile.forms['consultation-form'].layout.texts?.[locale]?.title ?? texts.form;
  }

  protected override stageOf(
    consultation: Consultation,
    { profile }: Environment,
  ): Stage | undefined {
    if (consultation.state !== 'draft') return undefined;
    const last = consultation.submissions.at(-1);
    const flagged = returnOf(consultation)?.kolomKurang;
    return {
      command: 'submit',
      ...(profile.procedure.numberedFields && {
        layout: this.#numbered(profile.forms['consultation-form'].layout),
      }),
      value: last?.formulir ?? firstValue(consultation),
      ...(flagged === undefined
        ? { complete: (value) => ({ ...value, pemberitahuanVersi: privacyNoticeVersion }) }
        : { editable: flagged.map(({ kolom }) => kolom) }),
    };
  }

  protected override renderBefore(
    consultation: Consultation,
    environment: Environment,
  ): TemplateResult | typeof nothing {
    if (consultation.state !== 'draft') return nothing;
    const review = returnOf(consultation);
    return review === undefined
      ? this.#renderNotice(environment)
      : this.#renderReturn(review, environment);
  }

  #renderNotice({ profile, locale }: Environment): TemplateResult {
    const texts = this.#texts.current;
    const own = profile.messages[locale]?.['privacyNotice']?.split('\n');
    const paragraphs = own ?? texts.privacyNotice(profile.office.nama);
    return html`
      <p class="hint">${texts.noPassword}</p>
      <details>
        <summary>${texts.privacy}</summary>
        ${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
      </details>
    `;
  }

  #renderReturn({ alasan, kolomKurang }: Review, environment: Environment): TemplateResult {
    const texts = this.#texts.current;
    const form = environment.profile.forms['consultation-form'];
    return html`
      <div class="alert alert-warn">
        <p>${texts.correctionLead}</p>
        ${alasan === undefined ? nothing : html`<p class="said">${alasan}</p>`}
        <p id="flagged">${texts.correctionFields}:</p>
        <ul aria-labelledby="flagged">
          ${kolomKurang.map(
            ({ kolom, alasan: why }) =>
              html`<li>
                <a href="#" data-pointer=${kolom} @click=${this.#handleFlagClick}
                  >${labelOf(form, kolom, environment)}</a
                >${why === undefined ? nothing : html`: ${why}`}
              </li>`,
          )}
        </ul>
        <p>${texts.correctionRest}</p>
      </div>
    `;
  }

  readonly #handleFlagClick = (event: Event): void => {
    event.preventDefault();
    const { pointer } = (event.currentTarget as HTMLElement).dataset;
    const form = this.renderRoot.querySelector<LpseForm>('lpse-form');
    if (pointer !== undefined) form?.control(pointer)?.focus();
  };
}

/** What the officer asked for when the form came back; undefined while it is filled for the first time. */
function returnOf({ putaran, reviews }: Consultation): Review | undefined {
  return putaran > 1 ? reviews.findLast(({ lengkap }) => !lengkap) : undefined;
}

/** What the guest book and the browser know already. All of it can be changed. */
function firstValue({ bukuTamu }: Consultation): JsonObject {
  const { nama, telepon, kanal } = bukuTamu;
  const perangkat = describeDevice(navigator.userAgent);
  return {
    ...(nama === undefined ? {} : { nama }),
    ...(telepon === undefined ? {} : { telepon }),
    ...(kanal === undefined ? {} : { kanal }),
    tipe: 'masalah',
    ...(perangkat === '' ? {} : { perangkat }),
    pemberitahuanVersi: privacyNoticeVersion,
  };
}

function labelOf({ layout }: FormDefinition, pointer: Pointer, { locale }: Environment): string {
  const path = pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*');
  const said = layout.texts?.[locale]?.fields?.[path] ?? layout.texts?.id?.fields?.[path];
  return said?.label ?? pointer.slice(1);
}
