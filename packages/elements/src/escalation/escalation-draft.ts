import type {
  Consultation,
  EscalationPackage,
  JsonObject,
  Profile,
} from '@lpse-konsultasi/form-schema';

/** Longest text that the escalation form takes (`escalation.schema.json`). */
const SUMMARY_LIMIT = 4000;

/**
 * What the escalation form starts with: the target and channel that the office uses, a summary from the form and the
 * analysis, the chronology and the attachments of the package. The officer edits all of it.
 */
export function escalationDraft(
  consultation: Consultation,
  { kronologi, lampiran }: EscalationPackage,
  { escalation }: Profile,
  now: Date,
): JsonObject {
  const [tujuan] = escalation.tujuan;
  const [kanal] = escalation.kanal;
  return {
    ...(tujuan !== undefined && { tujuan }),
    ...(kanal !== undefined && { kanal }),
    ringkasan: summaryOf(consultation),
    kronologi: kronologi.map(({ waktu, peristiwa }) => ({
      waktu: wholeMinute(new Date(waktu)),
      peristiwa,
    })),
    ...(lampiran.length > 0 && { lampiranDiteruskan: lampiran.map(({ sha256 }) => sha256) }),
    waktuKirim: wholeMinute(now),
  };
}

/** People tell the time by the minute, and a field on a phone has no room for more. */
export function wholeMinute(time: Date): string {
  return new Date(Math.floor(time.getTime() / 60_000) * 60_000).toISOString();
}

function summaryOf({ submissions, analisis }: Consultation): string {
  const form = submissions.at(-1)?.formulir ?? {};
  return [form['judul'], form['uraian'], form['upayaAwal'], analisis?.['informasiTambahan']]
    .filter((part) => typeof part === 'string' && part !== '')
    .join('\n\n')
    .slice(0, SUMMARY_LIMIT);
}
