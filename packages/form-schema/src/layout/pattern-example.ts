import type { JsonObject } from '../json.js';
import { matcherOf } from '../validation/pattern/matcher.js';
import type { PatternNode } from '../validation/pattern/parse.js';
import { isEndless, parsePattern } from '../validation/pattern/parse.js';

/** Shorter, an example tells nothing; longer, nobody reads it. */
const LENGTH = { least: 3, most: 30 };

/** What stands for a character that may be one of several: the first kind of which one fits, in turn. */
const KINDS = ['1234567890', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz', ' -./_@'];

/**
 * A text as the pattern of a field asks for it: `AB-123` for `^[A-Z]{2}-\d{3}$`. None where the pattern leaves open how
 * long the text is, looks around, or is about a part of it: then an example would narrow down what is allowed.
 */
export function patternExample({
  pattern,
  format,
  minLength,
  maxLength,
}: JsonObject): string | undefined {
  if (typeof pattern !== 'string' || format !== undefined || !/^\^.*[^\\]\$$/.test(pattern))
    return undefined;
  const { least, most } = LENGTH;
  const shortest = Math.max(least, Number(minLength ?? 0));
  const longest = Math.min(most, Number(maxLength ?? most));
  try {
    const node = parsePattern(pattern);
    const text = isEndless(node) ? '' : written(node, { used: 0 });
    const fits = text.length >= shortest && text.length <= longest;
    return fits && matcherOf(pattern).test(text) ? text : undefined;
  } catch {
    // A pattern that cannot be used is refused with the schema.
    return undefined;
  }
}

/** The shortest text that a part of a pattern reads; of several ways the first. */
function written(node: PatternNode, count: { used: number }): string {
  switch (node.kind) {
    case 'one':
      return character(node.source, count);
    case 'sequence':
      return node.items.map((item) => written(item, count)).join('');
    case 'either':
      return written(node.items[0] as PatternNode, count);
    case 'repeat':
      return Array.from({ length: Math.min(node.min, LENGTH.most + 1) }, () =>
        written(node.item, count),
      ).join('');
    default:
      return '';
  }
}

function character(source: string, count: { used: number }): string {
  if (/^(?:[^.]|\\\W)$/u.test(source)) return source.slice(-1);
  const fits = new RegExp(`^${source}$`, 'u');
  const kind = KINDS.map((all) => [...all].filter((one) => fits.test(one))).find(
    ({ length }) => length > 0,
  );
  return kind?.[count.used++ % kind.length] ?? '';
}
