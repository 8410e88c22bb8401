import { canonicalJson } from '../hash/canonical-json.js';
import { sha256Hex } from '../hash/sha256.js';
import type { JsonObject } from '../json.js';
import { added } from './values.js';
import type { Consultation } from './consultation.js';

/** What an officer writes and initials: the solution form's value. `paraf` is ignored, the initials stand below it. */
export interface AnswerContent {
  readonly jawaban: string;
  readonly rujukan?: readonly string[];
  readonly [added: string]: unknown;
}

/**
 * What initials are bound to (`Initials.hashIsi`): the SHA-256 of the canonical form of the answer *and* of all it
 * answers (ticket, the form as last handed in, analysis; in a follow-up, LKPP's reply or what the user says is not
 * solved). One changed byte voids them.
 *
 * `index` counts the answers of the case; left out, it is the answer that is to be written next.
 */
export function answerDigest(
  consultation: Consultation,
  content: AnswerContent,
  index = consultation.answers.length,
): string {
  const { jawaban, rujukan } = content;
  const isForThis = ({ untukJawaban }: { readonly untukJawaban: number }): boolean =>
    untukJawaban === index;
  return sha256Hex(
    canonicalJson({
      tiket: consultation.tiket,
      formulir: consultation.submissions.at(-1)?.formulir,
      analisis: consultation.analisis,
      balasan: consultation.replies.find(isForThis)?.balasan,
      belumSelesai: consultation.reopenings.find(isForThis)?.alasan,
      jawaban,
      // An empty list says as much as none.
      rujukan: Array.isArray(rujukan) && rujukan.length === 0 ? undefined : rujukan,
      ...added(content as JsonObject, ['jawaban', 'rujukan', 'paraf']),
    }),
  );
}

/** Whether the initials under an answer of the case (from 0) still belong to what stands above them. */
export function initialsValid(consultation: Consultation, index: number): boolean {
  const answer = consultation.answers[index];
  if (!answer) return false;
  // What the digest covers may be withheld from this reader; whoever had all of it has looked.
  const found = consultation.withheld?.initials[index];
  if (found !== undefined) return found;
  const { jawaban, rujukan, tambahan, paraf } = answer;
  const content = { ...tambahan, jawaban, ...(rujukan && { rujukan }) };
  return paraf.hashIsi === answerDigest(consultation, content, index);
}
