import type { FieldTexts, FormTexts, Layout } from '../forms/form.js';
import type { Json } from '../json.js';
import type { Locale } from '../locale.js';
import { wordProblem } from '../messages/word.js';
import type { Pointer } from '../pointer.js';
import { getAt, isWithin, tokensOf } from '../pointer.js';
import type { Problem } from '../problem.js';
import { allowedNames } from '../schema/extras.js';
import type { Resolved } from '../schema/resolve.js';
import { isRequired } from '../schema/resolve.js';
import type { View } from '../schema/shape.js';
import type { Place } from './entry.js';
import type { Choice, Field, FormModelOptions } from './form-model.js';
import type { FormVariants } from './form-variants.js';
import type { Placed } from './problem-book.js';
import { isNamed } from './named-members.js';
import { sameJson } from './same.js';
import { choicesOf, labelOf, problemTexts, textsOf, wordsOf } from './texts.js';

const NO_TEXTS: FieldTexts = {};

/** What a member is called until a person names it: a control without a name is none for those who only hear it. */
const UNNAMED = { id: 'Isian tanpa nama', en: 'Field without a name' } as const;

/** Words and locks: turns a field as it stands into what is to be shown of it. Snapshots are kept until they differ. */
export class Presenter {
  readonly #layout: Layout;
  readonly #variants: FormVariants | undefined;
  #locale: Locale;
  #choices: NonNullable<FormModelOptions['choices']>;
  #editable: readonly Pointer[] | undefined;
  /** The fields that applied when `editable` was given; what a change makes applicable later can be edited too. */
  #settled: ReadonlySet<Pointer> = new Set();
  #snapshots = new Map<Pointer, Snapshot>();
  #worded = new WeakMap<View, readonly Choice[] | undefined>();

  constructor({ layout = {}, locale = 'id', choices = {}, variants }: FormModelOptions) {
    this.#layout = layout;
    this.#variants = variants;
    this.#locale = locale;
    this.#choices = choices;
  }

  get locale(): Locale {
    return this.#locale;
  }

  get texts(): FormTexts {
    return this.#layout.texts?.[this.#locale] ?? {};
  }

  setLocale(locale: Locale): void {
    this.#locale = locale;
    this.forget();
  }

  setChoices(choices: NonNullable<FormModelOptions['choices']>): void {
    this.#choices = choices;
    this.forget();
  }

  setEditable(editable: readonly Pointer[] | undefined, settled: ReadonlySet<Pointer>): void {
    this.#editable = editable;
    this.#settled = settled;
    this.forget();
  }

