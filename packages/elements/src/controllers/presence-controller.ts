import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Backend } from '@lpse-konsultasi/client';

export interface PresenceSource {
  readonly backend: Backend | undefined;
  /** Who looks: nobody is told of themselves. */
  readonly officerId: string;
  /** The case that this officer has open, when this element shows one. */
  readonly consultationId?: string | undefined;
}

/** Who else of the office has which case open; tells the others of this officer's open case at the same time. */
export class PresenceController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #source: () => PresenceSource;
  #backend: Backend | undefined;
  #watching: AbortController | undefined;
  #attending: AbortController | undefined;
  #isConnected = false;
  #openId: string | undefined;
  #names: ReadonlyMap<string, readonly string[]> = new Map();

  constructor(host: ReactiveControllerHost, source: () => PresenceSource) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  /** The names of the others who have this case open. */
  at(id: string): readonly string[] {
    return this.#names.get(id) ?? [];
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    // An update that was due when the element left its page is still carried out.
    if (!this.#isConnected) return;
    const { backend, consultationId } = this.#source();
    const able = backend?.supports.presence === true ? backend : undefined;
    if (able !== this.#backend) {
      this.#stop();
      this.#backend = able;
      if (able !== undefined) void this.#watch(able);
    }
    if (consultationId === this.#openId) return;
    this.#attending?.abort();
    this.#attending = undefined;
    this.#openId = consultationId;
    if (able === undefined || consultationId === undefined) return;
    this.#attending = new AbortController();
    // Presence is a courtesy: without it the desk works all the same.
    able.attend(consultationId, { signal: this.#attending.signal }).catch(() => undefined);
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    this.#stop();
    this.#backend = undefined;
  }

  async #watch(backend: Backend): Promise<void> {
    const watching = new AbortController();
    this.#watching = watching;
    try {
      for await (const all of backend.attending({ signal: watching.signal })) {
        const { officerId } = this.#source();
        const names = new Map<string, string[]>();
        for (const { id, petugasId, petugas } of all)
          if (petugasId !== officerId) names.set(id, [...(names.get(id) ?? []), petugas]);
        this.#names = names;
        this.#host.requestUpdate();
      }
    } catch {
      // As above.
    }
  }

  #stop(): void {
    this.#watching?.abort();
    this.#attending?.abort();
    this.#attending = undefined;
    this.#openId = undefined;
    this.#names = new Map();
  }
}
