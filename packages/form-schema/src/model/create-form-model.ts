import type { FormTexts, JsonSchema, Layout } from '../forms/form.js';
import type { Json } from '../json.js';
import type { Locale } from '../locale.js';
import type { Pointer } from '../pointer.js';
import { getAt, join, parentOf, tokensOf } from '../pointer.js';
import type { Problem } from '../problem.js';
import { defaultsOf, emptyItem } from '../schema/defaults.js';
import { normalise } from '../schema/normalise.js';
import type { Resolved, Rules } from '../schema/resolve.js';
import { resolve } from '../schema/resolve.js';
import type { Shape } from '../schema/shape.js';
import { shapeOf } from '../schema/shape.js';
import type { Changes } from './changes.js';
import { compare, note } from './changes.js';
import type { Place } from './entry.js';
import { emptied, normalForm, placeOf, placesIn, written } from './entry.js';
import type { Field, FormChange, FormModel, FormModelOptions, SectionView } from './form-model.js';
import { Listeners } from './listeners.js';
import { Presenter } from './presenter.js';
import type { Placed } from './problem-book.js';
import { ProblemBook, sameProblem } from './problem-book.js';
import type { NewIndex } from './rows.js';
import { afterInsertion, afterMove, afterRemoval, moveAlong, withRow, withoutRow } from './rows.js';
import { sameJson } from './same.js';
import { Claims, sectionsOf } from './sections.js';
import { withoutWriteOnly } from './storable.js';

/** Makes the model of a form. Whatever a person enters, it never throws. */
export function createFormModel(options: FormModelOptions): FormModel {
  return new Model(options);
}

class Model implements FormModel {
  readonly schema: JsonSchema;
  readonly #layout: Layout;
  readonly #claims: Claims;
  readonly #shape: Shape;
  readonly #rules: Rules;
  readonly #book: ProblemBook;
  readonly #presenter: Presenter;
  readonly #listeners = new Listeners();

