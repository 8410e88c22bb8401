import type { Pointer } from '@lpse-konsultasi/form-schema';
import { pointerOf, wrappersAround } from './wrappers.js';

/** What is done about what a person has left. */
export interface LeavingHost {
  /** The focus has gone from a control. */
  leftControl(control: Element): void;
  /** The focus has gone from a field and all that is in it. */
  leftField(pointer: Pointer): void;
}

/**
 * Notices what the focus has left. What is said or shown then may move what stands below it: between press and release
 * that would take the button away from under the finger, and the click would be lost. So it waits for the press to be
 * over, and comes before the click that ends it; and so does what arrives on its own in the meantime.
 */
export class Leaving {
  readonly #host: LeavingHost;
  #pressed = false;
  readonly #controls = new Set<Element>();
  readonly #fields = new Set<Pointer>();
  #waiting: (() => void)[] = [];

  constructor(host: LeavingHost) {
    this.#host = host;
  }

  /**
   * Nothing can be left before something had the focus, and a form is shown sooner while it does not listen to the whole
   * page. The browser keeps one listener, however often it is given.
   */
  watch(): void {
    for (const [type, handler] of this.#handlers) window.addEventListener(type, handler, true);
  }

  end(): void {
    for (const [type, handler] of this.#handlers) window.removeEventListener(type, handler, true);
    this.#pressed = false;
    this.#goOn();
  }

  /** Does at once what shows something of its own accord, or as soon as the press that is on its way is over. */
  afterPress(work: () => void): void {
    if (this.#pressed) this.#waiting.push(work);
    else work();
  }

  note(event: FocusEvent, control: Element): void {
    // Switching to another window is not leaving a field.
    if (!document.hasFocus()) return;
    const next = event.relatedTarget;
    this.#controls.add(control);
    for (const wrapper of wrappersAround(control)) {
      if (next instanceof Node && wrapper.contains(next)) break;
      this.#fields.add(pointerOf(wrapper));
    }
    if (!this.#pressed) this.settle();
  }

  /** Does now what waits for a press to be over. */
  readonly settle = (): void => {
    const [controls, fields] = [[...this.#controls], [...this.#fields]];
    this.#controls.clear();
    this.#fields.clear();
    for (const control of controls) if (control.isConnected) this.#host.leftControl(control);
    for (const pointer of fields) this.#host.leftField(pointer);
    this.#goOn();
  };

  #goOn(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const work of waiting) work();
  }

  readonly #press = (): void => {
    this.#pressed = true;
  };

  readonly #release = (): void => {
    this.#pressed = false;
    // A press that became a drag has no click.
    if (this.#controls.size > 0 || this.#waiting.length > 0) setTimeout(this.settle);
  };

  /** A tap moves the focus only with the mouse events that follow it. */
  readonly #handlers = [
    ['pointerdown', this.#press],
    ['mousedown', this.#press],
    ['pointerup', this.#release],
    ['pointercancel', this.#release],
    ['mouseup', this.#release],
    ['click', this.settle],
  ] as const;
}
