import { html, nothing } from 'lit';
import type { Consultation } from '@lpse-konsultasi/form-schema';
import type { Environment } from '../environment/environment.js';

/** The survey below the copy; who is asked a second time in this browser only sees the thanks. */
export function renderSurvey({ id }: Consultation, { profile, locale }: Environment): unknown {
  if (!profile.survey.aktif) return nothing;
  void import('../define/survey.js');
  return html`<lpse-survey
    exportparts="control, label, hint, error"
    .consultationId=${id}
    .locale=${locale}
  ></lpse-survey>`;
}
