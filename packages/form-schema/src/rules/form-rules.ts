import { LpseError } from '../errors.js';
import type { Layout } from '../forms/form.js';
import type { Json } from '../json.js';
import type { Pointer } from '../pointer.js';
import type { Resolved } from '../schema/resolve.js';

/** From one state of the form to the next, by the schema alone. */
export type Resolve = (value: Json, previous: Resolved | undefined) => Resolved;

/** A form's value as its rules leave it. */
export interface Settled {
  /** What was entered, with what is calculated. */
  readonly value: Json;
  /** The fields of which the calculation came to something else than was entered. */
  readonly calculated: readonly Pointer[];
  /** Every field that applies by the schema, also those that rules hide; without the values of the hidden. */
  readonly all: Resolved;
  /** Without the fields that rules hide. */
  readonly root: Resolved;
}

/** Brings a form from one value to the next. */
export type Settle = (entered: Json) => Settled;

/** The rules of a layout, ready for any number of forms. `compileRules` makes them. */
export interface FormRules {
  start(resolve: Resolve): Settle;
}

/** Whether a layout has any rule. Forms without one need no more of this room than this. */
export function hasRules({ sections = [], fields = {} }: Layout): boolean {
  return (
    sections.some(({ visible }) => visible !== undefined) ||
    Object.values(fields).some(
      ({ visible, calculate }) => visible !== undefined || calculate !== undefined,
    )
  );
}

/**
 * How a form's value settles: by its rules, or without them by the schema alone.
 *
 * @throws {LpseError} `LPSE_LAYOUT_INVALID` when the layout has rules and they were not given: the form would show
 *   and submit what it must not.
 */
export function settleWith(resolve: Resolve, layout: Layout, rules: FormRules | undefined): Settle {
  if (rules) return rules.start(resolve);
  if (hasRules(layout))
    throw new LpseError('LPSE_LAYOUT_INVALID', {
      detail: 'it has rules; give the model `rules: compileRules(schema, layout)` as well',
    });
  let root: Resolved | undefined;
  return (value) => {
    root = resolve(value, root);
    return { value, calculated: [], all: root, root };
  };
}
