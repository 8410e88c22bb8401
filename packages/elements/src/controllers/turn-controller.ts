import {
  html,
  nothing,
  type ReactiveController,
  type ReactiveControllerHost,
  type TemplateResult,
} from 'lit';
import type { Backend } from '@lpse-konsultasi/client';
import type { Consultation, Turn } from '@lpse-konsultasi/form-schema';
import type { PublicTexts } from '../locales/public.js';

/** A place in the queue moves when others do, of which a visitor hears nothing: so it is asked for. Milliseconds. */
const askEvery = 30_000;

/** Tells a waiting visitor how many are before them, for as long as their case waits to be called. */
export class TurnController implements ReactiveController {
  current: Turn | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #source: () => {
    readonly backend: Backend | undefined;
    readonly consultation: Consultation | undefined;
  };
  #asked: { readonly backend: Backend; readonly id: string; readonly version: number } | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    host: ReactiveControllerHost,
    source: () => {
      readonly backend: Backend | undefined;
      readonly consultation: Consultation | undefined;
    },
  ) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  hostConnected(): void {
    this.#timer = setInterval(() => void this.#ask(), askEvery);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
    this.#asked = undefined;
  }

  hostUpdate(): void {
    const { backend, consultation } = this.#source();
    if (consultation?.state !== 'queued') {
      this.current = undefined;
      this.#asked = undefined;
      return;
    }
    const { id, version } = consultation;
    const asked = this.#asked;
    if (asked?.backend === backend && asked?.id === id && asked.version === version) return;
    if (backend === undefined) return;
    this.#asked = { backend, id, version };
    void this.#ask();
  }

  async #ask(): Promise<void> {
    const asked = this.#asked;
    if (asked === undefined || document.hidden) return;
    // Where a place cannot be told, or not just now, the page says nothing of it.
    const turn = await asked.backend.turn?.(asked.id).catch(() => undefined);
    if (asked !== this.#asked) return;
    this.current = turn;
    this.#host.requestUpdate();
  }
}

/** The place and the estimate in words; nothing while neither is known. */
export function renderTurn(
  turn: Turn | undefined,
  texts: PublicTexts,
): TemplateResult | typeof nothing {
  if (turn === undefined) return nothing;
  const { position, estimate } = turn;
  const words =
    estimate === undefined
      ? texts.noEstimate
      : [
          texts.estimate(estimate.from, estimate.until),
          estimate.mayEndToday ? texts.estimateEnds : '',
        ]
          .join(' ')
          .trim();
  return html`<p class="turn">${texts.turn(position)} ${words}</p>`;
}
