import type { ConsultationRecord } from '@lpse-konsultasi/client';
import {
  answerDigest,
  isJsonObject,
  type AnswerContent,
  type Initials,
  type JsonObject,
  type RecordedAnswer,
} from '@lpse-konsultasi/form-schema';
import type { Environment } from '../environment/environment.js';

/**
 * The case as its sheet will say it once the answer is saved. Nothing is recorded: the answer stands there by the same
 * digest as it will, so that the sheet shows its initials as it will show them.
 */
export function previewRecord(
  { consultation, events }: ConsultationRecord,
  entered: JsonObject,
  { session, clock }: Environment,
): ConsultationRecord {
  const { jawaban, rujukan, paraf, ...rest } = entered;
  const at = clock.now().toISOString();
  const content: AnswerContent = {
    ...rest,
    jawaban: typeof jawaban === 'string' ? jawaban : '',
    ...(Array.isArray(rujukan) && { rujukan: rujukan.filter((each) => typeof each === 'string') }),
  };
  const answer: RecordedAnswer = {
    jawaban: content.jawaban,
    ...(content.rujukan && { rujukan: content.rujukan }),
    ...(Object.keys(rest).length > 0 && { tambahan: rest }),
    at,
    by: session,
    paraf: initialsOf(isJsonObject(paraf) ? paraf : {}, {
      petugasId: session.id,
      namaPetugas: session.name,
      jabatan: session.position ?? '',
      waktu: at,
      hashIsi: answerDigest(consultation, content),
    }),
  };
  const answers = [...consultation.answers, answer];
  return { consultation: { ...consultation, answers }, events };
}

const ways = ['diketik', 'digambar', 'kertas', 'tte'] as const;

function initialsOf(
  paraf: JsonObject,
  signed: Pick<Initials, 'petugasId' | 'namaPetugas' | 'jabatan' | 'waktu' | 'hashIsi'>,
): Initials {
  const { cara, inisial, gambar, jabatan } = paraf;
  return {
    ...signed,
    jabatan: signed.jabatan || (typeof jabatan === 'string' ? jabatan : ''),
    cara: ways.find((way) => way === cara) ?? 'diketik',
    ...(typeof inisial === 'string' && { inisial }),
    ...(typeof gambar === 'string' && { gambar }),
  };
}
