import { html, nothing, type TemplateResult } from 'lit';
import {
  externalNumber,
  initialsValid,
  retentionDates,
  type Actor,
  type ArchiveEntry,
  type Consultation,
  type FormDefinition,
  type JsonObject,
  type Profile,
  type RecordedAnswer,
  type Reopening,
  type Reply,
} from '@lpse-konsultasi/form-schema';
import { formatDateTime, formatDay } from '../i18n/format.js';
import { sheetTexts as texts } from '../locales/sheet.js';
import { renderEmptyInitials, renderInitials } from './initials.js';
import type { SheetContent } from './sheet-content.js';
import { labelText, optionText, readForm, type SheetRow } from './sheet-form.js';
import { lines, renderProse, renderRows, row } from './sheet-parts.js';

/** What the office wrote on the sheet, in the order of the procedure. */
export function renderOfficePart(
  { profile, copy }: SheetContent,
  consultation: Consultation,
): TemplateResult {
  const { answers, eskalasi, archives } = consultation;
  return html`
    <section class="part office-part">
      <h2>${texts.officePart(profile.office.unit)}</h2>
      ${group(texts.review, renderRows(reviewRows(consultation, profile)))}
      ${copy === 'asli' ? renderAnalysis(consultation, profile) : nothing}
      ${answers.length === 0 && eskalasi === undefined ? renderUnanswered() : nothing}
      ${eskalasi === undefined ? nothing : renderEscalation(eskalasi, consultation, profile)}
      ${[...answers, undefined].map((answer, index) => renderRound(answer, index, consultation, profile))}
      ${archives.map((entry) => renderArchive(entry, profile))}
    </section>
  `;
}

function group(title: string, body: unknown): TemplateResult | typeof nothing {
  if (body === nothing) return nothing;
  return html`<section class="group">
    <h3>${title}</h3>
    ${body}
  </section>`;
}

function reviewRows(consultation: Consultation, profile: Profile): readonly SheetRow[] {
  const when = (at: string): string => formatDateTime(at, 'id', profile.office.zonaWaktu);
  const form = profile.forms['consultation-form'];
  const reviews = consultation.reviews.flatMap(
    ({ putaran, at, by, lengkap, kolomKurang, alasan }) => {
      const verdict = lengkap ? texts.complete : texts.incomplete;
      const words = [`${verdict} · ${when(at)} · ${by.name}`];
      if (!lengkap && alasan !== undefined) words.push(alasan);
      if (kolomKurang.length > 0) {
        const fields = kolomKurang.map(({ kolom }) => labelText(form, kolom)).join(', ');
        words.push(texts.flagged(fields));
      }
      return row(texts.round(putaran), words.join('\n'), true);
    },
  );
  const calls = consultation.calls.flatMap(({ urutan, at, loket, hasil }) => {
    const words = [when(at)];
    if (loket !== undefined) words.push(texts.counter(loket));
    if (hasil !== undefined) words.push(attendance[hasil]);
    return row(texts.called(urutan), words.join(' · '), true);
  });
  return [...reviews, ...calls];
}

const attendance = {
  hadir: texts.attended,
  tidakHadir: texts.missed,
  dilewati: texts.skipped,
} as const;

function renderAnalysis(
  { analisis }: Consultation,
  { forms, office }: Profile,
): TemplateResult | typeof nothing {
  // A public page carries no form of the desk, and prints no original.
  const form = forms.analysis as FormDefinition | undefined;
  if (analisis === undefined || form === undefined) return nothing;
  // Jotted down while the user spoke, for the office alone.
  const { catatan: _notes, ...told } = analisis;
  const rows = readForm(form, told, office.zonaWaktu).flatMap((each) => each.rows);
  return group(texts.analysis, renderRows(rows));
}

/** What led to an answer, the answer, and what the user said of it. The last round may wait for its answer. */
function renderRound(
  answer: RecordedAnswer | undefined,
  index: number,
  consultation: Consultation,
  profile: Profile,
): TemplateResult {
  const { replies, reopenings, confirmations, eskalasi } = consultation;
  const isForThis = ({ untukJawaban }: { readonly untukJawaban: number }): boolean =>
    untukJawaban === index;
  // The first answer of an escalated case answers LKPP's reply: it stands below the escalation, as a follow-up.
  const title = index === 0 && eskalasi === undefined ? texts.answer : texts.followUp;
  return html`
    ${replies.filter(isForThis).map((reply) => renderReply(reply, profile))}
    ${reopenings.filter(isForThis).map((reopening) => renderReopening(reopening, profile))}
    ${answer === undefined ? nothing : renderAnswer(answer, title, consultation, profile)}
    ${confirmations
      .filter(({ jawaban }) => jawaban === index)
      .map(({ at, by }) => {
        const when = formatDateTime(at, 'id', profile.office.zonaWaktu);
        return renderRows([
          ...row(texts.confirmedBy, texts.confirmed(when), true),
          ...row(texts.enteredBy, enteredFor(by), true),
        ]);
      })}
  `;
}

/** The officer who wrote down what a user said; empty where the user did so. */
function enteredFor({ role, name }: Actor): string {
  return role === 'user' ? '' : texts.entered(name);
}

