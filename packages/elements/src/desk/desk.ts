import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { maySee, type Consultation, type Role } from '@lpse-konsultasi/form-schema';
import { ConsultationController } from '../controllers/consultation-controller.js';
import { LineController } from '../controllers/line-controller.js';
import { OutboxController } from '../controllers/outbox-controller.js';
import { PresenceController } from '../controllers/presence-controller.js';
import type { Environment } from '../environment/environment.js';
import { LpseCaseEvent } from '../events/case.js';
import { LpseErrorEvent } from '../events/error.js';
import { LpseSelectEvent } from '../events/select.js';
import { TextsController } from '../i18n/texts.js';
import { deskTexts } from '../locales/desk.js';
import { shellTexts } from '../locales/shell.js';
import type { CommandPanel } from '../panel/command-panel.js';
import { FocusWish, isFocusNowhere } from '../panel/focus-wish.js';
import { LpseElement } from '../panel/lpse-element.js';
import { StrandedController } from '../panel/stranded-controller.js';
import { renderStranded } from '../panel/stranded.js';
import { renderOutbox } from '../panel/waiting-outbox.js';
import type { LpseQueue } from '../queue/queue.js';
import { ArrangementController } from './arrangement-controller.js';
import { openAttachment } from './attachments.js';
import { renderCaseHead, renderRecord, renderUserPart, type CaseView } from './case-view.js';
import { renderEarlier } from './desk-context.js';
import { renderMenu } from './desk-menu.js';
import { renderTabs, tabPanel } from './desk-tabs.js';
import { desk } from './desk.styles.js';
import { EarlierController } from './earlier-controller.js';
import { FootController } from './foot-controller.js';
import { noOfficerCode, renderNoOfficer } from './no-officer.js';
import { memoLast } from './memo-last.js';
import { beginAction, submitAction } from './next-action.js';
import { NextCall, renderNextCall } from './next-call.js';
import { renderNoCase } from './no-case.js';
import { nextCallStyles } from './next-call.styles.js';
import { panelsOf } from './panels.js';
import { readInWords } from './read-form.js';
import { recall, remember } from './remember.js';
import { RoomController } from './room-controller.js';
import type { RoomId } from './rooms.js';
import { renderShortcutSheet } from './shortcut-sheet.js';
import { ShortcutsController, type ShortcutId } from './shortcuts-controller.js';

const officerAttributes = ['officerId', 'officerName', 'officerPosition', 'officerRole'] as const;

/**
 * The officer's desk in one element: the queue, the chosen case with the panel whose turn it is, and what belongs around
 * it: timeline, related cases, room for suggestions. Side by side on a wide screen, as tabs on a narrower one, one after
 * the other on a phone. A slim menu leads to what is not about one case. Everything has a key; `?` shows which. The open
 * case survives a reload.
 *
 * @summary The whole desk: queue, case, context.
 * @status experimental
 * @since 0.1.0
 * @slot suggestions - Beside the open case: whatever helps to answer it.
 * @fires {LpseSelectEvent} lpse-select - An officer chose a case, or went back to the queue.
 * @fires {LpseCaseEvent} lpse-case - A command was carried out.
 * @fires {LpseSubmitEvent} lpse-submit - Before a form of the desk is handed on; cancelable.
 * @fires {LpseSubmittedEvent} lpse-submitted - After it was carried out.
 * @fires {LpseErrorEvent} lpse-error - The desk cannot work.
 * @csspart base - The desk.
 * @csspart heading - The heading of the open case.
 * @csspart menu - The menu above the columns.
 * @csspart next-call - The line above the queue that calls whoever is next.
 * @csspart queue - The column of the queue.
 * @csspart case - The column of the open case.
 * @csspart timeline - The column of the timeline and related cases.
 */
export class LpseDesk extends LpseElement {
  static override styles: CSSResultGroup = [LpseElement.styles, desk, nextCallStyles];

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

  @state() private said = '';
  @state() private fileFailed = false;

  @query('lpse-queue') private queue!: LpseQueue | null;
  @query('.act > :not(.alert, .ended)') private panel!: CommandPanel | null;
  @query('dialog.shortcuts') private sheet!: HTMLDialogElement | null;

