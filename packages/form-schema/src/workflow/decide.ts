import { isJsonObject } from '../json.js';
import type { Profile, PublicFormId } from '../profile/profile.js';
import { admission } from './admission.js';
import { commandTypes, formOfCommand } from './commands.js';
import type { Command, CommandType } from './commands.js';
import type { Consultation } from './consultation.js';
import type { DecideContext } from './context.js';
import type { ConsultationEvent } from './events.js';
import { seal } from './log.js';
import type { Happening } from './log.js';
import { commandsOf, invalid, outOfOrder, refuse } from './refuse.js';
import { isRefusal } from './refusal.js';
import type { Refusal } from './refusal.js';
import { archive, confirm, explainDeviation, reopen } from './rules/closing.js';
import { cancel, register, submit } from './rules/intake.js';
import { call, recordAttendance, requeue } from './rules/queue.js';
import { returnForm, review, startReview } from './rules/review.js';
import type { Rule } from './rules/rule.js';
import {
  analyse,
  answer,
  escalate,
  receiveReply,
  recordNumber,
  remind,
  revokeEscalation,
} from './rules/solution.js';
import { commandsIn } from './transitions.js';
import { isPlainJson } from './values.js';

const rules: { readonly [type in Exclude<CommandType, 'register'>]: Rule } = {
  submit,
  'start-review': startReview,
  review,
  return: returnForm,
  call,
  'record-attendance': recordAttendance,
  requeue,
  analyse,
  answer,
  escalate,
  archive,
  'record-number': recordNumber,
  remind,
  'revoke-escalation': revokeEscalation,
  'receive-reply': receiveReply,
  confirm,
  reopen,
  cancel,
  'explain-deviation': explainDeviation,
};

/**
 * Judges a command: the events that it leads to, sealed and ready to be appended, or why it is refused. Pure and total:
 * the same arguments give the same answer, nothing is changed, and no JSON of a user makes it throw. It looks, in this
 * order, at the command's form, at the case, at the role, at the state, at the form's schema, and at the rule of its own.
 *
 * @throws TypeError when `context.at` is no date, which is the program's mistake and not the user's.
 */
export function decide(
  consultation: Consultation | undefined,
  command: Command,
  context: DecideContext,
): ConsultationEvent[] | Refusal {
  const at = timeOf(context, consultation);
  const happenings = isCommand(command)
    ? judge(consultation, command, { ...context, at })
    : refuse('LPSE_COMMAND_MALFORMED');
  if (isRefusal(happenings)) return happenings;
  return seal(consultation, { id: command.consultationId, at, actor: context.actor }, happenings);
}

function judge(
  consultation: Consultation | undefined,
  { type, consultationId, data }: Command,
  context: DecideContext,
): readonly Happening[] | Refusal {
  const { actor, profile } = context;
  if (consultation && consultation.id !== consultationId)
    return refuse('LPSE_CONSULTATION_UNKNOWN');
  if (!consultation && type !== 'register') return refuse('LPSE_CONSULTATION_UNKNOWN');
  if (!commandsOf(profile, actor.role).includes(type))
    return refuse('LPSE_WORKFLOW_ROLE_FORBIDDEN', { role: actor.role, command: type });
  if (consultation && type === 'register') return refuse('LPSE_WORKFLOW_ALREADY_REGISTERED');
  if (!commandsIn(consultation?.state ?? null).includes(type))
    return outOfOrder(consultation?.state ?? null, type, actor, profile);
  const refusal =
    admission(consultation, type, actor, profile) ?? formRefusal({ type, data }, profile);
  if (refusal) return refusal;
  if (type === 'register' || !consultation) return register(data, context);
  return rules[type](consultation, data, context);
}

/** The consultation form is judged by its own rule: from an officer it may come as the user left it. */
function formRefusal(
  { type, data }: Pick<Command, 'type' | 'data'>,
  { forms }: Profile<PublicFormId>,
): Refusal | undefined {
  const form = formOfCommand[type];
  if (form === null || type === 'submit') return undefined;
  // That the profile carries the form is part of what its roles may do.
  const { validate } = forms[form as PublicFormId];
  const problems = validate(data);
  return problems.length > 0 ? invalid(...problems) : undefined;
}

/** Longest id that a store has to keep. */
const MAX_ID = 255;

/** What arrives over a wire is a command only by what its sender says. */
function isCommand(value: unknown): value is Command {
  if (!isJsonObject(value)) return false;
  const { type, consultationId, data } = value;
  return (
    commandTypes.some((each) => each === type) &&
    typeof consultationId === 'string' &&
    consultationId.length > 0 &&
    consultationId.length <= MAX_ID &&
    isJsonObject(data) &&
    isPlainJson(data)
  );
}

/** The log never goes back in time, even where a computer's clock does. */
function timeOf({ at }: DecideContext, consultation: Consultation | undefined): string {
  const time = Date.parse(at);
  if (Number.isNaN(time)) throw new TypeError(`Expected an ISO instant in context.at, got "${at}"`);
  const last = consultation ? Date.parse(consultation.updatedAt) : time;
  return new Date(Math.max(time, last)).toISOString();
}
