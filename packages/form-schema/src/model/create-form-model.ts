import type { FormTexts, JsonSchema, Layout } from '../forms/form.js';
import type { Json } from '../json.js';
import type { Locale } from '../locale.js';
import type { Pointer } from '../pointer.js';
import { getAt, isWithin, join, setAt } from '../pointer.js';
import type { Problem } from '../problem.js';
import { defaultsOf } from '../schema/defaults.js';
import { normalise } from '../schema/normalise.js';
import { forgotten, turned } from '../schema/previous.js';
import type { Settle } from '../rules/form-rules.js';
import { settleWith } from '../rules/form-rules.js';
import type { Resolved } from '../schema/resolve.js';
import { resolve } from '../schema/resolve.js';
import type { Shape } from '../schema/shape.js';
import { shapeOf } from '../schema/shape.js';
import type { Changes } from './changes.js';
import { compare, note } from './changes.js';
import type { Place } from './entry.js';
import { emptied, normalForm, placeOf, placesIn, trimmedTuple, written } from './entry.js';
import type { Field, FormChange, FormModel, FormModelOptions, SectionView } from './form-model.js';
import { Listeners } from './listeners.js';
import { renameAlong } from './named-members.js';
import { Presenter } from './presenter.js';
import type { Placed } from './problem-book.js';
import { ProblemBook, sameProblem } from './problem-book.js';
import { Proposals } from './proposals.js';
import type { NewIndex } from './rows.js';
import { moveAlong } from './rows.js';
import { sameJson } from './same.js';
import { Claims, orderOf, sectionsOf } from './sections.js';
import type { Holder } from './structure.js';
import { formTextsOf } from './texts.js';
import { Structure } from './structure.js';
import { LeftVariants } from './variant-switch.js';
import { withoutWriteOnly } from './storable.js';

/**
 * Makes the model of a form. Whatever a person enters, it never throws.
 *
 * @throws {LpseError} `LPSE_LAYOUT_INVALID` when the layout has rules and `rules` is not given.
 */
export function createFormModel(options: FormModelOptions): FormModel {
  return new Model(options);
}

class Model implements FormModel {
  readonly schema: JsonSchema;
  readonly #layout: Layout;
  readonly #claims: Claims;
  readonly #shape: Shape;
  readonly #settle: Settle;
  readonly #book: ProblemBook;
  readonly #presenter: Presenter;
  readonly #listeners = new Listeners();
  readonly #left = new LeftVariants();
  readonly #proposals: Proposals;
  readonly #structure = new Structure(this.#holder);

  #initial: Json;
  #value: Json;
  /** Every field that applies, and the same without those that rules of the layout hide. */
  #all: Resolved;
  #root: Resolved;
  #editable: readonly Pointer[] | undefined;
  #touched = new Map<Pointer, true>();
  /** What the next change makes of the state before it. */
  #before: ((root: Resolved) => Resolved | undefined) | undefined;
  /** What the form finds itself, by field, until the next change. */
  #found: ReadonlyMap<Pointer, Placed> | undefined;
  /** The problems that fields show, worded, with what they were worded from. */
  #shown = new Map<Pointer, { readonly raw: Problem; readonly worded: Problem }>();
  /** The order in which fields stand in the form, until fields come or go. */
  #order: ReadonlyMap<Pointer, number> | undefined;
  /** Counts resets: what was removed before one cannot be put back after it. */
  #generation = 0;

