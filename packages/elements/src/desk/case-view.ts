import { html, nothing, type TemplateResult } from 'lit';
import {
  initialsValid,
  maySee,
  type Consultation,
  type JsonObject,
  type Pointer,
} from '@lpse-konsultasi/form-schema';
import type { Environment } from '../environment/environment.js';
import { formatDateTime } from '../i18n/format.js';
import type { DeskTexts } from '../locales/desk.js';
import { changedFields } from '../review/differences.js';
import { asLines, notesIn } from '../analysis/notes.js';
import { renderEscalation } from '../escalation/escalation-note.js';
import { optionLabel, type ReadForm, type ReadRow, type ReadSection } from './read-form.js';
import { renderState } from './state-sign.js';

/** What the parts of the case need besides the case. */
export interface CaseView {
  readonly consultation: Consultation;
  readonly environment: Environment;
  readonly texts: DeskTexts;
  /** The form as last handed in, in words. */
  readonly form: ReadForm | undefined;
  readonly guestBook: ReadForm;
  readonly openFile: (sha256: string) => void;
}

/** Who, what and where: the first thing that an officer looks for. */
export function renderCaseHead(view: CaseView): TemplateResult {
  const { consultation, environment, texts } = view;
  const { tiket, nomorAntrean, state, putaran, calls, bukuTamu, submissions } = consultation;
  const form = submissions.at(-1)?.formulir;
  const nama = form?.['nama'] ?? bukuTamu['nama'];
  const judul = form?.['judul'];
  const kategori = optionLabel(
    environment.profile.forms['consultation-form'],
    '/kategori',
    form?.['kategori'],
    environment.locale,
  );
  const loket = calls.at(-1)?.loket;
  const details = [
    nomorAntrean === undefined ? '' : `${texts.desk.ticket} ${tiket}`,
    kategori,
    putaran > 1 ? texts.desk.round(putaran) : '',
    loket === undefined ? '' : texts.desk.counter(loket),
  ].filter(Boolean);
  return html`
    <header class="case-head">
      <h2 id="case" tabindex="-1" part="heading">
        <span class="number">${nomorAntrean ?? tiket}</span> ${String(nama ?? '')}
      </h2>
      ${typeof judul === 'string' ? html`<p class="subject">${judul}</p>` : nothing}
      <p class="details">
        ${renderState(state, texts.states[state])}
        ${details.map((detail) => html`<span>${detail}</span>`)}
      </p>
    </header>
  `;
}

/** The user's part, read-only as on the sheet; what the user is, or was, asked to complete is marked. */
export function renderUserPart(view: CaseView): TemplateResult {
  const { form, guestBook, consultation, texts } = view;
  const last = consultation.reviews.at(-1);
  const isAsked = consultation.state === 'incomplete' || consultation.state === 'draft';
  const flagged = isAsked ? (last?.kolomKurang.map(({ kolom }) => kolom) ?? []) : [];
  const { sections, rows } = form ?? guestBook;
  const isChecked = consultation.state === 'submitted' || consultation.state === 'reviewing';
  const changed = isChecked ? changedFields(consultation, rows) : [];
  const empty = rows.filter((row) => !isFilled(row) && !flagged.includes(row.pointer));
  return html`
    <details class="sheet" open>
      <summary><h3>${form === undefined ? texts.desk.guestBook : texts.desk.sheet}</h3></summary>
      ${form === undefined ? html`<p class="soft">${texts.desk.sheetEmpty}</p>` : nothing}
      ${sections.map((section) => renderSection(section, { flagged, changed }, view))}
      ${
        empty.length === 0
          ? nothing
          : html`<p class="section soft">
              ${texts.desk.emptyFields(empty.map(({ label }) => label).join(', '))}
            </p>`
      }
    </details>
  `;
}

/** What is said beside a field's name. */
interface Marks {
  readonly flagged: readonly Pointer[];
  readonly changed: readonly Pointer[];
}

function renderSection(
  { title, rows }: ReadSection,
  { flagged, changed }: Marks,
  { texts, openFile }: CaseView,
): TemplateResult | typeof nothing {
  const shown = rows.filter(
    (row) => (isFilled(row) && !row.fixed) || flagged.includes(row.pointer),
  );
  if (shown.length === 0) return nothing;
  return html`
    <section class="section">
      ${title === '' ? nothing : html`<h4>${title}</h4>`}
      <dl class="fields">
        ${shown.map(
          (row) => html`
            <div class=${`field ${widthOf(row.text)}`}>
              <dt>
                ${row.label}
                ${
                  flagged.includes(row.pointer)
                    ? html`<span class="flag"
                        ><span aria-hidden="true">⚑</span> ${texts.desk.flagged}</span
                      >`
                    : nothing
                }
                ${
                  changed.includes(row.pointer)
                    ? html`<span class="flag"
                        ><span aria-hidden="true">✎</span> ${texts.desk.changed}</span
                      >`
                    : nothing
                }
              </dt>
              <dd>${row.files.length > 0 ? renderFiles(row, texts, openFile) : row.text || '–'}</dd>
            </div>
          `,
        )}
      </dl>
    </section>
  `;
}

