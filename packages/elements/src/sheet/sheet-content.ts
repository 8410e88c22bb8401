import { html, nothing, type TemplateResult } from 'lit';
import type {
  Consultation,
  FormDefinition,
  Profile,
  Submission,
} from '@lpse-konsultasi/form-schema';
import { formatDate, formatDateTime } from '../i18n/format.js';
import { sheetTexts as texts } from '../locales/sheet.js';
import { renderBlankForm } from './blank-form.js';
import { renderOfficePart } from './office-part.js';
import { renderQr } from './qr.js';
import { readForm, optionText, type SheetRow, type SheetSection } from './sheet-form.js';
import type { SheetMark } from './sheet-mark.js';
import { lines, renderRows, renderSection, row } from './sheet-parts.js';

/** Which of the two papers of step 11 it is: the user's copy, or the original that goes to the archive. */
export const sheetCopies = ['salinan', 'asli'] as const;

export type SheetCopy = (typeof sheetCopies)[number];

export interface SheetContent {
  readonly profile: Profile;
  /** Without a case it is the blank form that the office hands out. */
  readonly consultation?: Consultation;
  readonly copy?: SheetCopy;
  /** QR code and check code of a case's sheet. */
  readonly mark?: SheetMark;
}

/** The official sheet: letterhead, head, the user's part (A–F), the office's part. */
export function renderSheet(content: SheetContent): TemplateResult {
  const { profile, consultation } = content;
  return html`
    <article class="sheet" lang="id" aria-label=${texts.title}>
      ${renderLetterhead(profile)} ${renderHead(content)}
      ${
        consultation === undefined
          ? renderBlankForm(profile)
          : html`${renderUserPart(consultation, content)}${renderOfficePart(content, consultation)}`
      }
    </article>
  `;
}

function renderLetterhead({ office }: Profile): TemplateResult {
  const contact = [office.unit, office.alamat, office.telepon, office.surel, office.situs];
  return html`
    <header class="letterhead">
      <p class="authority">${office.instansi}</p>
      <p class="office">${office.nama}</p>
      <p class="contact">${contact.filter((each) => each !== undefined).join(' · ')}</p>
    </header>
  `;
}

function renderHead({ profile, consultation, copy, mark }: SheetContent): TemplateResult {
  const { document: sop, office } = profile;
  const date = formatDate(sop.berlakuEfektif, 'id', office.zonaWaktu);
  return html`
    <div class=${mark?.qr === undefined ? 'top' : 'top marked'}>
      <div>
        <div class="head">
          <div>
            <h1>${texts.title}</h1>
            <p class="document">
              ${sop.nomor} · ${texts.revision} ${sop.revisi} · ${texts.effective} ${date}
            </p>
          </div>
          <div class="marks">
            ${copy === undefined ? nothing : html`<p class="copy">${copyWord(copy)}</p>`}
            ${
              consultation?.state === 'cancelled'
                ? html`<p class="copy">${texts.cancelled}</p>`
                : nothing
            }
          </div>
        </div>
        ${renderNumbers(profile, consultation)} ${mark === undefined ? nothing : renderMark(mark)}
      </div>
      ${
        mark?.qr === undefined
          ? nothing
          : renderQr(mark.qr, mark.status === undefined ? texts.qrHash : texts.qrStatus)
      }
    </div>
  `;
}

function renderNumbers(
  { office }: Profile,
  consultation: Consultation | undefined,
): TemplateResult {
  return html`
    <dl class="numbers">
      <div>
        <dt>${texts.ticket}</dt>
        <dd>${consultation?.tiket ?? lines(1)}</dd>
      </div>
      <div>
        <dt>${texts.queueNumber}</dt>
        <dd>${consultation === undefined ? lines(1) : (consultation.nomorAntrean ?? '–')}</dd>
      </div>
      <div>
        <dt>${texts.arrived}</dt>
        <dd>
          ${
            consultation === undefined
              ? lines(1)
              : formatDateTime(arrivalOf(consultation), 'id', office.zonaWaktu)
          }
        </dd>
      </div>
    </dl>
  `;
}

/** What a person without a camera reads instead of the QR code. */
function renderMark({ check, entry, status }: SheetMark): TemplateResult {
  return html`
    ${
      status === undefined
        ? nothing
        : html`<p class="mark-line">
              ${texts.statusAt}
              <span class="address">${status.page.replace(/^https?:\/\//, '')}</span>
            </p>
            <p class="mark-line">${texts.accessCode}: <span class="code">${status.code}</span></p>`
    }
    <p class="mark-line">
      ${texts.checkCode} <span class="code">${check}</span> · ${texts.logEntry(entry)}
    </p>
  `;
}

export function copyWord(copy: SheetCopy): string {
  return copy === 'salinan' ? texts.copy : texts.original;
}

/** A paper guest book that was typed in later says itself when the person came. */
function arrivalOf({ bukuTamu, registeredAt }: Consultation): string {
  const { waktuDatang } = bukuTamu;
  return typeof waktuDatang === 'string' ? waktuDatang : registeredAt;
}

function renderUserPart(consultation: Consultation, content: SheetContent): TemplateResult {
  const { profile } = content;
  const last = consultation.submissions.at(-1);
  const zone = profile.office.zonaWaktu;
  const filled =
    last === undefined ? [] : readForm(profile.forms['consultation-form'], last.formulir, zone);
  const visit = visitSection(consultation, profile.forms['guest-book'], last === undefined);
  const sections = [visit, ...filled].filter(({ rows }) => rows.length > 0);
  return html`
    <section class="part">
      <h2>${texts.userPart}</h2>
      ${sections.map((section, index) => renderSection(section, letter(index)))}
      ${last === undefined ? nothing : renderHandedIn(last, content)}
    </section>
  `;
}

/** How the form came to the office, and who entered it; on the original, the place for the user's signature as well. */
function renderHandedIn(submission: Submission, { profile, copy }: SheetContent): TemplateResult {
  const { nama } = submission.formulir;
  return html`
    ${renderRows(row(texts.handedInBy, handedInBy(submission, profile), true))}
    ${
      copy === 'asli'
        ? html`<div class="signature">
            <div class="mark"></div>
            <div>
              <p class="caption">${texts.userSignature}</p>
              <p class="signer">${typeof nama === 'string' ? nama : ''}</p>
            </div>
          </div>`
        : nothing
    }
  `;
}

function handedInBy({ at, by, formulir }: Submission, { office }: Profile): string {
  const when = formatDateTime(at, 'id', office.zonaWaktu);
  if (by.role === 'user') return texts.handedInOnline(when);
  const { tanggalKertas } = formulir;
  if (typeof tanggalKertas !== 'string') return texts.enteredFor(by.name, when);
  const paper = formatDateTime(tanggalKertas, 'id', office.zonaWaktu);
  return texts.enteredFromPaper(by.name, paper, when);
}

/** Section A, from the guest book. The name stands in section B as soon as the form was handed in. */
function visitSection(
  { bukuTamu }: Consultation,
  form: FormDefinition,
  withName: boolean,
): SheetSection {
  const said = (key: string): string =>
    typeof bukuTamu[key] === 'string' ? (bukuTamu[key] as string) : '';
  const rows: readonly SheetRow[] = [
    { label: texts.officerName, value: withName ? said('nama') : '', wide: false },
    { label: texts.channel, value: optionText(form, '/kanal', bukuTamu['kanal']), wide: false },
    { label: texts.purpose, value: said('keperluan'), wide: false },
  ];
  return { id: 'kunjungan', title: texts.visit, rows: rows.filter(({ value }) => value !== '') };
}

export function letter(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}
