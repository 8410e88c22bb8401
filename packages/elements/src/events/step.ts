/** A person turned to another step of a form in steps. Never fired when the page turns it. */
export class LpseStepEvent extends Event {
  /** The id of the section that is shown now; `check` for the look at all answers. */
  readonly step: string;

  constructor(step: string) {
    super('lpse-step', { bubbles: true, composed: true });
    this.step = step;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'lpse-step': LpseStepEvent;
  }
}
