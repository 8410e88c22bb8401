import type { FieldTexts } from '../forms/form.js';
import type { Json } from '../json.js';
import type { ProblemTexts } from '../messages/word.js';
import type { View } from '../schema/shape.js';
import type { Choice, FieldNode } from './form-model.js';

/** Words out of a key, for a field that nobody has named: `namaBadanUsaha` becomes "Nama badan usaha". */
export function wordsOf(key: string): string {
  const words = key
    .replaceAll(/([\p{Ll}\d])(\p{Lu})/gu, '$1 $2')
    .replaceAll(/[_\-.\s]+/g, ' ')
    .trim()
    .split(' ')
    .map((word) => (/^\p{Lu}{2,}$/u.test(word) ? word : word.toLowerCase()))
    .join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What a field is called: by the layout's texts, the schema's title, or its key. A row is called as its list says. */
export function labelOf(node: FieldNode, texts: FieldTexts, list?: FieldTexts): string {
  const { title } = node.schema;
  return (
    texts.label ??
    list?.item ??
    (typeof title === 'string' && title !== '' ? title : wordsOf(node.key))
  );
}

/** The choices of a field, worded. */
export function choicesOf(
  { node, options }: View,
  texts: FieldTexts,
): readonly Choice[] | undefined {
  // Yes and no need no list, unless the form words them in its own way.
  if (!options || (node.kind === 'boolean' && !texts.options)) return undefined;
  return options.map(({ value, title }) => ({
    value,
    label: ownText(texts.options, value) ?? title ?? wordsOf(textOf(value)),
  }));
}

function ownText(options: FieldTexts['options'], value: Json): string | undefined {
  const key = textOf(value);
  return options && Object.hasOwn(options, key) ? options[key] : undefined;
}

function textOf(value: Json): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** What a message about the field may say. */
export function problemTexts(
  node: FieldNode,
  label: string,
  texts: FieldTexts,
  choices: readonly Choice[] | undefined,
): ProblemTexts {
  const examples = node.schema['examples'];
  const first = Array.isArray(examples) ? (examples as readonly Json[])[0] : undefined;
  const example = texts.example ?? (typeof first === 'string' ? first : undefined);
  const asks = asksOf(node, choices);
  return {
    label,
    ...(example === undefined ? {} : { example }),
    ...(texts.messages ? { messages: texts.messages } : {}),
    ...(asks ? { asks } : {}),
  };
}

function asksOf(node: FieldNode, choices: readonly Choice[] | undefined): ProblemTexts['asks'] {
  if (node.schema['const'] === true) return 'tick';
  if (choices || node.kind === 'boolean') return 'choice';
  return node.kind === 'array' ? 'list' : undefined;
}
