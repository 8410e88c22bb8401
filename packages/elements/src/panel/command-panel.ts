import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Outcome } from '@lpse-konsultasi/client';
import type { OutboxEntry } from '@lpse-konsultasi/client/outbox';
import {
  LpseError,
  allowedCommands,
  formOfCommand,
  type Choice,
  type CommandType,
  type Consultation,
  type FieldPath,
  type FormDefinition,
  type JsonObject,
  type Layout,
  type Pointer,
  type Refusal,
} from '@lpse-konsultasi/form-schema';
import { ConsultationController } from '../controllers/consultation-controller.js';
import { DraftController } from '../controllers/draft-controller.js';
import { OutboxController } from '../controllers/outbox-controller.js';
import type { Environment } from '../environment/environment.js';
import { LpseCaseEvent } from '../events/case.js';
import { LpseErrorEvent } from '../events/error.js';
import { LpseSubmitEvent, LpseSubmittedEvent } from '../events/submit.js';
import type { LpseForm } from '../form/form.js';
import { FocusWish, isFocusNowhere } from './focus-wish.js';
import { LpseElement } from './lpse-element.js';
import { renderOutcomeAlert, type Trouble } from './outcome-alert.js';
import { renderSaved } from './saved-note.js';
import { renderStranded, type Stranded } from './stranded.js';
import { renderFailure } from './way-in.js';

/** What can be done with a case now, and what its form needs to know besides its schema. */
export interface Stage {
  readonly command: CommandType;
  /** What the form starts with when there is no draft. */
  readonly value?: JsonObject;
  readonly choices?: { readonly [path: FieldPath]: readonly Choice[] };
  /** When given, only these fields can be edited. */
  readonly editable?: readonly Pointer[];
  /** Adds what the person is not asked for: who initialled, when, over which text. */
  readonly complete?: (value: JsonObject) => JsonObject;
  /** The words of the button, where the command has no form. */
  readonly label?: string;
  /** The form's layout, when the panel shows it in a way of its own. */
  readonly layout?: Layout | undefined;
  /** Said above the form. */
  readonly intro?: TemplateResult | string;
}

/**
 * A panel for one or a few commands of the procedure. It reads the case, shows the form of the command that is next,
 * keeps what is typed, and gives the command; a subclass says which stage a case is in.
 */
export abstract class CommandPanel extends LpseElement {
  /** The case. */
  @property({ attribute: 'consultation-id' }) consultationId?: string;

  @state() private refusal: Refusal | undefined;
  @state() private failed: LpseError | undefined;
  /** What was being typed when somebody else moved the case on. */
  @state() private stranded: Stranded | undefined;

  protected readonly case = new ConsultationController(this, () => ({
    backend: this.environment?.backend,
    consultationId: this.consultationId,
  }));

  protected readonly draft = new DraftController(this, () => ({
    drafts: this.environment?.drafts,
    key: this.#draftKey(),
  }));

  /** What of this panel waits to be sent, or was refused after the person had gone. */
  readonly #box = new OutboxController(this, () => this.environment?.backend);

  #stage: Stage | undefined;
  /** What has been typed in this turn and is not handed in. */
  #typed: (Stranded & { readonly turn: string }) | undefined;
  /** What the outbox took over in this page: the form that comes back with a late refusal holds it again. */
  #handedIn: (Stranded & { readonly turn: string }) | undefined;
  /** The commands that are on their way, by the case that they are about. */
  readonly #giving = new Map<string | undefined, Promise<unknown>>();
  readonly #focusWish = new FocusWish();
  /** The refused entry that is shown already. */
  #heard: string | undefined;
  #initial: { readonly key: string; readonly value: JsonObject | undefined } | undefined;

  /** A command about this case is on its way. */
  protected get busy(): boolean {
    return this.#giving.has(this.consultationId);
  }

  /** Officers' panels are dense, and their heading says what the form's own would say again. */
  protected readonly compact: boolean = false;

  /** The panel's heading, in the interface's language. */
  protected abstract heading(consultation: Consultation, environment: Environment): string;

  /** What can be done with the case here and now; undefined when it is not this panel's turn. */
  protected abstract stageOf(
    consultation: Consultation,
    environment: Environment,
  ): Stage | undefined;

