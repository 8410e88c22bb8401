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
/** The keys that reach and press an answer, and so are none yet. */
const keysToAnAnswer = new Set(['Tab', 'Shift', 'Enter', ' ']);
const second = 1_000;

/**
 * Notices when nobody touches the page any more. For the last seconds `left` tells how many there are, so that the host
 * can ask; any touch ends that, once it is over: what is asked stays under a finger until it has been lifted. Measured by
 * a clock that goes on while a browser slows timers down.
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
    for (const sign of signs)
      addEventListener(sign, this.#handleSign, { capture: true, passive: true });
    // After the button that was pressed: what it does comes first.
    addEventListener('click', this.touch);
    document.addEventListener('visibilitychange', this.#look);
    this.#timer = setInterval(this.#look, second);
  }

  hostDisconnected(): void {
    for (const sign of signs) removeEventListener(sign, this.#handleSign, { capture: true });
    removeEventListener('click', this.touch);
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

  readonly #handleSign = (event: Event): void => {
    if (this.left !== undefined && isOnItsWay(event)) this.#askAnew();
    else this.touch();
  };

  /** All the seconds that there are for an answer, again. */
  #askAnew(): void {
    const before = this.#options.idle() - this.#options.warn();
    this.#touchedAt = performance.now() - before * second;
  }

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

/** Whether the answer comes with a later event: taking the question away now would take the button from under it. */
function isOnItsWay(event: Event): boolean {
  if (event instanceof KeyboardEvent) return keysToAnAnswer.has(event.key);
  return event.type === 'pointerdown';
}
