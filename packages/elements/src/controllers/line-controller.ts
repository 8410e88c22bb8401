import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { TemplateResult } from 'lit';
import type { LiveLine } from '@lpse-konsultasi/client';
import type { Environment } from '../environment/environment.js';
import { formatTime } from '../i18n/format.js';
import type { CommonTexts } from '../locales/common.js';
import { renderWayIn } from '../panel/way-in.js';

/** Whether what is shown still follows the server: a queue or a turn that stands still looks like any other. */
export class LineController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #environment: () => Environment | undefined;
  #line: LiveLine | undefined;
  #end: (() => void) | undefined;

  constructor(host: ReactiveControllerHost, environment: () => Environment | undefined) {
    this.#host = host;
    this.#environment = environment;
    host.addController(this);
  }

  get lostAt(): Date | undefined {
    return this.#line?.lostAt;
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    this.#follow(this.#environment()?.backend.line);
  }

  hostDisconnected(): void {
    this.#follow(undefined);
  }

  /** Says since when, and that nothing need be done; or where to sign in again. */
  render(
    { locale, profile, session, signIn }: Environment,
    texts: CommonTexts,
  ): TemplateResult | typeof nothing {
    const { lostAt } = this;
    if (this.#line?.isSignedOut === true && session.role !== 'user')
      return html`<div class="lost alert alert-warn" role="alert">
        <p>${texts.signedOut}</p>
        ${renderWayIn('LPSE_SESSION_REQUIRED', signIn, texts)}
      </div>`;
    if (lostAt === undefined) return nothing;
    const since = formatTime(lostAt.toISOString(), locale, profile.office.zonaWaktu);
    return html`<p class="lost alert alert-warn" role="alert">${texts.lineLost(since)}</p>`;
  }

  #follow(line: LiveLine | undefined): void {
    if (line === this.#line) return;
    this.#end?.();
    this.#line = line;
    this.#end = line?.subscribe(() => this.#host.requestUpdate());
  }
}
