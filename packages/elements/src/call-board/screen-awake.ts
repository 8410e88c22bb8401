import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Keeps the screen on while its host is on the page, where the browser can; elsewhere nothing happens. */
export class ScreenAwake implements ReactiveController {
  #lock: WakeLockSentinel | undefined;
  #isWanted = false;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#isWanted = true;
    document.addEventListener('visibilitychange', this.#request);
    void this.#request();
  }

  hostDisconnected(): void {
    this.#isWanted = false;
    document.removeEventListener('visibilitychange', this.#request);
    void this.#lock?.release().catch(() => undefined);
    this.#lock = undefined;
  }

  /** A hidden page loses its lock, so it is asked for again each time that the page is seen. */
  readonly #request = async (): Promise<void> => {
    if (!('wakeLock' in navigator) || document.hidden) return;
    try {
      const lock = await navigator.wakeLock.request('screen');
      if (this.#isWanted) this.#lock = lock;
      else await lock.release();
    } catch {
      // A device that saves power may refuse; the board works on, as long as its screen does.
    }
  };
}
