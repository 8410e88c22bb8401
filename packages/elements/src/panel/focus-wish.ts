/** Nothing has the focus, as when the button that was pressed has gone with its panel. */
export function isFocusNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/** The element that has the focus, through all shadow roots that can be seen into; undefined while nothing has it. */
function focused(): Element | undefined {
  if (isFocusNowhere()) return undefined;
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element ?? undefined;
}

/**
 * A wish to have the focus as soon as there is something to give it to. It ends when a person has put the focus
 * somewhere else meanwhile: what a slow server answers takes nobody away from what they are typing.
 */
export class FocusWish {
  #isMade = false;
  #from: Element | undefined;

  make(): void {
    this.#isMade = true;
    this.#from = focused();
  }

  end(): void {
    this.#isMade = false;
  }

  /** Whether it still holds: the focus is where it was, or nowhere, as when its button has gone. */
  get holds(): boolean {
    const now = focused();
    if (now !== undefined && now !== this.#from) this.#isMade = false;
    return this.#isMade;
  }
}
