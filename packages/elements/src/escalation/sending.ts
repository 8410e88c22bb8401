import { html, nothing, type ReactiveController, type ReactiveControllerHost } from 'lit';
import type { TemplateResult } from 'lit';
import type { Locale } from '@lpse-konsultasi/form-schema';
import type { EscalationTexts } from '../locales/escalation.js';
import type { EscalationChannel, EscalationParcel, EscalationStep } from './channels/channel.js';

/** How the last step went, as one line. */
type Said = (texts: EscalationTexts) => string;

/** How long the browser may need to take a file over; after that its memory is freed. */
const KEEP_MS = 60_000;

/** Carries the steps of a channel out and says how it went; a channel that fails leaves everything as it was. */
export class SendingController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #onSent: (number: string | undefined) => void;
  #said: Said | undefined;
  #running: AbortController | undefined;

  constructor(host: ReactiveControllerHost, onSent: (number: string | undefined) => void) {
    this.#host = host;
    this.#onSent = onSent;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#running?.abort();
    this.#running = undefined;
  }

  /** The browser did not let the package be copied: it is shown to be copied by hand. */
  get isCopyRefused(): boolean {
    return this.#said === copyFailed;
  }

  render(
    channels: readonly EscalationChannel[],
    parcel: EscalationParcel,
    texts: EscalationTexts,
    locale: Locale,
  ): TemplateResult {
    return html`
      ${channels.map(
        (channel) => html`
          <div class="channel" role="group" aria-labelledby="channel-${channel.id}">
            <h3 id="channel-${channel.id}">${texts.send(channel.label[locale])}</h3>
            <ol class="steps">
              ${stepsOf(channel, parcel).map(
                (step) => html`<li>${this.#renderStep(step, texts, locale)}</li>`,
              )}
            </ol>
          </div>
        `,
      )}
      <p class="soft" role="status">${this.#said?.(texts) ?? texts.then}</p>
    `;
  }

  #renderStep(step: EscalationStep, texts: EscalationTexts, locale: Locale): TemplateResult {
    if (step.kind === 'open') {
      const isPage = /^https?:/.test(step.href);
      return html`<a
        class="button"
        href=${step.href}
        target=${isPage ? '_blank' : nothing}
        rel="noopener noreferrer"
        >${step.label[locale]}${isPage ? html` <span class="quiet">${texts.opens}</span>` : nothing}</a
      >`;
    }
    return html`<button
      type="button"
      class="button"
      aria-disabled=${this.#running !== undefined}
      @click=${() => void this.#carryOut(step)}
    >
      ${step.label[locale]}
    </button>`;
  }

  async #carryOut(step: Exclude<EscalationStep, { kind: 'open' }>): Promise<void> {
    if (this.#running !== undefined) return;
    switch (step.kind) {
      case 'copy':
        return this.#say(await copy(step.text()));
      case 'download':
        return this.#say(await download(step));
      case 'send':
        return this.#send(step);
    }
  }

  async #send(step: EscalationStep & { readonly kind: 'send' }): Promise<void> {
    const running = new AbortController();
    this.#running = running;
    this.#say((texts) => texts.sending);
    try {
      const { nomorLuar } = await step.send({ signal: running.signal });
      if (running.signal.aborted) return;
      this.#onSent(nomorLuar);
      this.#say((texts) =>
        nomorLuar === undefined ? texts.sent : texts.sentWithNumber(nomorLuar),
      );
    } catch {
      if (!running.signal.aborted) this.#say((texts) => texts.sendFailed);
    } finally {
      if (this.#running === running) this.#running = undefined;
      this.#host.requestUpdate();
    }
  }

  #say(said: Said): void {
    this.#said = said;
    this.#host.requestUpdate();
  }
}

/** A channel of the page's own may be wrong; the others serve all the same. */
function stepsOf(channel: EscalationChannel, parcel: EscalationParcel): readonly EscalationStep[] {
  try {
    return channel.prepare(parcel);
  } catch {
    return [];
  }
}

const copyFailed: Said = (texts) => texts.copyFailed;

async function copy(text: string): Promise<Said> {
  try {
    await navigator.clipboard.writeText(text);
    return (texts) => texts.copied;
  } catch {
    // Missing on plain http, or refused: the text is shown instead.
    return copyFailed;
  }
}

async function download({
  make,
  name,
}: EscalationStep & { readonly kind: 'download' }): Promise<Said> {
  try {
    const url = URL.createObjectURL(await make());
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
    return (texts) => texts.downloaded;
  } catch {
    return (texts) => texts.downloadFailed;
  }
}