  protected readonly texts = new TextsController(this, deskTexts, () => this.language);
  protected readonly shell = new TextsController(this, shellTexts, () => this.language);
  readonly #arrangement = new ArrangementController(this);
  readonly #line = new LineController(this, () => this.environment);
  readonly #box = new OutboxController(this, () => this.environment?.backend);
  readonly #case = new ConsultationController(this, () => ({
    backend: this.environment?.backend,
    consultationId: this.consultationId,
  }));
  readonly #presence = new PresenceController(this, () => ({
    backend: this.environment?.backend,
    officerId: this.environment?.session.id ?? '',
    consultationId: this.#case.record?.consultation.id,
  }));
  readonly #earlier = new EarlierController(this, () => ({
    backend: this.environment?.backend,
    consultationId: this.consultationId,
    version: this.#case.record?.consultation.version,
  }));
  readonly #stranded = new StrandedController(
    this,
    () => this.panel,
    () => this.consultationId,
  );
  readonly #room = new RoomController(this);
  readonly #nextCall: NextCall = new NextCall(
    this,
    () => this.environment,
    (consultation) => this.#takeCall(consultation),
  );
  readonly #foot: FootController = new FootController(this, () =>
    this.renderRoot.querySelector('.act'),
  );
  readonly #shortcuts = new ShortcutsController(this, () => ({
    memo: this.environment?.memo,
    key: `desk-shortcuts/${this.environment?.profile.id ?? ''}/${this.environment?.session.id ?? ''}`,
    run: this.#run,
    submit: () => this.panel !== null && submitAction(this.panel),
  }));
  readonly #form = memoLast(readInWords);
  readonly #guestBook = memoLast(readInWords);
  readonly #focusWish = new FocusWish();
  #hasRecalled = false;
  #isWarned = false;

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
    if (!this.hasUpdated && this.consultationId !== undefined) this.#arrangement.region = 'case';
    if (!this.#hasRecalled && this.environment !== undefined) this.#recall(this.environment);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#focusWish.holds) this.#focusCase();
  }

  protected override renderReady(environment: Environment): TemplateResult {
    const { desk: texts } = this.texts.current;
    if (!maySee(environment.profile, environment.session.role, 'daftar'))
      return this.#renderNoOfficer();
    const focusTab = (region: string): void =>
      void this.updateComplete.then(() => this.#focus(`#tab-${region}`));
    return html`
      <div
        part="base"
        class="base ${this.#arrangement.current}"
        role="group"
        aria-label=${texts.label}
      >
        ${renderMenu(environment, this.#room.current, this.shell.current, this.#goTo, () => this.#run('sheet'))}
        ${this.#line.render(environment, this.common.current)}
        ${renderOutbox(this.#box, environment.locale)}
        ${this.#room.render(environment, this.shell.current, this.#handleRoomCase)}
        <div ?hidden=${this.#room.current !== undefined}>
          ${renderTabs(this.#arrangement, this.shell.current, focusTab)}
          <div class="regions">
            ${this.#renderQueue(environment)} ${this.#renderCase(environment)}
            ${this.#renderContext(environment)}
          </div>
        </div>
        <p class="quiet" role="status">${this.said}</p>
        ${renderShortcutSheet(this.#shortcuts, this.shell.current)}
      </div>
    `;
  }

  #renderNoOfficer(): TemplateResult {
    const signIn = this.environment?.signIn;
    if (!this.#isWarned) {
      this.#isWarned = true;
      // After this rendering: the page may answer by setting the officer.
      queueMicrotask(() =>
        this.dispatchEvent(new LpseErrorEvent(noOfficerCode(signIn), 'lpse-desk: officer-id')),
      );
    }
    return renderNoOfficer(this.texts.current.desk.noOfficer, this.common.current, signIn);
  }

  #renderQueue(environment: Environment): TemplateResult {
    const { session, locale } = environment;
    const { role, label } = tabPanel(this.#arrangement, 'queue');
    return html`<div
      class="queue"
      part="queue"
      id="region-queue"
      role=${role}
      aria-labelledby=${label}
      ?hidden=${!this.#arrangement.isShown('queue')}
      @lpse-select=${this.#handleSelect}
    >
      ${renderNextCall(this.#nextCall, environment, this.texts.current)}
      <lpse-queue
        density=${this.#arrangement.current === 'single' ? 'comfortable' : 'compact'}
        .selected=${this.consultationId}
        .session=${session}
        .locale=${locale}
      ></lpse-queue>
    </div>`;
  }

  #renderCase(environment: Environment): TemplateResult {
    const { role, label } = tabPanel(this.#arrangement, 'case');
    const texts = this.texts.current.desk;
    return html`<div
      class="case"
      part="case"
      id="region-case"
      role=${role}
      aria-labelledby=${label}
      ?hidden=${!this.#arrangement.isShown('case')}
    >
      ${
        this.#arrangement.current === 'single'
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
    if (consultation === undefined)
      return renderNoCase(this.#case, texts, this.common.current, this.wayIn);
    const view = this.#view(consultation, environment);
    const others = this.#presence.at(consultation.id);
    const action = this.shell.current.actions[consultation.state];
    return html`
      ${renderCaseHead(view)}
      ${
        others.length === 0
          ? nothing
          : html`<p class="others" role="status">
              ${this.shell.current.openAt(others.join(', '))}
            </p>`
      }
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
      ${this.#foot.render(action, this.shell.current, () => this.#run('action'))}
    `;
  }

  #renderContext(environment: Environment): TemplateResult {
    const { session, locale } = environment;
    const { role, label } = tabPanel(this.#arrangement, 'context');
    return html`<div
      class="context"
      part="timeline"
      id="region-context"
      role=${role}
      aria-labelledby=${label}
      tabindex="-1"
      ?hidden=${!this.#arrangement.isShown('context')}
    >
      ${
        this.#case.record === undefined
          ? nothing
          : html`<slot name="suggestions"></slot>
              <lpse-timeline
                .consultationId=${this.consultationId}
                .session=${session}
                .locale=${locale}
                @lpse-case=${this.#handleExplained}
              ></lpse-timeline>
              ${renderEarlier(
                this.#earlier.cases,
                environment,
                this.shell.current,
                this.texts.current,
                this.#open,
              )}`
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
    this.#arrangement.region = 'case';
  }

  #focus(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  #focusCase(): void {
    const heading = this.renderRoot.querySelector<HTMLElement>('#case');
    if (heading === null) return;
    this.#focusWish.end();
    heading.focus();
  }

  /** Opens a case as if it had been chosen in the queue. */
  readonly #open = (consultationId: string): void => {
    this.consultationId = consultationId;
    this.#room.leave();
    this.fileFailed = false;
    this.said = '';
    if (this.environment !== undefined)
      remember(this.#storageKey(this.environment), consultationId);
    this.#arrangement.show('case');
    // The case may still be on its way; its heading takes the focus when it is there.
    this.#focusWish.make();
    this.requestUpdate();
  };

  #takeCall(consultation: Consultation): void {
    const { id, nomorAntrean, tiket } = consultation;
    this.#open(id);
    this.said = this.texts.current.call.calledNext(nomorAntrean ?? tiket);
    this.dispatchEvent(new LpseSelectEvent(id));
    this.dispatchEvent(new LpseCaseEvent('call', consultation));
  }

  /** What a key does. The region that it is about is shown first, where not all of them are. */
  readonly #run = (id: ShortcutId, place = 0): void => {
    if (id === 'sheet') return this.sheet?.showModal();
    this.#room.leave();
    this.#arrangement.show(
      id === 'case' || id === 'action' ? 'case' : id === 'context' ? id : 'queue',
    );
    void this.updateComplete.then(() => {
      const { queue, panel } = this;
      if (id === 'next') queue?.move(1);
      else if (id === 'previous') queue?.move(-1);
      else if (id === 'queue') queue?.focus();
      else if (id === 'search') queue?.focusSearch();
      else if (id === 'views') queue?.showView(place);
      else if (id === 'case') this.#focus('#case');
      else if (id === 'context') this.#focus('#region-context');
      else if (panel !== null) beginAction(panel);
    });
  };

  readonly #goTo = (room: RoomId | undefined): void => {
    if (room === undefined) this.#room.leave();
    else void this.#room.enter(room);
  };

  readonly #handleRoomCase = (event: Event): void => {
    if (!(event instanceof LpseCaseEvent)) return;
    const { id, tiket } = event.consultation;
    this.#open(id);
    this.said = this.shell.current.registered(tiket);
    this.dispatchEvent(new LpseSelectEvent(id));
  };

  readonly #handleSelect = ({ consultationId }: LpseSelectEvent): void => {
    if (consultationId !== undefined) this.#open(consultationId);
  };

  readonly #handleBack = (): void => {
    this.#arrangement.show('queue');
    void this.updateComplete.then(() => this.queue?.focus());
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
    await this.#case.refresh();
    await this.updateComplete;
    // Meanwhile the officer may have gone on to another case, or to something else.
    if (consultation.id !== this.consultationId) return;
    const after = this.renderRoot.querySelector<HTMLElement>('.act > :first-child');
    if (after !== before && (before.matches(':focus-within') || isFocusNowhere())) after?.focus();
  };
}
