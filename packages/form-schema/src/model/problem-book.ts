import type { FormValidator } from '../forms/form.js';
import type { Json } from '../json.js';
import type { Pointer } from '../pointer.js';
import { isWithin, join, tokensOf } from '../pointer.js';
import type { Problem } from '../problem.js';
import { problemsToWord } from '../validation/form-validator.js';
import type { Resolved } from '../schema/resolve.js';
import { choiceAt } from './entry.js';
import type { NewIndex } from './rows.js';
import { moveAlong, putAt, takenFrom } from './rows.js';
import { sameJson } from './same.js';

/** A problem at the field that shows it, not yet worded for the form. */
export interface Placed {
  readonly at: Pointer;
  readonly problem: Problem;
}

/**
 * Collects what is wrong in a form from three sides: its validator, whoever else has looked at it (a server), and
 * input that could not even be read. One problem for one field.
 */
export class ProblemBook {
  readonly #validate: FormValidator | undefined;
  #server = new Map<Pointer, Problem>();
  /** Fields whose input is no value at all, with the type that was asked for. */
  #unreadable = new Map<Pointer, string>();

  constructor(validate: FormValidator | undefined) {
    this.#validate = validate;
  }

  /** What the form finds itself, by the field that shows it; nothing for fields that do not apply. */
  own(root: Resolved, result: Json): Map<Pointer, Placed> {
    const meant = (at: Pointer, keyword: string): number | undefined => {
      const choice = choiceAt(root, at, keyword);
      return choice?.resolved.chosen.get(choice.variants);
    };
    const unreadable = [...this.#unreadable].map(([at, type]) => unreadableProblem(at, type));
    return placed(
      [...unreadable, ...(this.#validate ? problemsToWord(this.#validate, result, meant) : [])],
      root,
    );
  }

  /** What others found, by the field that shows it. */
  others(root: Resolved): Map<Pointer, Placed> {
    return placed(
      [...this.#server].map(([pointer, problem]) => ({ ...problem, pointer })),
      root,
    );
  }

  setServer(problems: readonly Problem[]): void {
    this.#server = new Map(problems.map((problem) => [problem.pointer, problem]));
  }

  get hasOthers(): boolean {
    return this.#server.size > 0;
  }

  /**
   * A field was edited: what others said about it is no longer known to be true. What they said of something that has
   * no field is told around it, and goes from there: nobody could ever mend it.
   */
  edited(pointer: Pointer, root: Resolved): void {
    for (const said of [...this.#server.keys()]) {
      const at = fieldFor(root, said) ?? said;
      if (isWithin(at, pointer) || isWithin(pointer, at)) this.#server.delete(said);
    }
    for (const at of [...this.#unreadable.keys()])
      if (isWithin(at, pointer)) this.#unreadable.delete(at);
  }

  unreadable(pointer: Pointer, type: string): void {
    this.#unreadable.set(pointer, type);
  }

  /** Rows of a list came, went or moved: what was said about the list itself is no longer known to be true. */
  moveRows(list: Pointer, newIndex: NewIndex): void {
    this.#server.delete(list);
    this.#server = moveAlong(this.#server, list, newIndex);
    this.#unreadable = moveAlong(this.#unreadable, list, newIndex);
  }

  /** What is said of a place that goes; what is answered says it again of the place that comes back. */
  setAside(place: Pointer): (to: Pointer) => void {
    const server = takenFrom(this.#server, place);
    const unreadable = takenFrom(this.#unreadable, place);
    return (to) => {
      putAt(this.#server, to, server);
      putAt(this.#unreadable, to, unreadable);
    };
  }

  clear(): void {
    this.#server.clear();
    this.#unreadable.clear();
  }
}

/** The first problem for each field. */
function placed(problems: readonly Problem[], root: Resolved): Map<Pointer, Placed> {
  const found = new Map<Pointer, Placed>();
  for (const problem of problems) {
    const at = fieldFor(root, problem.pointer);
    if (at !== undefined && !found.has(at)) found.set(at, { at, problem });
  }
  return found;
}

function unreadableProblem(pointer: Pointer, type: string): Problem {
  return { pointer, keyword: 'type', params: { type }, messageKey: `type.${type}`, message: '' };
}

/** Whether two problems would be told in the same words. */
export function sameProblem(a: Problem, b: Problem): boolean {
  return (
    a === b ||
    (a.keyword === b.keyword &&
      a.messageKey === b.messageKey &&
      sameJson(a.params, b.params) &&
      (a.keyword !== 'server' || a.message === b.message))
  );
}

/**
 * The field that shows a problem: the one at its pointer, or the nearest around it (a list of choices for one of its
 * items, the form for a property that it does not know). None when the field does not apply.
 */
function fieldFor(root: Resolved, pointer: Pointer): Pointer | undefined {
  // Most problems are about a member of the form itself, and there may be a thousand of them at each keystroke.
  if (/^\/[^/~]*$/.test(pointer) && root.children.has(pointer.slice(1))) return pointer;
  let at: Pointer = '';
  let holder = root;
  for (const token of tokensOf(pointer)) {
    const child = holder.children.get(token);
    // What another variant asks for is told at the choice; what a condition hides is not asked for.
    const isHidden = holder.shape.variants.length === 0 && holder.shape.whole.members.has(token);
    if (!child) return isHidden && holder.view.node.kind === 'object' ? undefined : at;
    at = join(at, token);
    holder = child;
  }
  return at;
}
