import type { Consultation, JsonObject } from '@lpse-konsultasi/form-schema';
import type { ConsultationSummary, ListFilter } from '../backend.js';

/** The row of the queue for a case. */
export function summarise(consultation: Consultation): ConsultationSummary {
  const form = consultation.submissions.at(-1)?.formulir ?? {};
  const call = consultation.calls.at(-1);
  const running = consultation.runs.findLast(({ endedAt }) => endedAt === undefined);
  const officer = consultation.answers.at(-1)?.by ?? call?.by ?? consultation.reviewer;
  return {
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
    ...(officer !== undefined && { petugas: officer.name }),
    ...(call?.loket !== undefined && { loket: call.loket }),
    ...(running !== undefined && { stepStartedAt: running.startedAt }),
    registeredAt: consultation.registeredAt,
    updatedAt: consultation.updatedAt,
  };
}

function textOf(value: JsonObject, key: string): string {
  const text = Object.hasOwn(value, key) ? value[key] : undefined;
  return typeof text === 'string' ? text : '';
}

/** A test for the rows that a filter asks for; `states` is left to the store, which has an index for it. */
export function rowFilter({
  kategori,
  search = '',
  ids,
}: ListFilter): (row: ConsultationSummary) => boolean {
  const words = fold(search).split(/\s+/).filter(Boolean);
  const wanted = ids && new Set(ids);
  return (row) => {
    if (wanted !== undefined && !wanted.has(row.id)) return false;
    if (kategori !== undefined && !kategori.includes(row.kategori)) return false;
    if (words.length === 0) return true;
    const text = textsOfRow(row);
    return words.every((word) => text.includes(word));
  };
}

/** What a row is searched by, kept with the row: a search through 30,000 of them follows each key that is pressed. */
const searchTexts = new WeakMap<ConsultationSummary, string>();

function textsOfRow(row: ConsultationSummary): string {
  let text = searchTexts.get(row);
  if (text === undefined) {
    // Line breaks keep a word from matching across two columns.
    text = fold([row.tiket, row.nomorAntrean ?? '', row.nama, row.judul].join('\n'));
    searchTexts.set(row, text);
  }
  return text;
}

function fold(text: string): string {
  return text.toLowerCase();
}
