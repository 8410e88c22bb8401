import type {
  FieldLayout,
  FieldPath,
  FieldTexts,
  FormTexts,
  FormValidator,
  JsonSchema,
  Layout,
} from '../forms/form.js';
import type { Json, JsonObject } from '../json.js';
import type { Locale } from '../locale.js';
import type { Pointer } from '../pointer.js';
import type { Problem } from '../problem.js';
import type { FormRules } from '../rules/form-rules.js';
import type { FormVariants } from './form-variants.js';

/** One of the values that a field offers. */
export interface Choice {
  readonly value: Json;
  readonly label: string;
}

/** One of the shapes that a value may have. */
export interface VariantOption {
  /** What kind of value it is; `choice` where it is one of a few. */
  readonly kind: FieldKind | 'choice';
  /** Its name; where the schema gives none, the kind has to do. */
  readonly title?: string;
}

/** Where a person chooses of which shape a value is. */
export interface VariantSwitch {
  readonly options: readonly VariantOption[];
  /** The index of the option that the value is of. */
  readonly chosen: number;
}

/** What may be added to a group besides its own members. */
export interface NamedMembers {
  /** The names that are allowed, where the schema lists them. */
  readonly names?: readonly string[];
}

/** What a field holds, as far as it decides how it is asked for. */
export type FieldKind =
  'string' | 'number' | 'integer' | 'boolean' | 'null' | 'object' | 'array' | 'unknown';

/** A field as the schema and the layout describe it: made once for a form, the same for every item of a list. */
export interface FieldNode {
  /** Data pointer with `*` for array indices. */
  readonly path: FieldPath;
  /** The last token of the path: the property's name, `*` for an item, '' for the whole form. */
  readonly key: string;
  readonly kind: FieldKind;
  /** The field's own keywords, `$ref` and `allOf` resolved and merged. */
  readonly schema: JsonObject;
  readonly layout: FieldLayout;
  /** The members of an object, in the order of the layout. */
  readonly members: readonly FieldNode[];
  /** The items of a list. */
  readonly item?: FieldNode;
}

/** A field of the form as it stands now. An immutable snapshot: a change makes a new one for the fields it touches. */
export interface Field {
  readonly node: FieldNode;
  readonly pointer: Pointer;
  readonly value: Json | undefined;
  readonly texts: FieldTexts;
  /** The texts' label, else the schema's title, else words made from the key. */
  readonly label: string;
  readonly required: boolean;
  /** Shown, but not to be edited: `readOnly`, calculated, or outside the form's `editable` pointers. */
  readonly locked: boolean;
  /** Where the value may be of several shapes: a switch for each choice among them, the outermost first. */
  readonly variants?: readonly VariantSwitch[];
  /** A group to which members may be added under a name of the person's own. */
  readonly named?: NamedMembers;
  /** A group within one of its own kind: it is there when a person opens it. */
  readonly opens?: 'closed' | 'open';
  /** No longer used (`deprecated`) and without a value: it is not shown. */
  readonly retired?: true;
  /** The name that a person gave to this member of its group. */
  readonly name?: string;
  /** What the field offers, when it offers a choice; worded in the form's locale. */
  readonly choices?: readonly Choice[];
  /** The problem to show now: after the field was left, or after an attempt to submit. */
  readonly problem?: Problem;
  /** Differs from the value that the form started with. */
  readonly dirty: boolean;
}

export interface SectionView {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The fields that apply now, in order. */
  readonly fields: readonly Field[];
}

export interface FormModelOptions {
  readonly schema: JsonSchema;
  readonly layout?: Layout;
  /** Default: none; the form then shows fields and accepts everything. Elements always pass one. */
  readonly validate?: FormValidator;
  /** The layout's rules, read by `compileRules`. Needed when it has any. */
  readonly rules?: FormRules;
  /** What reads alternatives (`createFormModel` has it): needed for a schema of which `mayHaveVariants` is told. */
  readonly variants?: FormVariants;
  readonly locale?: Locale;
  readonly value?: Json;
  /** Choices that only the page knows, by field path; they replace those of the schema. */
  readonly choices?: { readonly [path: FieldPath]: readonly Choice[] };
  /** When given, only these fields (and what lies in them, and what their change makes applicable) can be edited. */
  readonly editable?: readonly Pointer[];
}

