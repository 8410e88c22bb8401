import { noChange, type Part } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import type { Pointer } from '@lpse-konsultasi/form-schema';
import { fieldTemplate } from './field-template.js';
import type { FormSession } from './session.js';

/** `template` renders what stands at the pointer in another way than the widget of its field. */
type FieldArguments = [
  session: FormSession,
  pointer: Pointer,
  epoch: number,
  template?: (() => unknown) | undefined,
];

/**
 * The place of one field in the form. It listens to its own pointer, so that a keystroke renders this field and
 * nothing around it; when what surrounds it is rendered again, it stays as it is.
 */
export class FieldDirective extends AsyncDirective {
  #session: FormSession | undefined;
  #pointer: Pointer = '';
  #epoch = -1;
  #template: (() => unknown) | undefined;
  #unsubscribe: (() => void) | undefined;

  override update(_part: Part, [session, pointer, epoch, template]: FieldArguments): unknown {
    const isSame = session === this.#session && pointer === this.#pointer;
    if (isSame && epoch === this.#epoch && template === undefined) return noChange;
    this.#epoch = epoch;
    this.#template = template;
    if (!isSame) {
      this.#leave();
      this.#session = session;
      this.#pointer = pointer;
      if (this.isConnected) this.#enter();
    }
    return this.render(session, pointer, epoch, template);
  }

  override render(...[session, pointer, , template]: FieldArguments): unknown {
    return template === undefined ? fieldTemplate(session, pointer) : template();
  }

  /** Renders the field as it stands now. */
  refresh(): void {
    if (this.#session === undefined || !this.isConnected) return;
    this.setValue(this.render(this.#session, this.#pointer, this.#epoch, this.#template));
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
