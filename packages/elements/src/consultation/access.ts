import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { ConsultationRecord } from '@lpse-konsultasi/client';
import {
  accessCodeOf,
  spellAccessCode,
  statusAddress,
  type Locale,
} from '@lpse-konsultasi/form-schema';
import { TextsController } from '../i18n/texts.js';
import { statusTexts } from '../locales/status.js';

// Loaded with the first case that has a code to show: the guest book needs neither its digest nor its words.

/** The code with which the visitor finds the case again. */
export class AccessView {
  readonly #texts: TextsController<typeof statusTexts.id>;

  constructor(host: ReactiveControllerHost, locale: () => Locale) {
    this.#texts = new TextsController(host, statusTexts, locale);
  }

  render({ consultation, events }: ConsultationRecord, page: string): TemplateResult {
    const texts = this.#texts.current;
    const kode = accessCodeOf(events) ?? '';
    const { tiket } = consultation;
    return html`
      <div class="access">
        <p>${texts.codeOnPaper}: <strong class="access-code">${spellAccessCode(kode)}</strong></p>
        <p class="hint">
          ${texts.codeWhy}
          <a href=${statusAddress(page, { tiket, kode })} rel="noreferrer">${texts.statusPage}</a>
        </p>
      </div>
    `;
  }
}