function renderReopening({ alasan, at, by }: Reopening, { office }: Profile): TemplateResult {
  return html`<section class="group reply">
    <h3>${texts.reopened}</h3>
    ${renderRows([
      ...row(texts.receivedAt, formatDateTime(at, 'id', office.zonaWaktu)),
      ...row(texts.enteredBy, enteredFor(by), true),
    ])}
    ${renderProse(alasan)}
  </section>`;
}

function renderAnswer(
  answer: RecordedAnswer,
  title: string,
  consultation: Consultation,
  { office }: Profile,
): TemplateResult {
  const valid = initialsValid(consultation, consultation.answers.indexOf(answer));
  const references = answer.rujukan ?? [];
  return html`
    <section class="group answer">
      <h3>${title}</h3>
      ${renderProse(answer.jawaban)}
      ${renderRows(row(texts.references, references.join('\n'), true))}
      ${renderInitials(answer, valid, office.zonaWaktu)}
    </section>
  `;
}

function renderUnanswered(): TemplateResult {
  return html`
    <section class="group answer">
      <h3>${texts.answer}</h3>
      <div class="writing">${lines(5)}</div>
      ${renderEmptyInitials()}
    </section>
  `;
}

function renderEscalation(
  eskalasi: JsonObject,
  consultation: Consultation,
  { forms, office }: Profile,
): TemplateResult {
  const said = (key: string): string =>
    typeof eskalasi[key] === 'string' ? (eskalasi[key] as string) : '';
  const number = externalNumber(consultation) ?? texts.numberAwaited;
  const sent = said('waktuKirim');
  // The copy said so when it was handed over; what became of it stands beside it.
  const revoked = consultation.revocations
    .filter(({ setelahArsip }) => setelahArsip)
    .flatMap(({ at, alasan }) =>
      row(texts.revoked, `${formatDateTime(at, 'id', office.zonaWaktu)} · ${alasan}`, true),
    );
  const rows = [
    ...row(texts.target, optionText(forms.escalation, '/tujuan', eskalasi['tujuan'])),
    ...row(texts.channelUsed, optionText(forms.escalation, '/kanal', eskalasi['kanal'])),
    ...row(texts.externalNumber, number),
    ...row(texts.sentAt, sent === '' ? '' : formatDateTime(sent, 'id', office.zonaWaktu)),
    ...row(texts.reason, said('alasan'), true),
    ...revoked,
  ];
  return html`<section class="group escalation">
    <h3>${texts.escalation}</h3>
    ${renderRows(rows)}
  </section>`;
}

function renderReply({ balasan, at }: Reply, { office }: Profile): TemplateResult {
  const said = (key: string): string =>
    typeof balasan[key] === 'string' ? (balasan[key] as string) : '';
  const rows = [
    ...row(texts.from, said('dari')),
    ...row(texts.receivedAt, formatDateTime(said('waktu') || at, 'id', office.zonaWaktu)),
  ];
  return html`<section class="group reply">
    <h3>${texts.reply}</h3>
    ${renderRows(rows)} ${renderProse(said('jawaban'))}
  </section>`;
}

function renderArchive(entry: ArchiveEntry, profile: Profile): TemplateResult {
  const { forms, office } = profile;
  const { salinan, arsip, at, by } = entry;
  const form = forms['copy-archive'] as FormDefinition | undefined;
  const said = (source: JsonObject, key: string): string =>
    typeof source[key] === 'string' ? source[key] : '';
  const rows = [
    ...row(texts.handedOver, handedOver(entry, profile)),
    ...row(texts.recipient, said(salinan, 'penerima')),
    ...row(texts.fileNumber, said(arsip, 'nomorBerkas')),
    ...row(texts.classification, said(arsip, 'kodeKlasifikasi')),
    ...row(texts.form, optionText(form, '/arsip/bentuk', arsip['bentuk'])),
    ...row(texts.location, said(arsip, 'lokasi')),
    ...row(texts.retention, retentionWords(at, profile), true),
    ...row(texts.officer, `${by.name} · ${formatDateTime(at, 'id', office.zonaWaktu)}`, true),
  ];
  return html`<section class="group archive">
    <h3>${texts.archive}</h3>
    ${renderRows(rows)}
  </section>`;
}

/** "Dicetak · 4 Maret 2026, 10.30 WIB": how the copy was given, and when. */
function handedOver({ salinan, at }: ArchiveEntry, { forms, office }: Profile): string {
  const form = forms['copy-archive'] as FormDefinition | undefined;
  const way = optionText(form, '/salinan/cara', salinan['cara']);
  const when = typeof salinan['waktu'] === 'string' ? salinan['waktu'] : at;
  return `${way} · ${formatDateTime(when, 'id', office.zonaWaktu)}`;
}

/** Until when the file is kept, by the office's schedule; nothing where it has named none. */
function retentionWords(closedAt: string, { retention, office }: Profile): string {
  const dates = retentionDates(closedAt, retention, office.zonaWaktu);
  if (dates === undefined) return '';
  const { aktifSampai, inaktifSampai, keterangan } = dates;
  const words = texts.retained(formatDay(aktifSampai, 'id'), formatDay(inaktifSampai, 'id'));
  return keterangan === undefined ? words : `${words}; ${texts.afterwards[keterangan]}`;
}
