import { html, nothing, type ReactiveControllerHost } from 'lit';
import type { ConsultationRecord } from '@lpse-konsultasi/client';
import type { Locale } from '@lpse-konsultasi/form-schema';
import type { PublicTexts } from '../locales/public.js';
import type { AccessView } from './access.js';

/** What the notice needs from the element that it stands in. */
export interface AccessNoticeOptions {
  locale(): Locale;
  texts(): PublicTexts;
  load?(): Promise<typeof import('./access.js')>;
}

/** The place of the access code, where the office has a page for it. */
export class AccessNotice {
  readonly #host: ReactiveControllerHost;
  readonly #options: AccessNoticeOptions;
  #view: AccessView | 'loading' | 'failed' | undefined;

  constructor(host: ReactiveControllerHost, options: AccessNoticeOptions) {
    this.#host = host;
    this.#options = options;
  }

  render(record: ConsultationRecord | undefined, page: string | undefined): unknown {
    if (record === undefined || record.events.length === 0 || page === undefined) return nothing;
    if (this.#view === undefined) void this.#load();
    if (typeof this.#view === 'object') return this.#view.render(record, page);
    if (this.#view !== 'failed') return nothing;
    return html`<p class="hint" role="status">${this.#options.texts().codeMissing}</p>`;
  }

  async #load(): Promise<void> {
    this.#view = 'loading';
    try {
      const { AccessView } = await (this.#options.load ?? loadAccess)();
      this.#view = new AccessView(this.#host, () => this.#options.locale());
    } catch {
      // Offline: the ticket stands above, and the code is on the copy.
      this.#view = 'failed';
    }
    this.#host.requestUpdate();
  }
}

function loadAccess(): Promise<typeof import('./access.js')> {
  return import('./access.js');
}
