import type { Json } from '@lpse-konsultasi/form-schema';

/** Before a value is handed on. Cancelable: `preventDefault()` keeps it on the page and what was typed with it. */
export class LpseSubmitEvent extends Event {
  readonly value: Json;

  constructor(value: Json) {
    super('lpse-submit', { bubbles: true, composed: true, cancelable: true });
    this.value = value;
  }
}

/** After the value was handed on: taken by the form's page, or carried out by a panel's backend. */
export class LpseSubmittedEvent extends Event {
  readonly value: Json;

  constructor(value: Json) {
    super('lpse-submitted', { bubbles: true, composed: true });
    this.value = value;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'lpse-submit': LpseSubmitEvent;
    'lpse-submitted': LpseSubmittedEvent;
  }
}
