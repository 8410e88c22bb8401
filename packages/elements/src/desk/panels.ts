import { html, nothing, type TemplateResult } from 'lit';
import { escalationStatus, type Consultation } from '@lpse-konsultasi/form-schema';
import type { Environment } from '../environment/environment.js';
import type { LpseCaseEvent } from '../events/case.js';
import { formatDateTime } from '../i18n/format.js';
import type { DeskTexts } from '../locales/desk.js';

/**
 * The panel whose turn it is in the state of the case. It is listened to directly: when the change arrives here before
 * the panel's own answer, the panel has left the page by the time it tells of it.
 */
export function panelsOf(
  consultation: Consultation,
  environment: Environment,
  texts: DeskTexts,
  onCase: (event: LpseCaseEvent) => void,
): TemplateResult {
  const { id, state } = consultation;
  const { session, locale } = environment;
  switch (state) {
    case 'draft':
    case 'submitted':
    case 'reviewing':
    case 'incomplete':
      return html`<lpse-review
        .consultationId=${id}
        .session=${session}
        .locale=${locale}
        @lpse-case=${onCase}
      ></lpse-review>`;
    case 'queued':
    case 'called':
    case 'no-show':
      return html`<lpse-call
        .consultationId=${id}
        .session=${session}
        .locale=${locale}
        @lpse-case=${onCase}
      ></lpse-call>`;
    case 'analysing':
      return html`<lpse-analysis
        .consultationId=${id}
        .session=${session}
        .locale=${locale}
        @lpse-case=${onCase}
      ></lpse-analysis>`;
    case 'answering':
    case 'follow-up':
      return html`<lpse-solution
        .consultationId=${id}
        .session=${session}
        .locale=${locale}
        @lpse-case=${onCase}
      ></lpse-solution>`;
    case 'escalating':
      return html`<lpse-escalation
        .consultationId=${id}
        .session=${session}
        .locale=${locale}
        @lpse-case=${onCase}
      ></lpse-escalation>`;
    case 'handing-over':
    case 'archived':
      return html`<lpse-archive
          .consultationId=${id}
          .session=${session}
          .locale=${locale}
          @lpse-case=${onCase}
        ></lpse-archive>
        ${
          // Only what was escalated has a number, a reply or a revocation to come.
          isEscalated(consultation)
            ? html`<lpse-escalation
                .consultationId=${id}
                .session=${session}
                .locale=${locale}
                @lpse-case=${onCase}
              ></lpse-escalation>`
            : nothing
        }`;
    case 'cancelled':
      return renderCancelled(consultation, environment, texts);
  }
}

function isEscalated(consultation: Consultation): boolean {
  const status = escalationStatus(consultation);
  // While an answer to a reply is handed over, nothing is left to do about the escalation.
  return status === 'waiting' || (status === 'replied' && consultation.state === 'archived');
}

function renderCancelled(
  { cancellation }: Consultation,
  { profile, locale }: Environment,
  { desk: texts }: DeskTexts,
): TemplateResult {
  if (cancellation === undefined) return html``;
  const { by, at, alasan } = cancellation;
  const when = formatDateTime(at, locale, profile.office.zonaWaktu);
  return html`<div class="ended" tabindex="-1">
    <p>${texts.cancelledBy(by.name === '' ? texts.user : by.name, when)}</p>
    ${alasan === undefined ? nothing : html`<p>${texts.reason(alasan)}</p>`}
  </div>`;
}