  /**
   * Opens fields that are wrong now although nobody asked for them: a change of what was asked for has made them so,
   * and nothing else can mend it. They stay open. Answers whether that opened any. A form that is only shown opens none.
   */
  open(wrong: readonly Pointer[]): boolean {
    if (!this.#editable?.length) return false;
    const before = this.#settled.size;
    this.#settled = new Set(
      [...this.#settled].filter((pointer) => !wrong.some((one) => isWithin(pointer, one))),
    );
    if (this.#settled.size === before) return false;
    this.forget();
    return true;
  }

  /** Everything has to be worded anew. */
  forget(): void {
    this.#snapshots.clear();
    this.#worded = new WeakMap();
  }

  /** Whether the field is one question whatever its value: what is chosen is no field of its own. */
  isChoice(place: Place): boolean {
    return this.#choicesOf(place) !== undefined;
  }

  field(place: Place, problem: Problem | undefined, initial: Json): Field {
    const known = this.#snapshots.get(place.pointer);
    const { resolved, holder, key } = place;
    const required = holder ? isRequired(holder, key) : true;
    const same =
      known?.place.resolved === resolved && known.initial === initial && known.required === required
        ? known.field
        : undefined;
    if (same && same.problem === problem) return same;
    // An attempt to submit gives many fields a problem and changes nothing else about them.
    const field = withProblem(same ?? this.#made(place, required, initial), problem);
    this.#snapshots.set(place.pointer, { place, initial, required, field });
    return field;
  }

  #made(place: Place, required: boolean, initial: Json): Field {
    const { pointer, resolved } = place;
    const { node, extras } = resolved.view;
    const choices = this.#choicesOf(place);
    const variants = resolved.shape.variants.length > 0 && this.#variants?.switchesOf(resolved);
    const names = extras && allowedNames(extras);
    // What can only be one value is nothing to ask.
    const isFixed = required && !variants && isConstant(resolved);
    return {
      node,
      pointer,
      value: isFixed ? resolved.result : resolved.value,
      texts: textsOf(node, this.#textsAt(resolved.shape.path), this.#locale),
      label: this.#label(place),
      required: required && !resolved.shape.isNullable,
      locked: isFixed || this.#isLocked(place),
      dirty: !sameJson(resolved.value, getAt(initial, pointer)),
      ...(choices ? { choices } : {}),
      ...(variants ? { variants } : {}),
      ...(extras ? { named: names ? { names } : {} } : {}),
      ...(resolved.opens ? { opens: resolved.opens } : {}),
      ...(isRetired(place, initial) && !required ? { retired: true } : {}),
      ...(isNamed(place) ? { name: place.key } : {}),
    };
  }

  /** A problem in the form's language, with the field's name. It is told at the field that shows it. */
  word({ at, problem }: Placed, place: Place): Problem {
    // About a property that is no field, only its own name helps: the group around it is fine.
    const isField = problem.pointer === at || place.resolved.view.node.kind !== 'object';
    const named = isField ? this.#label(place) : wordsOf(tokensOf(problem.pointer).at(-1) ?? '');
    // A name of a person's own is told as it was written.
    const label = isNamed(place) && isField ? `“${named}”` : named;
    const texts = this.#textsAt(place.resolved.shape.path);
    const about = problemTexts(
      place.resolved.view.node,
      label,
      texts,
      this.#choicesOf(place),
      this.#locale,
    );
    return { ...problem, pointer: at, message: wordProblem(problem, this.#locale, about) };
  }

  #textsAt(path: string): FieldTexts {
    return this.texts.fields?.[path] ?? NO_TEXTS;
  }

  #label(place: Place): string {
    const { resolved, holder } = place;
    const own = this.#textsAt(resolved.shape.path);
    if (isNamed(place)) return own.label ?? (place.key || UNNAMED[this.#locale]);
    if (holder?.view.node.kind !== 'array') return labelOf(resolved.view.node, own);
    const texts = this.#textsAt(holder.shape.path);
    const { node } = holder.view;
    const label = node.key === '*' ? nameAround(place.pointer) : labelOf(node, texts);
    // The positions of a tuple are there without being added, and are told apart by their numbers.
    const isPosition = holder.view.members.has(place.key);
    const numbered = isPosition ? `${texts.item ?? label} ${Number(place.key) + 1}` : label;
    const list = { texts: isPosition ? {} : texts, label: numbered };
    return labelOf(resolved.view.node, own, list);
  }

  #choicesOf(place: Place): readonly Choice[] | undefined {
    const { view, shape } = place.resolved;
    const given = this.#choices[shape.path];
    if (given) return given;
    if (!this.#worded.has(view))
      this.#worded.set(view, choicesOf(view, this.#choiceTexts(place), this.#locale));
    return this.#worded.get(view);
  }

  /** What may be chosen for a list is worded with the list or, as the schema has it, with its items. */
  #choiceTexts({ resolved: { view, shape } }: Place): FieldTexts {
    const own = this.#textsAt(shape.path);
    if (own.options !== undefined || view.node.kind !== 'array') return own;
    return this.#textsAt(`${shape.path}/*`);
  }

  #isLocked({ pointer, resolved }: Place): boolean {
    const { schema, layout } = resolved.view.node;
    if (schema['readOnly'] === true || layout.calculate !== undefined) return true;
    const editable = this.#editable;
    if (!editable || !this.#settled.has(pointer)) return false;
    return !editable.some((allowed) => isWithin(pointer, allowed));
  }
}

function withProblem(field: Field, problem: Problem | undefined): Field {
  if (problem) return { ...field, problem };
  if (!field.problem) return field;
  const { problem: _, ...rest } = field;
  return rest;
}

/** The last name on the way to an item, past the numbers of the rows that it stands in. */
function nameAround(pointer: Pointer): string {
  const names = tokensOf(pointer).filter((token) => !/^\d+$/.test(token));
  return wordsOf(names.at(-1) ?? '');
}

/** Whether the field is no longer used, and was not in the value that the form started with. */
function isRetired({ pointer, resolved }: Place, initial: Json): boolean {
  const { view, value } = resolved;
  if (view.node.schema['deprecated'] !== true || value !== undefined) return false;
  return getAt(initial, pointer) === undefined;
}

function isConstant({ view, value, result }: Resolved): boolean {
  const constant = view.node.schema['const'];
  if (constant === undefined || constant === true) return false;
  return value === undefined || sameJson(result, constant);
}

interface Snapshot {
  readonly place: Place;
  readonly initial: Json;
  readonly required: boolean;
  readonly field: Field;
}
