import type { Actor, JsonObject } from '@lpse-konsultasi/form-schema';
import { samplePeople } from './people.js';
import type { Scene } from './play.js';
import {
  analysis,
  archiving,
  call,
  completeReview,
  consultationForm,
  escalation,
  guestBook,
  incompleteReview,
  lkppReply,
  solution,
} from './values.js';

const { officer, user } = samplePeople;

/** Scenes of the procedure, in its order. Minutes are those since the scene before. */
export const scenes = {
  register: (guest: JsonObject, by: Actor = user): Scene => ({
    after: 0,
    by,
    type: 'register',
    data: guestBook(guest),
  }),
  submit: (after: number, form: JsonObject, by: Actor = user): Scene => ({
    after,
    by,
    type: 'submit',
    data: consultationForm(form),
  }),
  startReview: (after: number, by: Actor = officer): Scene => ({
    after,
    by,
    type: 'start-review',
    data: {},
  }),
  accept: (after: number, by: Actor = officer): Scene => ({
    after,
    by,
    type: 'review',
    data: ({ profile }) => completeReview(profile),
  }),
  findIncomplete: (
    after: number,
    columns: readonly string[],
    reason: string,
    by: Actor = officer,
  ): Scene => ({
    after,
    by,
    type: 'review',
    data: ({ profile }) => incompleteReview(profile, columns, reason),
  }),
  handBack: (after: number, by: Actor = officer): Scene => ({
    after,
    by,
    type: 'return',
    data: {},
  }),
  call: (after: number, by: Actor = officer): Scene => ({
    after,
    by,
    type: 'call',
    data: ({ freeCounter }) => call(freeCounter),
  }),
  attend: (
    after: number,
    hasil: 'hadir' | 'tidakHadir' | 'dilewati' = 'hadir',
    by: Actor = officer,
  ): Scene => ({ after, by, type: 'record-attendance', data: { hasil } }),
  requeue: (after: number, by: Actor = officer): Scene => ({
    after,
    by,
    type: 'requeue',
    data: {},
  }),
  analyse: (after: number, changes: JsonObject, by: Actor = officer): Scene => ({
    after,
    by,
    type: 'analyse',
    data: analysis(changes),
  }),
  answer: (
    after: number,
    jawaban: string,
    rujukan: readonly string[] = [],
    by: Actor = officer,
  ): Scene => ({
    after,
    by,
    type: 'answer',
    data: ({ consultation, at }) =>
      solution(consultation, by, at, { jawaban, ...(rujukan.length > 0 && { rujukan }) }),
  }),
  escalate: (after: number, changes: JsonObject, by: Actor = officer): Scene => ({
    after,
    by,
    type: 'escalate',
    data: ({ profile, at }) => escalation(profile, at, changes),
  }),
  archive: (after: number, by: Actor = officer): Scene => ({
    after,
    by,
    type: 'archive',
    data: ({ profile, consultation }) => {
      const nama = consultation.submissions.at(-1)?.formulir['nama'];
      return archiving(profile, typeof nama === 'string' ? nama : 'Pengguna (contoh)');
    },
  }),
  receiveReply: (after: number, by: Actor = officer): Scene => ({
    after,
    by,
    type: 'receive-reply',
    data: ({ at }) => lkppReply(at),
  }),
  confirm: (after: number, by: Actor = user): Scene => ({ after, by, type: 'confirm', data: {} }),
  reopen: (after: number, alasan: string, by: Actor = user): Scene => ({
    after,
    by,
    type: 'reopen',
    data: { alasan },
  }),
  explainDelay: (after: number, langkah: number, alasan: string, by: Actor = officer): Scene => ({
    after,
    by,
    type: 'explain-deviation',
    data: { langkah, putaran: 1, jenis: 'waktu', alasan },
  }),
  cancel: (after: number, data: JsonObject = {}, by: Actor = user): Scene => ({
    after,
    by,
    type: 'cancel',
    data,
  }),
};
