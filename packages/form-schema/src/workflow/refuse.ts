import { messageKeyOf, wordProblem } from '../messages/word.js';
import type { Pointer } from '../pointer.js';
import type { Problem } from '../problem.js';
import type { Profile, PublicFormId, Role } from '../profile/profile.js';
import type { Actor } from './actor.js';
import { formOfCommand } from './commands.js';
import type { CommandType } from './commands.js';
import type { Refusal, RefusalCode } from './refusal.js';
import type { State } from './states.js';
import { commandsIn } from './transitions.js';

export function refuse(
  code: RefusalCode,
  params: Refusal['params'] = {},
  problems: readonly Problem[] = [],
): Refusal {
  return { code, params, problems };
}

/** The procedure does not know the command here; `allowed` names what this role can do instead. */
export function outOfOrder(
  state: State | null,
  command: string,
  { role }: Actor,
  profile: Profile<PublicFormId>,
): Refusal {
  const mine = commandsOf(profile, role);
  const allowed = commandsIn(state).filter((each) => each !== command && mine.includes(each));
  return refuse('LPSE_WORKFLOW_OUT_OF_ORDER', { state, command, allowed });
}

/** What the profile lets a role do; nothing for a role that it does not know, or by a form that it does not carry. */
export function commandsOf(
  { procedure, forms }: Profile<PublicFormId>,
  role: Role,
): readonly CommandType[] {
  const commands = Object.hasOwn(procedure.roles, role) ? procedure.roles[role] : [];
  return commands.filter((type) => {
    const form = formOfCommand[type];
    return form === null || Object.hasOwn(forms, form);
  });
}

/** A form's value that breaks its schema, or a rule of the procedure about one of its fields. */
export function invalid(...problems: readonly Problem[]): Refusal {
  return refuse('LPSE_FORM_INVALID', {}, problems);
}

/**
 * What the procedure itself asks of a form's field, beyond the form's schema. Worded in Indonesian, the language of the
 * record; a page words it anew with `wordProblem`.
 */
export function problemAt(
  pointer: Pointer,
  keyword: string,
  params: Problem['params'] = {},
): Problem {
  const bare = { pointer, keyword, params, message: '' };
  const problem = { ...bare, messageKey: messageKeyOf(bare) };
  return { ...problem, message: wordProblem(problem, 'id') };
}
