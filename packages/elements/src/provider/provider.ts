import { html } from 'lit';
import type { Environment } from '../environment/environment.js';
import { LpseElement } from '../panel/lpse-element.js';

/**
 * Gives the panels inside it their office, backend, session, language and clock, so that a page says each of them once.
 * It shows nothing of its own, except why it cannot work. With an `endpoint` it works for whoever has signed in there, and
 * for the public when nobody has.
 *
 * @summary The environment of the panels inside it.
 * @status experimental
 * @since 0.1.0
 * @slot - The panels, and anything else.
 * @fires {LpseErrorEvent} lpse-error - The profile or the storage could not be used.
 * @csspart base - The box around the slot, or the message when the provider cannot work.
 */
export class LpseProvider extends LpseElement {
  protected static override readonly provides: boolean = true;
  protected static override readonly isForEveryone: boolean = true;

  protected override renderReady(_environment: Environment): unknown {
    return html`<slot></slot>`;
  }

  protected override renderLoading() {
    // What the page put inside stays visible from the first moment; each panel says itself that it is loading.
    return html`<slot></slot>`;
  }
}
