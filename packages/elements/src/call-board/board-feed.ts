import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Backend } from '@lpse-konsultasi/client';
import type { Board } from '@lpse-konsultasi/form-schema';
import type { Environment } from '../environment/environment.js';

/** Milliseconds until a lost line is tried again, and until the board is asked anew though nothing changed. */
const retryAfter = 5_000;
const renewAfter = 300_000;

/**
 * Follows the board of a backend. Estimates and the day change without any event, so now and then it asks anew. When the
 * line is lost it says since when, keeps what it knew, and tries again.
 */
export class BoardFeed implements ReactiveController {
  board: Board | undefined;
  status: 'none' | 'live' | 'unsupported' = 'none';
  /** Since when nothing is heard. */
  lostAt: Date | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #environment: () => Environment | undefined;
  #isConnected = false;
  #following: { readonly backend: Backend; readonly abort: AbortController } | undefined;

  constructor(host: ReactiveControllerHost, environment: () => Environment | undefined) {
    this.#host = host;
    this.#environment = environment;
    host.addController(this);
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const backend = this.#environment()?.backend;
    // An update that was due when the board left its page is still carried out.
    if (!this.#isConnected || backend === this.#following?.backend) return;
    this.#stop();
    this.board = undefined;
    if (backend === undefined) return;
    if (backend.supports.board !== true) {
      this.status = 'unsupported';
      return;
    }
    this.status = 'live';
    const abort = new AbortController();
    this.#following = { backend, abort };
    void this.#follow(backend, abort.signal);
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#stop();
  }

  async #follow(backend: Backend, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const turn = new AbortController();
      const end = (): void => turn.abort();
      signal.addEventListener('abort', end, { once: true });
      const renewal = setTimeout(end, renewAfter);
      let isLost: boolean;
      try {
        for await (const board of backend.board?.({ signal: turn.signal }) ?? []) {
          if (signal.aborted) return;
          this.board = board;
          this.lostAt = undefined;
          this.#host.requestUpdate();
        }
        // Nobody asked it to end: the backend was closed, or the line was.
        isLost = !turn.signal.aborted;
      } catch {
        isLost = !turn.signal.aborted;
      } finally {
        clearTimeout(renewal);
        signal.removeEventListener('abort', end);
      }
      if (!isLost || signal.aborted) continue;
      this.lostAt ??= this.#environment()?.clock.now() ?? new Date();
      this.#host.requestUpdate();
      await rest(retryAfter, signal);
    }
  }

  #stop(): void {
    this.#following?.abort.abort();
    this.#following = undefined;
    this.lostAt = undefined;
  }
}

function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
