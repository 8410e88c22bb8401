import type { Edge, PatternNode } from './parse.js';
import { isEndless, PatternError, startsAtStart } from './parse.js';

/** What a state does. */
export const READ = 0;
export const FORK = 1;
export const CHECK = 2;
export const MATCH = 3;

/**
 * One state of an automaton: it reads a character, goes several ways, asks about its place, or has found a match. All
 * have the same members, so that the one loop over them stays fast.
 */
export interface Step {
  readonly do: typeof READ | typeof FORK | typeof CHECK | typeof MATCH;
  /** `READ`: which characters. */
  readonly set: number;
  /** `FORK`: all ways. */
  readonly to: readonly number[];
  /** `CHECK`: what is asked, and which answer leads on. */
  readonly bit: number;
  readonly holds: boolean;
  /** `READ` and `CHECK`: the way. */
  readonly next: number;
}

const NOTHING: Step = { do: MATCH, set: 0, to: [], bit: 0, holds: true, next: 0 };

/** A pattern as states. It may run backward through a text. */
export interface Program {
  readonly steps: readonly Step[];
  readonly start: number;
}

/** A pattern with its look-arounds taken out: each is run by itself, and then is known at each place. */
export interface Programs {
  readonly whole: Program;
  /** In the order in which they are to be run. */
  readonly looks: readonly { readonly program: Program; readonly ahead: boolean }[];
  /** What the characters of `read` are, in the words of the pattern. */
  readonly sets: readonly string[];
}

/** What can be known of a place in a text, one bit each; the look-arounds follow. */
export const START = 1;
export const END = 2;
export const BOUNDARY = 4;
const FIRST_LOOK = 3;
const MAX_LOOKS = 25;

/** The bit that tells whether a look-around holds. */
export function lookBit(index: number): number {
  return 1 << (FIRST_LOOK + index);
}

/** More states than a pattern of a form has; each character of a text may have to visit them all. */
const MAX_STEPS = 300;

/** The same for a pattern that ends after a few hundred characters, whatever the text. */
const MAX_STEPS_ENDING = 700;

const BITS: { readonly [edge in Edge]: number } = {
  '^': START,
  $: END,
  '\\b': BOUNDARY,
  '\\B': BOUNDARY,
};

/** @throws PatternError for a pattern of too many states. */
export function programsOf(pattern: PatternNode): Programs {
  const looks: { readonly program: Program; readonly ahead: boolean }[] = [];
  const sets: string[] = [];
  const most = startsAtStart(pattern) && !isEndless(pattern) ? MAX_STEPS_ENDING : MAX_STEPS;
  let size = 0;

  /** What a look-around says does not depend on what it stands in, however often that is repeated. */
  const bits = new Map<PatternNode, number>();
  const bitOf = (look: PatternNode & { kind: 'look' }): number => {
    const known = bits.get(look);
    if (known !== undefined) return known;
    const program = programOf(look.item, look.ahead);
    if (looks.length >= MAX_LOOKS) throw new PatternError('is a pattern of too many look-arounds');
    const bit = lookBit(looks.push({ program, ahead: look.ahead }) - 1);
    bits.set(look, bit);
    return bit;
  };

  const programOf = (root: PatternNode, backward: boolean): Program => {
    const steps: Step[] = [];
    const add = (step: Partial<Step>): number => {
      size += 1;
      if (size > most) throw new PatternError('is a pattern of too many parts');
      return steps.push({ ...NOTHING, ...step }) - 1;
    };
    /** The state from which the node leads on to `next`. */
    const build = (node: PatternNode, next: number): number => {
      switch (node.kind) {
        case 'one':
          return add({ do: READ, set: indexIn(sets, node.source), next });
        case 'sequence': {
          const items = backward ? node.items : [...node.items].reverse();
          return items.reduce((after, item) => build(item, after), next);
        }
        case 'either':
          return add({ do: FORK, to: node.items.map((item) => build(item, next)) });
        case 'repeat':
          return repeated(node.item, node.min, node.max, next);
        case 'edge':
          return add({ do: CHECK, bit: BITS[node.at], holds: node.at !== '\\B', next });
        case 'look':
          return add({ do: CHECK, bit: bitOf(node), holds: node.holds, next });
      }
    };
    const repeated = (item: PatternNode, min: number, max: number, next: number): number => {
      let after = next;
      let copies = min;
      if (max === Infinity) {
        const to = [next];
        const loop = add({ do: FORK, to });
        const once = build(item, loop);
        to.push(once);
        // What is asked for at least once has been read when the loop is asked whether to go on.
        after = min > 0 ? once : loop;
        copies = Math.max(0, min - 1);
      }
      for (let count = min; count < max && max !== Infinity; count++)
        after = add({ do: FORK, to: [next, build(item, after)] });
      for (let count = 0; count < copies; count++) after = build(item, after);
      return after;
    };
    const start = build(root, add({ do: MATCH }));
    return { steps, start };
  };

  return { whole: programOf(pattern, false), looks, sets };
}

function indexIn(sets: string[], source: string): number {
  const known = sets.indexOf(source);
  return known < 0 ? sets.push(source) - 1 : known;
}
