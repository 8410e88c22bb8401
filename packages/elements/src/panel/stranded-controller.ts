import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CommandPanel } from './command-panel.js';
import type { Stranded } from './stranded.js';

/**
 * For an element that shows one panel after the other: when somebody else moves the case on, the panel leaves the page
 * with what was being typed in it. This keeps it until it was read or another case is chosen.
 */
export class StrandedController implements ReactiveController {
  kept: Stranded | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #panel: () => CommandPanel | null;
  readonly #caseId: () => string | undefined;
  #last: CommandPanel | null = null;
  #keptFor: string | undefined;

  constructor(
    host: ReactiveControllerHost,
    panel: () => CommandPanel | null,
    caseId: () => string | undefined,
  ) {
    this.#host = host;
    this.#panel = panel;
    this.#caseId = caseId;
    host.addController(this);
  }

  hostUpdate(): void {
    if (this.#keptFor !== this.#caseId()) this.kept = undefined;
  }

  hostUpdated(): void {
    const panel = this.#panel();
    const left = this.#last;
    this.#last = panel;
    if (left === null || left === panel || left.consultationId !== this.#caseId()) return;
    void this.#keep(left);
  }

  readonly dismiss = (): void => {
    this.kept = undefined;
    this.#host.requestUpdate();
  };

  async #keep(left: CommandPanel): Promise<void> {
    const unsent = await left.unsent();
    if (unsent === undefined || left.consultationId !== this.#caseId()) return;
    this.kept = unsent;
    this.#keptFor = left.consultationId;
    this.#host.requestUpdate();
  }
}
