import type { FieldLayout, FieldPath, FormTexts, JsonSchema, Layout } from '../forms/form.js';
import type { Locale } from '../locale.js';
import { join } from '../pointer.js';
import type { Shape } from '../schema/shape.js';
import { shapeOf } from '../schema/shape.js';
import { personTokens } from './autocomplete.js';
import { patternExample } from './pattern-example.js';

type Fields = Map<FieldPath, FieldLayout>;
type Examples = Map<FieldPath, string>;

/**
 * A layout for a schema that nobody has laid out: in the order of the schema, short fields that follow each other side
 * by side, everything else across the row; keyboards and autofill where names and formats leave no doubt, and an
 * example where a pattern says how a text has to look. A layout that is given keeps its sections, steps and texts.
 */
export function deriveLayout(schema: JsonSchema, layout: Layout = {}): Layout {
  const fields: Fields = new Map();
  const examples: Examples = new Map();
  visit(shapeOf(schema, layout), [], fields, examples);
  return { ...layout, fields: unambiguous(fields), ...textsWith(examples, layout) };
}

/** What a layout says, with examples for fields that have none. */
function textsWith(examples: Examples, { texts = {} }: Layout): Pick<Layout, 'texts'> {
  if (examples.size === 0) return {};
  const inLocale = (locale: Locale): FormTexts => {
    const { fields = {}, ...rest } = texts[locale] ?? {};
    const added = [...examples].map(([path, example]) => [path, { example, ...fields[path] }]);
    return {
      ...rest,
      fields: { ...fields, ...(Object.fromEntries(added) as FormTexts['fields']) },
    };
  };
  return { texts: { ...texts, id: inLocale('id'), en: inLocale('en') } };
}

function visit(shape: Shape, around: readonly string[], fields: Fields, examples: Examples): void {
  if (around.includes(shape.origin)) return;
  const { members, item, node, options } = shape.whole;
  const isAsked = node.kind === 'string' && options === undefined && shape.variants.length === 0;
  const example = isAsked && !node.schema['examples'] && patternExample(node.schema);
  if (example) examples.set(shape.path, example);
  const inside = [...around, shape.origin];
  if (node.kind === 'object') {
    pairUp(shape, fields);
    fill(shape, fields);
  }
  for (const member of members.values()) visit(member, inside, fields, examples);
  if (item) visit(item, inside, fields, examples);
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

const SHORT_FORMATS = new Set(['date', 'date-time', 'time', 'ipv4', 'uuid', 'duration']);

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
