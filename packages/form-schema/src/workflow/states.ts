/**
 * Where a consultation stands. `incomplete` waits for the officer to hand the form back (step 5), `draft` for the user
 * to fill it (step 3); `follow-up` has LKPP's reply, or the user's word that the matter is not solved, and waits for the
 * officer's answer to it.
 */
export const states = [
  'draft',
  'submitted',
  'reviewing',
  'incomplete',
  'queued',
  'called',
  'no-show',
  'analysing',
  'answering',
  'escalating',
  'handing-over',
  'archived',
  'follow-up',
  'cancelled',
] as const;

export type State = (typeof states)[number];
