import type { Profile, Role } from '../profile/profile.js';

/**
 * What of a case and of the office a role may be shown, by the word that the record uses for it:
 *
 * - `dataPribadi`: what the user wrote of themselves and of their matter: guest book, form, attachments, their words when
 *   they reopen or cancel, what an escalation and a handed-over copy repeat of it.
 * - `petugas`: names, ids and positions of the officers, and their drawn or typed initials.
 * - `analisis`: the analysis of step 8, and what an escalation repeats of it.
 * - `klasifikasi`: the classification in it, with urgency, impact and priority.
 * - `catatan`: what officers noted for the office: while the user spoke, at the checklist, at a call, at the hand-over.
 * - `riwayat`: how the office kept to its procedure: deviations with their explanations, the machine's findings; together
 *   with `daftar` also pages of whole logs.
 * - `daftar`: other people's cases: the list, their changes, and who has which open.
 * - `laporan`: the report over all cases.
 *
 * What an officer writes to the user (reasons of a return, the answer, LKPP's reply) is never withheld.
 */
export const views = [
  'dataPribadi',
  'petugas',
  'analisis',
  'klasifikasi',
  'catatan',
  'riwayat',
  'daftar',
  'laporan',
] as const;

export type View = (typeof views)[number];

/** Whether the office shows this to the role. A role that the profile does not know sees nothing. */
export function maySee(
  { procedure }: { readonly procedure: Pick<Profile['procedure'], 'views'> },
  role: Role,
  view: View,
): boolean {
  return Object.hasOwn(procedure.views, role) && procedure.views[role].includes(view);
}
