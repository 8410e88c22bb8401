import { LitElement } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Json, Problem } from '@lpse-konsultasi/form-schema';
import { KeptFiles } from './files/kept-files.js';
import { FormAssociation, restoredValue } from './form-association.js';
import type { Uploader } from './widget.js';

/**
 * What makes an element a field of a plain `<form>`, as the browser's own fields are: its name, its validity, and what
 * the browser calls when the form is reset, disabled or restored.
 */
export abstract class AssociatedElement extends LitElement {
  static readonly formAssociated = true;

  /** Takes no input and is not part of the surrounding form's value. */
  @property({ type: Boolean, reflect: true }) disabled = false;
  /** The name under which a surrounding `<form>` submits the value. */
  @property({ reflect: true }) name = '';
  /**
   * How a surrounding `<form>` submits the value: `json`, one field under the element's name, or `flat`, a field for each
   * answer as a hand-written form has them (`nama`, `lampiran[0][jenis]`; with a name, `name[nama]`). Files that no
   * uploader has taken are sent beside it, as `lampiran[0][file]`.
   */
  @property({ attribute: 'submit-as' }) submitAs: 'json' | 'flat' = 'json';

  /** Takes attached files to where they are kept. Default: only their reference is made, the bytes stay in `files`. */
  @property({ attribute: false }) uploader: Uploader = (...upload) => this.kept.keep(...upload);

  @state() private formDisabled = false;

  /** What the page finds wrong with the whole, '' for nothing. */
  #customMessage = '';

  protected readonly kept = new KeptFiles();
  protected readonly association = new FormAssociation(this.attachInternals());

  constructor() {
    super();
    // The browser hands a click on our label to us; where the focus belongs then, only we know.
    this.addEventListener('click', (event) => {
      if (event.composedPath()[0] === this && !isWithinBox(this, event)) this.focus();
    });
    // The browser would point at a control that it cannot reach; our own words are the better message.
    this.addEventListener('invalid', (event) => {
      event.preventDefault();
      const userActed = navigator.userActivation?.isActive ?? true;
      const isHere = this.matches(':focus-within');
      this.showInvalid(userActed && !isHere && this.association.isFirstInvalid(this));
    });
  }

  abstract get value(): Json;
  abstract set value(value: Json | undefined);

  /** Back to the value that the page gave. */
  abstract reset(): void;

  protected withCustomProblem(problems: Problem[]): Problem[] {
    const message = this.#customMessage;
    if (message === '') return problems;
    return [...problems, { pointer: '', keyword: 'custom', params: {}, messageKey: '', message }];
  }

  /** A surrounding form is held back: shows what is not right. `isLedHere` when a person is to be led to it. */
  protected abstract showInvalid(isLedHere: boolean): void;

  /** Goes on with what was entered before; a reset still goes back to the value that the page gave. */
  protected abstract resume(entered: Json): void;

  /** Tells the surrounding form the value and its validity; `always` is for those who ask this element itself. */
  protected abstract tellForm(always?: boolean): void;

  /** Files that were attached while the page has no uploader, by the SHA-256 in their reference. */
  get files(): ReadonlyMap<string, File> {
    return this.kept.all;
  }

  get form(): HTMLFormElement | null {
    return this.association.form;
  }

  /** The labels of the page that name this element. */
  get labels(): NodeList {
    return this.association.labels;
  }

  get willValidate(): boolean {
    return this.association.willValidate;
  }

  get validity(): ValidityState {
    this.tellForm(true);
    return this.association.validity;
  }

  get validationMessage(): string {
    this.tellForm(true);
    return this.association.validationMessage;
  }

  /** Disabled itself, or by a `<fieldset disabled>` around it. */
  protected get isDisabled(): boolean {
    return this.disabled || this.formDisabled;
  }

  formAssociatedCallback(): void {
    this.tellForm();
  }

  formResetCallback(): void {
    this.reset();
  }

  formDisabledCallback(disabled: boolean): void {
    this.formDisabled = disabled;
  }

  formStateRestoreCallback(restored: unknown): void {
    const value = restoredValue(restored);
    if (value !== undefined) this.resume(value);
  }

  /** Puts the focus on the first control that can take it. */
  override focus(options?: FocusOptions): void {
    const controls = this.renderRoot.querySelectorAll<HTMLElement>('input,select,textarea,button');
    [...controls]
      .find((control) => !control.matches(':disabled') && control.checkVisibility())
      ?.focus(options);
  }

  /** Something that only the page knows keeps the form from being sent, until it is set to ''. Shown with the problems. */
  setCustomValidity(message: string): void {
    this.#customMessage = message;
    this.tellForm(true);
  }

  checkValidity(): boolean {
    this.tellForm(true);
    return this.association.check();
  }

  reportValidity(): boolean {
    this.tellForm(true);
    return this.association.report();
  }
}

function isWithinBox(element: Element, { clientX: x, clientY: y }: MouseEvent): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return x >= left && x <= right && y >= top && y <= bottom;
}
