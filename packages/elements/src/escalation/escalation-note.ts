import { html, nothing, type TemplateResult } from 'lit';
import type { Consultation } from '@lpse-konsultasi/form-schema';
import { optionLabel } from '../desk/read-form.js';
import type { Environment } from '../environment/environment.js';
import type { DeskTexts } from '../locales/desk.js';

/** What was sent where, and under which number. */
export function renderEscalation(
  { eskalasi }: Consultation,
  { profile, locale }: Environment,
  { escalation: texts }: DeskTexts,
  at: (instant: string) => string,
): TemplateResult | typeof nothing {
  if (eskalasi === undefined) return nothing;
  const form = profile.forms.escalation;
  const { tujuan, kanal, nomorLuar, waktuKirim, alasan } = eskalasi;
  return html`<div class="note">
    <p>
      ${texts.sentTo(optionLabel(form, '/tujuan', tujuan, locale), optionLabel(form, '/kanal', kanal, locale))}${
        typeof waktuKirim === 'string' ? `, ${at(waktuKirim)}` : nothing
      }
    </p>
    <p>${typeof nomorLuar === 'string' ? texts.number(nomorLuar) : texts.numberPending}</p>
    ${typeof alasan === 'string' ? html`<p class="words">${alasan}</p>` : nothing}
  </div>`;
}
