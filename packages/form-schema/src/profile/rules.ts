import type { FieldPath, FormId } from '../forms/form.js';
import type { View } from '../access/views.js';
import type { CommandType } from '../workflow/commands.js';
import type { Role } from './profile.js';

/**
 * Optional fields that an office cannot hide all the same, because a rule of the procedure stands on them: where the
 * user can only be reached by e-mail, who forgot a user ID, and what binds initials to their officer and their text;
 * when a paper was written that staff enter later.
 */
export const keptFields: { readonly [id in FormId]?: readonly FieldPath[] } = {
  'consultation-form': [
    '/kanal',
    '/lupaUserId',
    '/lampiran',
    '/pemberitahuanVersi',
    '/tanggalKertas',
  ],
  'guest-book': ['/waktuDatang'],
  review: ['/alasan'],
  solution: ['/paraf/petugasId', '/paraf/waktu', '/paraf/hashIsi'],
  cancellation: ['/alasan'],
  reopening: ['/alasan'],
};

/** What a role may be given at most; staff may be given everything. */
export const roleLimits: { readonly [role in Role]?: readonly CommandType[] } = {
  user: ['register', 'submit', 'confirm', 'reopen', 'cancel'],
  viewer: [],
};

/** What a role may be shown at most; staff may be shown everything. */
export const viewLimits: { readonly [role in Role]?: readonly View[] } = {
  user: ['dataPribadi', 'petugas', 'analisis', 'klasifikasi', 'catatan', 'riwayat'],
};

/**
 * What a role has to see to do its work: nobody initials an answer to what they cannot read, corrects a form that is not
 * shown to them, or accounts for a deviation that they do not know.
 */
export const viewsFor: { readonly [command in CommandType]?: readonly View[] } = {
  submit: ['dataPribadi'],
  review: ['dataPribadi', 'catatan'],
  analyse: ['dataPribadi', 'analisis', 'klasifikasi', 'catatan'],
  answer: ['dataPribadi', 'analisis', 'klasifikasi', 'catatan'],
  escalate: ['dataPribadi', 'analisis', 'klasifikasi', 'catatan'],
  // The archive is the whole case, with a log that verifies.
  archive: ['dataPribadi', 'petugas', 'analisis', 'klasifikasi', 'catatan', 'riwayat'],
  'explain-deviation': ['riwayat'],
};

/** Commands that only a member of staff can carry out in the user's stead. */
export const staffRoles = [
  'reception',
  'officer',
  'coordinator',
] as const satisfies readonly Role[];

/** Steps that have no time limit in the SOP, and so need none. */
export const stepsWithoutLimit: readonly number[] = [1, 2, 7];

/** The longest text that a field of an office's own may hold. */
export const longestOwnText = 4000;

const SECRET = /\b(?:kata ?sandi|sandi|pass ?words?|passwd|pass ?phrase|pin|otp|kode rahasia)\b/;

/** Sentences that speak of a password in order not to get it: "bukan kata sandi", "lupa kata sandi". */
const HARMLESS =
  /\b(?:bukan|jangan|tanpa|tidak|lupa|not?|never|forgot(?:ten)?|without)\b(?:\s+[^\s.;:]+){0,3}?\s+(?:kata ?sandi|sandi|pass ?words?|pin|otp)\b/g;

/**
 * Whether words ask for a password. The project has no field for one: a help desk that collects passwords teaches
 * people to hand them out.
 */
export function asksForPassword(words: string): boolean {
  const plain = words
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replaceAll(/[_-]+/g, ' ');
  return SECRET.test(plain.replaceAll(HARMLESS, ''));
}
