import type { Json } from '../json.js';
import { isJsonObject } from '../json.js';
import type { Pointer } from '../pointer.js';
import { getAt, isWithin } from '../pointer.js';
import { emailFault } from './formats/addresses.js';

/** One keyword that a value failed, as a validator found it: what both validators are translated to. */
export interface Failure {
  /** Where a person mends it: the value itself, or the property that is missing or too many. */
  readonly pointer: Pointer;
  /** The value that the keyword was applied to. */
  readonly instance: Pointer;
  /** The way to the keyword through the schema, references included. */
  readonly path: string;
  readonly keyword: string;
  readonly params: { readonly [name: string]: Json };
  /** It says only that what is inside `unevaluatedProperties` or `unevaluatedItems` failed. */
  readonly wraps?: true;
}

/** A failure that a person has to hear of, before it is worded. */
export type Mistake = Pick<Failure, 'pointer' | 'keyword' | 'params'>;

/**
 * Keywords in the order in which their failure is worth telling: someone who wrote a word where a number belongs needs
 * no second sentence about the least value. What is not named comes last.
 */
const PRIORITY = [
  'type',
  'required',
  'dependentRequired',
  'const',
  'enum',
  'oneOf',
  'anyOf',
  'maxLength',
  'format',
  'x-notFuture',
  'pattern',
  'minLength',
  'minItems',
  'maxItems',
  'uniqueItems',
  'contains',
];

/** Keywords that choose among subschemas: what failed inside explains the choice and is no mistake by itself. */
const CHOOSING = new Set(['oneOf', 'anyOf', 'contains', 'propertyNames']);

const UNEVALUATED = new Set(['unevaluatedProperties', 'unevaluatedItems']);

/** Failures that are weighed against others. Without any of them each failure stands for itself, and that is cheap. */
const WEIGHED = new Set([...CHOOSING, ...UNEVALUATED, 'uniqueItems']);

/** Which branch of a choice (`oneOf`, `anyOf`) at a value the person has chosen, where the form knows. */
export type Meant = (instance: Pointer, keyword: string) => number | undefined;

/** Turns what a validator found into what a person did wrong: one mistake for one place. */
export function mistakesOf(failures: readonly Failure[], value: Json, meant?: Meant): Mistake[] {
  const isPlain = failures.every(({ keyword, wraps }) => !wraps && !WEIGHED.has(keyword));
  const certain = isPlain ? failures : withoutDoubtful(settleChoices(distinct(failures), meant));
  const byPointer = new Map<Pointer, Failure>();
  for (const failure of certain) {
    const known = byPointer.get(failure.pointer);
    if (!known || isBefore(failure, known)) byPointer.set(failure.pointer, failure);
  }
  return [...byPointer.values()].map(({ pointer, keyword, params }) => ({
    pointer,
    keyword,
    params: { ...params, ...moreOf(keyword, params, () => getAt(value, pointer)) },
  }));
}

/** Some validators say the same of a list once for each of its items. */
function distinct(failures: readonly Failure[]): Failure[] {
  const byPlace = new Map(
    failures.map((one) => [`${one.keyword} ${one.path} ${one.pointer}`, one]),
  );
  return [...byPlace.values()];
}

function rank({ keyword }: Failure): number {
  const index = PRIORITY.indexOf(keyword);
  return index < 0 ? PRIORITY.length : index;
}

/** A fixed order, so that every validator picks the same of several. */
function isBefore(a: Failure, b: Failure): boolean {
  if (rank(a) !== rank(b)) return rank(a) < rank(b);
  if (a.keyword !== b.keyword) return a.keyword < b.keyword;
  return JSON.stringify(a.params) < JSON.stringify(b.params);
}

const COUNTED = new Set(
  ['Length', 'Items', 'Properties'].flatMap((what) => [`min${what}`, `max${what}`]),
);

/** What a message can say of a value besides what was asked for, without telling the value. */
function moreOf(
  keyword: string,
  { format }: Failure['params'],
  valueOf: () => Json | undefined,
): Failure['params'] {
  if (COUNTED.has(keyword)) return countOf(valueOf());
  if (keyword !== 'format' || (format !== 'email' && format !== 'idn-email')) return {};
  const wrong = emailFault(String(valueOf()));
  return wrong === undefined ? {} : { wrong };
}

/** How much there is, beside the limit that was asked for. A count tells nothing about the person. */
function countOf(value: Json | undefined): Failure['params'] {
  if (typeof value === 'string') return { count: [...value].length };
  if (Array.isArray(value)) return { count: value.length };
  return isJsonObject(value) ? { count: Object.keys(value).length } : {};
}

/** Replaces each failed choice and all that failed inside it by the mistakes that explain it, the innermost first. */
function settleChoices(failures: readonly Failure[], meant?: Meant): Failure[] {
  // A choice within another has the longer path: it is settled first, and so is still there when its turn comes.
  const choices = failures
    .filter(({ keyword }) => CHOOSING.has(keyword))
    .sort((a, b) => b.path.length - a.path.length || b.instance.length - a.instance.length);
  let rest = [...failures];
  for (const choice of choices) {
    const inside = rest.filter(
      (failure) =>
        failure.path.startsWith(`${choice.path}/`) && isWithin(failure.instance, choice.instance),
    );
    const explained = explain(choice, inside, meant);
    rest = rest.flatMap((failure) => {
      if (failure === choice) return explained;
      return inside.includes(failure) ? [] : [failure];
    });
  }
  return rest;
}

