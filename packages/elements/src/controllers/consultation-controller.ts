import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Backend, ConsultationRecord, Outcome } from '@lpse-konsultasi/client';
import { LpseError, type CommandType, type JsonObject } from '@lpse-konsultasi/form-schema';
import { newId } from '../ids.js';

export interface ConsultationSource {
  readonly backend: Backend | undefined;
  readonly consultationId: string | undefined;
}

/**
 * One case, kept up to date: reads it, follows its changes, and gives commands on it. A command that failed on its way
 * keeps its idempotency key, so that pressing the button again can never do the thing twice.
 */
export class ConsultationController implements ReactiveController {
  record: ConsultationRecord | undefined;
  status: 'none' | 'loading' | 'ready' | 'missing' | 'failed' = 'none';
  failure: LpseError | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #source: () => ConsultationSource;
  #following:
    { readonly backend: Backend; readonly id: string; readonly abort: AbortController } | undefined;
  #isConnected = false;
  #pending: { readonly command: string; readonly key: string } | undefined;

  constructor(host: ReactiveControllerHost, source: () => ConsultationSource) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  hostConnected(): void {
    this.#isConnected = true;
    // An element that was moved in the page has stopped following; its next update starts again.
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const { backend, consultationId } = this.#source();
    const following = this.#following;
    // An update that was due when the element left its page is still carried out.
    if (!this.#isConnected) return;
    if (following?.backend === backend && following?.id === consultationId) return;
    this.#stop();
    if (backend === undefined || consultationId === undefined || consultationId === '') {
      this.status = 'none';
      return;
    }
    this.status = 'loading';
    const abort = new AbortController();
    this.#following = { backend, id: consultationId, abort };
    void this.#follow(backend, consultationId, abort.signal);
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#stop();
  }

  /**
   * Gives a command on the case as it was last read. The outcome's refusal is for the panel to show; an operational
   * failure throws an `LpseError`.
   */
  async execute(type: CommandType, data: JsonObject): Promise<Outcome> {
    const { backend, consultationId } = this.#source();
    if (backend === undefined || consultationId === undefined) {
      throw new LpseError('LPSE_CONFIG_MISSING');
    }
    const version = this.record?.consultation.version;
    // The same intention keeps its key until it is answered; another text or version is another intention.
    const command = JSON.stringify([type, consultationId, version, data]);
    if (this.#pending?.command !== command) this.#pending = { command, key: newId() };
    const outcome = await backend.execute(
      { type, consultationId, data },
      { key: this.#pending.key, ...(version === undefined ? {} : { expectedVersion: version }) },
    );
    this.#pending = undefined;
    // After a success or a conflict the panel must stand on what is stored now, not wait for the watch to tell.
    await this.refresh();
    return outcome;
  }

  /** Begins anew after a failure. */
  readonly retry = (): void => {
    this.#stop();
    this.#host.requestUpdate();
  };

  /** Reads the case again. */
  async refresh(): Promise<void> {
    const following = this.#following;
    if (following === undefined) return;
    await this.#read(following.backend, following.id, following.abort.signal);
  }

  async #follow(backend: Backend, id: string, signal: AbortSignal): Promise<void> {
    try {
      // Watch first, read second: a change between the two is seen by one of them.
      const changes = backend.watch({ id, signal })[Symbol.asyncIterator]();
      let next = changes.next();
      await this.#read(backend, id, signal);
      for (;;) {
        const { done } = await next;
        if (done === true || signal.aborted) return;
        next = changes.next();
        await this.#read(backend, id, signal);
      }
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  async #read(backend: Backend, id: string, signal: AbortSignal): Promise<void> {
    try {
      const record = await backend.read(id, { signal });
      if (signal.aborted) return;
      const known = this.record?.consultation;
      // Reads may overtake each other; an older one changes nothing.
      if (record !== undefined && known?.id === id && known.version > record.consultation.version)
        return;
      this.record = record;
      this.status = record === undefined ? 'missing' : 'ready';
      this.failure = undefined;
      this.#host.requestUpdate();
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    this.failure =
      error instanceof LpseError
        ? error
        : new LpseError('LPSE_STORAGE_UNAVAILABLE', { cause: error });
    this.status = 'failed';
    this.#host.requestUpdate();
  }

  #stop(): void {
    this.#following?.abort.abort();
    this.#following = undefined;
    this.record = undefined;
    this.failure = undefined;
  }
}
