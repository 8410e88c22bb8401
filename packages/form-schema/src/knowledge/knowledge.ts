import type { JsonObject } from '../json.js';
import type { CannedAnswer } from '../profile/profile.js';
import type { Consultation } from '../workflow/consultation.js';
import { initialsValid } from '../workflow/digest.js';
import { textAt, textsAt } from '../workflow/values.js';
import { withoutPeople } from './without-people.js';

/** An answer that may serve again: matter, category and answer, and nothing about whom it was given to. */
export interface KnowledgeEntry {
  /** `siap:<id>` for an answer that the office keeps ready, `kasus:<id>` for an earlier case. */
  readonly id: string;
  readonly kind: 'siap' | 'kasus';
  readonly judul: string;
  /** The matter in the user's words; empty for an answer that is kept ready. */
  readonly uraian: string;
  /** The categories that it fits; empty: any. */
  readonly kategori: readonly string[];
  readonly jawaban: string;
  readonly rujukan: readonly string[];
  /** ISO instant of the answer; absent for one that is kept ready. */
  readonly at?: string;
  /** The user has confirmed that it solved the matter. */
  readonly confirmed: boolean;
  /** The entries that the answer was made from: how often each is used is counted by this. */
  readonly sumber: readonly string[];
}

/** What else points to the people of a case, beside their name. */
const naming = ['namaBadanUsaha', 'userIdSpse', 'satuanKerja', 'alamat', 'namaKlpd'];

/**
 * What an answered case teaches; undefined where it has no answer, where the user said that it did not solve the
 * matter, or where the initials are void. Names, addresses and numbers of its people are taken out of every text.
 */
export function knowledgeOf(consultation: Consultation): KnowledgeEntry | undefined {
  const { answers, reopenings, confirmations, submissions, bukuTamu } = consultation;
  const index = answers.length - 1;
  const answer = answers[index];
  if (answer === undefined || !initialsValid(consultation, index)) return undefined;
  if (reopenings.some(({ untukJawaban }) => untukJawaban > index)) return undefined;
  const form = submissions.at(-1)?.formulir ?? {};
  const sources = [form, bukuTamu];
  const people = sources.flatMap((source) => textAt(source, 'nama') ?? []);
  const others = sources.flatMap(namesIn);
  const bare = (text: string): string => withoutPeople(text, people, others);
  const kategori = textAt(form, 'kategori');
  return {
    id: `kasus:${consultation.id}`,
    kind: 'kasus',
    judul: bare(textAt(form, 'judul') ?? ''),
    uraian: bare(textAt(form, 'uraian') ?? ''),
    kategori: kategori === undefined ? [] : [kategori],
    jawaban: bare(answer.jawaban),
    rujukan: (answer.rujukan ?? []).map(bare),
    at: answer.at,
    confirmed: confirmations.some(({ jawaban }) => jawaban === index),
    sumber: answer.tambahan ? textsAt(answer.tambahan, 'sumber') : [],
  };
}

function namesIn(form: JsonObject): string[] {
  return naming.flatMap((key) => textAt(form, key) ?? []);
}

/** An answer that the office keeps ready, as an entry beside those of its cases. */
export function knowledgeOfCanned({
  id,
  judul,
  jawaban,
  kategori = [],
  rujukan = [],
}: CannedAnswer): KnowledgeEntry {
  return {
    id: `siap:${id}`,
    kind: 'siap',
    judul,
    uraian: '',
    kategori,
    jawaban,
    rujukan,
    confirmed: false,
    sumber: [],
  };
}
