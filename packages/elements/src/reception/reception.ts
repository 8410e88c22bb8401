import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import type { ConsultationSummary, Outcome } from '@lpse-konsultasi/client';
import {
  LpseError,
  allowedCommands,
  isJsonObject,
  type Consultation,
  type JsonObject,
  type Locale,
  type Refusal,
} from '@lpse-konsultasi/form-schema';
import { DraftController } from '../controllers/draft-controller.js';
import { memoLast } from '../desk/memo-last.js';
import type { Environment } from '../environment/environment.js';
import { LpseCaseEvent } from '../events/case.js';
import { LpseErrorEvent } from '../events/error.js';
import type { LpseSubmitEvent } from '../events/submit.js';
import type { LpseForm } from '../form/form.js';
import type { Uploader } from '../form/widget.js';
import { TextsController } from '../i18n/texts.js';
import { kioskTexts } from '../locales/kiosk.js';
import { receptionTexts } from '../locales/reception.js';
import { printSlip, slipOf } from '../kiosk/slip.js';
import { LpseElement } from '../panel/lpse-element.js';
import { renderOutcomeAlert } from '../panel/outcome-alert.js';
import { renderSaved } from '../panel/saved-note.js';
import { readySheet } from '../sheet/ready-sheet.js';
import { formControl } from '../styles/form-control.js';
import { layoutFor, onForm } from './entry-layout.js';
import { channelOf, Entry, sources, type Source } from './entry.js';
import { receptionStyles } from './reception.styles.js';

/** What each language calls itself: whoever reads it knows it. */
const languages: { readonly [locale in Locale]: string } = { id: 'Indonesia', en: 'English' };

/**
 * Steps 1 to 3 by the reception's hand: guest book and form in one entry for somebody who came, called or wrote, or
 * from a form on paper with the paper's own time. Fields bear the numbers of the paper. The record names who entered it.
 * What is typed stays in the browser until it is saved or emptied: a telephone rings while something else is open.
 *
 * @summary Enters a guest's consultation, also from paper, and hands out blank forms.
 * @status experimental
 * @since 0.2.0
 * @fires {LpseCaseEvent} lpse-case - After the guest was registered, and after the form was handed in.
 * @fires {LpseErrorEvent} lpse-error - Something could not be stored.
 * @csspart base - The panel.
 * @csspart heading - Its heading.
 */
export class LpseReception extends LpseElement {
  static override styles: CSSResultGroup = [LpseElement.styles, formControl, receptionStyles];
  protected static override readonly provides: boolean = true;

  /** Who works at the reception: a stable id, never shown. */
  @property({ attribute: 'officer-id' }) officerId?: string;
  /** The name that the record bears. */
  @property({ attribute: 'officer-name' }) officerName?: string;

  @state() private source: Source = 'tatapMuka';
  /** Cases whose form was handed out and has not come back. */
  @state() private waiting: readonly ConsultationSummary[] = [];
  @state() private known: Consultation | undefined;
  @state() private saved: Consultation | undefined;
  @state() private refusal: Refusal | undefined;
  @state() private failed: LpseError | undefined;
  @state() private busy = false;
  /** The guest's language, where it is not that of whoever works here. */
  @state() private slipLanguage: Locale | undefined;
  /** Which entry it is; each begins with an empty form. */
  @state() private turn = 0;

