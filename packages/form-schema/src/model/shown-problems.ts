import type { FormValidator } from '../forms/form.js';
import type { Json } from '../json.js';
import type { Pointer } from '../pointer.js';
import { isWithin } from '../pointer.js';
import type { Problem } from '../problem.js';
import type { Resolved } from '../schema/resolve.js';
import type { Changes } from './changes.js';
import { note } from './changes.js';
import { placeOf } from './entry.js';
import { renameAlong } from './named-members.js';
import type { Presenter } from './presenter.js';
import type { Placed } from './problem-book.js';
import { ProblemBook, sameProblem } from './problem-book.js';
import type { NewIndex } from './rows.js';
import { moveAlong, putAt, takenFrom } from './rows.js';

/** The form that the problems are of, as it stands. */
interface Examined {
  /** Every field that applies, also those that rules of the layout hide. */
  readonly all: Resolved;
  readonly result: Json;
}

/**
 * What is wrong in a form, and which of it its fields show: what the form finds itself once the field was left, what
 * others found at once.
 */
export class ShownProblems {
  readonly #form: Examined;
  readonly #presenter: Presenter;
  readonly #book: ProblemBook;
  /** Fields that were left. */
  #touched = new Map<Pointer, true>();
  /** What the form finds itself, by field, until the next change. */
  #found: ReadonlyMap<Pointer, Placed> | undefined;
  /** The problems that fields show, worded, with what they were worded from. */
  #shown = new Map<Pointer, { readonly raw: Problem; readonly worded: Problem }>();

  constructor(form: Examined, presenter: Presenter, validate: FormValidator | undefined) {
    this.#form = form;
    this.#presenter = presenter;
    this.#book = new ProblemBook(validate);
  }

  /** Every problem, shown or not. */
  get all(): readonly Problem[] {
    const all = new Map([...this.#book.others(this.#form.all), ...this.#own()]);
    return [...all.values()].map((placed) => this.#asShown(placed));
  }

  get hasNone(): boolean {
    return this.#own().size === 0 && this.#book.others(this.#form.all).size === 0;
  }

  get shown(): readonly Problem[] {
    return [...this.#shown.values()].map(({ worded }) => worded);
  }

  /** The fields that show one. */
  get shownAt(): readonly Pointer[] {
    return [...this.#shown.keys()];
  }

  /** The problem that a field shows. */
  at(pointer: Pointer): Problem | undefined {
    return this.#shown.get(pointer)?.worded;
  }

  /** A field was left. */
  touch(pointer: Pointer): void {
    this.#touched.set(pointer, true);
  }

  /** Another field stands here now, that nobody has left yet. */
  untouch(pointer: Pointer): void {
    for (const at of this.#touched.keys()) if (isWithin(at, pointer)) this.#touched.delete(at);
  }

  /** A field was edited: what others said about it is no longer known to be true. */
  edited(pointer: Pointer): void {
    this.#book.edited(pointer, this.#form.all);
  }

  /** What was entered is no value of the type that is asked for. */
  unreadable(pointer: Pointer, type: string): void {
    this.#book.unreadable(pointer, type);
  }

  /** What others found. */
  setServer(problems: readonly Problem[]): void {
    this.#book.setServer(problems);
  }

  /** Nothing was left, nothing was found. */
  clear(): void {
    this.#touched.clear();
    this.#book.clear();
  }

  /** A place goes, with all that is known of it; what is answered knows it of the place that comes back. */
  setAside(place: Pointer): (to: Pointer) => void {
    const touched = takenFrom(this.#touched, place);
    const sayAgain = this.#book.setAside(place);
    return (to) => {
      putAt(this.#touched, to, touched);
      sayAgain(to);
    };
  }

  moveRows(list: Pointer, newIndex: NewIndex): void {
    this.#touched = moveAlong(this.#touched, list, newIndex);
    this.#book.moveRows(list, newIndex);
  }

  moveMember(from: Pointer, to: Pointer): void {
    this.#touched = renameAlong(this.#touched, from, to);
    this.#book.edited(from, this.#form.all);
  }

  /** The form has changed: decides which problems show, and notes the fields where that changes something. */
  follow(changes: Changes): void {
    this.#found = undefined;
    this.#show(changes);
  }

  /** Words every problem that shows anew. */
  reword(): void {
    this.#shown.clear();
    this.#show(new Map());
  }

  #show(changes: Changes): void {
    const before = this.#shown;
    this.#shown = new Map();
    for (const placed of this.#toShow()) {
      const { at, problem: raw } = placed;
      const known = before.get(at);
      const same = known && sameProblem(known.raw, raw);
      this.#shown.set(at, same ? known : { raw, worded: this.#worded(placed) });
      if (!same) note(changes, at, 'field');
    }
    for (const at of before.keys()) if (!this.#shown.has(at)) note(changes, at, 'field');
  }

  #toShow(): Iterable<Placed> {
    if (this.#touched.size === 0 && !this.#book.hasOthers) return [];
    const shown = this.#book.others(this.#form.all);
    for (const [at, own] of this.#own()) if (this.#touched.has(at)) shown.set(at, own);
    return shown.values();
  }

  #own(): ReadonlyMap<Pointer, Placed> {
    return (this.#found ??= this.#book.own(this.#form.all, this.#form.result));
  }

  /** In the words that its field shows already, where it does. */
  #asShown(placed: Placed): Problem {
    const known = this.#shown.get(placed.at);
    return known && sameProblem(known.raw, placed.problem) ? known.worded : this.#worded(placed);
  }

  #worded(placed: Placed): Problem {
    const place = placeOf(this.#form.all, placed.at);
    return place ? this.#presenter.word(placed, place) : placed.problem;
  }
}
