import type { FieldPath } from '../forms/form.js';
import type { OperatorName } from './operators.js';

/**
 * A rule of a layout as JSON, spelled as JsonLogic spells it: a constant, a list, or an object with one operator, e.g.
 * `{"and": [{"==": [{"var": "/jenis"}, "penyedia"]}, {"filled": {"var": "/npwp"}}]}`. `docs/reference/layout.md` lists
 * the operators.
 */
export type Expression =
  null | boolean | number | string | readonly Expression[] | Variable | Operation;

/**
 * The value of a field, by its path; null where it has none or does not apply. `*` is the row that the rule itself
 * stands in; where it stands in none, it is every row, and the value a list.
 */
export interface Variable {
  readonly var: FieldPath;
}

/** One operator with its argument, or the list of its arguments. */
export type Operation = {
  readonly [Name in OperatorName]: { readonly [name in Name]: Expression };
}[OperatorName];
