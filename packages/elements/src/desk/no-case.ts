import { html, type TemplateResult } from 'lit';
import type { ConsultationController } from '../controllers/consultation-controller.js';
import type { CommonTexts } from '../locales/common.js';
import type { DeskTexts } from '../locales/desk.js';
import { renderFailure } from '../panel/way-in.js';

/** What stands in the place of the case while there is none to show, and why. */
export function renderNoCase(
  { status, failure, retry }: ConsultationController,
  { desk }: DeskTexts,
  common: CommonTexts,
  signIn: string | undefined,
): TemplateResult {
  switch (status) {
    case 'loading':
      return html`<p class="nothing" role="status">${common.loading}</p>`;
    case 'failed':
      return renderFailure(failure, signIn, common, retry);
    case 'missing':
      return html`<p class="nothing">${desk.missing}</p>`;
    default:
      return html`<div class="nothing">
        <p><strong>${desk.nothing}</strong></p>
        <p>${desk.nothingHint}</p>
      </div>`;
  }
}
