import type { FormTexts, JsonSchema, Layout } from '../forms/form.js';
import type { Json } from '../json.js';
import type { Locale } from '../locale.js';
import type { Pointer } from '../pointer.js';
import { getAt, join } from '../pointer.js';
import type { Problem } from '../problem.js';
import { forgotten, turned } from '../schema/previous.js';
import { offersEmpty, type Resolved } from '../schema/resolve.js';
import type { Changes } from './changes.js';
import { note } from './changes.js';
import type { Place } from './entry.js';
import { emptied, normalForm, placeOf, placesIn, trimmedTuple } from './entry.js';
import type { Field, FormChange, FormModel, FormModelOptions, SectionView } from './form-model.js';
import type { LeftVariants } from './form-variants.js';
import { FormState } from './form-state.js';
import { Listeners } from './listeners.js';
import { Presenter } from './presenter.js';
import type { NewIndex } from './rows.js';
import { sameJson } from './same.js';
import { Claims, orderOf, sectionsOf } from './sections.js';
import { ShownProblems } from './shown-problems.js';
import { withoutWriteOnly } from './storable.js';
import type { Holder } from './structure.js';
import { Structure } from './structure.js';
import { formTextsOf } from './texts.js';

/**
 * Makes the model of a form from the parts that it is given, so that a page loads what its form needs. Whatever a person
 * enters, it never throws.
 *
 * @throws {LpseError} `LPSE_LAYOUT_INVALID` when the layout has rules and `rules` is not given; `LPSE_SCHEMA_INVALID`
 *   when the schema has alternatives and `variants` is not given.
 */
export function createPlainFormModel(options: FormModelOptions): FormModel {
  return new Model(options);
}

class Model implements FormModel {
  readonly schema: JsonSchema;
  readonly #layout: Layout;
  readonly #claims: Claims;
  readonly #state: FormState;
  readonly #presenter: Presenter;
  readonly #problems: ShownProblems;
  readonly #listeners = new Listeners();
  readonly #left: LeftVariants | undefined;
  readonly #structure = new Structure(this.#holder);

  #editable: readonly Pointer[] | undefined;
  /** What the sections show, until anything changes. */
  #sections: readonly SectionView[] | undefined;
  /** The order in which fields stand in the form, until fields come or go. */
  #order: ReadonlyMap<Pointer, number> | undefined;
  /** Counts resets: what was removed before one cannot be put back after it. */
  #generation = 0;

  constructor(options: FormModelOptions) {
    const { schema, layout = {}, validate, variants } = options;
    this.schema = schema;
    this.#layout = layout;
    this.#claims = new Claims(layout);
    this.#state = new FormState(options);
    this.#presenter = new Presenter(options);
    this.#problems = new ShownProblems(this.#state, this.#presenter, validate);
    this.#left = variants?.keepLeft();
    this.#editable = options.editable;
    this.#settleEditable();
  }

  get locale(): Locale {
    return this.#presenter.locale;
  }

