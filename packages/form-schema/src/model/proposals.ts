import type { JsonSchema } from '../forms/form.js';
import type { Json } from '../json.js';
import type { Pointer } from '../pointer.js';
import { isWithin, join } from '../pointer.js';
import type { Resolved } from '../schema/resolve.js';
import type { NewIndex } from './rows.js';
import { moveAlong } from './rows.js';

/**
 * The `default`s of a schema. The rule: a default fills a field when the field first appears, and never again. So it
 * overwrites nothing, and what a person cleared stays clear. A value that the page gives is taken as it is.
 */
export class Proposals {
  readonly #hasAny: boolean;
  /** The fields that have appeared. */
  #made = new Map<Pointer, true>();

  constructor(schema: JsonSchema) {
    // A field may be called so as well; then it is looked for in vain, and nothing is proposed.
    this.#hasAny = JSON.stringify(schema).includes('"default":');
  }

  /** What fields that were not there before propose. Nothing is proposed within `given`. */
  made(
    before: Resolved | undefined,
    after: Resolved,
    given: Pointer | undefined,
  ): readonly (readonly [Pointer, Json])[] {
    if (!this.#hasAny) return [];
    const proposed: (readonly [Pointer, Json])[] = [];
    for (const [pointer, { value, view }] of appeared(before, after, '')) {
      const proposal = view.node.schema['default'];
      if (proposal === undefined || this.#made.has(pointer)) continue;
      this.#made.set(pointer, true);
      const isGiven = given !== undefined && isWithin(pointer, given);
      if (value === undefined && !isGiven) proposed.push([pointer, proposal]);
    }
    return proposed;
  }

  moveRows(list: Pointer, newIndex: NewIndex): void {
    this.#made = moveAlong(this.#made, list, newIndex);
  }

  clear(): void {
    this.#made.clear();
  }
}

/** The fields of the second state that the first does not have, groups before their members. */
function* appeared(
  before: Resolved | undefined,
  after: Resolved,
  at: Pointer,
): Generator<readonly [Pointer, Resolved]> {
  if (before === after) return;
  if (!before) yield [at, after];
  for (const [key, child] of after.children)
    yield* appeared(before?.children.get(key), child, join(at, key));
}
