import { html, nothing, type CSSResultGroup, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { Board, BoardCall } from '@lpse-konsultasi/form-schema';
import type { Environment } from '../environment/environment.js';
import type { Audience } from '../environment/resolve-profile.js';
import { LineController } from '../controllers/line-controller.js';
import { formatDate, formatTime } from '../i18n/format.js';
import { TextsController } from '../i18n/texts.js';
import { boardTexts } from '../locales/board.js';
import { LpseElement } from '../panel/lpse-element.js';
import { BoardFeed } from './board-feed.js';
import { BoardVoice } from './board-voice.js';
import { callBoardStyles } from './call-board.styles.js';
import { ScreenAwake } from './screen-awake.js';
import type { Speaker } from './speaker.js';

/** How many calls stand beside the current one. */
const lastCalls = 5;
/** The clock on the board shows minutes; looked at more often, so that it is never far behind. Milliseconds. */
const tick = 5_000;

/**
 * The screen in the waiting room: the number that is called and its counter as large as the screen allows, the last
 * calls beside it, the next numbers below, and a voice that says each call once. It needs no session: everything on it
 * may be seen by anyone. Browsers hold sound back until somebody has touched the page, so a button says so.
 *
 * @summary Calls numbers on a large screen, and aloud.
 * @status experimental
 * @since 0.2.0
 * @fires {LpseErrorEvent} lpse-error - The board cannot work.
 * @csspart base - The board.
 * @csspart current - The call that is shown large.
 * @csspart controls - The sound's controls at the foot.
 */
export class LpseCallBoard extends LpseElement {
  static override styles: CSSResultGroup = [LpseElement.styles, callBoardStyles];
  protected static override readonly provides: boolean = true;
  protected static override readonly audience: Audience = 'public';

  /** Tells several boards of one office on one device apart; of those with the same name one speaks. */
  @property() name = '';
  /** Shows calls and says nothing. */
  @property({ type: Boolean, reflect: true }) muted = false;
  /** Says calls in another way than through this page, e.g. by the loudspeakers of a hall. */
  @property({ attribute: false }) speaker?: Speaker;

  @state() private spoken: BoardCall | undefined;

  @query('.current .number') private number: HTMLElement | null | undefined;

  readonly #texts = new TextsController(this, boardTexts, () => this.language);
  readonly #line = new LineController(this, () => this.environment);
  readonly #feed = new BoardFeed(this, () => this.environment);
  readonly #voice = new BoardVoice(this, {
    environment: () => this.environment,
    name: () => this.name,
    isMuted: () => this.muted,
    speaker: () => this.speaker,
    onChange: (call) => (this.spoken = call),
  });

  #clock: ReturnType<typeof setInterval> | undefined;

  constructor() {
    super();
    new ScreenAwake(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#clock = setInterval(() => this.requestUpdate(), tick);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#clock);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { board } = this.#feed;
    if (board !== undefined) this.#voice.update(board);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { number } = this;
    number?.style.setProperty('--characters', String(Math.max(3, number.textContent.length)));
  }

  protected override renderReady(environment: Environment): unknown {
    const texts = this.#texts.current;
    const { board, status } = this.#feed;
    if (status === 'unsupported')
      return html`<div part="base" class="base" role="alert"><p>${texts.unsupported}</p></div>`;
    return html`
      <section part="base" class="base" aria-label=${texts.heading}>
        ${this.#renderHead(environment)} ${this.#renderStage(board)} ${this.#renderLast(board)}
        ${this.#renderNext(board)} ${this.#renderFoot(environment)}
      </section>
    `;
  }

  #renderHead({ profile, locale, clock }: Environment): TemplateResult {
    const now = clock.now().toISOString();
    const { nama, zonaWaktu } = profile.office;
    return html`<header>
      <span class="office">${nama}</span>
      <span>
        ${formatDate(now, locale, zonaWaktu)}
        <span class="time">${formatTime(now, locale, zonaWaktu)}</span> ${zonaWaktu}
      </span>
    </header>`;
  }

  #renderStage(board: Board | undefined): TemplateResult {
    const texts = this.#texts.current;
    const call = this.spoken ?? board?.calls[0];
    if (call === undefined) {
      const words = board === undefined ? this.common.current.loading : texts.welcome;
      return html`<div class="stage">
        <div class="current" part="current"><p class="welcome" role="status">${words}</p></div>
      </div>`;
    }
    return html`<div class=${call.isCalling ? 'stage fresh' : 'stage'}>
      <div class="current" part="current" role="status" aria-atomic="true">
        <span class="label">${texts.now}</span>
        <span class="number">${call.nomor}</span>
        ${call.nama === undefined ? nothing : html`<span class="name">${call.nama}</span>`}
        <span class="label">${texts.goTo}</span>
        <span class="counter">${this.#counter(call)}</span>
      </div>
    </div>`;
  }

  #renderLast(board: Board | undefined): TemplateResult {
    const texts = this.#texts.current;
    const calls = board?.calls.slice(0, lastCalls) ?? [];
    return html`<section class="last" aria-labelledby="last">
      <h2 id="last">${texts.lastCalls}</h2>
      ${
        calls.length === 0
          ? html`<p>${texts.none}</p>`
          : html`<ol>
              ${calls.map(
                (call) =>
                  html`<li>
                    <span class="number">${call.nomor}</span>
                    <span class="where"
                      >${this.#counter(call)}${call.isCalling ? html`<small>${this.#callingWords(call)}</small>` : nothing}</span
                    >
                  </li>`,
              )}
            </ol>`
      }
    </section>`;
  }

  #renderNext(board: Board | undefined): TemplateResult | typeof nothing {
    if (board === undefined) return nothing;
    const texts = this.#texts.current;
    const { next, waiting, estimate } = board;
    const words =
      estimate === undefined
        ? texts.noEstimate
        : `${texts.estimate(estimate.from, estimate.until)}${estimate.mayEndToday ? `, ${texts.mayEndToday}` : ''}`;
    return html`<section class="next" aria-labelledby="next">
      <h2 id="next">${texts.next}</h2>
      ${
        next.length === 0
          ? html`<p>${texts.nobody}</p>`
          : html`<ol>
                ${next.map((number) => html`<li>${number}</li>`)}
              </ol>
              <p>${texts.waiting(waiting)} · ${words}</p>`
      }
    </section>`;
  }

  #renderFoot({ locale, profile }: Environment): TemplateResult {
    const texts = this.#texts.current;
    const lostAt = this.#feed.lostAt ?? this.#line.lostAt;
    return html`
      ${
        lostAt === undefined
          ? nothing
          : html`<p class="lost alert alert-warn" role="alert">
              ${texts.lost(formatTime(lostAt.toISOString(), locale, profile.office.zonaWaktu))}
            </p>`
      }
      <footer part="controls" role="group" aria-label=${texts.controls}>
        ${this.#renderSound()}
      </footer>
    `;
  }

  #renderSound(): unknown {
    const texts = this.#texts.current;
    const voice = this.#voice;
    const toggle = html`<button
      type="button"
      class="button button-small"
      @click=${() => (this.muted = !this.muted)}
    >
      ${this.muted ? texts.unmute : texts.mute}
    </button>`;
    switch (voice.status) {
      case 'off':
        return html`${texts.soundOff}${this.muted ? toggle : nothing}`;
      case 'elsewhere':
        return texts.soundElsewhere;
      case 'failed':
        return html`<span role="alert">${texts.soundFailed}</span>`;
      case 'blocked':
        return html`<button
            type="button"
            class="button button-primary"
            @click=${() => void voice.unlock()}
          >
            ${texts.enableSound}
          </button>
          <span role="status">${texts.soundBlocked}</span>`;
      case 'on':
        return html`<span>${texts.soundOn}</span>
          <label
            >${texts.volume}
            <input
              type="range"
              min="0"
              max="100"
              step="5"
              .value=${String(Math.round(voice.volume * 100))}
              @change=${this.#handleVolume}
          /></label>
          <button type="button" class="button button-small" @click=${() => void voice.test()}>
            ${texts.test}
          </button>
          ${toggle}`;
    }
  }

  #counter({ loket }: BoardCall): string {
    const texts = this.#texts.current;
    return loket === undefined ? texts.desk : texts.counter(loket);
  }

  #callingWords({ urutan }: BoardCall): string {
    const texts = this.#texts.current;
    return urutan > 1 ? `${texts.calling} · ${texts.again(urutan)}` : texts.calling;
  }

  readonly #handleVolume = (event: Event): void => {
    this.#voice.setVolume(Number((event.target as HTMLInputElement).value) / 100);
  };
}