  get texts(): FormTexts {
    const { shape } = this.#state;
    return formTextsOf(shape.view(shape.base).node.schema, this.#presenter.texts);
  }

  get value(): Json {
    return this.#state.value;
  }

  get storable(): Json {
    return withoutWriteOnly(this.#state.shape, this.value) ?? this.#state.nothing;
  }

  get result(): Json {
    return this.#state.result;
  }

  get dirty(): boolean {
    return this.#state.dirty;
  }

  get problems(): readonly Problem[] {
    return this.#inOrder(this.#problems.all);
  }

  get isValid(): boolean {
    return this.#problems.hasNone;
  }

  get shownProblems(): readonly Problem[] {
    return this.#inOrder(this.#problems.shown);
  }

  get sections(): readonly SectionView[] {
    return (this.#sections ??= sectionsOf(
      this.#state.root,
      this.#layout,
      this.#claims,
      this.locale,
      (at) => this.field(at),
    ));
  }

  field(pointer: Pointer): Field | undefined {
    const place = placeOf(this.#state.root, pointer);
    return place && this.#snapshot(place);
  }

  children(pointer: Pointer): readonly Field[] {
    const holder = placeOf(this.#state.root, pointer);
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
    return getAt(this.value, pointer);
  }

  set(pointer: Pointer, value: Json | undefined, how?: 'typed'): void {
    const place = placeOf(this.#state.root, pointer);
    const isUnreadable = typeof value === 'number' && !Number.isFinite(value);
    const isEmpty = value === '' && !(place && offersEmpty(place.resolved.view, value));
    const isCleared = value === undefined || isEmpty || isUnreadable;
    const entered = isCleared ? place && emptied(place) : value;
    this.#problems.edited(pointer);
    if (isUnreadable)
      this.#problems.unreadable(pointer, place?.resolved.view.node.kind ?? 'number');
    if (sameJson(entered, this.get(pointer))) return this.#moveOn(this.value);
    const isWhole = typeof entered === 'object' && entered !== null;
    const isAny = isWhole || (place?.resolved.shape.variants.length ?? 0) > 0;
    // A value that comes as a whole is of the variant that it fits; what is typed is of the one it is typed into.
    if (how !== 'typed' && isAny && entered !== undefined)
      this.#state.see((root) => forgotten(root, pointer));
    const [at, next] = (isCleared && place && trimmedTuple(place)) || [pointer, entered];
    const filled = this.#state.with(at, next);
    this.#moveOn(filled, new Map(), isWhole ? pointer : undefined);
    this.#listeners.tellObservers(pointer, entered);
  }

  choose(pointer: Pointer, option: number, which = 0): void {
    const place = placeOf(this.#state.root, pointer);
    const turn = place && this.#left?.turn(pointer, place.resolved, option, which);
    if (!turn) return;
    const { variants, index, kind, value = emptied(place, kind) } = turn;
    this.#problems.untouch(pointer);
    this.#problems.edited(pointer);
    this.#state.see((root) => turned(root, pointer, variants, index));
    const next = this.#state.with(pointer, value);
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
    this.#problems.touch(pointer);
    const place = placeOf(this.#state.root, pointer);
    const normal = place && normalForm(place);
    if (!normal) return this.#moveOn(this.value);
    this.#moveOn(this.#state.with(pointer, normal.value));
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
      this.#moveOn(this.#state.with(pointer, normal.value));
      this.#listeners.tellObservers(pointer, normal.value);
    }
    for (const { pointer } of this.#places(this.#state.all)) this.#problems.touch(pointer);
    this.#moveOn(this.value);
    if (this.#presenter.open(this.#problems.shownAt)) this.#drawAnew();
    return this.shownProblems;
  }

  setProblems(problems: readonly Problem[]): void {
    this.#problems.setServer(problems);
    this.#moveOn(this.value);
  }

  reset(value?: Json): void {
    this.#generation++;
    this.#problems.clear();
    this.#left?.clear();
    const changes: Changes = new Map();
    this.#moved(changes, this.#state.restart(value ?? this.#state.initial, changes));
    this.#settleEditable();
    this.#drawAnew();
    this.#listeners.tellObservers('', this.value);
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

  #places(root = this.#state.root): Place[] {
    return placesIn({ pointer: '', resolved: root, key: '' });
  }

  #snapshot(place: Place): Field {
    return this.#presenter.field(place, this.#problems.at(place.pointer), this.#state.initial);
  }

  #settleEditable(): void {
    const settled = this.#editable ? this.#places().map(({ pointer }) => pointer) : [];
    this.#presenter.setEditable(this.#editable, new Set(settled));
  }

  /** From one state to the next; whoever shows a field that is different now is told. */
  #moveOn(value: Json, changes: Changes = new Map(), given?: Pointer): void {
    this.#moved(changes, this.#state.move(value, changes, given));
  }

  #moved(changes: Changes, calculated: readonly Pointer[]): void {
    if ([...changes.values()].includes('structure')) this.#restructured(changes);
    this.#problems.follow(changes);
    this.#sections = undefined;
    this.#listeners.tell(changes);
    for (const pointer of calculated) this.#listeners.tellObservers(pointer, this.get(pointer));
  }

  /** Fields came or went. Where sections show the parts of a group, the form shows them and not the group. */
  #restructured(changes: Changes): void {
    this.#order = undefined;
    const isShownApart = [...changes].some(
      ([at, change]) => change === 'structure' && this.#claims.reachInto(at),
    );
    if (isShownApart) note(changes, '', 'structure');
  }

  #inOrder(problems: readonly Problem[]): Problem[] {
    const order = (this.#order ??= orderOf(this.sections, (at) => this.children(at)));
    return problems
      .map((problem) => ({ problem, rank: order.get(problem.pointer) ?? -1 }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ problem }) => problem);
  }

  get #holder(): Holder {
    const root = (): Resolved => this.#state.root;
    const generation = (): number => this.#generation;
    return {
      get root() {
        return root();
      },
      get generation() {
        return generation();
      },
      get: (pointer) => this.get(pointer),
      touched: (pointer) => this.#problems.touch(pointer),
      setAside: (place) => this.#problems.setAside(place),
      moveRows: (list, newIndex) => this.#follow(list, newIndex),
      moveMember: (from, to) => this.#problems.moveMember(from, to),
      put: (...change) => this.#put(...change),
    };
  }

  #follow(list: Pointer, newIndex: NewIndex): void {
    this.#problems.moveRows(list, newIndex);
    this.#left?.moveRows(list, newIndex);
    this.#state.moveRows(list, newIndex);
  }

  #put(...[pointer, value, since, given]: Parameters<Holder['put']>): void {
    // A list without rows or a group without members is no answer, unless the form started with one or is one.
    const isKept = pointer === '' || sameJson(getAt(this.#state.initial, pointer), value);
    const next = isKept || Object.keys(value).length > 0 ? value : undefined;
    this.#state.see(since);
    this.#moveOn(this.#state.with(pointer, next), new Map([[pointer, 'structure']]), given);
    this.#listeners.tellObservers(pointer, value);
  }

  /** Language, choices or locks changed: every field that is drawn has to be drawn again. */
  #drawAnew(): void {
    this.#presenter.forget();
    this.#order = undefined;
    this.#sections = undefined;
    this.#problems.reword();
    const changes: Changes = new Map();
    for (const pointer of this.#listeners.pointers) {
      const place = placeOf(this.#state.root, pointer);
      if (!place) continue;
      const { kind } = place.resolved.view.node;
      changes.set(pointer, kind === 'object' || kind === 'array' ? 'structure' : 'field');
    }
    this.#listeners.tell(changes);
  }
}
