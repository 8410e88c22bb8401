import type { Json } from '../json.js';
import type { Pointer } from '../pointer.js';
import type { Problem } from '../problem.js';
import type { Profile, Role } from '../profile/profile.js';
import type { Actor } from './actor.js';
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
  profile: Profile,
): Refusal {
  const mine = commandsOf(profile, role);
  const allowed = commandsIn(state).filter((each) => each !== command && mine.includes(each));
  return refuse('LPSE_WORKFLOW_OUT_OF_ORDER', { state, command, allowed });
}

/** What the profile lets a role do; nothing for a role that it does not know. */
export function commandsOf({ procedure }: Profile, role: Role): readonly CommandType[] {
  return Object.hasOwn(procedure.roles, role) ? procedure.roles[role] : [];
}

/** A form's value that breaks its schema, or a rule of the procedure about one of its fields. */
export function invalid(...problems: readonly Problem[]): Refusal {
  return refuse('LPSE_FORM_INVALID', {}, problems);
}

/**
 * What the procedure itself asks of a form's fields, beyond the form's schema. The general messages are the validators'
 * own, by `messageKey`; these are worded in Indonesian, the language of the record.
 */
const messages = {
  required: 'Mohon isi bagian ini.',
  minLength: 'Mohon tulis paling sedikit {limit} huruf.',
  enum: 'Silakan pilih salah satu dari: {allowedValues}.',
  type: 'Isian ini bentuknya tidak sesuai.',
  const: 'Mohon penuhi bagian ini.',
  locked: 'Bagian ini tidak diminta untuk diperbaiki. Mohon kembalikan ke isian semula.',
  unknownField: 'Bagian ini tidak ada dalam formulir.',
} as const;

export function problemAt(
  pointer: Pointer,
  keyword: keyof typeof messages,
  params: { readonly [name: string]: Json } = {},
): Problem {
  return {
    pointer,
    keyword,
    params,
    messageKey: keyword,
    message: fill(messages[keyword], params),
  };
}

/** Puts params in the place of their names in braces. */
export function fill(template: string, params: { readonly [name: string]: Json }): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(params, name) ? params[name] : undefined;
    if (value === undefined || value === null) return whole;
    return Array.isArray(value) ? value.map(String).join(', ') : String(value);
  });
}
