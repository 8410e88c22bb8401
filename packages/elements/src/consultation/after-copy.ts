import { html, nothing, type TemplateResult } from 'lit';
import type { Consultation } from '@lpse-konsultasi/form-schema';
import { loadQuietly } from '../define/load-quietly.js';
import type { Environment } from '../environment/environment.js';
import type { PublicTexts } from '../locales/public.js';

/** The survey below the copy; who is asked a second time in this browser only sees the thanks. */
export function renderSurvey({ id }: Consultation, { profile, locale }: Environment): unknown {
  if (!profile.survey.aktif) return nothing;
  loadQuietly(import('../define/survey.js'));
  return html`<lpse-survey
    exportparts="control, label, hint, error"
    .consultationId=${id}
    .locale=${locale}
  ></lpse-survey>`;
}

/** Is it solved? A chunk of its own, for the few days after the answer. */
export function renderConfirmation({ id }: Consultation, { locale }: Environment): TemplateResult {
  loadQuietly(import('../define/confirmation.js'));
  return html`<lpse-confirmation
    exportparts="control, label, hint, error"
    .consultationId=${id}
    .locale=${locale}
  ></lpse-confirmation>`;
}

export function renderAnew(texts: PublicTexts, anew: () => void): TemplateResult {
  return html`<p class="actions">
    <button type="button" class="button" @click=${anew}>${texts.anew}</button>
  </p>`;
}