  constructor(options: FormModelOptions) {
    const { schema, layout = {}, validate, locale = 'id', value } = options;
    this.schema = schema;
    this.#layout = layout;
    this.#claims = new Claims(layout);
    this.#shape = shapeOf(schema, layout);
    const conditions = validate?.conditions ?? {};
    this.#settle = settleWith(
      (entered, before) =>
        resolve(this.#shape, entered, { conditions, normalise }, this.#since(before)),
      layout,
      options.rules,
    );
    this.#book = new ProblemBook(validate);
    this.#presenter = new Presenter(layout, locale, options.choices);
    this.#proposals = new Proposals(schema);
    const settled = this.#settle(value ?? defaultsOf(this.#shape) ?? this.#nothing());
    ({ value: this.#value, all: this.#all, root: this.#root } = settled);
    this.#fillIn(undefined, value === undefined ? undefined : '');
    this.#initial = this.#value;
    this.#editable = options.editable;
    this.#settleEditable();
  }

  get locale(): Locale {
    return this.#presenter.locale;
  }

  get texts(): FormTexts {
    return formTextsOf(this.#shape.view(this.#shape.base).node.schema, this.#presenter.texts);
  }

  get value(): Json {
    return this.#value;
  }

  get storable(): Json {
    return withoutWriteOnly(this.#shape, this.#value) ?? this.#nothing();
  }

  get result(): Json {
    return this.#root.result ?? this.#nothing();
  }

  get dirty(): boolean {
    return !sameJson(this.#value, this.#initial);
  }

  get problems(): readonly Problem[] {
    const all = new Map([...this.#book.others(this.#all), ...this.#ownProblems()]);
    return this.#inOrder([...all.values()].map((placed) => this.#asShown(placed)));
  }

  get isValid(): boolean {
    return this.#ownProblems().size === 0 && this.#book.others(this.#all).size === 0;
  }

  get shownProblems(): readonly Problem[] {
    return this.#inOrder([...this.#shown.values()].map(({ worded }) => worded));
  }

  get sections(): readonly SectionView[] {
    return sectionsOf(this.#root, this.#layout, this.#claims, this.locale, (at) => this.field(at));
  }

  field(pointer: Pointer): Field | undefined {
    const place = placeOf(this.#root, pointer);
    return place && this.#snapshot(place);
  }

  children(pointer: Pointer): readonly Field[] {
    const holder = placeOf(this.#root, pointer);
    if (!holder || (pointer !== '' && this.#presenter.isChoice(holder))) return [];
    return [...holder.resolved.children].flatMap(([key, resolved]) => {
      const place = { pointer: join(pointer, key), resolved, holder: holder.resolved, key };
      // A section shows it on its own; showing it in its group as well would ask twice.
      const isElsewhere = pointer !== '' && this.#claims.has(place.pointer);
      const field = this.#snapshot(place);
      return isElsewhere || field.node.layout.hidden || field.retired ? [] : [field];
    });
  }

  get(pointer: Pointer): Json | undefined {
    return getAt(this.#value, pointer);
  }

  set(pointer: Pointer, value: Json | undefined, how?: 'typed'): void {
    const place = placeOf(this.#root, pointer);
    const isUnreadable = typeof value === 'number' && !Number.isFinite(value);
    const isCleared = value === undefined || value === '' || isUnreadable;
    const entered = isCleared ? place && emptied(place) : value;
    this.#book.edited(pointer);
    if (isUnreadable) this.#book.unreadable(pointer, place?.resolved.view.node.kind ?? 'number');
    if (sameJson(entered, this.get(pointer))) return this.#moveOn(this.#value);
    const isWhole = typeof entered === 'object' && entered !== null;
    const isAny = isWhole || (place?.resolved.shape.variants.length ?? 0) > 0;
    // A value that comes as a whole is of the variant that it fits; what is typed is of the one it is typed into.
    if (how !== 'typed' && isAny && entered !== undefined)
      this.#before = (root) => forgotten(root, pointer);
    const [at, next] = (isCleared && place && trimmedTuple(place)) || [pointer, entered];
    const filled = written(this.#root, this.#value, this.#initial, at, next);
    this.#moveOn(filled, new Map(), isWhole ? pointer : undefined);
    this.#listeners.tellObservers(pointer, entered);
  }

  choose(pointer: Pointer, option: number, which = 0): void {
    const place = placeOf(this.#root, pointer);
    const turn = place && this.#left.turn(pointer, place.resolved, option, which);
    if (!turn) return;
    const { variants, index, kind, value = emptied(place, kind) } = turn;
    for (const at of this.#touched.keys()) if (isWithin(at, pointer)) this.#touched.delete(at);
    this.#book.edited(pointer);
    this.#before = (root) => turned(root, pointer, variants, index);
    const next = written(this.#root, this.#value, this.#initial, pointer, value);
    this.#moveOn(next, new Map([[pointer, 'structure']]));
    this.#listeners.tellObservers(pointer, value);
  }

  add(pointer: Pointer, name: string): Pointer | undefined {
    return this.#structure.add(pointer, name);
  }

  rename(pointer: Pointer, name: string): Pointer | undefined {
    return this.#structure.rename(pointer, name);
  }

  touch(pointer: Pointer): void {
    this.#touched.set(pointer, true);
    const place = placeOf(this.#root, pointer);
    const normal = place && normalForm(place);
    if (!normal) return this.#moveOn(this.#value);
    this.#moveOn(written(this.#root, this.#value, this.#initial, pointer, normal.value));
    this.#listeners.tellObservers(pointer, normal.value);
  }

  append(pointer: Pointer, item?: Json): Pointer {
    return this.#structure.append(pointer, item);
  }

  remove(pointer: Pointer): () => void {
    return this.#structure.remove(pointer);
  }

  move(pointer: Pointer, from: number, to: number): void {
    this.#structure.move(pointer, from, to);
  }

  validate(): readonly Problem[] {
    for (const place of this.#places()) {
      const normal = normalForm(place);
      if (!normal) continue;
      const { pointer } = place;
      this.#moveOn(written(this.#root, this.#value, this.#initial, pointer, normal.value));
      this.#listeners.tellObservers(pointer, normal.value);
    }
    for (const { pointer } of this.#places(this.#all)) this.#touched.set(pointer, true);
    this.#moveOn(this.#value);
    if (this.#presenter.open([...this.#shown.keys()])) this.#drawAnew();
    return this.shownProblems;
  }

  setProblems(problems: readonly Problem[]): void {
    this.#book.setServer(problems);
    this.#moveOn(this.#value);
  }

  reset(value?: Json): void {
    this.#generation++;
    this.#initial = value ?? this.#initial;
    this.#touched.clear();
    this.#book.clear();
    this.#left.clear();
    this.#proposals.clear();
    this.#before = () => undefined;
    this.#moveOn(this.#initial, new Map(), '');
    this.#initial = this.#value;
    this.#settleEditable();
    this.#drawAnew();
    this.#listeners.tellObservers('', this.#value);
  }

  setLocale(locale: Locale): void {
    this.#presenter.setLocale(locale);
    this.#drawAnew();
  }

  setEditable(editable: readonly Pointer[] | undefined): void {
    this.#editable = editable;
    this.#settleEditable();
    this.#drawAnew();
  }

  setChoices(choices: NonNullable<FormModelOptions['choices']>): void {
    this.#presenter.setChoices(choices);
    this.#drawAnew();
  }

  subscribe(pointer: Pointer, listener: (change: FormChange) => void): () => void {
    return this.#listeners.subscribe(pointer, listener);
  }

  observe(listener: (pointer: Pointer, value: Json | undefined) => void): () => void {
    return this.#listeners.observe(listener);
  }

  /** What an empty form holds. */
  #nothing(): Json {
    const { kind } = this.#shape.whole.node;
    return kind === 'object' ? {} : kind === 'array' ? [] : null;
  }

  #places(root = this.#root): Place[] {
    return placesIn({ pointer: '', resolved: root, key: '' });
  }

  #snapshot(place: Place): Field {
    return this.#presenter.field(place, this.#shown.get(place.pointer)?.worded, this.#initial);
  }

  #settleEditable(): void {
    const settled = this.#editable ? this.#places().map(({ pointer }) => pointer) : [];
    this.#presenter.setEditable(this.#editable, new Set(settled));
  }

  /** From one state to the next; whoever shows a field that is different now is told. */
  #moveOn(value: Json, changes: Changes = new Map(), given?: Pointer): void {
    const before = this.#root;
    const since = this.#before ? this.#before(before) : before;
    const settled = this.#settle(value);
    ({ value: this.#value, all: this.#all, root: this.#root } = settled);
    this.#found = undefined;
    compare(before, this.#root, '', changes);
    if (given !== undefined || [...changes.values()].includes('structure')) {
      this.#fillIn(since, given);
      compare(before, this.#root, '', changes);
    }
    if ([...changes.values()].includes('structure')) this.#restructured(changes);
    this.#showProblems(changes);
    this.#listeners.tell(changes);
    for (const pointer of settled.calculated)
      this.#listeners.tellObservers(pointer, this.get(pointer));
  }

  #since(before: Resolved | undefined): Resolved | undefined {
    const change = this.#before;
    this.#before = undefined;
    return change && before ? change(before) : before;
  }

  /** Fills fields that have appeared with their defaults, and those that appear with these. */
  #fillIn(since: Resolved | undefined, given: Pointer | undefined): void {
    const proposed = this.#proposals.made(since, this.#root, given);
    if (proposed.length === 0) return;
    const before = this.#root;
    const value = proposed.reduce(
      (filled, [pointer, proposal]) => setAt(filled, pointer, proposal) ?? null,
      this.#value,
    );
    ({ value: this.#value, all: this.#all, root: this.#root } = this.#settle(value));
    this.#fillIn(before, undefined);
  }

  /** Fields came or went. Where sections show the parts of a group, the form shows them and not the group. */
  #restructured(changes: Changes): void {
    this.#order = undefined;
    const isShownApart = [...changes].some(
      ([at, change]) => change === 'structure' && this.#claims.reachInto(at),
    );
    if (isShownApart) note(changes, '', 'structure');
  }

  /** Decides which problems show, and notes the fields where that changes something. */
  #showProblems(changes: Changes): void {
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

  /** What the form found in fields that were left, and what others found. */
  #toShow(): Iterable<Placed> {
    if (this.#touched.size === 0 && !this.#book.hasOthers) return [];
    const shown = this.#book.others(this.#all);
    for (const [at, own] of this.#ownProblems()) if (this.#touched.has(at)) shown.set(at, own);
    return shown.values();
  }

  #ownProblems(): ReadonlyMap<Pointer, Placed> {
    return (this.#found ??= this.#book.own(this.#all, this.result));
  }

  /** In the words that its field shows already, where it does. */
  #asShown(placed: Placed): Problem {
    const known = this.#shown.get(placed.at);
    return known && sameProblem(known.raw, placed.problem) ? known.worded : this.#worded(placed);
  }

  #worded(placed: Placed): Problem {
    const place = placeOf(this.#all, placed.at);
    return place ? this.#presenter.word(placed, place) : placed.problem;
  }

  #inOrder(problems: readonly Problem[]): Problem[] {
    const order = (this.#order ??= orderOf(this.sections, (at) => this.children(at)));
    return problems
      .map((problem) => ({ problem, rank: order.get(problem.pointer) ?? -1 }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ problem }) => problem);
  }

  get #holder(): Holder {
    const root = (): Resolved => this.#root;
    const generation = (): number => this.#generation;
    return {
      get root() {
        return root();
      },
      get generation() {
        return generation();
      },
      get: (pointer) => this.get(pointer),
      touched: (pointer) => void this.#touched.set(pointer, true),
      moveRows: (list, newIndex) => this.#follow(list, newIndex),
      moveMember: (from, to) => {
        this.#touched = renameAlong(this.#touched, from, to);
        this.#book.edited(from);
      },
      put: (...change) => this.#put(...change),
    };
  }

  #follow(list: Pointer, newIndex: NewIndex): void {
    this.#touched = moveAlong(this.#touched, list, newIndex);
    this.#book.moveRows(list, newIndex);
    this.#left.moveRows(list, newIndex);
    this.#proposals.moveRows(list, newIndex);
  }

  #put(...[pointer, value, since, given]: Parameters<Holder['put']>): void {
    // A list without rows or a group without members is no answer, unless the form started with one or is one.
    const isKept = pointer === '' || sameJson(getAt(this.#initial, pointer), value);
    const next = isKept || Object.keys(value).length > 0 ? value : undefined;
    this.#before = since;
    this.#moveOn(
      written(this.#root, this.#value, this.#initial, pointer, next),
      new Map([[pointer, 'structure']]),
      given,
    );
    this.#listeners.tellObservers(pointer, value);
  }

  /** Language, choices or locks changed: every field that is drawn has to be drawn again. */
  #drawAnew(): void {
    this.#presenter.forget();
    this.#order = undefined;
    this.#shown.clear();
    this.#showProblems(new Map());
    const changes: Changes = new Map();
    for (const pointer of this.#listeners.pointers) {
      const place = placeOf(this.#root, pointer);
      if (!place) continue;
      const { kind } = place.resolved.view.node;
      changes.set(pointer, kind === 'object' || kind === 'array' ? 'structure' : 'field');
    }
    this.#listeners.tell(changes);
  }
}
