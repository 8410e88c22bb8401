import type { ReactiveControllerHost } from 'lit';
import { OutboxController } from '../controllers/outbox-controller.js';
import type { Environment } from '../environment/environment.js';
import type { LpseErrorEvent } from '../events/error.js';
import type { LpseGuestBook } from '../guest-book/guest-book.js';

export interface PendingVisitOptions {
  readonly environment: () => Environment | undefined;
  /** Under which the page remembers the visitor's case; undefined while it has one. */
  readonly caseKey: () => string | undefined;
  /** The entry has arrived: its consultation is this visitor's. */
  readonly adopt: (consultationId: string) => Promise<void>;
}

/**
 * A guest book entry that waits to be sent. Its consultation exists only when it has arrived, perhaps after a reload and
 * from another tab; until then the page remembers its id, and nothing else of it.
 */
export class PendingVisit {
  readonly box: OutboxController;
  id: string | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #options: PendingVisitOptions;
  #isLooking = false;

  constructor(host: ReactiveControllerHost, options: PendingVisitOptions) {
    this.#host = host;
    this.#options = options;
    this.box = new OutboxController(
      host,
      () => options.environment()?.backend,
      () => void this.#look(),
    );
  }

  async recall({ memo }: Environment, caseKey: string): Promise<void> {
    const id = await memo.get(memoKey(caseKey)).catch(() => undefined);
    if (typeof id !== 'string' || this.id !== undefined) return;
    this.id = id;
    this.#host.requestUpdate();
    await this.#look();
  }

  /** Listens to the guest book. */
  readonly handleError = (event: LpseErrorEvent): void => {
    const { pendingId } = event.currentTarget as LpseGuestBook;
    const memo = this.#options.environment()?.memo;
    const caseKey = this.#options.caseKey();
    if (pendingId === undefined || memo === undefined || caseKey === undefined) return;
    this.id = pendingId;
    this.#host.requestUpdate();
    // Without a memo only a reload would not find it again.
    void memo.set(memoKey(caseKey), pendingId).catch(() => undefined);
  };

  async #look(): Promise<void> {
    const { id } = this;
    const environment = this.#options.environment();
    const caseKey = this.#options.caseKey();
    if (environment === undefined || id === undefined || caseKey === undefined) return;
    if (this.#isLooking) return;
    if (this.box.status.entries.some(({ command }) => command.consultationId === id)) return;
    this.#isLooking = true;
    try {
      const record = await environment.backend.read(id);
      if (id !== this.id) return;
      const { profile, drafts, memo } = environment;
      this.id = undefined;
      this.#host.requestUpdate();
      await memo.remove(memoKey(caseKey)).catch(() => undefined);
      // Whoever deleted the entry keeps what they typed.
      if (record === undefined) return;
      await drafts.remove(`new/${profile.id}/register`).catch(() => undefined);
      await this.#options.adopt(id);
    } catch {
      // The line is down again; the next change of the outbox or the next visit finds it.
    } finally {
      this.#isLooking = false;
    }
  }
}

function memoKey(caseKey: string): string {
  return `${caseKey}/pending`;
}
