import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Backend, ConsultationSummary, ListFilter } from '@lpse-konsultasi/client';

const most = 5;

export type Kinship = 'person' | 'package' | 'category';

/** Other cases that an officer may want to know of, nearest first; each case once. */
export type EarlierCases = readonly (readonly [Kinship, readonly ConsultationSummary[]])[];

interface Source {
  readonly backend: Backend | undefined;
  readonly consultationId: string | undefined;
  /** Changes with the case: what is looked for may be known only after the form came in. */
  readonly version: number | undefined;
}

/** Earlier cases of the same person, the same package, the same kind of matter. */
export class EarlierController implements ReactiveController {
  cases: EarlierCases = [];

  readonly #host: ReactiveControllerHost;
  readonly #source: () => Source;
  #last: Source | undefined;
  #abort: AbortController | undefined;

  constructor(host: ReactiveControllerHost, source: () => Source) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  hostUpdate(): void {
    const source = this.#source();
    const { backend, consultationId, version } = source;
    const last = this.#last;
    const isSame = backend === last?.backend && consultationId === last?.consultationId;
    if (isSame && version === last?.version) return;
    this.#last = source;
    this.#abort?.abort();
    if (!isSame) this.cases = [];
    if (backend === undefined || consultationId === undefined || version === undefined) return;
    const abort = new AbortController();
    this.#abort = abort;
    void this.#find(backend, consultationId, abort.signal);
  }

  hostDisconnected(): void {
    this.#abort?.abort();
    this.#last = undefined;
  }

  async #find(backend: Backend, id: string, signal: AbortSignal): Promise<void> {
    try {
      const { items } = await backend.list({ ids: [id], limit: 1, signal });
      const [row] = items;
      if (row === undefined) return;
      const { pelapor, paket, kategori } = row;
      const known = new Set([id]);
      const groups: (readonly [Kinship, readonly ConsultationSummary[]])[] = [];
      const questions: readonly (readonly [Kinship, ListFilter | undefined])[] = [
        ['person', pelapor === undefined ? undefined : { pelapor }],
        ['package', paket === undefined ? undefined : { paket }],
        ['category', kategori === '' ? undefined : { kategori: [kategori], states: ['archived'] }],
      ];
      for (const [kinship, filter] of questions) {
        if (filter === undefined) continue;
        const page = await backend.list({
          ...filter,
          sort: '-registeredAt',
          limit: most + 5,
          signal,
        });
        const fresh = page.items.filter((each) => !known.has(each.id)).slice(0, most);
        for (const each of fresh) known.add(each.id);
        if (fresh.length > 0) groups.push([kinship, fresh]);
      }
      if (signal.aborted) return;
      this.cases = groups;
      this.#host.requestUpdate();
    } catch {
      // A help beside the case: without it the officer works on.
    }
  }
}
