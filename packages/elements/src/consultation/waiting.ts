import { html, nothing, type TemplateResult } from 'lit';
import { externalNumber, type Consultation, type State } from '@lpse-konsultasi/form-schema';
import type { PublicTexts } from '../locales/public.js';

/** Where a case stands among the four stages that a visitor sees; from 0. */
export function stageOf(state: State | undefined): number {
  if (state === undefined) return 0;
  if (state === 'draft') return 1;
  return withAnswer.includes(state) ? 3 : 2;
}

/** States in which the sheet has something for the visitor to read. */
export const withAnswer: readonly State[] = ['handing-over', 'archived', 'follow-up'];

/** The four stages as a line; on a narrow screen only the present one is named. */
export function renderTrack(stage: number, texts: PublicTexts): TemplateResult {
  const all = texts.trackStages.length;
  return html`
    <nav class="track" aria-label=${texts.track}>
      <p class="track-position">
        ${texts.trackPosition(stage + 1, all)} · <strong>${texts.trackStages[stage]}</strong>
      </p>
      <ol>
        ${texts.trackStages.map((words, index) => {
          const place = index < stage ? 'past' : index === stage ? 'now' : 'ahead';
          return html`<li class=${place} aria-current=${place === 'now' ? 'step' : nothing}>
            <span>${words}</span>
            ${place === 'past' ? html`<span class="quiet">(${texts.done})</span>` : nothing}
          </li>`;
        })}
      </ol>
    </nav>
  `;
}

/** What the office now does with the case, in words; an escalated case has words of its own. */
export function headingOf(
  { state, eskalasi, answers, reopenings }: Consultation,
  texts: PublicTexts,
): string {
  if (state === 'follow-up' && reopenings.at(-1)?.untukJawaban === answers.length)
    return texts.reopenedHeading;
  const isWaiting = eskalasi !== undefined && answers.length === 0;
  if (isWaiting && (state === 'handing-over' || state === 'archived'))
    return texts.escalatedHeading;
  return texts.headings[state];
}

/** The ticket, and the queue number as soon as there is one, large enough to read across a room. */
export function renderNumbers(
  { tiket, nomorAntrean }: Consultation,
  texts: PublicTexts,
): TemplateResult {
  return html`
    <dl class="tickets">
      ${
        nomorAntrean === undefined
          ? nothing
          : html`<div class="ticket main">
              <dt>${texts.queueNumber}</dt>
              <dd>${nomorAntrean}</dd>
            </div>`
      }
      <div class=${nomorAntrean === undefined ? 'ticket main' : 'ticket'}>
        <dt>${texts.ticket}</dt>
        <dd>${tiket}</dd>
      </div>
    </dl>
  `;
}

/** "Silakan menuju loket 1": what the last call asks of the visitor. */
export function callWords({ calls }: Consultation, texts: PublicTexts): string {
  const counter = calls.at(-1)?.loket;
  return counter === undefined ? texts.proceed : texts.proceedTo(counter);
}

/** What to say about an escalation, with the number that the case has there. */
export function escalationWords(consultation: Consultation, texts: PublicTexts): string {
  const number = externalNumber(consultation);
  return number !== undefined
    ? `${texts.escalated} ${texts.escalatedNumber(number)}`
    : texts.escalated;
}
