import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { ConsultationController } from '../controllers/consultation-controller.js';
import type { Consultation, JsonObject, Locale, Profile, Role } from '@lpse-konsultasi/form-schema';
import type { Environment } from '../environment/environment.js';
import { LpseCaseEvent } from '../events/case.js';
import { LpseErrorEvent } from '../events/error.js';
import type { LpseSelectEvent } from '../events/select.js';
import { TextsController } from '../i18n/texts.js';
import { deskTexts, type DeskTexts } from '../locales/desk.js';
import type { CommandPanel } from '../panel/command-panel.js';
import { LpseElement } from '../panel/lpse-element.js';
import { StrandedController } from '../panel/stranded-controller.js';
import { renderStranded } from '../panel/stranded.js';
import type { LpseQueue } from '../queue/queue.js';
import { openAttachment } from './attachments.js';
import { renderCaseHead, renderRecord, renderUserPart, type CaseView } from './case-view.js';
import { desk } from './desk.styles.js';
import { memoLast } from './memo-last.js';
import { panelsOf } from './panels.js';
import { readForm } from './read-form.js';
import { recall, remember } from './remember.js';

/** How the three regions stand: side by side, as tabs, or one after the other. */
type Arrangement = 'columns' | 'tabs' | 'single';
type Region = 'queue' | 'case' | 'timeline';

const regions: readonly Region[] = ['queue', 'case', 'timeline'];
const officerAttributes = ['officerId', 'officerName', 'officerPosition', 'officerRole'] as const;

/**
 * The officer's desk in one element: the queue, the chosen case with the panel whose turn it is, and its timeline. Side
 * by side on a wide screen, as tabs on a narrower one, one after the other on a phone. The open case survives a reload.
 *
 * @summary The whole desk: queue, case, timeline.
 * @status experimental
 * @since 0.1.0
 * @fires {LpseSelectEvent} lpse-select - An officer chose a case, or went back to the queue.
 * @fires {LpseCaseEvent} lpse-case - A command was carried out.
 * @fires {LpseSubmitEvent} lpse-submit - Before a form of the desk is handed on; cancelable.
 * @fires {LpseSubmittedEvent} lpse-submitted - After it was carried out.
 * @fires {LpseErrorEvent} lpse-error - The desk cannot work.
 * @csspart base - The desk.
 * @csspart heading - The heading of the open case.
 * @csspart queue - The column of the queue.
 * @csspart case - The column of the open case.
 * @csspart timeline - The column of the timeline.
 */
export class LpseDesk extends LpseElement {
  static override styles: CSSResultGroup = [LpseElement.styles, desk];

  /** The officer who works here: a stable id, never shown. */
  @property({ attribute: 'officer-id' }) officerId?: string;
  /** As it stands beside initials. */
  @property({ attribute: 'officer-name' }) officerName?: string;
  /** "Petugas layanan", printed beside initials. */
  @property({ attribute: 'officer-position' }) officerPosition?: string;
  /** What the officer may do: `officer`, `reception`, `coordinator` or `viewer`. */
  @property({ attribute: 'officer-role' }) officerRole: Role = 'officer';
  /** The open case. */
  @property({ attribute: 'consultation-id' }) consultationId?: string;

  @state() private arrangement: Arrangement = 'columns';
  @state() private region: Region = 'queue';
  @state() private said = '';
  @state() private fileFailed = false;