  #initial: Json;
  #value: Json;
  #root: Resolved;
  #editable: readonly Pointer[] | undefined;
  #touched = new Map<Pointer, true>();
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
    this.#rules = { conditions: validate?.conditions ?? {}, normalise };
    this.#book = new ProblemBook(validate);
    this.#presenter = new Presenter(layout, locale, options.choices);
    this.#initial = value ?? defaultsOf(this.#shape) ?? this.#nothing();
    this.#value = this.#initial;
    this.#root = resolve(this.#shape, this.#value, this.#rules);
    this.#editable = options.editable;
    this.#settleEditable();
  }

  get locale(): Locale {
    return this.#presenter.locale;
  }

  get texts(): FormTexts {
    return this.#presenter.texts;
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
    const all = new Map([...this.#book.others(this.#root), ...this.#ownProblems()]);
    return this.#inOrder([...all.values()].map((placed) => this.#worded(placed)));
  }

  get shownProblems(): readonly Problem[] {
    return this.#inOrder([...this.#shown.values()].map(({ worded }) => worded));
  }

  get sections(): readonly SectionView[] {
    return sectionsOf(this.#root, this.#layout, this.locale, (pointer) => this.field(pointer));
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
      return isElsewhere || resolved.view.node.layout.hidden ? [] : [this.#snapshot(place)];
    });
  }

  get(pointer: Pointer): Json | undefined {
    return getAt(this.#value, pointer);
  }

  set(pointer: Pointer, value: Json | undefined): void {
    const place = placeOf(this.#root, pointer);
    const isUnreadable = typeof value === 'number' && !Number.isFinite(value);
    const isCleared = value === undefined || value === '' || isUnreadable;
    const entered = isCleared ? place && emptied(place) : value;
    this.#book.edited(pointer);
    if (isUnreadable) this.#book.unreadable(pointer, place?.resolved.view.node.kind ?? 'number');
    if (sameJson(entered, this.get(pointer))) return this.#moveOn(this.#value);
    this.#moveOn(written(this.#root, this.#value, this.#initial, pointer, entered));
    this.#listeners.tellObservers(pointer, entered);
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
    const index = this.#rows(pointer).length;
    this.#insert(pointer, index, item ?? this.#emptyRow(pointer, index));
    return join(pointer, index);
  }

  remove(pointer: Pointer): () => void {
    const list = parentOf(pointer);
    const index = Number(tokensOf(pointer).at(-1));
    const removed = this.#rows(list)[index];
    if (removed === undefined) return () => undefined;
    this.#touched.set(list, true);
    this.#setRows(list, withoutRow(this.#rows(list), index), afterRemoval(index));
    const generation = this.#generation;
    let isUndone = false;
    return () => {
      if (isUndone || generation !== this.#generation) return;
      isUndone = true;
      this.#insert(list, Math.min(index, this.#rows(list).length), removed);
    };
  }

  move(pointer: Pointer, from: number, to: number): void {
    const rows = this.#rows(pointer);
    const moved = rows[from];
    if (moved === undefined || from === to || rows[to] === undefined) return;
    const next = withRow(withoutRow(rows, from), to, moved);
    this.#setRows(pointer, next, afterMove(from, to));
  }

  validate(): readonly Problem[] {
    for (const place of this.#places()) {
      const normal = normalForm(place);
      if (!normal) continue;
      const { pointer } = place;
      this.#moveOn(written(this.#root, this.#value, this.#initial, pointer, normal.value));
      this.#listeners.tellObservers(pointer, normal.value);
    }
    for (const { pointer } of this.#places()) this.#touched.set(pointer, true);
    this.#moveOn(this.#value);
    if (this.#presenter.open(this.shownProblems.map(({ pointer }) => pointer))) this.#drawAnew();
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
    this.#moveOn(this.#initial);
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

  #places(): Place[] {
    return [...placesIn({ pointer: '', resolved: this.#root, key: '' })];
  }

  #snapshot(place: Place): Field {
    return this.#presenter.field(place, this.#shown.get(place.pointer)?.worded, this.#initial);
  }

  #settleEditable(): void {
    const settled = this.#editable ? this.#places().map(({ pointer }) => pointer) : [];
    this.#presenter.setEditable(this.#editable, new Set(settled));
  }

  /** From one state to the next; whoever shows a field that is different now is told. */
  #moveOn(value: Json, changes: Changes = new Map()): void {
    const before = this.#root;
    this.#value = value;
    this.#root = resolve(this.#shape, value, this.#rules, before);
    this.#found = undefined;
    compare(before, this.#root, '', changes);
    if ([...changes.values()].includes('structure')) this.#order = undefined;
    this.#showProblems(changes);
    this.#listeners.tell(changes);
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
    const own = [...this.#ownProblems()].filter(([at]) => this.#touched.has(at));
    return new Map([...this.#book.others(this.#root), ...own]).values();
  }

  #ownProblems(): ReadonlyMap<Pointer, Placed> {
    return (this.#found ??= this.#book.own(this.#root, this.result));
  }

  #worded(placed: Placed): Problem {
    const place = placeOf(this.#root, placed.at);
    return place ? this.#presenter.word(placed, place) : placed.problem;
  }

  #inOrder(problems: readonly Problem[]): Problem[] {
    const order = (this.#order ??= this.#fieldOrder());
    const rank = ({ pointer }: Problem): number => order.get(pointer) ?? -1;
    return [...problems].sort((a, b) => rank(a) - rank(b));
  }

  /** The order in which a reader meets the fields: by sections, then by members. */
  #fieldOrder(): ReadonlyMap<Pointer, number> {
    const order = new Map<Pointer, number>([['', 0]]);
    const visit = (fields: readonly Field[]): void => {
      for (const { pointer } of fields) {
        if (!order.has(pointer)) order.set(pointer, order.size);
        if (pointer !== '') visit(this.children(pointer));
      }
    };
    for (const { fields } of this.sections) visit(fields);
    return order;
  }

  #rows(list: Pointer): readonly Json[] {
    const rows = this.get(list);
    return Array.isArray(rows) ? (rows as readonly Json[]) : [];
  }

  #emptyRow(list: Pointer, index: number): Json {
    const view = placeOf(this.#root, list)?.resolved.view;
    const shape = view?.members.get(String(index)) ?? view?.item;
    return shape ? emptyItem(shape) : null;
  }

  #insert(list: Pointer, index: number, row: Json): void {
    this.#setRows(list, withRow(this.#rows(list), index, row), afterInsertion(index));
  }

  #setRows(list: Pointer, rows: readonly Json[], newIndex: NewIndex): void {
    this.#touched = moveAlong(this.#touched, list, newIndex);
    this.#book.moveRows(list, newIndex);
    // A list without rows is no answer, unless the form started with one or is one.
    const isKept = list === '' || sameJson(getAt(this.#initial, list), []);
    const next = rows.length > 0 || isKept ? rows : undefined;
    this.#moveOn(
      written(this.#root, this.#value, this.#initial, list, next),
      new Map([[list, 'structure']]),
    );
    this.#listeners.tellObservers(list, rows);
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