  /** What a person needs to see before deciding, above the form or the button. */
  protected renderBefore(_consultation: Consultation, _environment: Environment): unknown {
    return nothing;
  }

  /** What stands in the panel when it is not its turn. */
  protected renderIdle(_consultation: Consultation, _environment: Environment): unknown {
    return nothing;
  }

  /** More buttons beside the form's own, e.g. to cancel. */
  protected renderAside(_consultation: Consultation, _environment: Environment): unknown {
    return nothing;
  }

  /**
   * Puts the focus on the panel's heading: where reading goes on after a step of the case. While the case is still on
   * its way, the focus follows as soon as the heading is there.
   */
  override focus(options?: FocusOptions): void {
    const heading = this.renderRoot.querySelector<HTMLElement>('#heading');
    if (heading === null) return this.#focusWish.make();
    this.#focusWish.end();
    heading.focus(options);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('consultationId')) {
      this.refusal = undefined;
      this.failed = undefined;
      // It is kept as a draft of its case, which brings it back.
      this.#typed = undefined;
      this.stranded = undefined;
    }
    const { environment } = this;
    const consultation = this.case.record?.consultation;
    this.#stage =
      environment === undefined || consultation === undefined
        ? undefined
        : this.#allowed(consultation, environment);
    if (this.#typed !== undefined && consultation !== undefined) this.#strand(this.#typed);
    this.#hear();
  }

