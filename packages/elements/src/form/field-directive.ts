import { noChange, type Part } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import type { Pointer } from '@lpse-konsultasi/form-schema';
import { fieldTemplate } from './field-template.js';
import type { FormSession } from './session.js';

/**
 * The place of one field in the form. It listens to its own pointer, so that a keystroke renders this field and
 * nothing around it; when what surrounds it is rendered again, it stays as it is.
 */
export class FieldDirective extends AsyncDirective {
  #session: FormSession | undefined;
  #pointer: Pointer = '';
  #epoch = -1;
  #unsubscribe: (() => void) | undefined;

  override update(_part: Part, [session, pointer, epoch]: [FormSession, Pointer, number]): unknown {
    if (session === this.#session && pointer === this.#pointer && epoch === this.#epoch) {
      return noChange;
    }
    this.#leave();
    this.#session = session;
    this.#pointer = pointer;
    this.#epoch = epoch;
    if (this.isConnected) this.#enter();
    return fieldTemplate(session, pointer);
  }

  override render(session: FormSession, pointer: Pointer, _epoch: number): unknown {
    return fieldTemplate(session, pointer);
  }

  /** Renders the field as it stands now. */
  refresh(): void {
    if (this.#session !== undefined && this.isConnected) {
      this.setValue(fieldTemplate(this.#session, this.#pointer));
    }
  }

  protected override disconnected(): void {
    this.#leave();
  }

  protected override reconnected(): void {
    this.#enter();
    this.refresh();
  }

  #enter(): void {
    const session = this.#session;
    if (session === undefined) return;
    session.enlist(this.#pointer, this);
    this.#unsubscribe = session.model.subscribe(this.#pointer, () => session.queue(this));
  }

  #leave(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#session?.dismiss(this.#pointer, this);
  }
}

/** The field at a pointer. A new `epoch` renders it although nothing in the model has changed. */
export const fieldAt = directive(FieldDirective);
