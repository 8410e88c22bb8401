import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { TemplateResult } from 'lit';
import type { ShellTexts } from '../locales/shell.js';

/** Whether the next action is out of sight, so that the foot of the case has to lead to it. */
export class FootController implements ReactiveController {
  isNeeded = false;

  readonly #host: ReactiveControllerHost;
  readonly #part: () => Element | null;
  #watched: Element | null = null;
  readonly #seeing = new IntersectionObserver((entries) => {
    // A busy page is told of several frames at once, the last of them last: only that one still holds. An action that
    // is hidden counts as out of sight, as the foot is hidden with it: when both come back, nothing else may be told.
    const isNeeded = entries.at(-1)?.isIntersecting === false;
    if (isNeeded === this.isNeeded) return;
    this.isNeeded = isNeeded;
    this.#host.requestUpdate();
  });

  constructor(host: ReactiveControllerHost, part: () => Element | null) {
    this.#host = host;
    this.#part = part;
    host.addController(this);
  }

  /** The way to the next action, where that is out of sight. */
  render(
    action: string | undefined,
    texts: ShellTexts,
    goTo: () => void,
  ): TemplateResult | typeof nothing {
    if (!this.isNeeded || action === undefined) return nothing;
    return html`<div class="foot-place">
      <p class="foot">
        <span>${texts.next}: <strong>${action}</strong></span>
        <button type="button" class="button button-primary" @click=${goTo}>
          ${texts.goToAction}
        </button>
      </p>
    </div>`;
  }

  hostUpdated(): void {
    const part = this.#part();
    if (part === this.#watched) return;
    this.#seeing.disconnect();
    this.#watched = part;
    if (part !== null) this.#seeing.observe(part);
  }

  hostDisconnected(): void {
    this.#seeing.disconnect();
    this.#watched = null;
  }
}
