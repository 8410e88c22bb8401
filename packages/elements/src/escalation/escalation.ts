import { html, nothing, type CSSResultGroup } from 'lit';
import type { ConsultationRecord } from '@lpse-konsultasi/client';
import {
  composeEscalation,
  isNumberAwaited,
  type Actor,
  type Consultation,
  type EscalationPackage,
  type JsonObject,
  type Layout,
  type Locale,
  type Pointer,
  type Profile,
} from '@lpse-konsultasi/form-schema';
import { adaptLayout } from '../desk/adapt-layout.js';
import { memoLast } from '../desk/memo-last.js';
import { optionLabel } from '../desk/read-form.js';
import { StaffPanel } from '../desk/staff-panel.js';
import type { Environment } from '../environment/environment.js';
import type { LpseForm } from '../form/form.js';
import { TextsController } from '../i18n/texts.js';
import { escalationTexts } from '../locales/escalation.js';
import type { Stage } from '../panel/command-panel.js';
import { channelsFor } from './channels/registry.js';
import { escalationDraft, wholeMinute } from './escalation-draft.js';
import {
  renderEscalation,
  renderReminders,
  renderRevocation,
  renderWait,
} from './escalation-note.js';
import { escalation } from './escalation.styles.js';
import { parcelOf } from './parcel.js';
import { SendingController } from './sending.js';

