import { dueAt, escalationStatus, queueFacts, sha256Hex } from '@lpse-konsultasi/form-schema';
import type { Consultation, JsonObject, Timing } from '@lpse-konsultasi/form-schema';
import type { ConsultationSummary, ListFilter } from '../backend.js';
import type { SummaryRow } from './store.js';

/** Sorts behind every instant, whose texts begin with a digit. */
const never = '~';

/** The row of a case; `profile` says how long its step may take, and when the office is open. */
export function summarise(consultation: Consultation, profile: Timing): SummaryRow {
  const form = consultation.submissions.at(-1)?.formulir ?? {};
  const call = consultation.calls.at(-1);
  const running = consultation.runs.findLast(({ endedAt }) => endedAt === undefined);
  const due = running && dueAt(running, profile);
  const queue = queueFacts(consultation);
  const officer = consultation.answers.at(-1)?.by ?? call?.by ?? consultation.reviewer;
  const telepon = textOf(form, 'telepon') || textOf(consultation.bukuTamu, 'telepon');
  const paket = textOf(form, 'kodePaket');
  const prioritas = textOf(objectOf(consultation.analisis, 'klasifikasi'), 'prioritas');
  const summary: ConsultationSummary = {
    id: consultation.id,
    version: consultation.version,
    state: consultation.state,
    step: consultation.step,
    tiket: consultation.tiket,
    ...(consultation.nomorAntrean !== undefined && { nomorAntrean: consultation.nomorAntrean }),
    // Before the form comes back, the guest book is all that is known.
    nama: textOf(form, 'nama') || textOf(consultation.bukuTamu, 'nama'),
    judul: textOf(form, 'judul'),
    kategori: textOf(form, 'kategori'),
    putaran: consultation.putaran,
    ...(officer !== undefined && { petugas: officer.name, petugasId: officer.id }),
    ...(call?.loket !== undefined && { loket: call.loket }),
    ...(prioritas && { prioritas }),
    ...(telepon && { pelapor: personKey(telepon) }),
    ...(paket && { paket }),
    ...escalationOf(consultation),
    ...(queue !== undefined && { queue }),
    ...(running !== undefined && { stepStartedAt: running.startedAt }),
    ...(due !== undefined && { dueAt: due }),
    registeredAt: consultation.registeredAt,
    updatedAt: consultation.updatedAt,
  };
  const searched = [
    summary.tiket,
    summary.nomorAntrean ?? '',
    summary.nama,
    summary.judul,
    textOf(form, 'uraian'),
    textOf(form, 'namaBadanUsaha'),
    paket,
  ];
  return { ...summary, words: wordsOf(searched), dueKey: due ?? never };
}

/** An escalation that was taken back waits for nobody, even where its record stays. */
function escalationOf(
  consultation: Consultation,
): Pick<ConsultationSummary, 'eskalasi' | 'eskalasiSejak' | 'eskalasiDitanyakan'> {
  const status = escalationStatus(consultation);
  if (status === 'replied') return { eskalasi: status };
  if (status !== 'waiting') return {};
  // Step 10 ends in the moment in which the escalation is recorded.
  const since = consultation.runs.findLast(({ step }) => step === 10)?.endedAt;
  const asked = consultation.reminders.at(-1)?.at;
  return {
    eskalasi: status,
    ...(since !== undefined && { eskalasiSejak: since }),
    ...(asked !== undefined && { eskalasiDitanyakan: asked }),
  };
}

/** The row as it is handed out; nobody may change it. */
export function withoutKeys({
  words: _words,
  dueKey: _key,
  ...summary
}: SummaryRow): ConsultationSummary {
  return Object.freeze(summary);
}

/** One key for one telephone number, whether it was written 0812…, 62812… or +62 812-…. */
export function personKey(telepon: string): string {
  const digits = telepon.replaceAll(/\D/g, '');
  const international = digits.startsWith('0') ? `62${digits.slice(1)}` : digits;
  return sha256Hex(`lpse:pelapor:${international}`).slice(0, 32);
}

/** A test for the rows that a filter asks for; `states` is left to the store, which has an index for it. */
export function rowFilter(filter: ListFilter): (row: SummaryRow) => boolean {
  const { kategori, prioritas, petugasId, registeredFrom, registeredUntil, overdueAt } = filter;
  const [from, until] = [instant(registeredFrom), instant(registeredUntil)];
  const overdue = instant(overdueAt);
  const ids = filter.ids && new Set(filter.ids);
  const words = foldText(filter.search ?? '')
    .split(/\s+/)
    .filter(Boolean);
  return (row) =>
    (ids === undefined || ids.has(row.id)) &&
    (kategori === undefined || kategori.includes(row.kategori)) &&
    (prioritas === undefined || prioritas.includes(row.prioritas ?? '')) &&
    (petugasId === undefined || petugasId.includes(row.petugasId ?? '')) &&
    (filter.pelapor === undefined || filter.pelapor === row.pelapor) &&
    (filter.paket === undefined || filter.paket === row.paket) &&
    (filter.eskalasi === undefined || filter.eskalasi === row.eskalasi) &&
    (from === undefined || row.registeredAt >= from) &&
    (until === undefined || row.registeredAt < until) &&
    (overdue === undefined || row.dueKey < overdue) &&
    words.every((word) => row.words.includes(word));
}

/** As the log writes instants, so that texts compare as times do. Throws a `RangeError` for what is no date. */
export function instant(text: string | undefined): string | undefined {
  return text === undefined ? undefined : new Date(text).toISOString();
}

/** How texts are made alike before they are compared. */
export function foldText(text: string): string {
  return text.toLowerCase();
}

/** A word that is looked for holds no blank, so only words count, and each once. */
function wordsOf(texts: readonly string[]): string {
  return [...new Set(foldText(texts.join('\n')).split(/\s+/))].filter(Boolean).join('\n');
}

function objectOf(value: JsonObject | undefined, key: string): JsonObject {
  const member = value && Object.hasOwn(value, key) ? value[key] : undefined;
  return typeof member === 'object' && member !== null && !Array.isArray(member)
    ? (member as JsonObject)
    : {};
}

function textOf(value: JsonObject, key: string): string {
  const text = Object.hasOwn(value, key) ? value[key] : undefined;
  return typeof text === 'string' ? text : '';
}