function renderFiles(
  { files }: ReadRow,
  { desk }: DeskTexts,
  openFile: CaseView['openFile'],
): TemplateResult {
  return html`<ul class="files">
    ${files.map(
      ({ sha256, nama, about }) =>
        html`<li>
          <button
            type="button"
            class="button button-plain button-small"
            aria-label=${desk.openFile(nama)}
            @click=${() => openFile(sha256)}
          >
            ${nama}
          </button>
          <span class="soft">${about}</span>
        </li>`,
    )}
  </ul>`;
}

/** Short answers share a line, a sentence has one of its own. */
function widthOf(text: string): 'short' | 'long' | 'wide' {
  if (text.length > 48) return 'wide';
  return text.length > 24 ? 'long' : 'short';
}

function isFilled({ text, files }: ReadRow): boolean {
  return text !== '' || files.length > 0;
}

/** What officers have written on the sheet so far: analysis, answers, escalation, replies. */
export function renderRecord(view: CaseView): TemplateResult | typeof nothing {
  const { consultation, environment, texts } = view;
  const { analisis, answers, replies, reopenings, eskalasi, state } = consultation;
  const at = (instant: string): string =>
    formatDateTime(instant, environment.locale, environment.profile.office.zonaWaktu);
  // The panel whose turn it is shows the analysis, or the reply, above its own form.
  const isTold = maySee(environment.profile, environment.session.role, 'analisis');
  const showsAnalysis = isTold && analisis !== undefined && state !== 'answering';
  const notes = isTold && state !== 'analysing' ? notesLeft(analisis, environment) : [];
  const isOpen = ({ untukJawaban }: { readonly untukJawaban: number }): boolean =>
    state === 'follow-up' && untukJawaban === answers.length;
  const shownReplies = replies.filter((reply) => !isOpen(reply));
  const shownReopenings = reopenings.filter((reopening) => !isOpen(reopening));
  const hasEscalation = eskalasi !== undefined && state !== 'archived';
  if (
    !showsAnalysis &&
    notes.length === 0 &&
    answers.length === 0 &&
    shownReplies.length === 0 &&
    !hasEscalation
  )
    return nothing;
  return html`
    <section class="record" aria-labelledby="record">
      <h3 id="record">${texts.desk.record}</h3>
      ${
        showsAnalysis
          ? html`<h4>${texts.desk.analysis}</h4>
              <p class="words">${String(analisis['informasiTambahan'] ?? '')}</p>`
          : nothing
      }
      ${
        notes.length === 0
          ? nothing
          : html`<h4>${texts.desk.notes}</h4>
              <p class="words">${notes.join('\n')}</p>`
      }
      ${
        hasEscalation
          ? html`<h4>${texts.desk.escalation}</h4>
              ${renderEscalation(consultation, environment, texts, at)}`
          : nothing
      }
      ${shownReplies.map(
        ({ balasan, at: received }) => html`
          <h4>${texts.desk.reply}</h4>
          <p class="words">${String(balasan['jawaban'] ?? '')}</p>
          <p class="soft">${texts.desk.by(String(balasan['dari'] ?? ''), at(received))}</p>
        `,
      )}
      ${shownReopenings.map(
        ({ alasan, at: said }) => html`
          <h4>${texts.solution.notSolved}</h4>
          <p class="words">${alasan}</p>
          <p class="soft">${at(said)}</p>
        `,
      )}
      ${answers.map(
        ({ jawaban, paraf }, index) => html`
          <h4>${texts.desk.answer}</h4>
          ${initialsValid(consultation, index) ? nothing : renderVoid(texts)}
          <p class="words">${jawaban}</p>
          <p class="soft">${texts.desk.by(paraf.namaPetugas, at(paraf.waktu))}</p>
        `,
      )}
    </section>
  `;
}

/** What was jotted down in step 8; what the officer took into the analysis is told there. */
function notesLeft(analisis: JsonObject | undefined, { profile }: Environment): readonly string[] {
  const told = String(analisis?.['informasiTambahan'] ?? '');
  const left = notesIn(analisis?.['catatan']).filter(({ isi }) => !told.includes(isi));
  return asLines(left, profile.office.zonaWaktu);
}

/** One byte of what was initialled has changed: nobody may overlook that. */
function renderVoid({ solution: texts }: DeskTexts): TemplateResult {
  return html`<div class="alert alert-bad initials-void" role="alert">
    <p><strong>${texts.initialsVoid}</strong></p>
    <p>${texts.initialsVoidWhy}</p>
  </div>`;
}
