import type { Json } from '@lpse-konsultasi/form-schema';

/** A person changed a field. Never fired when the page sets a value. */
export class LpseChangeEvent extends Event {
  /** JSON Pointer of the field. */
  readonly pointer: string;
  /** Its new value; undefined when it was emptied. */
  readonly value: Json | undefined;
  /** It differs from the value that the form started with. */
  readonly dirty: boolean;

  constructor(pointer: string, value: Json | undefined, dirty = true) {
    super('lpse-change', { bubbles: true, composed: true });
    this.pointer = pointer;
    this.value = value;
    this.dirty = dirty;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'lpse-change': LpseChangeEvent;
  }
}
