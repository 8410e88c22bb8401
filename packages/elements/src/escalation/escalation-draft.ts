import type { ConsultationRecord } from '@lpse-konsultasi/client';
import type {
  Consultation,
  ConsultationEvent,
  EventType,
  JsonObject,
  Profile,
  Submission,
} from '@lpse-konsultasi/form-schema';
import type { ReadForm } from '../desk/read-form.js';

/** What of the log belongs to the story that the other side needs; the office's inner steps do not. */
const storied: readonly EventType[] = [
  'registered',
  'form-submitted',
  'form-returned',
  'attended',
  'analysed',
];

/** Longest text that the escalation form takes (`escalation.schema.json`). */
const summaryLimit = 4000;

/**
 * What the escalation form starts with: the target and channel that the office uses, a summary from the form and the
 * analysis, the chronology from the log. The officer edits all of it.
 */
export function escalationDraft(
  { consultation, events }: ConsultationRecord,
  { escalation }: Profile,
  words: { readonly [event in EventType]: string },
  now: Date,
): JsonObject {
  const [tujuan] = escalation.tujuan;
  const [kanal] = escalation.kanal;
  const attachments = attachmentsOf(consultation.submissions.at(-1)).map(({ sha256 }) => sha256);
  return {
    ...(tujuan !== undefined && { tujuan }),
    ...(kanal !== undefined && { kanal }),
    ringkasan: summaryOf(consultation),
    kronologi: chronologyOf(events, words),
    ...(attachments.length > 0 && { lampiranDiteruskan: attachments }),
    waktuKirim: now.toISOString(),
  };
}

function summaryOf({ submissions, analisis }: Consultation): string {
  const form = submissions.at(-1)?.formulir ?? {};
  return [form['judul'], form['uraian'], form['upayaAwal'], analisis?.['informasiTambahan']]
    .filter((part) => typeof part === 'string' && part !== '')
    .join('\n\n')
    .slice(0, summaryLimit);
}

function chronologyOf(
  events: readonly ConsultationEvent[],
  words: { readonly [event in EventType]: string },
): JsonObject[] {
  return events
    .filter(({ type }) => storied.includes(type))
    .map(({ at, type }) => ({ waktu: at, peristiwa: words[type] }));
}

/** The files that were handed in with the form. */
export function attachmentsOf(
  submission: Submission | undefined,
): { readonly sha256: string; readonly nama: string }[] {
  const files = submission?.formulir['lampiran'];
  if (!Array.isArray(files)) return [];
  return (files as readonly JsonObject[]).flatMap(({ sha256, nama }) =>
    typeof sha256 === 'string' && typeof nama === 'string' ? [{ sha256, nama }] : [],
  );
}

/**
 * The case as one text, to be pasted into the other side's ticket form or e-mail: an escalation is a person typing into
 * another site, and nothing should have to be typed twice.
 */
export function escalationPackage(
  consultation: Consultation,
  { office }: Profile,
  form: ReadForm,
  at: (instant: string) => string,
): string {
  const filled = form.sections.map(({ title, rows }) =>
    [
      title.toUpperCase(),
      ...rows.flatMap(({ label, text, files }) => {
        const value = files.length > 0 ? files.map(({ nama }) => nama).join(', ') : text;
        return value === '' ? [] : [`${label}: ${value}`];
      }),
    ].join('\n'),
  );
  const head = [office.nama, office.instansi, `Tiket: ${consultation.tiket}`];
  const contact = [office.telepon, office.surel].filter((each) => each !== undefined).join(' · ');
  const analysis = consultation.analisis?.['informasiTambahan'];
  return [
    [...head, ...(contact === '' ? [] : [contact]), at(consultation.registeredAt)].join('\n'),
    ...filled,
    ...(typeof analysis === 'string' ? [`ANALISIS\n${analysis}`] : []),
  ].join('\n\n');
}
