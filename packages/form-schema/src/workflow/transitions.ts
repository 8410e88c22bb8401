import type { StepNumber } from '../procedure/procedure.js';
import type { CommandType } from './commands.js';
import type { EventType } from './events.js';
import { states, type State } from './states.js';

/** One arrow of the procedure: what a command can make of a case. `null` stands for "no case yet". */
export interface Transition {
  readonly command: CommandType;
  readonly from: State | null;
  /** Where the case can stand afterwards; a decision of the SOP has two answers. */
  readonly to: readonly State[];
}

const beforeAnalysis: readonly State[] = [
  'draft',
  'submitted',
  'reviewing',
  'incomplete',
  'queued',
  'called',
  'no-show',
];

/**
 * The whole procedure as data: a command that is not listed for a state is out of order there. `decide` obeys it, the
 * flowchart draws it, a test walks every state × every command of it.
 */
export const transitions: readonly Transition[] = [
  { command: 'register', from: null, to: ['draft'] },
  { command: 'submit', from: 'draft', to: ['submitted'] },
  { command: 'start-review', from: 'submitted', to: ['reviewing'] },
  // A coordinator takes an unfinished review over.
  { command: 'start-review', from: 'reviewing', to: ['reviewing'] },
  { command: 'review', from: 'reviewing', to: ['incomplete', 'queued'] },
  { command: 'return', from: 'incomplete', to: ['draft'] },
  { command: 'call', from: 'queued', to: ['called'] },
  { command: 'record-attendance', from: 'called', to: ['analysing', 'no-show'] },
  // Once more, while the user has not come.
  { command: 'call', from: 'called', to: ['called'] },
  { command: 'requeue', from: 'no-show', to: ['queued'] },
  { command: 'analyse', from: 'analysing', to: ['answering', 'escalating'] },
  { command: 'answer', from: 'answering', to: ['handing-over'] },
  { command: 'escalate', from: 'escalating', to: ['handing-over'] },
  // Sent, but the other side's number was still awaited.
  { command: 'record-number', from: 'handing-over', to: ['handing-over'] },
  { command: 'record-number', from: 'archived', to: ['archived'] },
  { command: 'record-number', from: 'follow-up', to: ['follow-up'] },
  // Only an escalation that nobody has replied to is asked about, or can be taken back.
  { command: 'remind', from: 'handing-over', to: ['handing-over'] },
  { command: 'remind', from: 'archived', to: ['archived'] },
  { command: 'revoke-escalation', from: 'escalating', to: ['analysing'] },
  { command: 'revoke-escalation', from: 'handing-over', to: ['analysing'] },
  { command: 'revoke-escalation', from: 'archived', to: ['follow-up'] },
  { command: 'archive', from: 'handing-over', to: ['archived'] },
  // Only what was escalated has a reply to wait for.
  { command: 'receive-reply', from: 'archived', to: ['follow-up'] },
  // Only what was answered can be confirmed, or taken up again.
  { command: 'confirm', from: 'archived', to: ['archived'] },
  { command: 'reopen', from: 'archived', to: ['follow-up'] },
  { command: 'answer', from: 'follow-up', to: ['handing-over'] },
  ...beforeAnalysis.map((from): Transition => ({ command: 'cancel', from, to: ['cancelled'] })),
  ...states.map((from): Transition => ({
    command: 'explain-deviation',
    from,
    to: [from],
  })),
];

/** The commands that the procedure knows in a state, in its order; who may give them is the profile's matter. */
export function commandsIn(state: State | null): CommandType[] {
  return transitions.filter(({ from }) => from === state).map(({ command }) => command);
}

/** The step of the SOP that a case in this state waits for. A cancelled case stays in the step where it ended. */
export const stepOfState: { readonly [state in Exclude<State, 'cancelled'>]: StepNumber } = {
  draft: 3,
  submitted: 4,
  reviewing: 4,
  incomplete: 5,
  // Step 6 ends in the moment in which the number is issued; from then on the user waits to be called.
  queued: 7,
  called: 7,
  'no-show': 7,
  analysing: 8,
  answering: 9,
  escalating: 10,
  'handing-over': 11,
  archived: 11,
  'follow-up': 9,
};

/** How an event moves a case. */
export interface Movement {
  /** The step that the event belongs to; null where it is the case's own, or the one that the event names. */
  readonly step: StepNumber | null;
  /** The states in which it can have happened; `null` stands for "no case yet". */
  readonly from: readonly (State | null)[];
  /** The state after it; null where the state stays. An event that says yes or no names both. */
  readonly to: State | null | { readonly ya: State; readonly tidak: State };
}

/** What each event does to the state. `evolve` follows it, `verifyLog` finds with it a log that cannot have happened. */
export const movements: { readonly [type in EventType]: Movement } = {
  registered: { step: 1, from: [null], to: 'draft' },
  'form-handed-out': { step: 2, from: ['draft'], to: null },
  'form-submitted': { step: 3, from: ['draft'], to: 'submitted' },
  'review-started': { step: 4, from: ['submitted', 'reviewing'], to: 'reviewing' },
  'found-incomplete': { step: 4, from: ['reviewing'], to: 'incomplete' },
  'form-returned': { step: 5, from: ['incomplete'], to: 'draft' },
  // The verdict and the acceptance are one decision: the next event of the same command moves the case.
  'found-complete': { step: 4, from: ['reviewing'], to: null },
  'form-accepted': { step: 6, from: ['reviewing'], to: 'queued' },
  called: { step: 7, from: ['queued', 'called'], to: 'called' },
  missed: { step: 7, from: ['called'], to: 'no-show' },
  requeued: { step: 7, from: ['no-show'], to: 'queued' },
  attended: { step: 7, from: ['called'], to: 'analysing' },
  analysed: { step: 8, from: ['analysing'], to: { ya: 'answering', tidak: 'escalating' } },
  answered: { step: 9, from: ['answering', 'follow-up'], to: 'handing-over' },
  escalated: { step: 10, from: ['escalating'], to: 'handing-over' },
  'number-recorded': { step: 10, from: ['handing-over', 'archived', 'follow-up'], to: null },
  reminded: { step: 10, from: ['handing-over', 'archived'], to: null },
  'escalation-revoked': {
    step: 10,
    from: ['escalating', 'handing-over', 'archived'],
    to: { ya: 'follow-up', tidak: 'analysing' },
  },
  archived: { step: 11, from: ['handing-over'], to: 'archived' },
  'reply-received': { step: 10, from: ['archived'], to: 'follow-up' },
  confirmed: { step: 11, from: ['archived'], to: null },
  reopened: { step: 11, from: ['archived'], to: 'follow-up' },
  cancelled: { step: null, from: beforeAnalysis, to: 'cancelled' },
  'deviation-explained': { step: null, from: states, to: null },
};
