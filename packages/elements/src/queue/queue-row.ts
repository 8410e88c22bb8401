import { html, nothing, type TemplateResult } from 'lit';
import type { ConsultationSummary } from '@lpse-konsultasi/client';
import { serviceMinutes, waitSince, type EscalationWait } from '@lpse-konsultasi/form-schema';
import { levelOf, progressWords, renderClockBar, type Progress } from '../desk/clock-bar.js';
import { optionLabel } from '../desk/read-form.js';
import { renderState } from '../desk/state-sign.js';
import type { Environment } from '../environment/environment.js';
import { formatDuration } from '../i18n/format.js';
import type { DeskTexts } from '../locales/desk.js';
import type { QueueTexts } from '../locales/queue.js';
import { setProperty } from './set-property.js';

/** What a row says besides what its case is. */
export interface RowView {
  readonly index: number;
  readonly total: number;
  /** Its case is open now. */
  readonly isOpen: boolean;
  /** Tab reaches it. */
  readonly isActive: boolean;
  /** Undefined while nobody is selecting. */
  readonly isChosen: boolean | undefined;
  readonly isUnread: boolean;
  /** Others who have the case open. */
  readonly others: readonly string[];
  readonly environment: Environment;
  readonly texts: QueueTexts;
  readonly words: DeskTexts;
}

export function renderRow(row: ConsultationSummary, view: RowView): TemplateResult {
  const { environment, texts, words, isChosen, isOpen, others } = view;
  const { locale } = environment;
  const progress = progressOf(row, environment);
  const wait = progress === undefined ? escalationWaitOf(row, environment) : undefined;
  return html`
    <div
      class="row ${view.isUnread ? 'unread' : ''}"
      part="row"
      role="option"
      id="row-${row.id}"
      data-row
      data-id=${row.id}
      aria-posinset=${view.index + 1}
      aria-setsize=${view.total}
      aria-selected=${isChosen ?? isOpen}
      aria-current=${isOpen ? 'true' : nothing}
      tabindex=${view.isActive ? 0 : -1}
      ${setProperty('--_lpse-index', view.index)}
    >
      ${isChosen === undefined ? nothing : html`<span class="box" aria-hidden="true"></span>`}
      <span class="who">
        <span class="number"
          >${view.isUnread ? html`<span class="dot" aria-hidden="true">●</span><span class="quiet">${texts.unread}: </span>` : nothing}${row.nomorAntrean ?? row.tiket}</span
        >
        <span class="name"
          >${row.nama}${
            others.length === 0
              ? nothing
              : html` <span class="others">${texts.atWork(others.join(', '))}</span>`
          }</span
        >
      </span>
      <span class="matter" title=${categoryOf(row, environment)}
        >${row.judul || texts.noSubject}</span
      >
      <span class="where">${renderState(row.state, words.states[row.state])}</span>
      <span class="waited">${renderWaited(row, view)}</span>
      ${
        progress === undefined
          ? nothing
          : html`<span class="clock">
              <span class="minutes ${levelOf(progress)}"
                >${progressWords(progress, words.clock, locale)}</span
              >
              ${renderClockBar(progress)}
            </span>`
      }
      ${
        wait === undefined
          ? nothing
          : html`<span class="clock">
              <span class="minutes ${wait.isDue ? 'warn' : 'good'}"
                >${texts.escalated(wait.days)}</span
              >
            </span>`
      }
    </div>
  `;
}

/** The place of a row that is still on its way. */
export function renderPlaceholder(index: number, texts: QueueTexts): TemplateResult {
  return html`<div class="row coming" aria-hidden="true" ${setProperty('--_lpse-index', index)}>
    <span class="name">${texts.loadingRow}</span>
  </div>`;
}

function renderWaited(row: ConsultationSummary, { environment, texts }: RowView): unknown {
  if (isDone(row)) return nothing;
  const duration = waitedFor(row, environment);
  return html`<span class="quiet">${texts.waiting(duration)}</span>
    <span aria-hidden="true">${duration}</span>`;
}

export function isDone({ state }: ConsultationSummary): boolean {
  return state === 'archived' || state === 'cancelled';
}

/** How long ago the person came, as one would say it. */
export function waitedFor(row: ConsultationSummary, { clock, locale }: Environment): string {
  return formatDuration((clock.now().getTime() - Date.parse(row.registeredAt)) / 60_000, locale);
}

export function categoryOf(row: ConsultationSummary, { profile, locale }: Environment): string {
  const form = profile.forms['consultation-form'];
  return optionLabel(form, '/kategori', row.kategori || undefined, locale);
}

/** The clock of the step that runs now: minutes inside service hours against the procedure's limit. */
export function progressOf(
  row: ConsultationSummary,
  { profile, clock }: Environment,
): Progress | undefined {
  // Until an officer takes it up, a case waits; only the user's own step and the officer's steps are measured.
  if (row.stepStartedAt === undefined || row.state === 'submitted') return undefined;
  const limit = profile.procedure.steps.find(({ no }) => no === row.step)?.minutes ?? null;
  if (limit === null) return undefined;
  return { minutes: minutesOf(row, row.stepStartedAt, clock.now(), profile), limit };
}

/** How long an escalated case waits for the other side: no step runs in it meanwhile. */
export function escalationWaitOf(
  { eskalasiSejak, eskalasiDitanyakan }: ConsultationSummary,
  { profile, clock }: Environment,
): EscalationWait | undefined {
  if (eskalasiSejak === undefined) return undefined;
  return waitSince(eskalasiSejak, profile, clock.now(), eskalasiDitanyakan);
}

/** Walking through months of office hours takes a while, and a scroll draws the same row again and again. */
const measured = new WeakMap<
  ConsultationSummary,
  { readonly at: number; readonly minutes: number }
>();
const measureEveryMs = 15_000;

function minutesOf(
  row: ConsultationSummary,
  since: string,
  now: Date,
  { office }: Environment['profile'],
): number {
  const known = measured.get(row);
  const at = now.getTime();
  if (known !== undefined && Math.abs(at - known.at) < measureEveryMs) return known.minutes;
  const minutes = serviceMinutes(since, now, office);
  measured.set(row, { at, minutes });
  return minutes;
}
