import { html, type TemplateResult } from 'lit';
import type { ConsultationSummary } from '@lpse-konsultasi/client';
import { progressWords } from '../desk/clock-bar.js';
import type { Environment } from '../environment/environment.js';
import { formatDateTime, formatNumber } from '../i18n/format.js';
import type { DeskTexts } from '../locales/desk.js';
import type { QueueTexts } from '../locales/queue.js';
import { escalationWaitOf, isDone, progressOf, waitedFor } from './queue-row.js';

/** Paper for more than this nobody reads; the export has them all. */
export const mostPrinted = 1000;

/** The list as paper has it: a table with its head on each page, without what only a screen can do. */
export function renderPrinted(
  rows: readonly ConsultationSummary[],
  total: number,
  view: string,
  environment: Environment,
  texts: QueueTexts,
  words: DeskTexts,
): TemplateResult {
  const { locale, profile, clock } = environment;
  const shown = rows.slice(0, mostPrinted);
  const now = formatDateTime(clock.now().toISOString(), locale, profile.office.zonaWaktu);
  const { columns } = texts;
  return html`<table class="printed">
    <caption>
      ${texts.heading}: ${view} · ${now} ·
      ${texts.printed(formatNumber(shown.length, locale), formatNumber(total, locale))}
    </caption>
    <thead>
      <tr>
        <th scope="col">${columns.nomorAntrean}</th>
        <th scope="col">${columns.nama}</th>
        <th scope="col">${columns.judul}</th>
        <th scope="col">${columns.keadaan}</th>
        <th scope="col">${texts.waited}</th>
        <th scope="col">${texts.clock}</th>
      </tr>
    </thead>
    <tbody>
      ${shown.map((row) => {
        const progress = progressOf(row, environment);
        const wait = escalationWaitOf(row, environment);
        const waited = wait === undefined ? '' : texts.escalated(wait.days);
        return html`<tr>
          <td>${row.nomorAntrean ?? row.tiket}</td>
          <td>${row.nama}</td>
          <td>${row.judul || texts.noSubject}</td>
          <td>${words.states[row.state]}</td>
          <td>${isDone(row) ? '' : waitedFor(row, environment)}</td>
          <td>${progress === undefined ? waited : progressWords(progress, words.clock, locale)}</td>
        </tr>`;
      })}
    </tbody>
  </table>`;
}
