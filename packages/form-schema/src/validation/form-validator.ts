import type { Condition, FormValidator } from '../forms/form.js';
import type { Json } from '../json.js';
import type { Locale } from '../locale.js';
import { messageKeyOf, wordProblem } from '../messages/word.js';
import type { Problem } from '../problem.js';
import type { Failure, Meant, Mistake } from './failure.js';
import { mistakesOf } from './failure.js';
import { toJson, withoutHeirlooms } from './json.js';
import type { MeantBy } from './meant.js';
import type { Clock } from './not-future.js';
import { atClock, systemClock } from './not-future.js';

export interface ValidatorOptions {
  /** The language of the messages. Default: Indonesian. */
  readonly locale?: Locale;
  /** The time for `x-notFuture`. Default: the system's. */
  readonly now?: Clock;
}

/** The same problems without their words, for a form that words them itself. */
const wordless = new WeakMap<FormValidator, (value: unknown, meant?: Meant) => Problem[]>();

/**
 * Makes the public validator around one that finds failures. `meantBy` tells which branches a value means where no form
 * knows; without it the failures themselves have to tell.
 */
export function formValidator(
  failuresOf: (value: Json) => readonly Failure[],
  conditions: { readonly [schemaPointer: string]: Condition },
  { locale = 'id', now = systemClock }: ValidatorOptions = {},
  meantBy?: MeantBy,
): FormValidator {
  const timed = Object.entries(conditions).map(
    ([pointer, holds]) =>
      [pointer, (value: unknown) => atClock(now, () => isMet(holds, value))] as const,
  );
  const bare = (value: unknown, meant?: Meant): Problem[] =>
    check(value, (json) => mistakesOf(failuresOf(json), json, meant ?? meantBy?.(json)), now).map(
      problemOf,
    );
  const validate = (value: unknown): Problem[] =>
    bare(value).map((problem) => ({ ...problem, message: wordProblem(problem, locale) }));
  const validator = Object.assign(validate, { conditions: Object.fromEntries(timed) });
  wordless.set(validator, bare);
  return validator;
}

/** Validates without wording, where the validator can: words cost more than finding. */
export function problemsToWord(validate: FormValidator, value: unknown, meant?: Meant): Problem[] {
  return (wordless.get(validate) ?? validate)(value, meant);
}

function check(value: unknown, mistakesIn: (value: Json) => Mistake[], now: Clock): Mistake[] {
  try {
    const json = toJson(value);
    if (json !== undefined) {
      const plain = withoutHeirlooms(json);
      return atClock(now, () => mistakesIn(plain));
    }
  } catch {
    // A getter that throws, a value that refers to itself, a stack that is used up: nothing that could be checked.
  }
  return [{ pointer: '', keyword: 'unreadable', params: {} }];
}

/** A condition that cannot be judged, as its value asks for too many steps, is not met. */
function isMet(holds: Condition, value: unknown): boolean {
  try {
    return holds(value === undefined ? value : withoutHeirlooms(value as Json));
  } catch {
    return false;
  }
}

function problemOf(mistake: Mistake): Problem {
  const { pointer, keyword, params } = mistake;
  return { pointer, keyword, params, messageKey: messageKeyOf(mistake), message: '' };
}
