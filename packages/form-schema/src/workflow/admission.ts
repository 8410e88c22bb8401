import type { Profile, PublicFormId } from '../profile/profile.js';
import type { Actor } from './actor.js';
import type { CommandType } from './commands.js';
import type { Consultation } from './consultation.js';
import { escalationStatus, isNumberAwaited, mayBeRepliedTo } from './escalation-status.js';
import { commandsOf, outOfOrder, refuse } from './refuse.js';
import type { Refusal } from './refusal.js';
import { commandsIn } from './transitions.js';

/**
 * What stands against a command, in a case whose state and role allow it, before anyone has filled its form. Apart from
 * the rules themselves, so that a page can ask what is possible without carrying how it is done.
 */
type Admission = (
  consultation: Consultation,
  actor: Actor,
  profile: Profile<PublicFormId>,
) => Refusal | undefined;

const admissions: { readonly [type in CommandType]?: Admission } = {
  /** Step 4: a coordinator may take a review over from someone else. */
  'start-review': ({ state, reviewer }, actor, profile) => {
    if (state !== 'reviewing') return undefined;
    // One's own review is under way already; there is nothing to take up.
    if (reviewer?.id === actor.id) return outOfOrder(state, 'start-review', actor, profile);
    return actor.role === 'coordinator' ? undefined : notYours(reviewer);
  },

  review: ({ reviewer }, actor) =>
    reviewer?.id === actor.id || actor.role === 'coordinator' ? undefined : notYours(reviewer),

  /** Step 7: whoever was called already is called again as often as the office calls. */
  call: ({ state, calls }, { role }, { procedure: { maxCalls: limit } }) =>
    state === 'queued' || calls.length < limit || role === 'coordinator'
      ? undefined
      : refuse('LPSE_CALL_LIMIT_REACHED', { limit }),

  /** Step 7: back into the queue, as often as the office calls; what comes after that, the profile says. */
  requeue: ({ calls }, { role }, { procedure: { maxCalls: limit, calling } }) =>
    calls.length < limit ||
    calling.afterLast === 'requeue' ||
    (calling.afterLast === 'coordinator' && role === 'coordinator')
      ? undefined
      : refuse('LPSE_CALL_LIMIT_REACHED', { limit }),

  /** Step 10: a number is recorded once, and only for what is still out. */
  'record-number': (consultation, actor, profile) =>
    isNumberAwaited(consultation)
      ? undefined
      : outOfOrder(consultation.state, 'record-number', actor, profile),

  /** Step 10: nobody is asked about what has been answered, or was never sent. */
  remind: (consultation, actor, profile) =>
    escalationStatus(consultation) === 'waiting'
      ? undefined
      : outOfOrder(consultation.state, 'remind', actor, profile),

  'revoke-escalation': (consultation, actor, profile) =>
    consultation.state === 'escalating' || escalationStatus(consultation) === 'waiting'
      ? undefined
      : outOfOrder(consultation.state, 'revoke-escalation', actor, profile),

  /** Only what was escalated has a reply to wait for. */
  'receive-reply': (consultation, actor, profile) =>
    mayBeRepliedTo(consultation)
      ? undefined
      : outOfOrder(consultation.state, 'receive-reply', actor, profile),

  confirm: (consultation, actor, profile) =>
    hasOpenAnswer(consultation)
      ? undefined
      : outOfOrder(consultation.state, 'confirm', actor, profile),

  reopen: (consultation, actor, profile) =>
    hasOpenAnswer(consultation) && profile.procedure.reopenDays > 0
      ? undefined
      : outOfOrder(consultation.state, 'reopen', actor, profile),
};

/** Whether the user has an answer and has not confirmed it yet. An escalation alone is none. */
function hasOpenAnswer({ answers, confirmations }: Consultation): boolean {
  const last = answers.length - 1;
  return last >= 0 && confirmations.at(-1)?.jawaban !== last;
}

/**
 * What this actor can do with a case as it stands, in the order of the procedure; without a case, whether one can be
 * registered. Panels ask this instead of guessing. Whether the data of the command is right, only `decide` knows.
 */
export function allowedCommands(
  consultation: Consultation | undefined,
  actor: Actor,
  profile: Profile<PublicFormId>,
): CommandType[] {
  const mine = commandsOf(profile, actor.role);
  return commandsIn(consultation?.state ?? null).filter(
    (type) => mine.includes(type) && !admission(consultation, type, actor, profile),
  );
}

/** Why this actor cannot give the command on this case, whatever its form says; undefined when nothing is against it. */
export function admission(
  consultation: Consultation | undefined,
  type: CommandType,
  actor: Actor,
  profile: Profile<PublicFormId>,
): Refusal | undefined {
  return consultation && admissions[type]?.(consultation, actor, profile);
}

function notYours(reviewer: Actor | undefined): Refusal {
  return refuse('LPSE_REVIEW_NOT_YOURS', { officer: reviewer?.name ?? '' });
}
