/** A person chose a case in the queue; undefined when the choice was given up. */
export class LpseSelectEvent extends Event {
  readonly consultationId: string | undefined;

  constructor(consultationId: string | undefined) {
    super('lpse-select', { bubbles: true, composed: true });
    this.consultationId = consultationId;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'lpse-select': LpseSelectEvent;
  }
}
