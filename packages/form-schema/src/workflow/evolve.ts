import { withPaper } from '../clocks/paper.js';
import { advanceRuns } from '../clocks/runs.js';
import { shortfallsOf } from '../clocks/shortfalls.js';
import { textAt } from './values.js';
import type { Call, Consultation } from './consultation.js';
import type { ConsultationEvent, EventOf, EventType } from './events.js';
import type { State } from './states.js';
import { movements, stepOfState } from './transitions.js';

type Patch = Partial<Consultation>;

/** What each event adds to the case, beside what all events do (`evolve`). */
const patches: {
  readonly [T in EventType]: (before: Consultation, event: EventOf<T>) => Patch;
} = {
  registered: (_, { data }) => ({ tiket: data.tiket, bukuTamu: data.bukuTamu }),
  'form-handed-out': () => ({}),
  'form-submitted': (before, { at, actor, data }) => ({
    submissions: [...before.submissions, { ...data, at, by: actor }],
  }),
  'review-started': (_, { actor }) => ({ reviewer: actor }),
  'found-incomplete': (before, { at, actor, data }) => ({
    reviews: [
      ...before.reviews,
      { ...data, putaran: before.putaran, at, by: actor, lengkap: false },
    ],
  }),
  'form-returned': (_, { data }) => ({ putaran: data.putaran }),
  'found-complete': (before, { at, actor, data: { pemeriksaan } }) => {
    const alasan = textAt(pemeriksaan, 'alasan');
    const verdict = { putaran: before.putaran, at, by: actor, lengkap: true, kolomKurang: [] };
    return {
      reviews: [...before.reviews, { ...verdict, pemeriksaan, ...(alasan && { alasan }) }],
    };
  },
  'form-accepted': (_, { at, data }) => ({ nomorAntrean: data.nomorAntrean, queuedAt: at }),
  called: (before, { at, actor, data }) => ({
    calls: [...before.calls, { ...data, at, by: actor }],
  }),
  missed: (before, { data }) => ({ calls: withResult(before.calls, data) }),
  requeued: (_, { at }) => ({ queuedAt: at }),
  attended: (before, { data }) => ({
    calls: withResult(before.calls, { ...data, hasil: 'hadir' }),
  }),
  analysed: (_, { data }) => ({ analisis: data.analisis }),
  answered: (before, { at, actor, data }) => ({
    answers: [...before.answers, { ...data, at, by: actor }],
  }),
  escalated: (_, { data }) => ({ eskalasi: data.eskalasi }),
  'number-recorded': (_, { at, actor, data }) => ({ nomorEskalasi: { ...data, at, by: actor } }),
  reminded: (before, { at, actor, data }) => ({
    reminders: [...before.reminders, { ...data, at, by: actor }],
  }),
  'escalation-revoked': (before, { at, actor, data }) => ({
    revocations: [
      ...before.revocations,
      { ...data, at, by: actor, ...(before.eskalasi && { eskalasi: before.eskalasi }) },
    ],
  }),
  archived: (before, { at, actor, data }) => ({
    archives: [...before.archives, { ...data, at, by: actor }],
  }),
  'reply-received': (before, { at, actor, data }) => ({
    replies: [...before.replies, { ...data, at, by: actor, untukJawaban: before.answers.length }],
  }),
  confirmed: (before, { at, actor }) => ({
    confirmations: [...before.confirmations, { at, by: actor, jawaban: before.answers.length - 1 }],
  }),
  reopened: (before, { at, actor, data }) => ({
    reopenings: [
      ...before.reopenings,
      { ...data, at, by: actor, untukJawaban: before.answers.length },
    ],
  }),
  cancelled: (_, { at, actor, data }) => ({ cancellation: { ...data, at, by: actor } }),
  'deviation-explained': (before, { data: { langkah, putaran, jenis, alasan } }) => ({
    explanations: [...before.explanations, { step: langkah, run: putaran, jenis, alasan }],
  }),
};

/**
 * The case after one more event. It trusts the event, which `decide` has judged; `verifyLog` judges a log from elsewhere.
 *
 * @throws TypeError when the first event does not register the case: such a list is not a log.
 */
export function evolve(
  consultation: Consultation | undefined,
  event: ConsultationEvent,
): Consultation {
  if (!consultation && event.type !== 'registered')
    throw new TypeError(`Expected a log that begins with "registered", got "${event.type}"`);
  const before = consultation ?? unregistered(event);
  const state = stateAfter(before.state, event);
  const runs = withPaper(advanceRuns(before.runs, event), event, before);
  const after = {
    ...before,
    ...patch(before, event),
    state,
    step: state === 'cancelled' ? before.step : stepOfState[state],
    version: event.seq,
    head: event.hash,
    updatedAt: event.at,
    runs,
    shortfalls: [...before.shortfalls, ...shortfallsOf(event, before, runs)],
  };
  if (event.type === 'form-returned') return withoutReviewer(after);
  // What was handed over as escalated stays on record; what nobody has in hand is gone from the sheet.
  if (event.type === 'escalation-revoked' && !event.data.setelahArsip)
    return withoutEscalation(after);
  return after;
}

/** The case that a log tells of; undefined for an empty one. */
export function replay(events: readonly ConsultationEvent[]): Consultation | undefined {
  return events.reduce<Consultation | undefined>(evolve, undefined);
}

/** The state to which an event leads. */
export function stateAfter(state: State, event: ConsultationEvent): State {
  const { to } = movements[event.type];
  if (to === null) return state;
  if (typeof to === 'string') return to;
  return saysYes(event) ? to.ya : to.tidak;
}

function saysYes(event: ConsultationEvent): boolean {
  if (event.type === 'analysed') return event.data.solusiDitemukan;
  return event.type === 'escalation-revoked' && event.data.setelahArsip;
}

/** The compiler cannot tie the event to its own patch by an index; this is the one place that says so. */
function patch<T extends EventType>(before: Consultation, event: ConsultationEvent): Patch {
  return patches[event.type as T](before, event as EventOf<T>);
}

function unregistered({ consultationId, at }: ConsultationEvent): Consultation {
  return {
    id: consultationId,
    state: 'draft',
    version: 0,
    head: '',
    step: 1,
    registeredAt: at,
    updatedAt: at,
    tiket: '',
    putaran: 1,
    bukuTamu: {},
    submissions: [],
    reviews: [],
    calls: [],
    reminders: [],
    revocations: [],
    answers: [],
    replies: [],
    reopenings: [],
    confirmations: [],
    archives: [],
    runs: [],
    shortfalls: [],
    explanations: [],
  };
}

function withResult(calls: readonly Call[], result: Pick<Call, 'hasil' | 'catatan'>): Call[] {
  return calls.map((call, index) => (index === calls.length - 1 ? { ...call, ...result } : call));
}

/** The next round may be reviewed by whoever is there. */
function withoutReviewer({ reviewer: _, ...rest }: Consultation): Consultation {
  return rest;
}

function withoutEscalation({
  eskalasi: _,
  nomorEskalasi: _number,
  ...rest
}: Consultation): Consultation {
  return { ...rest, reminders: [] };
}
