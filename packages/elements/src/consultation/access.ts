import { html, nothing, type TemplateResult } from 'lit';
import type { ConsultationRecord } from '@lpse-konsultasi/client';
import { accessCodeOf, spellAccessCode, statusAddress } from '@lpse-konsultasi/form-schema';
import type { StatusTexts } from '../locales/status.js';

/** The code with which the visitor finds the case again, where the office has a page for that. */
export function renderAccess(
  record: ConsultationRecord | undefined,
  page: string | undefined,
  texts: StatusTexts,
): TemplateResult | typeof nothing {
  const kode = record && accessCodeOf(record.events);
  if (record === undefined || kode === undefined || page === undefined) return nothing;
  const { tiket } = record.consultation;
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
