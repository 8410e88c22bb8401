import { Automaton } from './automaton.js';
import type { PatternNode } from './parse.js';
import { parsePattern, startsAtStart } from './parse.js';

/** Finds whether a pattern occurs in a text, in time that grows with the length of the text and never faster. */
export interface Matcher {
  test(text: string): boolean;
  /** Whether the engine's own `RegExp` is known to do so, and is used. */
  readonly isNative: boolean;
}

/**
 * @throws PatternError for what is no pattern, and for one that cannot be matched in linear time: a back-reference, or
 * thousands of states.
 */
export function matcherOf(pattern: string): Matcher {
  const known = matchers.get(pattern);
  if (known) return known;
  const matcher = newMatcher(pattern);
  if (matchers.size >= MAX_KNOWN) matchers.clear();
  matchers.set(pattern, matcher);
  return matcher;
}

/** A form is compiled more often than its patterns change. */
const MAX_KNOWN = 500;
const matchers = new Map<string, Matcher>();

function newMatcher(pattern: string): Matcher {
  const node = parsePattern(pattern);
  if (isPlain(node)) {
    const native = new RegExp(pattern, 'u');
    return { test: (text) => native.test(text), isNative: true };
  }
  const automaton = new Automaton(node);
  return { test: (text) => automaton.test(text), isNative: false };
}

/** As many ways through a pattern as an engine may try at one place. */
const MAX_WAYS = 100;

/**
 * Whether trying one way after the other, as engines do, stays cheap: the ways are few, and of everything that may go
 * on there is at most one, a single character repeated, in a pattern that is tried at the start of the text only.
 */
function isPlain(pattern: PatternNode): boolean {
  const { ways, endless, length } = costOf(pattern);
  const isAnchored = startsAtStart(pattern);
  return (
    ways * Math.max(1, length) <= MAX_WAYS * 10 &&
    ways <= MAX_WAYS &&
    endless <= (isAnchored ? 1 : 0)
  );
}

interface Cost {
  /** How many ways there are through it, what is endless apart. */
  readonly ways: number;
  /** How many parts go on as far as the text does, or nearly. */
  readonly endless: number;
  /** The longest text that it reads, what is endless apart. */
  readonly length: number;
}

const TOO_MUCH: Cost = { ways: Infinity, endless: 0, length: Infinity };

function costOf(node: PatternNode): Cost {
  switch (node.kind) {
    case 'one':
      return { ways: 1, endless: 0, length: 1 };
    case 'edge':
      return { ways: 1, endless: 0, length: 0 };
    case 'look':
      return TOO_MUCH;
    case 'sequence':
      return node.items.map(costOf).reduce(
        (a, b) => ({
          ways: a.ways * b.ways,
          endless: a.endless + b.endless,
          length: a.length + b.length,
        }),
        { ways: 1, endless: 0, length: 0 },
      );
    case 'either':
      return node.items.map(costOf).reduce(
        (a, b) => ({
          ways: a.ways + b.ways,
          endless: a.endless + b.endless,
          length: Math.max(a.length, b.length),
        }),
        { ways: 0, endless: 0, length: 0 },
      );
    case 'repeat':
      return costOfRepeat(node);
  }
}

function costOfRepeat({ item, min, max }: PatternNode & { kind: 'repeat' }): Cost {
  const { ways, endless, length } = costOf(item);
  if (max - min > 10) return item.kind === 'one' ? { ways: 1, endless: 1, length: 0 } : TOO_MUCH;
  if (endless > 0 && max > 1) return TOO_MUCH;
  return { ways: ways ** max * (max - min + 1), endless, length: length * max };
}
