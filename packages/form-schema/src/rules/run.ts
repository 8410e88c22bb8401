import type { FieldPath } from '../forms/form.js';
import type { Json } from '../json.js';
import type { Pointer } from '../pointer.js';
import { getAt, parentOf, setAt, tokensOf } from '../pointer.js';
import { sameJson } from '../model/same.js';
import type { Resolved } from '../schema/resolve.js';
import type { Resolve, Settled } from './form-rules.js';
import type { Mask, Masked } from './mask.js';
import { maskOf, prune, veil } from './mask.js';
import { holds } from './operators.js';
import { beforeRows, rowsOf, sharedRows, withRows } from './paths.js';
import type { Rule } from './rule.js';

/** How often what does not apply is taken out of what rules read, before schema and rules are taken as they are. */
const MAX_ROUNDS = 8;

/** What the rules say about a value. */
interface Verdict {
  readonly value: Json;
  readonly calculated: readonly Pointer[];
  readonly hidden: Mask | undefined;
  /** Those of the hidden of which the value goes. */
  readonly cleared: Mask | undefined;
  /** The places with a value that were looked at. */
  readonly seen: readonly Pointer[];
  /** Those of them that do not apply by the schema, and so counted as empty. */
  readonly away: ReadonlySet<Pointer>;
}

interface Outcome extends Settled {
  readonly verdict: Verdict;
  readonly pruned: Masked<Json>;
  readonly veiled: Masked<Resolved>;
}

/** What a rule came to for one row, and from which values. */
interface Memo {
  readonly values: readonly Json[];
  readonly result: Json;
}

/**
 * The rules of one form. They are evaluated in the order of what they read, each once; and only when a value that they
 * read is another one, so a keystroke that no rule reads costs a few comparisons.
 */
export class RulesRun {
  readonly #rules: readonly Rule[];
  readonly #kept: ReadonlySet<FieldPath>;
  readonly #resolve: Resolve;
  /** Where a change can concern a rule. */
  readonly #watched: readonly Pointer[];
  #memos = new Map<string, Memo>();
  #last: Outcome | undefined;

  constructor(rules: readonly Rule[], kept: ReadonlySet<FieldPath>, resolve: Resolve) {
    this.#rules = rules;
    this.#kept = kept;
    this.#resolve = resolve;
    const paths = rules.flatMap(({ reads, targets, kind }) => [
      ...reads,
      ...targets.filter((target) => kind === 'calculate' || target.includes('*')),
    ]);
    this.#watched = [...new Set(paths.map(beforeRows))];
  }

  settle(entered: Json): Settled {
    const last = this.#last;
    const outcome =
      (last && this.#isUntouched(entered, last) ? this.#carriedOn(entered, last) : undefined) ??
      this.#settled(entered);
    this.#last = outcome;
    return outcome;
  }

  #isUntouched(entered: Json, { value }: Outcome): boolean {
    return this.#watched.every((pointer) => getAt(entered, pointer) === getAt(value, pointer));
  }

  /** The same verdict on a new value; undefined when by the schema something else applies of what the rules read. */
  #carriedOn(value: Json, last: Outcome): Outcome | undefined {
    const outcome = this.#applied({ ...last.verdict, value, calculated: [] }, last);
    return sameMembers(last.verdict.away, notApplying(outcome)) ? outcome : undefined;
  }

  /** Rules read only what applies, and what applies may depend on what they calculate. */
  #settled(entered: Json): Outcome {
    let outcome = this.#applied(this.#judged(entered, new Set()), this.#last);
    for (let round = 1; round < MAX_ROUNDS; round++) {
      const away = notApplying(outcome);
      if (sameMembers(away, outcome.verdict.away)) break;
      outcome = this.#applied(this.#judged(entered, away), outcome);
    }
    return outcome;
  }

  #applied(verdict: Verdict, before: Outcome | undefined): Outcome {
    const pruned = prune(verdict.value, verdict.cleared, before?.pruned);
    const all = this.#resolve(pruned.to, before?.all);
    const veiled = veil(all, verdict.hidden, before?.veiled);
    const { value, calculated } = verdict;
    return { value, calculated, all, root: veiled.to, verdict, pruned, veiled };
  }

  #judged(entered: Json, away: ReadonlySet<Pointer>): Verdict {
    const judge = new Judge(entered, away, this.#kept, this.#memos);
    for (const rule of this.#rules) judge.apply(rule);
    this.#memos = judge.memos;
    return judge.verdict;
  }
}

