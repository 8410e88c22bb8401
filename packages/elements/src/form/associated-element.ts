import { LitElement } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Json } from '@lpse-konsultasi/form-schema';
import { FormAssociation, restoredValue } from './form-association.js';

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

  @state() private formDisabled = false;

  protected readonly association = new FormAssociation(this.attachInternals());

  abstract get value(): Json;
  abstract set value(value: Json | undefined);

  /** Back to the value that the page gave. */
  abstract reset(): void;

  /** Tells the surrounding form the value and its validity; `always` is for those who ask this element itself. */
  protected abstract tellForm(always?: boolean): void;

  get form(): HTMLFormElement | null {
    return this.association.form;
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
    if (value !== undefined) this.value = value;
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
