import { html, nothing, type TemplateResult } from 'lit';
import type { DraftController } from '../controllers/draft-controller.js';
import type { Environment } from '../environment/environment.js';
import { formatTime } from '../i18n/format.js';
import type { CommonTexts } from '../locales/common.js';

/** Below a form: that what was typed is stored, that it came back, or that the browser does not store it. */
export function renderSaved(
  { failed, savedAt, found }: DraftController,
  texts: CommonTexts,
  { locale, profile }: Environment,
): TemplateResult {
  if (failed) return html`<p class="alert alert-warn" role="status">${texts.saveFailed}</p>`;
  const time = (at: string): string => formatTime(at, locale, profile.office.zonaWaktu);
  const words =
    savedAt !== undefined
      ? texts.saved(time(savedAt))
      : found !== undefined
        ? texts.restored(time(found.savedAt))
        : nothing;
  return html`<p class="saved" role="status">${words}</p>`;
}