/** Applies rules to a value, one after the other. */
class Judge {
  readonly memos = new Map<string, Memo>();
  readonly #before: ReadonlyMap<string, Memo>;
  readonly #kept: ReadonlySet<FieldPath>;
  readonly #away: ReadonlySet<Pointer>;
  readonly #hidden = new Set<Pointer>();
  readonly #cleared = new Set<Pointer>();
  readonly #seen = new Set<Pointer>();
  readonly #calculated: Pointer[] = [];
  /** Entered and calculated. */
  #value: Json;
  /** The same as rules see it: without what is hidden or does not apply. */
  #visible: Json;

  constructor(
    entered: Json,
    away: ReadonlySet<Pointer>,
    kept: ReadonlySet<FieldPath>,
    before: ReadonlyMap<string, Memo>,
  ) {
    this.#value = entered;
    this.#visible = [...away].reduce(taken, entered);
    this.#away = away;
    this.#kept = kept;
    this.#before = before;
  }

  get verdict(): Verdict {
    return {
      value: this.#value,
      calculated: this.#calculated,
      hidden: maskOf(this.#hidden),
      cleared: maskOf(this.#cleared),
      seen: [...this.#seen],
      away: this.#away,
    };
  }

  apply(rule: Rule): void {
    for (const rows of rowsOf(this.#value, parentOf(rule.owner))) {
      const result = this.#evaluate(rule, rows);
      for (const path of rule.targets) {
        const pointer = withRows(path, rows);
        if (rule.kind === 'calculate') this.#put(pointer, result);
        else if (!holds(result)) this.#hide(pointer, path);
      }
    }
  }

  #evaluate(rule: Rule, rows: readonly number[]): Json {
    const key = `${rule.at} ${rows.join()}`;
    const values = rule.reads.map((path) => this.#read(path, rule.owner, rows));
    const known = this.#before.get(key);
    const memo =
      known && values.every((value, index) => sameRead(value, known.values[index]))
        ? known
        : { values, result: rule.evaluate(values) };
    this.memos.set(key, memo);
    return memo.result;
  }

  /** The value of a path: in the row of the rule one value, in all rows a list of them. */
  #read(path: FieldPath, owner: FieldPath, rows: readonly number[]): Json {
    const bound = withRows(path, rows.slice(0, sharedRows(path, owner)));
    if (!tokensOf(bound).includes('*')) return this.#look(bound);
    return rowsOf(this.#value, bound).map((all) => this.#look(withRows(bound, all)));
  }

  #look(pointer: Pointer): Json {
    if (getAt(this.#value, pointer) !== undefined) this.#seen.add(pointer);
    return getAt(this.#visible, pointer) ?? null;
  }

  #hide(pointer: Pointer, path: FieldPath): void {
    this.#hidden.add(pointer);
    if (!this.#kept.has(path)) this.#cleared.add(pointer);
    this.#visible = taken(this.#visible, pointer);
  }

  #put(pointer: Pointer, result: Json): void {
    const value = result ?? undefined;
    if (!sameJson(getAt(this.#value, pointer), value)) {
      this.#value = setAt(this.#value, pointer, value) ?? null;
      this.#calculated.push(pointer);
    }
    if (this.#away.has(pointer) || this.#isHidden(pointer)) return;
    if (!sameJson(getAt(this.#visible, pointer), value))
      this.#visible = setAt(this.#visible, pointer, value) ?? null;
  }

  #isHidden(pointer: Pointer): boolean {
    for (let at = pointer; at !== ''; at = parentOf(at)) if (this.#hidden.has(at)) return true;
    return false;
  }
}

function taken(value: Json, pointer: Pointer): Json {
  return getAt(value, pointer) === undefined ? value : (setAt(value, pointer, undefined) ?? null);
}

/** Whether a rule would find the same; lists of rows are made anew each time, so their items are compared. */
function sameRead(value: Json, known: Json | undefined): boolean {
  if (value === known) return true;
  if (!Array.isArray(value) || !Array.isArray(known) || value.length !== known.length) return false;
  return value.every((item, index) => item === (known as readonly Json[])[index]);
}

/** The places that rules looked at and that do not apply by the schema. */
function notApplying({ verdict, all }: Outcome): ReadonlySet<Pointer> {
  return new Set(verdict.seen.filter((pointer) => !applies(all, pointer)));
}

function applies(root: Resolved, pointer: Pointer): boolean {
  let holder = root;
  for (const token of tokensOf(pointer)) {
    const child = holder.children.get(token);
    // What is no field of its own (a chosen value, an unknown member) applies with what holds it.
    if (!child) return holder.view.node.kind !== 'object' || !holder.shape.whole.members.has(token);
    holder = child;
  }
  return true;
}

function sameMembers(some: ReadonlySet<Pointer>, others: ReadonlySet<Pointer>): boolean {
  return some.size === others.size && [...some].every((pointer) => others.has(pointer));
}
