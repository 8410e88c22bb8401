import { html, nothing, type TemplateResult } from 'lit';
import {
  escalationStatus,
  escalationWait,
  externalNumber,
  type Consultation,
} from '@lpse-konsultasi/form-schema';
import { optionLabel } from '../desk/read-form.js';
import type { Environment } from '../environment/environment.js';
import type { DeskTexts } from '../locales/desk.js';
import type { EscalationTexts } from '../locales/escalation.js';

/** What was sent where, and under which number. */
export function renderEscalation(
  consultation: Consultation,
  { profile, locale }: Environment,
  { escalation: texts }: DeskTexts,
  at: (instant: string) => string,
): TemplateResult | typeof nothing {
  const { eskalasi } = consultation;
  if (eskalasi === undefined) return nothing;
  const form = profile.forms.escalation;
  const { tujuan, kanal, waktuKirim, alasan } = eskalasi;
  const number = externalNumber(consultation);
  return html`<div class="note">
    <p>
      ${texts.sentTo(optionLabel(form, '/tujuan', tujuan, locale), optionLabel(form, '/kanal', kanal, locale))}${
        typeof waktuKirim === 'string' ? `, ${at(waktuKirim)}` : nothing
      }
    </p>
    <p>${number === undefined ? texts.numberPending : texts.number(number)}</p>
    ${typeof alasan === 'string' ? html`<p class="words">${alasan}</p>` : nothing}
  </div>`;
}

/** How long the case waits for the other side, and what to do when that is too long. */
export function renderWait(
  consultation: Consultation,
  { profile, clock }: Environment,
  texts: EscalationTexts,
): TemplateResult | typeof nothing {
  const wait = escalationWait(consultation, profile, clock.now());
  if (wait === undefined) return nothing;
  return html`<p class=${wait.isDue ? 'note warn wait' : 'soft wait'}>
    ${texts.waiting(wait.days)} ${wait.isDue ? html`<strong>${texts.due}</strong>` : nothing}
  </p>`;
}

/** When, by whom and how the other side was asked, the last time first. */
export function renderReminders(
  { reminders }: Consultation,
  { profile, locale }: Environment,
  texts: EscalationTexts,
  at: (instant: string) => string,
): TemplateResult | typeof nothing {
  if (reminders.length === 0) return nothing;
  const form = profile.forms.reminder;
  return html`<ul class="reminders">
    ${[...reminders].reverse().map(({ at: instant, by, kanal, catatan }) => {
      const channel = optionLabel(form, '/kanal', kanal, locale);
      return html`<li>
        ${texts.reminded(at(instant), by.name, channel)}
        ${catatan === undefined ? nothing : html`<span class="words">${catatan}</span>`}
      </li>`;
    })}
  </ul>`;
}

/** That an escalation was taken back, by whom and why: the last one, as long as nothing else follows from it. */
export function renderRevocation(
  consultation: Consultation,
  texts: EscalationTexts,
  at: (instant: string) => string,
): TemplateResult | typeof nothing {
  const last = consultation.revocations.at(-1);
  const status = escalationStatus(consultation);
  if (last === undefined || (status !== 'none' && status !== 'revoked')) return nothing;
  return html`<div class="note">
    <p>${texts.revoked(at(last.at), last.by.name)}</p>
    <p class="words">${last.alasan}</p>
  </div>`;
}
