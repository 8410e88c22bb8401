import { property } from 'lit/decorators.js';
import type { Json, Pointer } from '@lpse-konsultasi/form-schema';
import { DraftedElement } from './draft/drafted-element.js';
import { FormContent } from './form-content.js';

/** What makes an element hold the value of a form, as a whole and by field. */
export abstract class ValuedElement extends DraftedElement {
  protected readonly content = new FormContent();

  /** Starts the form anew with the value, undefined for the one that it first started with. */
  protected abstract startAnew(value: Json | undefined): void;

  /**
   * What would be submitted now. Setting it starts the form anew with that value, without an event. The object that was
   * set last, set again unchanged, changes nothing: for this there is `reset()`. A draft that came back stays as well.
   */
  @property({ attribute: false, noAccessor: true })
  override get value(): Json {
    return this.content.value;
  }

  override set value(value: Json | undefined) {
    if (!this.content.take(value)) return;
    const typed = this.isDraftBack ? this.content.session?.model.value : undefined;
    this.startAnew(this.content.given ?? {});
    if (typed !== undefined) this.resume(typed);
  }

  /** Everything that was entered, also in fields that do not apply at the moment. For drafts. */
  get entered(): Json {
    return this.content.entered;
  }

  /** Whether the value differs from the one that the form started with. */
  get dirty(): boolean {
    return this.content.dirty;
  }

  /** The value at a pointer, also of a field that does not apply now. */
  getValue(pointer: Pointer): Json | undefined {
    return this.content.get(pointer);
  }

  /** Whether a field that applies differs from the value that the form started with. */
  isDirty(pointer: Pointer): boolean {
    return this.content.isDirty(pointer);
  }

  /** Sets the value at a pointer, without an event; undefined empties the field. */
  setValue(pointer: Pointer, value: Json | undefined): void {
    this.content.set(pointer, value);
    this.tellForm();
  }

  protected override get storable(): Json {
    return this.content.storable;
  }

  protected override restart(): void {
    this.startAnew(this.content.given);
  }
}
