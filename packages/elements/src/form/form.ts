import { nothing, type PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import {
  LpseError,
  localeOf,
  type Choice,
  type ErrorCode,
  type FieldPath,
  type FormValidator,
  type Json,
  type JsonSchema,
  type Layout,
  type Pointer,
  type Problem,
  type TimeZone,
} from '@lpse-konsultasi/form-schema';
import { LpseChangeEvent } from '../events/change.js';
import { LpseStepEvent } from '../events/step.js';
import { LpseErrorEvent } from '../events/error.js';
import { LpseSubmitEvent, LpseSubmittedEvent } from '../events/submit.js';
import { TextsController, loadTexts } from '../i18n/texts.js';
import { formTexts, type FormElementTexts } from '../locales/form.js';
import { keepCover } from '../predrawn/cover.js';
import { buildSession } from './build-session.js';
import { FormEvents } from './form-events.js';
import { FormPage } from './form-page.js';
import { failureTemplate, formTemplate, loadingTemplate, type FormFailure } from './form-view.js';
import { Preparation, type PreparedForm } from './prepare-form.js';
import { FormSteps, stepsIn } from './steps.js';
import type { FormSession, SessionHost } from './session.js';
import { sheets } from './sheets.js';
import { defineBuiltInWidgets } from './widgets/index.js';
import { warnOnce } from './warn-once.js';
import { ValuedElement } from './valued-element.js';
import type { FormWarning } from './warnings.js';

defineBuiltInWidgets();

/**
 * A form for any JSON Schema of an object, for the public and for officers alike. It shows what the schema and its
 * layout describe, says what is not right where it is not right, and hands a valid value to the page. Inside a plain
 * `<form>` it is a field: it submits its value as JSON under its name and its validity counts.
 *
 * @summary A form made from a JSON Schema.
 * @status experimental
 * @since 0.1
 *
 * @slot actions - Further buttons beside the form's own.
 *
 * @fires {LpseChangeEvent} lpse-change - A person changed a field.
 * @fires {LpseSubmitEvent} lpse-submit - A valid form is about to be handed on; cancelable, then nothing follows.
 * @fires {LpseSubmittedEvent} lpse-submitted - The valid form was handed on.
 * @fires {LpseStepEvent} lpse-step - A person turned to another step.
 * @fires {LpseErrorEvent} lpse-error - The schema cannot be used, or a widget of the page failed.
 *
 * @csspart base - The form.
 * @csspart summary - The list of problems after an attempt to submit.
 * @csspart field - A field: label, hint, problem and control.
 * @csspart label - The name of a field.
 * @csspart hint - How to answer.
 * @csspart error - What is not right, and how to mend it.
 * @csspart control - A native control.
 * @csspart value - The text of a locked field.
 * @csspart draft - That what was typed came back, with the way to begin anew.
 * @csspart actions - The row of buttons.
 * @csspart submit - The button that sends the form.
 *
 * @cssstate invalid - Problems are shown.
 * @cssstate correcting - Only some fields can be edited; those of the others that are empty do not show.
 *
 * @attr density - `compact` for officers' screens.
 */
export class LpseForm extends ValuedElement {
  static override readonly styles = sheets;

  /** What is valid. Without one nothing is shown. */
  @property({ attribute: false }) schema?: JsonSchema;
  /** Order, widgets and texts; without one they follow from the schema. */
  @property({ attribute: false }) layout?: Layout;
  /** A generated validator for the schema. Without one the schema is interpreted. */
  @property({ attribute: false }) validator?: FormValidator;
  /** The language of the form, `id` or `en`. What was typed stays when it changes. */
  @property() locale = 'id';
  /** Choices that only the page knows, by field path; they replace those of the schema. */
  @property({ attribute: false }) choices?: { readonly [path: FieldPath]: readonly Choice[] };
  /** When given, only these fields can be edited; the others are shown as text. */
  @property({ attribute: false }) editable?: readonly Pointer[];
  /** Shows every field as text. */
  @property({ type: Boolean }) readonly = false;
  /** The page is at work on a submission; until it is done none other is made. */
  @property({ type: Boolean }) busy = false;
  /** The office's time zone, `WIB`, `WITA` or `WIT`, for moments. Default: that of this browser. */
  @property() zone?: TimeZone;
  /** Level of the first heading, 2 to 6. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;
  /** Leaves out title and description, where the page says them. */
  @property({ type: Boolean, attribute: 'no-heading' }) noHeading = false;
  /** Leaves out the button, where the page has its own and calls `requestSubmit()`. */
  @property({ type: Boolean, attribute: 'no-submit' }) noSubmit = false;
  /** Leaves out the box that tells developers what their schema asks and no form can. */
  @property({ type: Boolean, attribute: 'no-notices' }) noNotices = false;

  @state() private summary: readonly Problem[] = [];
  @state() private failure: FormFailure | undefined;

  readonly #events = new FormEvents(this, {
    session: () => this.#session,
    focused: () => this.shadowRoot?.activeElement ?? null,
    submit: () => this.#press(),
    step: (index) => this.#turn(index),
  });
  readonly #texts = new TextsController(this, formTexts, () => localeOf(this.locale));
  readonly #page = new FormPage(() => this.renderRoot);
  readonly #host: SessionHost = {
    page: this.#page,
    texts: () => this.#texts.current,
    uploader: () => this.uploader,
    zone: () => this.zone,
    rendered: () => this.updateComplete,
    afterPress: (work) => this.#events.afterPress(work),
    reveal: (pointer) => this.#steps.reveal(pointer),
    changed: (pointer) => this.#changed(pointer),
    rearranged: (pointer) => {
      this.summary = this.#session?.renewed(this.summary, pointer) ?? [];
    },
    restructured: () => this.requestUpdate(),
    failed: (error) => this.#report('LPSE_WIDGET_FAILED', error),
  };
  readonly #steps = new FormSteps(this, {
    wanted: () => (this.editable || this.readonly ? undefined : stepsIn(this.layout)),
    sections: () => this.#session?.model.sections ?? [],
    checked: () => this.#lock(),
    failed: (error) => this.#report('LPSE_WIDGET_FAILED', error),
  });
  readonly #preparation = new Preparation(this, {
    ready: (prepared) => this.#build(prepared),
    failed: (error) => this.#fail(error),
  });

  #shownTexts: FormElementTexts | undefined;

  /** The problems of the value as it stands, shown or not, worded in the form's locale. */
  get problems(): Problem[] {
    return this.withCustomProblem(this.#session?.problems ?? []);
  }

  /** What persons were asked to look at again. It does not count against the form's validity. */
  get warnings(): FormWarning[] {
    return this.#session?.allWarnings ?? [];
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    return keepCover(this, super.createRenderRoot());
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('schema') || changed.has('layout') || changed.has('validator')) this.#prepare();
    else this.#adjust(changed);
    const texts = this.#texts.current;
    if (this.#shownTexts === texts) return;
    // The messages of a language come with its words.
    if (this.#shownTexts !== undefined) this.#reword();
    this.#shownTexts = texts;
  }

  protected override updated(): void {
    this.tellForm();
    this.association.show('invalid', this.summary.length > 0);
    this.association.show('correcting', this.editable !== undefined);
    this.association.showLabelled();
  }

  /** Complete means: validator and words are loaded, every field is on the page. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await this.draftReady;
    let complete = await super.getUpdateComplete();
    while (this.#preparation.pending !== undefined) {
      await this.#preparation.pending;
      complete = await super.getUpdateComplete();
    }
    await loadTexts(formTexts, localeOf(this.locale)).catch(() => undefined);
    if (this.#shownTexts !== undefined && this.#shownTexts !== this.#texts.current)
      this.requestUpdate();
    complete = (await super.getUpdateComplete()) && complete;
    await this.#session?.settled;
    return complete;
  }

  /** Shows every problem in its place and in the summary, and answers them. Does not move the focus. */
  validate(): Problem[] {
    const problems = this.withCustomProblem(this.#session?.validate() ?? []);
    this.summary = problems;
    return problems;
  }

  /** The id of the section that is shown alone, `check` at the look at all answers; undefined without steps. */
  get step(): string | undefined {
    return this.#steps.isOn ? this.#steps.step : undefined;
  }

  /** Turns a form in steps to the first that still lacks something, e.g. when a draft is taken up again. */
  goToOpenStep(): void {
    this.#steps.continueAt(this.problems);
  }

  /** The native control of a field, to focus it; null while the field is not shown or is locked. */
  control(pointer: Pointer): HTMLElement | null {
    return this.#session === undefined
      ? null
      : this.#page.control(pointer, this.#session.idOf(pointer));
  }

  protected override showInvalid(isLedHere: boolean): void {
    this.validate();
    if (isLedHere) this.#focusSummary();
  }

  protected override get page(): FormPage {
    return this.#page;
  }

  protected override resume(entered: Json): void {
    this.content.resume(entered);
    this.#takeUp();
  }

  #takeUp(): void {
    if (!this.content.takeUp()) return;
    this.goToOpenStep();
    this.tellForm();
  }

  /** What a press of the button does: shows the problems and goes to their summary, or hands the value on. */
  requestSubmit(): void {
    if (this.#session === undefined || this.busy || this.isDisabled) return;
    this.#events.settle();
    if (this.validate().length > 0) {
      this.#focusSummary();
      return;
    }
    if (this.#session.goToUnseenSecret()) return;
    const value = this.#session.model.result;
    if (this.dispatchEvent(new LpseSubmitEvent(value)))
      this.dispatchEvent(new LpseSubmittedEvent(value));
  }

  /** Shows problems that someone else found, in their fields and in the summary, and goes there. */
  setProblems(problems: readonly Problem[]): void {
    if (this.#session === undefined) return;
    this.#session.model.setProblems(problems);
    this.summary = problems;
    if (problems.length > 0) this.#focusSummary();
  }

  override render(): unknown {
    if (this.failure !== undefined) return failureTemplate(this.#texts.current, this.failure);
    if (this.schema === undefined) return nothing;
    if (this.#session === undefined) return loadingTemplate(this.#texts.current);
    return formTemplate({
      form: this,
      session: this.#session,
      events: this.#events,
      texts: this.#texts.current,
      noSubmit: this.noSubmit || this.readonly,
      disabled: this.isDisabled,
      summary: this.summary,
      draftNotice: this.draftNotice,
      draftStatus: this.draftStatus,
      steps: this.#steps,
    });
  }

  get #session(): FormSession | undefined {
    return this.content.session;
  }

  /** Makes the form's model, at once or when the interpreter is here. */
  #prepare(): void {
    const { schema, layout, validator } = this;
    this.failure = undefined;
    this.#preparation.cancel();
    if (schema === undefined) return this.#replaceSession(undefined);
    this.#preparation.start({ schema, layout, validator });
  }

  #build(prepared: PreparedForm): void {
    try {
      const { choices } = this;
      const isShowing = this.summary.length > 0;
      const session = buildSession(
        {
          ...prepared,
          choices,
          locale: localeOf(this.locale),
          value: this.content.given,
          editable: this.#editable,
        },
        this.#host,
        this.#session,
      );
      this.#replaceSession(session);
      this.#takeUp();
      // A layout that came with the words of another language takes no problem away that a person is mending.
      if (isShowing) this.validate();
    } catch (error) {
      this.#fail(error);
    }
  }

  #replaceSession(session: FormSession | undefined): void {
    this.content.replace(session);
    this.summary = [];
  }

  /** Follows changed properties within the model, so that nothing that was typed is lost. */
  #adjust(changed: PropertyValues<this>): void {
    const session = this.#session;
    if (session === undefined) return;
    if (changed.has('choices')) session.model.setChoices(this.choices ?? {});
    if (changed.has('editable') || changed.has('readonly')) this.#lock();
    if (changed.has('locale')) this.#reword();
  }

  #reword(): void {
    if (this.#session === undefined) return;
    this.#session.model.setLocale(localeOf(this.locale));
    this.#session.epoch += 1;
    this.summary = this.#session.reworded(this.summary);
  }

  get #editable(): readonly Pointer[] | undefined {
    return this.readonly || this.#steps.isChecking ? [] : this.editable;
  }

  /** Tells the fields which of them can be edited now. */
  #lock(): void {
    if (this.#session === undefined) return;
    this.#session.model.setEditable(this.#editable);
    this.#session.epoch += 1;
  }

  /** The button of a form in steps leads on, until all answers stand together. */
  #press(): void {
    if (!this.#steps.leads) return this.requestSubmit();
    if (this.#session === undefined || this.isDisabled) return;
    this.#events.settle();
    this.summary = this.#session.validatePart((pointer) => this.#steps.holds(pointer));
    if (this.summary.length > 0) this.#focusSummary();
    else this.#turn(this.#steps.next);
  }

  #turn(index: number): void {
    if (!this.#steps.isOn) return this.#page.focusSection(index);
    this.summary = [];
    this.#steps.go(index);
    this.dispatchEvent(new LpseStepEvent(this.step ?? ''));
    void this.updateComplete.then(() => this.#page.focusProgress());
  }

  protected override startAnew(value: Json | undefined): void {
    this.summary = [];
    if (this.#session === undefined) return;
    this.#session.restart(value);
    this.#steps.restart();
    this.requestUpdate();
    this.tellForm();
  }

  #focusSummary(): void {
    void this.updateComplete.then(() => this.#page.focusSummary());
  }

  #changed(pointer: Pointer): void {
    this.tellForm();
    this.dispatchEvent(new LpseChangeEvent(pointer, this.getValue(pointer), this.isDirty(pointer)));
    if (this.summary.length > 0 && this.#session?.isValid === true) this.summary = [];
  }

  /**
   * Tells a surrounding form the value and whether it is valid. Without one nobody asks, and a keystroke does not pay
   * for it; `always` is for those who ask this element itself.
   */
  protected override tellForm(always = false): void {
    if (!always && this.form === null) return;
    const isReady = this.#session !== undefined || this.failure !== undefined;
    this.association.tell({
      name: this.name,
      submitAs: this.submitAs,
      value: this.value,
      files: this.files,
      entered: this.storable,
      // What nobody could look at yet is not handed in.
      problems: isReady ? this.problems : [{ message: this.#texts.current.loading }],
      anchor: this.hasUpdated ? this.#page.form : undefined,
    });
  }

  #fail(error: unknown): void {
    this.#replaceSession(undefined);
    const code = error instanceof LpseError ? error.code : 'LPSE_SCHEMA_INVALID';
    this.failure = { code, message: this.#report(code, error) };
  }

  #report(code: ErrorCode, error: unknown): string {
    const message = error instanceof Error ? error.message : String(error);
    warnOnce(code, `<lpse-form> ${message}`);
    this.dispatchEvent(new LpseErrorEvent(code, message));
    return message;
  }
}
