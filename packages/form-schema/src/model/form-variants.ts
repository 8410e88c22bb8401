import type { Json } from '../json.js';
import type { Pointer } from '../pointer.js';
import type { Alternatives, Variants } from '../schema/alternatives.js';
import type { Resolved } from '../schema/resolve.js';
import type { FieldKind, VariantSwitch } from './form-model.js';
import type { NewIndex } from './rows.js';

/** What a form needs to ask of which variant a value is. Most forms do not, and load none of it. */
export interface FormVariants {
  readonly alternatives: Alternatives;
  /** The switches of a field as it shows them; undefined when there is nothing to choose. */
  switchesOf(resolved: Resolved): readonly VariantSwitch[] | undefined;
  /** Keeps, for one form, what was entered in variants that were left, so that going back loses nothing. */
  keepLeft(): LeftVariants;
}

export interface LeftVariants {
  /** Turns to an option of a switch; undefined when there is none such. The value keeps what fits there as well. */
  turn(pointer: Pointer, resolved: Resolved, option: number, which: number): Turn | undefined;
  moveRows(list: Pointer, newIndex: NewIndex): void;
  clear(): void;
}

/** What a choice comes to. */
export interface Turn {
  readonly variants: Variants;
  readonly index: number;
  readonly kind: FieldKind;
  readonly value: Json | undefined;
}
