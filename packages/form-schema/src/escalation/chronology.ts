import type { ConsultationEvent, EventOf, EventType } from '../workflow/events.js';
import { textAt } from '../workflow/values.js';
import type { PackageMoment } from './package.js';

/** What of the log belongs to the story that the other side needs; the office's inner steps do not. */
const stories: { readonly [T in EventType]?: (event: EventOf<T>) => string } = {
  registered: () => 'Pengguna melapor ke LPSE.',
  'form-submitted': ({ data }) =>
    data.putaran === 1
      ? 'Pengguna menyerahkan formulir konsultasi.'
      : `Pengguna menyerahkan formulir yang sudah dilengkapi (putaran ke-${data.putaran}).`,
  'found-incomplete': ({ data }) => `Formulir dinyatakan belum lengkap: ${data.alasan}`,
  'form-accepted': ({ data }) =>
    `Formulir diterima lengkap dengan nomor antrean ${data.nomorAntrean}.`,
  attended: () => 'Pengguna hadir di loket.',
  analysed: ({ data }) => {
    const found = data.solusiDitemukan ? 'solusi ditemukan' : 'solusi tidak ditemukan di LPSE';
    const cause = textAt(data.analisis, 'dugaanPenyebab');
    return `Permasalahan dianalisis: ${found}.${cause === undefined ? '' : ` Dugaan penyebab: ${cause}`}`;
  },
  answered: () => 'Jawaban tertulis diberikan dan diparaf.',
  escalated: ({ data }) => {
    const number = textAt(data.eskalasi, 'nomorLuar');
    return number === undefined
      ? 'Permasalahan dieskalasikan; nomor tiket tujuan belum ada.'
      : `Permasalahan dieskalasikan dengan nomor ${number}.`;
  },
  'number-recorded': ({ data }) => `Nomor tiket tujuan diterima: ${data.nomorLuar}.`,
  reminded: () => 'Perkembangan eskalasi ditanyakan kepada tujuan eskalasi.',
  'escalation-revoked': ({ data }) => `Eskalasi dibatalkan: ${data.alasan}`,
  'reply-received': () => 'Balasan diterima.',
};

/** The longest line that the escalation form takes (`escalation.schema.json`). */
const MAX_LINE = 500;
const MAX_LINES = 50;

/**
 * What happened to a case until now, one sentence for each thing that the other side needs to know. The last fifty when
 * there are more: what led here is at the end.
 */
export function chronologyOf(events: readonly ConsultationEvent[]): readonly PackageMoment[] {
  return events
    .flatMap((event) => {
      const peristiwa = sentenceOf(event);
      return peristiwa === undefined
        ? []
        : [{ waktu: event.at, peristiwa: shortened(peristiwa.replaceAll(/\s+/g, ' ')) }];
    })
    .slice(-MAX_LINES);
}

function sentenceOf<T extends EventType>(event: ConsultationEvent): string | undefined {
  // The table is by type; this is the one place that tells the compiler so.
  const story = stories[event.type as T];
  return story?.(event as EventOf<T>);
}

function shortened(text: string): string {
  return text.length <= MAX_LINE ? text : `${text.slice(0, MAX_LINE - 1).trimEnd()}…`;
}
