import type { Json } from '../json.js';
import type { Pointer } from '../pointer.js';
import { setAt } from '../pointer.js';
import type { Settle, Settled } from '../rules/form-rules.js';
import { settleWith } from '../rules/form-rules.js';
import { defaultsOf } from '../schema/defaults.js';
import { normalise } from '../schema/normalise.js';
import type { Resolved } from '../schema/resolve.js';
import { resolve } from '../schema/resolve.js';
import type { Shape } from '../schema/shape.js';
import { plainShapeOf } from '../schema/shape.js';
import type { Changes } from './changes.js';
import { compare } from './changes.js';
import { written } from './entry.js';
import type { FormModelOptions } from './form-model.js';
import { Proposals } from './proposals.js';
import type { NewIndex } from './rows.js';
import { sameJson } from './same.js';

/** How the state before a change is to be seen from the one after it; undefined for one that is forgotten. */
export type Since = (root: Resolved) => Resolved | undefined;

/** What a form holds, the fields that follow from it, and what it started with. */
export class FormState {
  readonly shape: Shape;
  readonly #settle: Settle;
  readonly #proposals: Proposals;
  #now: Settled;
  #initial: Json;
  /** How the next change sees the state before it. */
  #since: Since | undefined;

  constructor({ schema, layout = {}, validate, rules, variants, value }: FormModelOptions) {
    this.shape = plainShapeOf(schema, layout, variants?.alternatives);
    const conditions = validate?.conditions ?? {};
    this.#settle = settleWith(
      (entered, before) =>
        resolve(this.shape, entered, { conditions, normalise }, this.#seen(before)),
      layout,
      rules,
    );
    this.#proposals = new Proposals(schema);
    this.#now = this.#settle(value ?? defaultsOf(this.shape) ?? this.nothing);
    this.#fillIn(undefined, value === undefined ? undefined : '');
    this.#initial = this.value;
  }

  get value(): Json {
    return this.#now.value;
  }

  get initial(): Json {
    return this.#initial;
  }

  /** Every field that applies, also those that rules of the layout hide. */
  get all(): Resolved {
    return this.#now.all;
  }

  /** Every field that is shown. */
  get root(): Resolved {
    return this.#now.root;
  }

  /** What is submitted. */
  get result(): Json {
    return this.root.result ?? this.nothing;
  }

  get dirty(): boolean {
    return !sameJson(this.value, this.#initial);
  }

  /** What an empty form holds. */
  get nothing(): Json {
    const { kind } = this.shape.whole.node;
    return kind === 'object' ? {} : kind === 'array' ? [] : null;
  }

  /** The value of the form with another one at the pointer. */
  with(pointer: Pointer, value: Json | undefined): Json {
    return written(this.root, this.value, this.#initial, pointer, value);
  }

  /** Lets the next change see the state before it in another way. */
  see(since: Since | undefined): void {
    this.#since = since;
  }

  /**
   * From one state to the next; notes the fields that are different then. `given` is a place that holds what it is to
   * hold already. Answers the fields of which the calculation came to something else than was entered.
   */
  move(value: Json, changes: Changes, given?: Pointer): readonly Pointer[] {
    const before = this.root;
    const since = this.#since ? this.#since(before) : before;
    this.#now = this.#settle(value);
    const { calculated } = this.#now;
    compare(before, this.root, '', changes);
    if (given !== undefined || [...changes.values()].includes('structure')) {
      this.#fillIn(since, given);
      compare(before, this.root, '', changes);
    }
    return calculated;
  }

  /** Starts anew with the value; answers as `move` does. */
  restart(value: Json, changes: Changes): readonly Pointer[] {
    this.#proposals.clear();
    this.#since = () => undefined;
    const calculated = this.move(value, changes, '');
    this.#initial = this.value;
    return calculated;
  }

  /** Rows of a list have other places now. */
  moveRows(list: Pointer, newIndex: NewIndex): void {
    this.#proposals.moveRows(list, newIndex);
  }

  #seen(before: Resolved | undefined): Resolved | undefined {
    const since = this.#since;
    this.#since = undefined;
    return since && before ? since(before) : before;
  }

  /** Fills fields that have appeared with their defaults, and those that appear with these. */
  #fillIn(since: Resolved | undefined, given: Pointer | undefined): void {
    const proposed = this.#proposals.made(since, this.root, given);
    if (proposed.length === 0) return;
    const before = this.root;
    const value = proposed.reduce(
      (filled, [pointer, proposal]) => setAt(filled, pointer, proposal) ?? null,
      this.value,
    );
    this.#now = this.#settle(value);
    this.#fillIn(before, undefined);
  }
}
