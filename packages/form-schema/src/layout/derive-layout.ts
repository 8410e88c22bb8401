import type { FieldLayout, FieldPath, JsonSchema, Layout } from '../forms/form.js';
import { join } from '../pointer.js';
import type { Shape } from '../schema/shape.js';
import { shapeOf } from '../schema/shape-of.js';
import { personTokens } from './autocomplete.js';
import { withExamples } from './examples.js';

export { withExamples } from './examples.js';

type Fields = Map<FieldPath, FieldLayout>;

/**
 * A layout for a schema that nobody has laid out: in the order of the schema, short fields that follow each other side
 * by side, everything else across the row; keyboards and autofill where names and formats leave no doubt, and an
 * example where a pattern says how a text has to look. A layout that is given keeps its sections, steps and texts.
 */
export function deriveLayout(schema: JsonSchema, layout: Layout = {}): Layout {
  const fields: Fields = new Map();
  const shape = shapeOf(schema, layout);
  visit(shape, [], fields);
  return withExamples(schema, { ...layout, fields: unambiguous(fields) }, shape);
}

function visit(shape: Shape, around: readonly string[], fields: Fields): void {
  if (around.includes(shape.origin)) return;
  const { members, item, node } = shape.whole;
  const inside = [...around, shape.origin];
  if (node.kind === 'object') {
    pairUp(shape, fields);
    fill(shape, fields);
  }
  for (const member of members.values()) visit(member, inside, fields);
  if (item) visit(item, inside, fields);
}

function add(fields: Fields, path: FieldPath, more: FieldLayout): void {
  fields.set(path, { ...fields.get(path), ...more });
}

/** Two short fields after each other share a row; one that is left over has its own, so that no row has a hole. */
function pairUp(shape: Shape, fields: Fields): void {
  let waiting: FieldPath | undefined;
  // What only sometimes applies would leave the hole: only what always does is paired.
  for (const member of shape.view(shape.base).members.values()) {
    if (!isShort(member)) waiting = undefined;
    else if (waiting === undefined) waiting = member.path;
    else {
      add(fields, waiting, { width: 'half' });
      add(fields, member.path, { width: 'half' });
      waiting = undefined;
    }
  }
}

const SHORT_FORMATS = new Set(['date', 'date-time', 'time', 'ipv4', 'uuid']);

/** At most so many characters fit half a row at its narrowest. */
const SHORT_LENGTH = 30;

function isShort(shape: Shape): boolean {
  const { node, options } = shape.whole;
  if (options !== undefined || shape.variants.length > 0) return false;
  if (node.kind === 'number' || node.kind === 'integer') return true;
  if (node.kind !== 'string') return false;
  const { format, maxLength } = node.schema;
  if (typeof format === 'string' && SHORT_FORMATS.has(format)) return true;
  return typeof maxLength === 'number' && maxLength <= SHORT_LENGTH;
}

/** Autofill, and the keys that a phone shows. */
function fill(shape: Shape, fields: Fields): void {
  const tokens = shape.path.includes('*') ? new Map<string, string>() : personTokens(shape);
  for (const [key, token] of tokens) add(fields, join(shape.path, key), { autocomplete: token });
  for (const member of shape.whole.members.values())
    if (holdsDigits(member)) add(fields, member.path, { inputMode: 'numeric' });
}

/** `^\d{16}$` and its like: digits in any number, and nothing else. */
const DIGITS = /^\^(?:(?:\\d|\[0-9\])(?:\{\d+(?:,\d*)?\}|\+|\*)?)+\$$/;

function holdsDigits({ whole: { node } }: Shape): boolean {
  const { pattern } = node.schema;
  return node.kind === 'string' && typeof pattern === 'string' && DIGITS.test(pattern);
}

/** Two fields for one token are two people, or none: a browser would fill both with the same. */
function unambiguous(fields: Fields): { readonly [path: FieldPath]: FieldLayout } {
  const uses = new Map<string, number>();
  for (const { autocomplete } of fields.values())
    if (autocomplete !== undefined) uses.set(autocomplete, (uses.get(autocomplete) ?? 0) + 1);
  return Object.fromEntries(
    [...fields].map(([path, { autocomplete, ...rest }]) => [
      path,
      autocomplete !== undefined && uses.get(autocomplete) === 1 ? { ...rest, autocomplete } : rest,
    ]),
  );
}