  /** A command of this turn that waits in the outbox, or was refused there. */
  get #sent(): OutboxEntry | undefined {
    const stage = this.#stage;
    return stage && this.#box.find(this.consultationId, stage.command);
  }

  /** An answer that came when nobody waited for it any more: the panel that is open shows it on its form. */
  #hear(): void {
    const sent = this.#sent;
    const isWaiting = sent?.state.type === 'waiting';
    if (!isWaiting && this.failed?.code === 'LPSE_OUTBOX_WAITING') this.failed = undefined;
    if (sent?.state.type !== 'refused' || this.#heard === sent.id) return;
    this.#heard = sent.id;
    const { refusal } = sent.state;
    this.refusal = refusal;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<LpseForm>('lpse-form')?.setProblems(refusal.problems),
    );
  }

  /** Somebody else has taken the turn: the form goes, what was typed in it stays to be read. */
  #strand(typed: Stranded & { readonly turn: string }): void {
    if (typed.turn === this.#draftKey()) return;
    this.stranded = typed;
    this.#typed = undefined;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#focusWish.holds) this.focus();
  }

  #allowed(consultation: Consultation, environment: Environment): Stage | undefined {
    const stage = this.stageOf(consultation, environment);
    if (stage === undefined) return undefined;
    const allowed = allowedCommands(consultation, environment.session, environment.profile);
    return allowed.includes(stage.command) ? stage : undefined;
  }

  protected override renderReady(environment: Environment): unknown {
    const consultation = this.case.record?.consultation;
    if (consultation === undefined) return this.#renderAbsent();
    const stage = this.#stage;
    return html`
      <section part="base" class="base panel" aria-labelledby="heading">
        <h2 id="heading" part="heading" tabindex="-1">
          ${this.heading(consultation, environment)}
        </h2>
        ${renderOutcomeAlert(this.#trouble, this.common.current, environment.locale, this.wayIn)}
        ${renderStranded(this.stranded, this.common.current, environment.locale, this.#handleRead)}
        ${this.renderBefore(consultation, environment)}
        ${
          stage === undefined
            ? this.renderIdle(consultation, environment)
            : this.#renderStage(stage, consultation, environment)
        }
        ${this.renderAside(consultation, environment)}
      </section>
    `;
  }

  get #trouble(): Trouble {
    if (this.#sent?.state.type === 'waiting')
      return { failed: new LpseError('LPSE_OUTBOX_WAITING') };
    const { refusal, failed } = this;
    return { refusal, failed, hasEntry: this.#typed !== undefined };
  }

  #renderAbsent(): unknown {
    const texts = this.common.current;
    switch (this.case.status) {
      case 'missing':
        return html`<p part="base" class="base hint">
          ${texts.failures.LPSE_CONSULTATION_NOT_FOUND}
        </p>`;
      case 'failed':
        return html`<div part="base" class="base">
          ${renderFailure(this.case.failure, this.wayIn, texts, this.case.retry)}
        </div>`;
      case 'loading':
        return this.renderLoading();
      default:
        return nothing;
    }
  }

  #renderStage(stage: Stage, consultation: Consultation, environment: Environment): unknown {
    // It has been handed in: a form that could be filled in again would say the opposite.
    if (this.#sent?.state.type === 'waiting') return nothing;
    const form = this.#formOf(stage, environment);
    const intro = stage.intro === undefined ? nothing : html`<p class="lead">${stage.intro}</p>`;
    if (form === undefined) {
      return html`${intro}
        <p class="actions">
          <button
            type="button"
            class="button button-primary"
            aria-disabled=${this.busy}
            @click=${() => void this.give(stage.command, {})}
          >
            ${stage.label}
          </button>
        </p>`;
    }
    if (!this.draft.ready) return this.renderLoading();
    return html`${intro}
      <lpse-form
        exportparts="control, label, hint, error"
        heading-level="3"
        density=${this.compact ? 'compact' : nothing}
        no-heading
        .schema=${form.schema}
        .layout=${stage.layout ?? form.layout}
        .validator=${form.validate}
        .value=${this.#initialValue(stage, consultation)}
        .choices=${stage.choices}
        .editable=${stage.editable}
        .locale=${environment.locale}
        .zone=${environment.profile.office.zonaWaktu}
        .uploader=${this.#upload}
        .busy=${this.busy}
        @lpse-change=${this.#handleChange}
        @lpse-submit=${this.#handleSubmit}
      ></lpse-form>
      ${renderSaved(this.draft, this.common.current, environment)}`;
  }

  #formOf(stage: Stage, environment: Environment): FormDefinition | undefined {
    const id = formOfCommand[stage.command];
    return id === null ? undefined : environment.profile.forms[id];
  }

  #draftKey(): string | undefined {
    const consultation = this.case.record?.consultation;
    const stage = this.#stage;
    if (consultation === undefined || stage === undefined) return undefined;
    if (formOfCommand[stage.command] === null) return undefined;
    return `${consultation.id}/${turnOf(stage.command, consultation)}`;
  }

  /**
   * The same object for as long as it is the same turn of the same case: a live change never resets the form. Without
   * one the form starts with the defaults of its schema.
   */
  #initialValue(stage: Stage, consultation: Consultation): JsonObject | undefined {
    const key = `${consultation.id}/${turnOf(stage.command, consultation)}`;
    if (this.#initial?.key !== key) {
      const handedIn = this.#handedIn?.turn === key ? this.#handedIn.value : undefined;
      const refused = this.#sent?.state.type === 'refused' ? this.#sent.command.data : undefined;
      const value = handedIn ?? this.draft.found?.value ?? refused ?? stage.value;
      this.#initial = { key, value };
      if (this.draft.found !== undefined) void this.#takeUp();
    }
    return this.#initial.value;
  }

  /** A form in steps goes on where its draft was left off. */
  async #takeUp(): Promise<void> {
    await this.updateComplete;
    const form = this.renderRoot.querySelector<LpseForm>('lpse-form:not(.side-form)');
    await form?.updateComplete;
    form?.goToOpenStep();
  }

  readonly #upload: NonNullable<LpseForm['uploader']> = async (file, { signal, onProgress }) => {
    const { environment } = this;
    if (environment === undefined) throw new LpseError('LPSE_CONFIG_MISSING');
    const bytes = new Uint8Array(await file.arrayBuffer());
    const { consultationId } = this;
    return environment.backend.attach(
      { nama: file.name, mime: file.type, bytes },
      { signal, onProgress, ...(consultationId !== undefined && { consultationId }) },
    );
  };

  readonly #handleChange = (event: Event): void => {
    const value = (event.currentTarget as LpseForm).entered as JsonObject;
    const turn = this.#draftKey();
    const form = this.#stage && this.environment && this.#formOf(this.#stage, this.environment);
    if (turn !== undefined && form !== undefined) this.#typed = { turn, form, value };
    this.draft.keep(value);
  };

  readonly #handleRead = (): void => {
    this.stranded = undefined;
  };

  readonly #handleSubmit = (event: LpseSubmitEvent): void => {
    // The panel speaks for its form: the page hears one pair of events, the second when the command was carried out.
    event.stopPropagation();
    event.preventDefault();
    const stage = this.#stage;
    if (stage === undefined || this.busy) return;
    const entered = event.value as JsonObject;
    const value = stage.complete?.(entered) ?? entered;
    if (!this.dispatchEvent(new LpseSubmitEvent(value))) return;
    void this.give(stage.command, value, event.currentTarget as LpseForm);
  };

  /**
   * Gives a command and shows what becomes of it; `form` gets the problems of a refusal. Answers the outcome, or
   * undefined after an operational failure.
   */
  protected give(
    command: CommandType,
    data: JsonObject,
    form = this.renderRoot.querySelector<LpseForm>('lpse-form'),
  ): Promise<Outcome | undefined> {
    const { consultationId } = this;
    if (this.busy) return Promise.resolve(undefined);
    const giving = this.#give(command, data, form).finally(() => {
      this.#giving.delete(consultationId);
      this.requestUpdate();
    });
    this.#giving.set(consultationId, giving);
    this.requestUpdate();
    return giving;
  }

  /** What was typed and not handed in, for whoever shows this panel: as soon as no command is on its way. */
  async unsent(): Promise<Stranded | undefined> {
    await this.#giving.get(this.consultationId);
    return this.stranded ?? this.#typed;
  }

  async #give(
    command: CommandType,
    data: JsonObject,
    form: LpseForm | null,
  ): Promise<Outcome | undefined> {
    const hadFocus = this.matches(':focus-within');
    this.refusal = undefined;
    this.failed = undefined;
    const draftKey = this.#draftKey();
    const isOwn = command === this.#stage?.command;
    const stateBefore = this.case.record?.consultation.state;
    const { consultationId } = this;
    // What a slow server answers is about the case that the command was about, and of no other that is here by then.
    const isHere = (): boolean => consultationId === this.consultationId;
    // On its way it is not stranded when the case moves on; it is again when the command was not carried out.
    const typed = this.#typed;
    this.#typed = undefined;
    try {
      await this.draft.flush();
      const outcome = await this.case.execute(command, data);
      if (outcome.ok) {
        // A command beside the form leaves what is typed in it, unless the turn is over with it.
        const isOver = isOwn || outcome.consultation.state !== stateBefore;
        if (isOver && draftKey !== undefined) await this.draft.discard(draftKey);
        else if (!isOver && isHere()) this.#typed = typed;
        this.dispatchEvent(new LpseSubmittedEvent(data));
        this.dispatchEvent(new LpseCaseEvent(command, outcome.consultation));
        if (hadFocus) await this.#keepFocus();
      } else if (isHere()) {
        this.#typed = typed;
        this.refusal = outcome.refusal;
        form?.setProblems(outcome.refusal.problems);
      }
      return outcome;
    } catch (cause) {
      const failed =
        cause instanceof LpseError ? cause : new LpseError('LPSE_STORAGE_UNAVAILABLE', { cause });
      // What the outbox keeps is handed in; somebody else's next step takes nothing away from it.
      const isKept = failed.code === 'LPSE_OUTBOX_WAITING';
      if (isKept) this.#handedIn = typed;
      if (isHere()) {
        if (isKept) this.#initial = undefined;
        else this.#typed = typed;
        this.failed = failed;
      }
      this.dispatchEvent(new LpseErrorEvent(failed.code, failed.message));
      return undefined;
    }
  }

  /** The button that was pressed may be gone with its stage; reading then goes on at the heading, not at the page's top. */
  async #keepFocus(): Promise<void> {
    await this.updateComplete;
    if (this.isConnected && isFocusNowhere()) this.focus();
  }
}

/** One turn of a command: a form that comes up again later (a correction, a second call) starts fresh. */
function turnOf(command: CommandType, { putaran, calls, answers }: Consultation): string {
  return `${command}/${putaran}.${calls.length}.${answers.length}`;
}