/** `structure`: fields appeared, disappeared or moved below the pointer. `field`: only the field itself looks different. */
export type FormChange = 'field' | 'structure';

/**
 * A form without a screen: fields flattened once, data, problems, and subscribers per pointer, so that a keystroke
 * costs one field and not the form. Framework-free; the element renders it, tests drive it.
 */
export interface FormModel {
  readonly schema: JsonSchema;
  readonly locale: Locale;
  readonly texts: FormTexts;
  /** Everything that was entered, hidden fields included. */
  readonly value: Json;
  /** The same without what is marked `writeOnly`: what a draft may hold. */
  readonly storable: Json;
  /** What would be submitted: without the values of fields that do not apply (unless the layout keeps them). */
  readonly result: Json;
  readonly dirty: boolean;
  /** All problems now, one for each human mistake, worded in the locale; also those not yet shown. */
  readonly problems: readonly Problem[];
  /** Whether there is no problem, shown or not. For those who ask at every keystroke: nothing is worded. */
  readonly isValid: boolean;
  /** The problems that the fields show now. */
  readonly shownProblems: readonly Problem[];
  readonly sections: readonly SectionView[];

  /** The field at a pointer, if it applies now. */
  field(pointer: Pointer): Field | undefined;
  /** The members or items of the field that apply now. */
  children(pointer: Pointer): readonly Field[];
  get(pointer: Pointer): Json | undefined;
  /**
   * Sets a value; undefined empties the field. Tells subscribers before it returns. Where the value may be of several
   * shapes it is of the one that it fits; when it is `typed`, of the one into which it is typed.
   */
  set(pointer: Pointer, value: Json | undefined, how?: 'typed'): void;
  /**
   * Turns to another shape of the value (`Field.variants`): what fits there too is kept, and what does not comes back
   * when the person does.
   */
  choose(pointer: Pointer, option: number, which?: number): void;
  /** Adds a member under a name to a group that takes any; undefined when the name is taken. */
  add(pointer: Pointer, name: string): Pointer | undefined;
  /** Gives a member that a person named another name, in the same place; undefined when the name is taken. */
  rename(pointer: Pointer, name: string): Pointer | undefined;
  /** The person has left the field: from now on it shows its problem. */
  touch(pointer: Pointer): void;
  /** Adds an item to the list at the pointer (default: an empty one) and answers its pointer. */
  append(pointer: Pointer, item?: Json): Pointer;
  /** Removes the item, or the member that a person named, at the pointer; the returned function puts it back where it was. */
  remove(pointer: Pointer): () => void;
  /** Moves an item of the list at the pointer. */
  move(pointer: Pointer, from: number, to: number): void;
  /**
   * Shows all problems and answers them: what a press of the submit button does. A field outside `editable` that is
   * wrong because of what was changed can be edited from then on, so that nobody is stuck.
   */
  validate(): readonly Problem[];
  /** Shows problems that someone else found (a server, `decide`); each goes when its field is edited. */
  setProblems(problems: readonly Problem[]): void;
  /** Back to a value (default: the one the form started with), nothing touched, nothing shown. */
  reset(value?: Json): void;
  setLocale(locale: Locale): void;
  setEditable(editable: readonly Pointer[] | undefined): void;
  setChoices(choices: NonNullable<FormModelOptions['choices']>): void;
  /** Calls the listener after each change at exactly this pointer; the returned function ends it. */
  subscribe(pointer: Pointer, listener: (change: FormChange) => void): () => void;
  /** Calls the listener after each value change anywhere, with its pointer. */
  observe(listener: (pointer: Pointer, value: Json | undefined) => void): () => void;
}
