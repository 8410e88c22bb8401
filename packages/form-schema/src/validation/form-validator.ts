import type { Condition, FormValidator } from '../forms/form.js';
import type { Json } from '../json.js';
import type { Locale } from '../locale.js';
import { messageKeyOf, wordProblem } from '../messages/word.js';
import type { Problem } from '../problem.js';
import type { Failure, Mistake } from './failure.js';
import { mistakesOf } from './failure.js';
import { toJson } from './json.js';
import type { Clock } from './not-future.js';
import { atClock, systemClock } from './not-future.js';

export interface ValidatorOptions {
  /** The language of the messages. Default: Indonesian. */
  readonly locale?: Locale;
  /** The time for `x-notFuture`. Default: the system's. */
  readonly now?: Clock;
}

/** Makes the public validator around one that finds failures. */
export function formValidator(
  failuresOf: (value: Json) => readonly Failure[],
  conditions: { readonly [schemaPointer: string]: Condition },
  { locale = 'id', now = systemClock }: ValidatorOptions = {},
): FormValidator {
  const validate = (value: unknown): Problem[] =>
    check(value, failuresOf, now).map((mistake) => worded(mistake, locale));
  const timed = Object.entries(conditions).map(
    ([pointer, holds]) => [pointer, (value: unknown) => atClock(now, () => holds(value))] as const,
  );
  return Object.assign(validate, { conditions: Object.fromEntries(timed) });
}

function check(
  value: unknown,
  failuresOf: (value: Json) => readonly Failure[],
  now: Clock,
): Mistake[] {
  try {
    const json = toJson(value);
    if (json !== undefined) return atClock(now, () => mistakesOf(failuresOf(json), json));
  } catch {
    // A getter that throws, a value that refers to itself, a stack that is used up: nothing that could be checked.
  }
  return [{ pointer: '', keyword: 'unreadable', params: {} }];
}

/** Words a mistake when someone reads it: a form words its problems anew, with what its fields are called. */
function worded(mistake: Mistake, locale: Locale): Problem {
  const problem = { ...mistake, messageKey: messageKeyOf(mistake), message: '' };
  return {
    ...mistake,
    messageKey: problem.messageKey,
    get message() {
      return wordProblem(problem, locale);
    },
  };
}
