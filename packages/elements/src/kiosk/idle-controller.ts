import type { ReactiveController, ReactiveControllerHost } from 'lit';

export interface IdleOptions {
  /** Whether there is anything to be cleared. */
  readonly isWatching: () => boolean;
  /** Seconds. */
  readonly idle: () => number;
  readonly warn: () => number;
  readonly onIdle: () => void;
}

/** What counts as somebody being there. */
const signs = ['pointerdown', 'keydown', 'input', 'wheel'] as const;
const second = 1_000;

/**
 * Notices when nobody touches the page any more. For the last seconds `left` tells how many there are, so that the host
 * can ask; any touch ends that. Measured by a clock that goes on while a browser slows timers down.
 */
export class IdleController implements ReactiveController {
  /** Seconds until everything is cleared; undefined while there is no need to ask. */
  left: number | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #options: IdleOptions;
  #touchedAt = performance.now();
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveControllerHost, options: IdleOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    this.touch();
    for (const sign of signs) addEventListener(sign, this.touch, { capture: true, passive: true });
    document.addEventListener('visibilitychange', this.#look);
    this.#timer = setInterval(this.#look, second);
  }

  hostDisconnected(): void {
    for (const sign of signs) removeEventListener(sign, this.touch, { capture: true });
    document.removeEventListener('visibilitychange', this.#look);
    clearInterval(this.#timer);
  }

  /** Somebody is there. */
  readonly touch = (): void => {
    this.#touchedAt = performance.now();
    if (this.left === undefined) return;
    this.left = undefined;
    this.#host.requestUpdate();
  };

  readonly #look = (): void => {
    if (!this.#options.isWatching()) {
      this.touch();
      return;
    }
    const left = this.#options.idle() - (performance.now() - this.#touchedAt) / second;
    if (left <= 0) {
      this.touch();
      this.#options.onIdle();
      return;
    }
    if (left > this.#options.warn()) return;
    this.left = Math.ceil(left);
    this.#host.requestUpdate();
  };
}
