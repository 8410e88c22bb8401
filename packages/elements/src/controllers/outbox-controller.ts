import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Backend } from '@lpse-konsultasi/client';
import type { Outbox, OutboxEntry, OutboxStatus } from '@lpse-konsultasi/client/outbox';
import type { CommandType } from '@lpse-konsultasi/form-schema';
import { outboxOf } from '../environment/outbox-of.js';

const nothing: OutboxStatus = { entries: [], damaged: 0, inMemory: [] };

/** Follows what waits to be sent, where the backend is an outbox. */
export class OutboxController implements ReactiveController {
  status: OutboxStatus = nothing;
  outbox: Outbox | undefined;
  /** Whether there ever was something to be told: whoever was told also hears that it is over. */
  hasBeenWorthALook = false;

  readonly #host: ReactiveControllerHost;
  readonly #backend: () => Backend | undefined;
  readonly #onChange: () => void;
  #stop: (() => void) | undefined;
  #isConnected = false;

  constructor(
    host: ReactiveControllerHost,
    backend: () => Backend | undefined,
    onChange: () => void = () => undefined,
  ) {
    this.#host = host;
    this.#backend = backend;
    this.#onChange = onChange;
    host.addController(this);
  }

  /**
   * What did not go at once. A command on its way over a good line is none of it: it would only flicker.
   */
  get held(): readonly OutboxEntry[] {
    const { entries } = this.status;
    const isHeld = entries.some(({ attempts, state }) => attempts > 0 || state.type !== 'waiting');
    return isHeld ? entries : [];
  }

  /** Whether a person should be told of something. */
  get isWorthALook(): boolean {
    return this.held.length > 0 || this.status.damaged > 0 || this.status.failure !== undefined;
  }

  /** The last entry of a case with a command, when it did not go at once. */
  find(consultationId: string | undefined, type: CommandType): OutboxEntry | undefined {
    return this.held.findLast(
      ({ command }) => command.consultationId === consultationId && command.type === type,
    );
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    // An update that was due when the element left its page is still carried out.
    if (!this.#isConnected) return;
    const outbox = outboxOf(this.#backend());
    if (outbox === this.outbox && (outbox === undefined || this.#stop !== undefined)) return;
    this.#stop?.();
    this.#stop = undefined;
    this.outbox = outbox;
    this.status = nothing;
    let isFirst = true;
    this.#stop = outbox?.subscribe((status) => {
      this.status = status;
      this.hasBeenWorthALook ||= this.isWorthALook;
      // What is there at once is rendered in this very update.
      if (!isFirst) this.#host.requestUpdate();
      this.#onChange();
    });
    isFirst = false;
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#stop?.();
    this.#stop = undefined;
    this.outbox = undefined;
  }
}