  readonly #texts = new TextsController(this, receptionTexts, () => this.language);
  readonly #slipTexts = new TextsController(
    this,
    kioskTexts,
    () => this.slipLanguage ?? this.language,
  );
  readonly #layout = memoLast(layoutFor);
  readonly #draft = new DraftController(this, () => ({
    drafts: this.environment?.drafts,
    key: this.#draftKey,
  }));
  readonly #value = memoLast(
    (turn: number): JsonObject =>
      (turn === 0 ? this.#begun : undefined) ?? { kanal: channelOf(this.source) },
  );
  /** What was typed before this page was opened. */
  #begun: JsonObject | undefined;
  #isTakenUp = false;

  #entry: Entry | undefined;
  #listed: Environment | undefined;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { officerId, officerName } = this;
    if ((changed.has('officerId') || changed.has('officerName')) && officerId && officerName)
      this.session = { id: officerId, role: 'reception', name: officerName };
    const { environment } = this;
    if (environment !== undefined) this.#takeUp(environment);
    if (environment === undefined || environment === this.#listed) return;
    this.#listed = environment;
    void this.#list(environment);
  }

  get #draftKey(): string | undefined {
    const { environment } = this;
    return environment && `new/${environment.profile.id}/entry/${environment.session.id ?? ''}`;
  }

  /** Goes on with what was begun, for the guest that it is about: nobody is registered twice. */
  #takeUp({ backend }: Environment): void {
    if (this.#isTakenUp || !this.#draft.ready) return;
    this.#isTakenUp = true;
    const { form, source, guest } = this.#draft.found?.value ?? {};
    if (isJsonObject(form)) this.#begun = form;
    this.source = sources.find((each) => each === source) ?? this.source;
    if (typeof guest !== 'string') return;
    this.#entry = new Entry(backend, guest);
    const show = (known: Consultation | undefined): void => void (this.known = known);
    backend.read(guest).then((record) => show(record?.consultation), this.#fail);
  }

  readonly #keep = (): void => {
    const form = this.#form?.entered as JsonObject | undefined;
    const guest = this.known?.id ?? (this.#entry?.isRegistered ? this.#entry.id : undefined);
    if (form !== undefined)
      this.#draft.keep({ form, source: this.source, ...(guest !== undefined && { guest }) });
  };

  protected override renderReady(environment: Environment): unknown {
    const texts = this.#texts.current;
    const { session, profile } = environment;
    if (!allowedCommands(undefined, session, profile).includes('register'))
      return html`<p part="base" class="base">${texts.forbidden}</p>`;
    return html`
      <section part="base" class="base panel" aria-labelledby="heading">
        <h2 id="heading" part="heading" tabindex="-1">
          ${this.saved === undefined ? texts.heading : texts.savedHeading}
        </h2>
        ${this.saved === undefined ? this.#renderEntry(environment) : this.#renderSaved(this.saved, environment)}
        <div class="printer" aria-hidden="true" inert><lpse-sheet></lpse-sheet></div>
      </section>
    `;
  }

  #renderEntry(environment: Environment): TemplateResult {
    const texts = this.#texts.current;
    const { refusal, failed } = this;
    return html`
      <p>${texts.lead}</p>
      <div class="bar">
        <fieldset>
          <legend>${texts.source}</legend>
          <div class="sources">
            ${sources.map(
              (source) =>
                html`<label
                  ><input
                    type="radio"
                    name="source"
                    value=${source}
                    .checked=${source === this.source}
                    @change=${this.#handleSource}
                  />${texts.sources[source]}</label
                >`,
            )}
          </div>
        </fieldset>
        ${this.#renderGuests()}
      </div>
      ${this.source === 'kertas' ? html`<p class="hint">${texts.paperHint}</p>` : nothing}
      ${renderOutcomeAlert(
        { refusal, failed, hasEntry: true },
        this.common.current,
        environment.locale,
      )}
      ${this.#isTakenUp ? keyed(`${this.turn}`, this.#renderForm(environment)) : this.renderLoading()}
      ${renderSaved(this.#draft, this.common.current, environment)}
      <p class="bar">
        <button type="button" class="button" aria-disabled=${this.busy} @click=${this.#handleAsIs}>
          ${texts.asIs}
        </button>
        <button
          type="button"
          class="button"
          aria-disabled=${this.busy || this.known !== undefined}
          @click=${this.#handleHandOut}
        >
          ${texts.handOut}
        </button>
        <button type="button" class="button" @click=${this.#handlePrintBlank}>
          ${texts.printBlank}
        </button>
        <button type="button" class="button button-plain" @click=${this.#handleEmpty}>
          ${texts.empty}
        </button>
      </p>
      <p class="hint">${texts.asIsHint}</p>
    `;
  }

  #renderGuests(): TemplateResult | typeof nothing {
    const texts = this.#texts.current;
    if (this.waiting.length === 0) return nothing;
    return html`<label class="guest"
      ><span>${texts.guest}</span>
      <span class="select">
        <select class="control" @change=${this.#handleGuest}>
          <option value="" ?selected=${this.known === undefined}>${texts.newGuest}</option>
          ${this.waiting.map(
            ({ id, tiket, nama }) =>
              html`<option value=${id} ?selected=${id === this.known?.id}>
                ${tiket} · ${nama}
              </option>`,
          )}
        </select>
      </span></label
    >`;
  }

  #renderForm({ profile, locale, backend }: Environment): TemplateResult {
    const form = profile.forms['consultation-form'];
    return html`<lpse-form
      exportparts="control, label, hint, error"
      heading-level="3"
      density="compact"
      no-heading
      .schema=${form.schema}
      .layout=${this.#layout(form, this.source === 'kertas', this.#texts.current.submit)}
      .validator=${form.validate}
      .value=${this.#value(this.turn)}
      .locale=${locale}
      .zone=${profile.office.zonaWaktu}
      .busy=${this.busy}
      .uploader=${async (file: File, options: Parameters<Uploader>[1]) => {
        const bytes = new Uint8Array(await file.arrayBuffer());
        return backend.attach({ nama: file.name, mime: file.type, bytes }, options);
      }}
      @lpse-change=${this.#keep}
      @lpse-submit=${this.#handleSubmit}
    ></lpse-form>`;
  }

  #renderSaved(saved: Consultation, { session }: Environment): TemplateResult {
    const texts = this.#texts.current;
    const name = saved.bukuTamu['nama'];
    return html`
      <p role="status">${texts.ticket}<br /><span class="ticket">${saved.tiket}</span></p>
      <p>${texts.savedBy(session.name, typeof name === 'string' ? name : saved.tiket)}</p>
      ${saved.state === 'draft' ? html`<p>${texts.handedOut}</p>` : nothing}
      <p class="bar">
        <button
          type="button"
          id="another"
          class="button button-primary"
          @click=${this.#handleAnother}
        >
          ${texts.another}
        </button>
        <label class="guest"
          ><span>${texts.slipLanguage}</span>
          <span class="select"
            ><select class="control slip-language" @change=${this.#handleSlipLanguage}>
              ${Object.entries(languages).map(
                ([locale, name]) =>
                  html`<option
                    value=${locale}
                    lang=${locale}
                    ?selected=${locale === (this.slipLanguage ?? this.language)}
                  >
                    ${name}
                  </option>`,
              )}
            </select></span
          ></label
        >
        <button type="button" class="button" @click=${this.#handlePrintSlip}>
          ${texts.printSlip}
        </button>
      </p>
    `;
  }

  get #form(): LpseForm | null {
    return this.renderRoot.querySelector<LpseForm>('lpse-form');
  }

  async #list({ backend }: Environment): Promise<void> {
    const page = await backend
      .list({ states: ['draft'], sort: '-registeredAt', limit: 50 })
      .catch(() => undefined);
    this.waiting = page?.items ?? [];
  }

  /** Carries the entry out as far as it goes; what was done is not done again. */
  async #save(form: JsonObject, handsIn: boolean): Promise<Consultation | undefined> {
    const { environment } = this;
    if (environment === undefined || this.busy) return undefined;
    this.busy = true;
    this.refusal = undefined;
    this.failed = undefined;
    const entry = (this.#entry ??= new Entry(environment.backend, this.known?.id));
    try {
      let outcome: Outcome | undefined;
      if (!entry.isRegistered) {
        outcome = await entry.register(form);
        if (outcome.ok) this.dispatchEvent(new LpseCaseEvent('register', outcome.consultation));
        if (outcome.ok) this.#keep();
      }
      if (handsIn && outcome?.ok !== false) {
        outcome = await entry.submit(form);
        if (outcome.ok) this.dispatchEvent(new LpseCaseEvent('submit', outcome.consultation));
      }
      if (outcome === undefined) return undefined;
      if (outcome.ok) return outcome.consultation;
      this.refusal = outcome.refusal;
      this.#form?.setProblems(outcome.refusal.problems.map(onForm));
      return undefined;
    } catch (error) {
      this.#fail(error);
      return undefined;
    } finally {
      this.busy = false;
    }
  }

  readonly #fail = (cause: unknown): void => {
    this.failed =
      cause instanceof LpseError ? cause : new LpseError('LPSE_STORAGE_UNAVAILABLE', { cause });
    this.dispatchEvent(new LpseErrorEvent(this.failed.code, this.failed.message));
  };

  async #finish(saved: Consultation | undefined): Promise<void> {
    if (saved === undefined) return;
    this.saved = saved;
    await this.#forget();
    if (this.environment !== undefined) void this.#list(this.environment);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('#another')?.focus();
  }

  readonly #handleSource = (event: Event): void => {
    this.source = (event.target as HTMLInputElement).value as Source;
    this.#form?.setValue('/kanal', channelOf(this.source));
    this.#keep();
  };

  readonly #handleGuest = async (event: Event): Promise<void> => {
    const list = event.target as HTMLSelectElement;
    const id = list.value;
    try {
      const record = id === '' ? undefined : await this.environment?.backend.read(id);
      // Another guest may have been chosen while this one was read.
      if (id !== list.value) return;
      this.#introduce(this.known, record?.consultation);
      this.known = record?.consultation;
      this.#entry = undefined;
      this.#keep();
    } catch (error) {
      if (id !== list.value) return;
      list.value = this.known?.id ?? '';
      this.#fail(error);
    }
  };

  /** Puts in what the guest book knows of somebody, in the place of the one before. What was typed stays. */
  #introduce(before: Consultation | undefined, guest: Consultation | undefined): void {
    const form = this.#form;
    for (const name of ['nama', 'telepon']) {
      const known = guest?.bukuTamu[name];
      const current = (form?.value as JsonObject | undefined)?.[name];
      if (known !== undefined || (current !== undefined && current === before?.bukuTamu[name]))
        form?.setValue(`/${name}`, known);
    }
  }

  readonly #handleSubmit = (event: LpseSubmitEvent): void => {
    event.stopPropagation();
    event.preventDefault();
    void this.#save(event.value as JsonObject, true).then((saved) => this.#finish(saved));
  };

  readonly #handleAsIs = (): void => {
    const form = this.#form?.entered as JsonObject | undefined;
    if (form !== undefined) void this.#save(form, true).then((saved) => this.#finish(saved));
  };

  readonly #handleHandOut = async (): Promise<void> => {
    const form = this.#form?.entered as JsonObject | undefined;
    if (form === undefined || this.known !== undefined) return;
    const saved = await this.#save(form, false);
    if (saved !== undefined) await this.#handlePrintBlank();
    await this.#finish(saved);
  };

  readonly #handlePrintBlank = async (): Promise<void> => {
    (await readySheet(this.renderRoot))?.print();
  };

  readonly #handlePrintSlip = async (): Promise<void> => {
    const { environment, saved } = this;
    if (environment === undefined || saved === undefined) return;
    const record = await environment.backend.read(saved.id).catch(() => undefined);
    if (record !== undefined)
      printSlip(
        await slipOf(record, environment.profile, this.slipLanguage ?? this.language),
        this.#slipTexts.current,
      );
  };

  readonly #handleSlipLanguage = (event: Event): void => {
    this.slipLanguage = (event.currentTarget as HTMLSelectElement).value as Locale;
  };

  async #forget(): Promise<void> {
    this.#entry = undefined;
    this.known = undefined;
    this.#begun = undefined;
    if (this.#draftKey !== undefined) await this.#draft.discard(this.#draftKey);
  }

  readonly #handleEmpty = async (): Promise<void> => {
    this.refusal = undefined;
    this.failed = undefined;
    await this.#forget();
    await this.#handleAnother();
  };

  readonly #handleAnother = async (): Promise<void> => {
    this.saved = undefined;
    this.slipLanguage = undefined;
    this.turn += 1;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.sources input:checked')?.focus();
  };
}
