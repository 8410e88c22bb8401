/** A pattern as a tree. What a single character may be stays in the words of the pattern. */
export type PatternNode =
  | { readonly kind: 'one'; readonly source: string }
  | { readonly kind: 'sequence'; readonly items: readonly PatternNode[] }
  | { readonly kind: 'either'; readonly items: readonly PatternNode[] }
  | {
      readonly kind: 'repeat';
      readonly item: PatternNode;
      readonly min: number;
      readonly max: number;
    }
  | { readonly kind: 'edge'; readonly at: Edge }
  | {
      readonly kind: 'look';
      readonly item: PatternNode;
      readonly ahead: boolean;
      readonly holds: boolean;
    };

/** A place between characters: the start, the end, a boundary of a word, or none. */
export type Edge = '^' | '$' | '\\b' | '\\B';

/** Says what of a pattern is not supported. */
export class PatternError extends Error {
  override readonly name = 'PatternError';
}

/**
 * Reads a pattern as ECMAScript does with the flag `u`, as JSON Schema asks.
 *
 * @throws PatternError for what is no pattern, and for what cannot be matched in linear time (a back-reference).
 */
export function parsePattern(pattern: string): PatternNode {
  try {
    new RegExp(pattern, 'u');
  } catch {
    throw new PatternError('is a pattern that is none');
  }
  return new Reader(pattern).either();
}

/** Whether a pattern is tried at the start of a text only. */
export function startsAtStart(node: PatternNode): boolean {
  if (node.kind === 'edge') return node.at === '^';
  const first = node.kind === 'sequence' ? node.items[0] : undefined;
  return first !== undefined && startsAtStart(first);
}

/** Whether a part of it goes on as far as the text does. */
export function isEndless(node: PatternNode): boolean {
  if (node.kind === 'sequence' || node.kind === 'either') return node.items.some(isEndless);
  if (node.kind === 'repeat') return node.max === Infinity || isEndless(node.item);
  return node.kind === 'look';
}

const LOOKS = [
  ['?=', true, true],
  ['?!', true, false],
  ['?<=', false, true],
  ['?<!', false, false],
] as const;

/** What it reads is known to be a pattern, so that it need not look for mistakes. */
class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  either(): PatternNode {
    const items = [this.#sequence()];
    while (this.#take('|')) items.push(this.#sequence());
    return items.length === 1 ? (items[0] as PatternNode) : { kind: 'either', items };
  }

  #sequence(): PatternNode {
    const items: PatternNode[] = [];
    while (this.#at < this.#text.length && !/[|)]/.test(this.#text.charAt(this.#at)))
      items.push(this.#repeated(this.#atom()));
    return { kind: 'sequence', items };
  }

  #repeated(item: PatternNode): PatternNode {
    const counts = this.#match(/(?:([*+?])|\{(\d+)(,(\d*))?\})\??/y);
    if (!counts) return item;
    const [, sign, least, more, most] = counts;
    if (sign === '*') return { kind: 'repeat', item, min: 0, max: Infinity };
    if (sign === '+') return { kind: 'repeat', item, min: 1, max: Infinity };
    if (sign === '?') return { kind: 'repeat', item, min: 0, max: 1 };
    const min = Number(least);
    const max = more === undefined ? min : most ? Number(most) : Infinity;
    return { kind: 'repeat', item, min, max };
  }

  #atom(): PatternNode {
    if (this.#take('(')) return this.#group();
    const edge = this.#match(/\^|\$|\\[bB]/y);
    if (edge) return { kind: 'edge', at: edge[0] as Edge };
    if (this.#match(/\\(?:[1-9]|k<)/y)) throw new PatternError('uses a back-reference');
    const one = this.#match(
      // A class, a pair of surrogates, a property, a code, any other escape, or one character.
      /\[(?:\\[^]|[^\]\\])*\]|\\u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|\\[pP]\{[^}]*\}|\\u\{[^}]*\}|\\u[\da-fA-F]{4}|\\x[\da-fA-F]{2}|\\c[a-zA-Z]|\\[^]|[^]/uy,
    );
    return { kind: 'one', source: one?.[0] ?? '' };
  }

  #group(): PatternNode {
    for (const [opening, ahead, holds] of LOOKS)
      if (this.#take(opening)) return { kind: 'look', item: this.#inside(), ahead, holds };
    if (!this.#match(/\?(?::|<[^>]*>)/y) && this.#text.charAt(this.#at) === '?')
      throw new PatternError('uses modifiers within a pattern');
    return this.#inside();
  }

  #inside(): PatternNode {
    const inside = this.either();
    this.#take(')');
    return inside;
  }

  #take(text: string): boolean {
    if (!this.#text.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #match(sticky: RegExp): RegExpExecArray | null {
    sticky.lastIndex = this.#at;
    const found = sticky.exec(this.#text);
    if (found) this.#at += found[0].length;
    return found;
  }
}
