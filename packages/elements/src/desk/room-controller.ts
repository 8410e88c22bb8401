import { html, nothing, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Environment } from '../environment/environment.js';
import type { ShellTexts } from '../locales/shell.js';
import { roomNamed, type RoomId } from './rooms.js';

/** Which room of the desk is open, and its element, which is fetched when somebody goes there. */
export class RoomController {
  /** Absent: the cases themselves. */
  current: RoomId | undefined;

  readonly #host: ReactiveControllerHost;
  #state: 'loading' | 'ready' | 'failed' = 'loading';

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  leave(): void {
    if (this.current === undefined) return;
    this.current = undefined;
    this.#host.requestUpdate();
  }

  async enter(room: RoomId): Promise<void> {
    if (room === this.current) return;
    this.current = room;
    this.#state = 'loading';
    this.#host.requestUpdate();
    let state: 'ready' | 'failed' = 'ready';
    await roomNamed(room)
      ?.load()
      .catch(() => (state = 'failed'));
    if (room !== this.current) return;
    this.#state = state;
    this.#host.requestUpdate();
  }

  render(
    environment: Environment,
    texts: ShellTexts,
    onCase: (event: Event) => void,
  ): TemplateResult | typeof nothing {
    const room = this.current;
    if (room === undefined) return nothing;
    if (this.#state === 'failed')
      return html`<p class="alert alert-bad" role="alert">${texts.roomFailed}</p>`;
    return html`<div class="room" role="region" aria-label=${texts.rooms[room]}>
      ${
        this.#state === 'loading'
          ? html`<p role="status">${texts.loading}</p>`
          : roomNamed(room)?.render(environment, onCase)
      }
    </div>`;
  }
}