function explain(choice: Failure, inside: readonly Failure[], meant?: Meant): readonly Failure[] {
  if (choice.keyword === 'contains' || choice.keyword === 'propertyNames') return [choice];
  // More than one branch of a `oneOf` was right: no branch explains that.
  if (choice.params['ambiguous'] === true) return [choice];
  const index = meant?.(choice.instance, choice.keyword);
  const told = index === undefined ? [] : inBranch(choice, inside, String(index));
  if (told.length > 0) return outward(choice, withoutDoubtful(told));
  // What only counts while nothing else is wrong must not speak against the branch that was meant.
  const branches = branchesOf(choice, inside).map(withoutDoubtful);
  const fitting = branches.filter((branch) => !branch.some((failure) => isOther(choice, failure)));
  const best = fewest(fitting);
  // Choices among plain values, and variants of which none is meant, are one mistake at the value itself.
  if (best && fitting.length < branches.length) return outward(choice, best);
  const common = commonTo(branches);
  if (common.length > 0 && best === undefined)
    return common.every(({ pointer }) => pointer === choice.instance) ? [choice] : common;
  if (common.length > 0) return outward(choice, common);
  return best ? outward(choice, best) : [choice];
}

/** Failures that are handed on from inside a choice belong to the place of the choice from now on. */
function outward(choice: Failure, failures: readonly Failure[]): Failure[] {
  return failures.map((failure) => ({ ...failure, path: `${choice.path}#` }));
}

function indexIn(choice: Failure, { path }: Failure): string {
  return path.slice(choice.path.length + 1).split('/', 1)[0] ?? '';
}

function inBranch(choice: Failure, inside: readonly Failure[], index: string): Failure[] {
  return inside.filter((failure) => indexIn(choice, failure) === index);
}

function branchesOf(choice: Failure, inside: readonly Failure[]): Failure[][] {
  const branches = new Map<string, Failure[]>();
  for (const failure of inside) {
    const index = indexIn(choice, failure);
    branches.set(index, [...(branches.get(index) ?? []), failure]);
  }
  return [...branches.values()];
}

/**
 * Whether the failure says that another branch was meant: the kind of value, or a property that tells variants apart. A
 * property that may be one of several is a question like any other, and says no more than a text that is too long.
 */
function isOther(choice: Failure, { keyword, instance, params }: Failure): boolean {
  if (keyword === 'const') return true;
  if (keyword === 'type') return instance === choice.instance;
  const { allowed } = params;
  const isOneValue = Array.isArray(allowed) && allowed.length === 1;
  return keyword === 'enum' && (isOneValue || instance === choice.instance);
}

function fewest(branches: readonly Failure[][]): Failure[] | undefined {
  return branches.reduce<Failure[] | undefined>(
    (best, branch) => (best && best.length <= branch.length ? best : branch),
    undefined,
  );
}

/** What failed in every branch alike, and so has to be mended whichever was meant. */
function commonTo(branches: readonly Failure[][]): Failure[] {
  const [first = [], ...others] = branches;
  return first.filter(({ pointer, keyword }) =>
    others.every((branch) =>
      branch.some((failure) => failure.pointer === pointer && failure.keyword === keyword),
    ),
  );
}

/**
 * Some failures are only certain when the rest is right: a branch that fails does not count as having looked at its
 * properties, and rows that are wrong are not compared. They wait until nothing else is wrong there.
 */
function withoutDoubtful(failures: readonly Failure[]): Failure[] {
  const wrappers = failures.filter(({ wraps }) => wraps);
  const around = (failure: Failure): Failure[] =>
    wrappers.filter(
      ({ path, instance }) =>
        failure.path.startsWith(`${path}/`) && isWithin(failure.instance, instance),
    );
  const certain = failures
    .filter(({ keyword }) => !UNEVALUATED.has(keyword))
    .map((failure) => ({ instance: failure.instance, inside: around(failure) }));
  // What is doubtful itself throws no doubt on what stands outside of it.
  const isDoubted = (failure: Failure): boolean => {
    const inside = around(failure);
    return certain.some(
      (other) =>
        isWithin(other.instance, failure.instance) &&
        other.inside.every((wrapper) => inside.includes(wrapper)),
    );
  };
  return failures.filter((failure) => {
    const { keyword, instance, wraps } = failure;
    if (wraps || around(failure).some(isDoubted)) return false;
    // Of what is too much, the innermost is told first: what it stands in fails because of it.
    const hasInner = failures.some(
      (other) => other.instance !== instance && isWithin(other.instance, instance),
    );
    if (UNEVALUATED.has(keyword)) return !hasInner && !isDoubted(failure);
    if (keyword === 'uniqueItems') return !hasInner;
    return true;
  });
}
