import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import {
  inOrder,
  waitingStates,
  type Board,
  type Consultation,
  type JsonObject,
} from '@lpse-konsultasi/form-schema';
import type { Backend } from '@lpse-konsultasi/client';
import { BoardFeed } from '../call-board/board-feed.js';
import { lastCall, rememberCall } from '../call/last-call.js';
import type { Environment } from '../environment/environment.js';
import type { DeskTexts } from '../locales/desk.js';

/** Another counter may have called the same person a moment ago; then whoever follows is called. */
const attempts = 3;
/** As many of those who wait, and of those called last, as one page of the backend holds. */
const limit = 200;

/** Calls whoever is next in fair order to the counter of this workplace, without looking for the case first. */
export class NextCall implements ReactiveController {
  /** What became of the last press, as long as nobody could be called. */
  trouble: 'nobody' | 'failed' | undefined;
  busy = false;

  readonly #host: ReactiveControllerHost;
  readonly #environment: () => Environment | undefined;
  readonly #onCalled: (consultation: Consultation) => void;
  readonly #feed: BoardFeed;

  constructor(
    host: ReactiveControllerHost,
    environment: () => Environment | undefined,
    onCalled: (consultation: Consultation) => void,
  ) {
    this.#host = host;
    this.#environment = environment;
    this.#onCalled = onCalled;
    this.#feed = new BoardFeed(host, environment);
    host.addController(this);
  }

  /** The waiting room as of now; undefined where the backend has no board. */
  get board(): Board | undefined {
    return this.#feed.board;
  }

  hostUpdate(): void {
    // Whoever came meanwhile can be called.
    if (this.trouble === 'nobody' && (this.board?.waiting ?? 0) > 0) this.trouble = undefined;
  }

  async call(): Promise<void> {
    const environment = this.#environment();
    if (environment === undefined || this.busy || this.board?.waiting === 0) return;
    this.busy = true;
    this.trouble = undefined;
    this.#host.requestUpdate();
    try {
      const called = await this.#callFirst(environment);
      if (called === undefined) this.trouble = 'nobody';
      else this.#onCalled(called);
    } catch {
      this.trouble = 'failed';
    } finally {
      this.busy = false;
      this.#host.requestUpdate();
    }
  }

  async #callFirst({ backend, profile, loket }: Environment): Promise<Consultation | undefined> {
    const data = lastCall(profile, loket);
    const refused = new Set<string>();
    for (let attempt = 0; attempt < attempts; attempt++) {
      const rows = await waitingRows(backend);
      const next = inOrder(rows, profile).find(({ id }) => !refused.has(id));
      if (next === undefined) return undefined;
      const outcome = await backend.execute(
        { type: 'call', consultationId: next.id, data },
        { key: `call-next/${next.id}/${next.version}/${String(data['loket'] ?? '')}` },
      );
      if (outcome.ok) return outcome.consultation;
      refused.add(next.id);
    }
    return undefined;
  }
}

async function waitingRows(backend: Backend) {
  const [queued, others] = await Promise.all([
    backend.list({ states: ['queued'], sort: 'registeredAt', limit }),
    backend.list({
      states: waitingStates.filter((state) => state !== 'queued'),
      sort: '-updatedAt',
      limit,
    }),
  ]);
  return [...queued.items, ...others.items];
}

/** The line above the queue: who is next, how many wait and how long, and the button that calls; nothing for others. */
export function renderNextCall(
  next: NextCall,
  { profile, session, loket: own }: Environment,
  texts: DeskTexts,
): TemplateResult | typeof nothing {
  if (profile.procedure.roles[session.role]?.includes('call') !== true) return nothing;
  const { board, trouble } = next;
  const words = texts.call;
  const { loket } = lastCall(profile, own);
  return html`<div class="next-call" part="next-call">
    <p class="next-call-who">
      ${
        board === undefined
          ? nothing
          : html`${board.next[0] === undefined ? words.nobodyWaits : words.nextNumber(board.next[0])}
              <span class="soft">${waitingWords(board, texts)}</span>`
      }
    </p>
    <p class="next-call-act">
      ${
        profile.office.loket.length < 2
          ? nothing
          : html`<label>
              <span>${words.counter}</span>
              <select @change=${(event: Event) => takeCounter(event, lastCall(profile, own))}>
                ${profile.office.loket.map(
                  (each) =>
                    html`<option value=${each} ?selected=${each === loket}>${each}</option>`,
                )}
              </select>
            </label>`
      }
      <button
        type="button"
        class="button"
        aria-disabled=${next.busy || board?.waiting === 0}
        @click=${() => void next.call()}
      >
        ${words.callNext}
      </button>
    </p>
    <p class="next-call-trouble" role="status">
      ${trouble === undefined ? nothing : trouble === 'nobody' ? words.nobodyToCall : words.callFailed}
    </p>
  </div>`;
}

function waitingWords({ waiting, estimate }: Board, { call }: DeskTexts): string {
  if (waiting === 0) return '';
  const words =
    estimate === undefined ? call.noEstimate : call.estimate(estimate.from, estimate.until);
  return `${call.waiting(waiting)} · ${words}`;
}

function takeCounter(event: Event, before: JsonObject): void {
  rememberCall({ ...before, loket: (event.currentTarget as HTMLSelectElement).value });
}