  protected readonly texts = new TextsController(this, deskTexts, () => this.language);
  readonly #case = new ConsultationController(this, () => ({
    backend: this.environment?.backend,
    consultationId: this.consultationId,
  }));
  readonly #stranded = new StrandedController(
    this,
    () => this.renderRoot.querySelector<CommandPanel>('.act > :not(.alert, .ended)'),
    () => this.consultationId,
  );
  readonly #form = memoLast(readInWords);
  readonly #guestBook = memoLast(readInWords);
  readonly #resizing = new ResizeObserver(([entry]) => {
    // In the next frame: what another arrangement does to the width must not be observed in the same one.
    if (entry !== undefined) requestAnimationFrame(() => this.#arrange(entry.contentRect.width));
  });
  #focusIsDue = false;
  #hasRecalled = false;
  #isWarned = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resizing.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resizing.disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const { officerId, officerName, officerPosition, officerRole } = this;
    if (officerAttributes.some((name) => changed.has(name)) && officerId && officerName) {
      this.session = {
        id: officerId,
        role: officerRole,
        name: officerName,
        ...(officerPosition !== undefined && { position: officerPosition }),
      };
    }
    if (!this.hasUpdated && this.consultationId !== undefined) this.region = 'case';
    if (!this.#hasRecalled && this.environment !== undefined) this.#recall(this.environment);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#focusIsDue) this.#focusCase();
  }

  protected override renderReady(environment: Environment): TemplateResult {
    const texts = this.texts.current;
    if (environment.session.role === 'user') return this.#renderNoOfficer();
    return html`
      <div part="base" class="base ${this.arrangement}" role="group" aria-label=${texts.desk.label}>
        ${this.arrangement === 'tabs' ? this.#renderTabs(texts) : nothing}
        <div class="regions">
          ${this.#renderQueue(environment)} ${this.#renderCase(environment)}
          ${this.#renderTimeline(environment)}
        </div>
        <p class="quiet" role="status">${this.said}</p>
      </div>
    `;
  }

  #renderNoOfficer(): TemplateResult {
    const message = this.texts.current.desk.noOfficer;
    if (!this.#isWarned) {
      this.#isWarned = true;
      // After this rendering: the page may answer by setting the officer.
      queueMicrotask(() =>
        this.dispatchEvent(new LpseErrorEvent('LPSE_CONFIG_MISSING', 'lpse-desk: officer-id')),
      );
    }
    return html`<div part="base" class="base" role="alert">
      <div class="alert alert-bad">
        <p>${message}</p>
        <p class="hint"><code>LPSE_CONFIG_MISSING</code></p>
      </div>
    </div>`;
  }

  #renderTabs({ desk: texts }: DeskTexts): TemplateResult {
    const labels = { queue: texts.queueTab, case: texts.caseTab, timeline: texts.timelineTab };
    return html`<div
      class="tabs"
      role="tablist"
      aria-label=${texts.label}
      @keydown=${this.#handleTabKey}
    >
      ${regions.map(
        (region) =>
          html`<button
            type="button"
            role="tab"
            id="tab-${region}"
            aria-controls="region-${region}"
            aria-selected=${region === this.region}
            tabindex=${region === this.region ? 0 : -1}
            @click=${() => this.#show(region)}
          >
            ${labels[region]}
          </button>`,
      )}
    </div>`;
  }

  /** On a phone the timeline follows its case; elsewhere each region stands or falls by itself. */
  #isShown(region: Region): boolean {
    if (this.arrangement === 'columns') return true;
    if (this.arrangement === 'tabs') return region === this.region;
    return (region === 'queue') === (this.region === 'queue');
  }

  #tabRole(region: Region): { role: string | typeof nothing; label: string | typeof nothing } {
    const isTab = this.arrangement === 'tabs';
    return { role: isTab ? 'tabpanel' : nothing, label: isTab ? `tab-${region}` : nothing };
  }

  #renderQueue({ session, locale }: Environment): TemplateResult {
    const { role, label } = this.#tabRole('queue');
    return html`<div
      class="queue"
      part="queue"
      id="region-queue"
      role=${role}
      aria-labelledby=${label}
      ?hidden=${!this.#isShown('queue')}
      @lpse-select=${this.#handleSelect}
    >
      <lpse-queue
        density=${this.arrangement === 'single' ? 'comfortable' : 'compact'}
        .selected=${this.consultationId}
        .session=${session}
        .locale=${locale}
      ></lpse-queue>
    </div>`;
  }

  #renderCase(environment: Environment): TemplateResult {
    const { role, label } = this.#tabRole('case');
    const texts = this.texts.current.desk;
    return html`<div
      class="case"
      part="case"
      id="region-case"
      role=${role}
      aria-labelledby=${label}
      ?hidden=${!this.#isShown('case')}
    >
      ${
        this.arrangement === 'single'
          ? html`<p class="back">
              <button type="button" class="button" @click=${this.#handleBack}>${texts.back}</button>
            </p>`
          : nothing
      }
      ${this.#renderOpenCase(environment)}
    </div>`;
  }

  #renderOpenCase(environment: Environment): TemplateResult {
    const texts = this.texts.current;
    const consultation = this.#case.record?.consultation;
    if (consultation === undefined) return this.#renderNoCase(texts);
    const view = this.#view(consultation, environment);
    return html`
      ${renderCaseHead(view)}
      ${
        this.fileFailed
          ? html`<div class="alert alert-bad" role="alert"><p>${texts.desk.fileFailed}</p></div>`
          : nothing
      }
      ${renderUserPart(view)} ${renderRecord(view)}
      <div class="act">
        ${renderStranded(this.#stranded.kept, this.common.current, environment.locale, this.#stranded.dismiss)}
        ${panelsOf(consultation, environment, texts, this.#handleCase)}
      </div>
    `;
  }

  #renderNoCase(texts: DeskTexts): TemplateResult {
    switch (this.#case.status) {
      case 'loading':
        return html`<p class="nothing" role="status">${this.common.current.loading}</p>`;
      case 'failed': {
        const { failures } = this.common.current;
        return html`<div class="alert alert-bad" role="alert">
          <p>${failures[this.#case.failure?.code ?? 'LPSE_STORAGE_UNAVAILABLE']}</p>
        </div>`;
      }
      case 'missing':
        return html`<p class="nothing">${texts.desk.missing}</p>`;
      default:
        return html`<div class="nothing">
          <p><strong>${texts.desk.nothing}</strong></p>
          <p>${texts.desk.nothingHint}</p>
        </div>`;
    }
  }

  #renderTimeline({ session, locale }: Environment): TemplateResult {
    const { role, label } = this.#tabRole('timeline');
    const hasCase = this.#case.record !== undefined;
    return html`<div
      class="timeline"
      part="timeline"
      id="region-timeline"
      role=${role}
      aria-labelledby=${label}
      ?hidden=${!this.#isShown('timeline')}
    >
      ${
        hasCase
          ? html`<lpse-timeline
              .consultationId=${this.consultationId}
              .session=${session}
              .locale=${locale}
              @lpse-case=${this.#handleExplained}
            ></lpse-timeline>`
          : nothing
      }
    </div>`;
  }

  #view(consultation: Consultation, environment: Environment): CaseView {
    const { profile, locale } = environment;
    const texts = this.texts.current;
    const formulir = consultation.submissions.at(-1)?.formulir;
    return {
      consultation,
      environment,
      texts,
      form: formulir && this.#form(profile, 'consultation-form', formulir, locale, texts),
      guestBook: this.#guestBook(profile, 'guest-book', consultation.bukuTamu, locale, texts),
      openFile: (sha256) => void this.#openFile(sha256, environment),
    };
  }

  async #openFile(sha256: string, { backend }: Environment): Promise<void> {
    this.fileFailed = false;
    try {
      await openAttachment(backend, sha256);
    } catch {
      this.fileFailed = true;
    }
  }

  #arrange(width: number): void {
    this.arrangement = width > 1000 ? 'columns' : width > 600 ? 'tabs' : 'single';
  }

  #storageKey({ profile }: Environment): string {
    return `lpse:desk:${profile.id}`;
  }

  /** Once, when the office is known: a case that the page names itself comes first. */
  #recall(environment: Environment): void {
    this.#hasRecalled = true;
    if (this.consultationId !== undefined) return;
    const id = recall(this.#storageKey(environment));
    if (id === undefined) return;
    this.consultationId = id;
    this.region = 'case';
  }

  #show(region: Region): void {
    this.region = region;
  }

  #focusCase(): void {
    const heading = this.renderRoot.querySelector<HTMLElement>('#case');
    if (heading === null) return;
    this.#focusIsDue = false;
    heading.focus();
  }

  readonly #handleSelect = ({ consultationId }: LpseSelectEvent): void => {
    this.consultationId = consultationId;
    this.fileFailed = false;
    this.said = '';
    if (this.environment !== undefined)
      remember(this.#storageKey(this.environment), consultationId);
    this.region = 'case';
    // The case may still be on its way; its heading takes the focus when it is there.
    this.#focusIsDue = true;
    this.requestUpdate();
  };

  readonly #handleBack = (): void => {
    this.region = 'queue';
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<LpseQueue>('lpse-queue')?.focus(),
    );
  };

  readonly #handleExplained = ({ command }: LpseCaseEvent): void => {
    this.said = this.texts.current.done[command] ?? '';
  };

  readonly #handleCase = async (event: LpseCaseEvent): Promise<void> => {
    const { command, consultation } = event;
    const before = event.currentTarget as HTMLElement;
    this.said = this.texts.current.done[command] ?? '';
    // The page listens to the desk, and a panel that has left it reaches nobody else.
    if (!before.isConnected) this.dispatchEvent(new LpseCaseEvent(command, consultation));
    const isFocusDue = before.matches(':focus-within') || isFocusNowhere();
    await this.#case.refresh();
    await this.updateComplete;
    const after = this.renderRoot.querySelector<HTMLElement>('.act > :first-child');
    if (isFocusDue && after !== before) after?.focus();
  };

  readonly #handleTabKey = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const index = (regions.indexOf(this.region) + step + regions.length) % regions.length;
    this.region = regions[index] ?? 'queue';
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`#tab-${this.region}`)?.focus(),
    );
  };
}

/** The button that was pressed has gone with its panel. */
function isFocusNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

function readInWords(
  { forms, office }: Profile,
  form: 'consultation-form' | 'guest-book',
  value: JsonObject,
  locale: Locale,
  words: DeskTexts,
): ReturnType<typeof readForm> {
  return readForm(forms[form], value, { locale, zone: office.zonaWaktu, words });
}