/**
 * Step 10: composes the package for LKPP, sends it by one of the office's channels, and records what was sent and the
 * number that it got there; while it waits, how long, and when the other side was reminded; later the number, the reply, or that it was taken back.
 *
 * @summary Composes, sends and records an escalation to LKPP, and the reply to it.
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
  static override styles: CSSResultGroup = [StaffPanel.styles, escalation];

  readonly #own = new TextsController(this, escalationTexts, () => this.language);

  readonly #sending = new SendingController(this, (number) => this.#fillIn(number));

  readonly #package = memoLast(
    (record: ConsultationRecord, profile: Profile, officer: Actor): EscalationPackage =>
      composeEscalation({ ...record, profile, officer }),
  );

  readonly #value = memoLast(
    (
      consultation: Consultation,
      content: EscalationPackage,
      profile: Profile,
      clock: Environment['clock'],
    ) => escalationDraft(consultation, content, profile, clock.now()),
  );

  readonly #choices = memoLast((profile: Profile, locale: Locale, content: EscalationPackage) => {
    const form = profile.forms.escalation;
    const labelled = (path: string, values: readonly string[]) =>
      values.map((value) => ({ value, label: optionLabel(form, path, value, locale) }));
    return {
      '/tujuan': labelled('/tujuan', profile.escalation.tujuan),
      '/kanal': labelled('/kanal', profile.escalation.kanal),
      '/lampiranDiteruskan': content.lampiran.map(({ sha256, nama }) => ({
        value: sha256,
        label: nama,
      })),
    };
  });

  readonly #askedBy = memoLast(({ forms, escalation: { kanal } }: Profile, locale: Locale) => ({
    '/kanal': kanal.map((value) => ({
      value,
      label: optionLabel(forms.reminder, '/kanal', value, locale),
    })),
  }));

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

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('lpse-change', this.#handleChange);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('lpse-change', this.#handleChange);
  }

  protected override heading({ state }: Consultation): string {
    const texts = this.texts.current.escalation;
    return state === 'archived' ? texts.reply : texts.heading;
  }

  protected override stageOf(
    consultation: Consultation,
    environment: Environment,
  ): Stage | undefined {
    const { profile, locale, clock } = environment;
    const content = this.#content(environment);
    if (consultation.state === 'escalating' && content !== undefined) {
      const form = profile.forms.escalation;
      return {
        command: 'escalate',
        layout: form && this.#layout(form.layout, content.lampiran.length > 0),
        value: this.#value(consultation, content, profile, clock),
        choices: this.#choices(profile, locale, content),
      };
    }
    if (consultation.state === 'archived') {
      return {
        command: 'receive-reply',
        value: this.#reply(clock, consultation.replies.length),
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
    if (consultation.state === 'escalating') return this.#renderPackage(environment);
    const at = (instant: string): string => this.at(instant, environment);
    return html`${renderEscalation(consultation, environment, this.texts.current, at)}
    ${renderWait(consultation, environment, this.#own.current)}
    ${renderReminders(consultation, environment, this.#own.current, at)}
    ${this.renderSide(
      {
        command: 'remind',
        summary: this.#own.current.remind,
        choices: this.#askedBy(environment.profile, environment.locale),
      },
      consultation,
      environment,
    )}
    ${renderRevocation(consultation, this.#own.current, at)}
    ${
      // The number is what an officer comes back for most often: it stands above the reply.
      isNumberAwaited(consultation)
        ? this.renderSide(
            { command: 'record-number', summary: this.#own.current.recordNumber },
            consultation,
            environment,
          )
        : nothing
    }`;
  }

  protected override renderAside(consultation: Consultation, environment: Environment): unknown {
    const { revoke, revokeHint, revokeArchivedHint } = this.#own.current;
    const isArchived = consultation.state === 'archived';
    return this.renderSide(
      {
        command: 'revoke-escalation',
        summary: revoke,
        hint: isArchived ? revokeArchivedHint : revokeHint,
      },
      consultation,
      environment,
    );
  }

  /** Composed once for each version of the case. */
  #content({ profile, session }: Environment): EscalationPackage | undefined {
    const { record } = this.case;
    return record && this.#package(record, profile, session);
  }

  #renderPackage(environment: Environment): unknown {
    const { profile, locale, backend } = environment;
    const content = this.#content(environment);
    const { record } = this.case;
    if (content === undefined || record === undefined) return nothing;
    const texts = this.#own.current;
    const form = this.#form();
    // Until the form is there, what it will start with.
    const entered = (form?.entered ??
      this.#value(record.consultation, content, profile, environment.clock)) as JsonObject;
    const parcel = parcelOf(content, entered, profile, backend);
    const kanal = entered['kanal'];
    const channels = channelsFor(typeof kanal === 'string' ? kanal : undefined, profile);
    return html`
      ${this.#renderMissing(content)} ${this.#sending.render(channels, parcel, texts, locale)}
      <details class="preview" ?open=${this.#sending.isCopyRefused}>
        <summary>${texts.preview}</summary>
        <pre class="package" tabindex="0" role="region" aria-label=${texts.preview}>
${parcel.text()}</pre>
      </details>
    `;
  }

  #renderMissing({ missing }: EscalationPackage): unknown {
    const texts = this.#own.current;
    if (missing.length === 0) return html`<p class="soft">${texts.complete}</p>`;
    return html`<div class="note warn missing">
      <h3>${texts.missing}</h3>
      <ul class="findings">
        ${missing.map(
          ({ pointer, label, message }) =>
            html`<li data-pointer=${pointer}><strong>${label}</strong>: ${message}</li>`,
        )}
      </ul>
      <p class="soft">${texts.missingHint}</p>
    </div>`;
  }

  #form(): LpseForm | null {
    return this.renderRoot.querySelector<LpseForm>('lpse-form:not(.side-form)');
  }

  /** A channel has sent the package: what it answered goes where the officer would have typed it. */
  #fillIn(number: string | undefined): void {
    const form = this.#form();
    if (form === null || this.environment === undefined) return;
    const values: readonly (readonly [Pointer, string])[] = [
      ['/waktuKirim', wholeMinute(this.environment.clock.now())],
      ['/statusNomor', number === undefined ? 'menunggu' : 'terbit'],
      ...(number === undefined ? [] : [['/nomorLuar', number] as const]),
    ];
    for (const [pointer, value] of values) form.setValue(pointer, value);
    // A number that was given must not be lost with the page.
    this.draft.keep(form.entered as JsonObject);
    this.requestUpdate();
  }

  /** The channel, and the text that it carries, follow the form. */
  readonly #handleChange = (): void => this.requestUpdate();
}
