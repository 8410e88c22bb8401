import type { FieldTexts, FormTexts } from '../forms/form.js';
import type { Json, JsonObject } from '../json.js';
import { isJsonObject } from '../json.js';
import type { Locale } from '../locale.js';
import type { ProblemTexts } from '../messages/word.js';
import { numeral } from '../numeral.js';
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

/** Words out of a name; one that holds none (`-`, a space, nothing at all) is quoted as it is, so that there is a name. */
function namedBy(name: string): string {
  return wordsOf(name) || `“${name}”`;
}

/** What programs call things by: `badanUsaha`, `badan_usaha`, `badan-usaha`. */
const IDENTIFIER =
  /^(?:\p{Ll}[\p{L}\p{N}]*|[\p{L}\p{N}]+(?:_[\p{L}\p{N}]+)+|\p{Ll}+(?:-\p{Ll}+)+)$/u;

/** What a choice that nobody has named is called: words out of an identifier, everything else as it is. */
function choiceWords(value: Json, locale: Locale): string {
  if (value === null || typeof value === 'boolean') return WORDS[locale][`${value}`];
  if (typeof value === 'number') return numeral(value, locale, false);
  if (typeof value === 'object') return partsInWords(value, locale);
  const text = textOf(value);
  if (text === '') return WORDS[locale].empty;
  if (IDENTIFIER.test(text)) return wordsOf(text);
  return text.trim() === '' ? `“${text}”` : text;
}

const WORDS = {
  id: { null: 'Tidak ada', true: 'Ya', false: 'Tidak', empty: 'Kosong' },
  en: { null: 'None', true: 'Yes', false: 'No', empty: 'Empty' },
} as const;

/** A list or an object by what it holds: `Batang, -6,9, 109,7`. What lies deeper is shown as it is. */
function partsInWords(value: JsonObject | readonly Json[], locale: Locale): string {
  const parts = Object.values(value) as Json[];
  const isPlain = parts.length > 0 && parts.every((part) => typeof part !== 'object' || !part);
  return isPlain ? parts.map((part) => partInWords(part, locale)).join(', ') : textOf(value);
}

function partInWords(part: Json, locale: Locale): string {
  return typeof part === 'string' && part.trim() !== '' ? part : choiceWords(part, locale);
}

/** What a field is called: by the layout's texts, the schema's title, or its key. A row is called as its list says. */
export function labelOf(node: FieldNode, texts: FieldTexts, list?: ListTexts): string {
  const given = texts.label ?? list?.texts.item ?? titleOf(node.schema['title']) ?? list?.label;
  // The form as a whole has no key, and needs no name where its page has one.
  return given ?? (node.path === '' ? '' : namedBy(node.key));
}

/** What a list says of its rows, and what it is called itself. */
export interface ListTexts {
  readonly texts: FieldTexts;
  readonly label: string;
}

/** The layout's texts, and for what they do not say the schema's own. */
export function textsOf(node: FieldNode, texts: FieldTexts, locale: Locale): FieldTexts {
  const { description, examples, format, deprecated } = node.schema;
  if ((description ?? examples ?? format ?? deprecated) === undefined) return texts;
  const explained = texts.hint ?? titleOf(description);
  const hint = deprecated === true ? [explained, RETIRED[locale]].join(' ').trim() : explained;
  const example = texts.example ?? firstOf(examples) ?? exampleOf(format);
  return {
    ...texts,
    ...(hint === undefined ? {} : { hint }),
    ...(example === undefined ? {} : { example }),
  };
}

/** The first of a schema's examples, where it can be told in a sentence. */
function firstOf(examples: Json | undefined): string | undefined {
  const first = Array.isArray(examples) ? (examples as readonly Json[])[0] : undefined;
  return typeof first === 'string' || typeof first === 'number' ? String(first) : undefined;
}

/** The form's texts, with the schema's own title and description where they have none. */
export function formTextsOf({ title, description }: JsonObject, texts: FormTexts): FormTexts {
  const named = titleOf(title);
  const explained = titleOf(description);
  return {
    ...(named === undefined ? {} : { title: named }),
    ...(explained === undefined ? {} : { description: explained }),
    ...texts,
  };
}

const RETIRED = {
  id: 'Isian ini tidak dipakai lagi.',
  en: 'This field is no longer used.',
} as const;

/** A right value of the formats that people do not write every day and that no widget of their own explains. */
const FORMATS: { readonly [format: string]: string } = {
  ipv4: '192.0.2.10',
  ipv6: '2001:db8::10',
  hostname: 'lpse.contoh.go.id',
  uri: 'https://lpse.contoh.go.id',
  'uri-reference': '/layanan/konsultasi',
  'uri-template': '/kasus/{nomor}',
  uuid: '3fa85f64-5717-4562-b3fc-2c963f66afa6',
  'json-pointer': '/lampiran/0/nama',
  'relative-json-pointer': '1/nama',
  regex: '^[A-Z]+$',
};

function exampleOf(format: Json | undefined): string | undefined {
  const name = String(format).replace(/^i(?:dn-|ri)/, (prefix) => (prefix === 'iri' ? 'uri' : ''));
  return Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
}

/** A title that says something. */
function titleOf(title: Json | undefined): string | undefined {
  return typeof title === 'string' && title.trim() !== '' ? title : undefined;
}

/** The choices of a field, worded. */
export function choicesOf(
  { node, options }: View,
  texts: FieldTexts,
  locale: Locale,
): readonly Choice[] | undefined {
  // Yes and no need no list, unless the form words them in its own way.
  if (!options || (node.kind === 'boolean' && !texts.options)) return undefined;
  return options.map(({ value, title }) => ({
    value,
    label: ownText(texts.options, value) ?? titleOf(title) ?? choiceWords(value, locale),
  }));
}

function ownText(options: FieldTexts['options'], value: Json): string | undefined {
  const key = textOf(value);
  return options && Object.hasOwn(options, key) ? options[key] : undefined;
}

/** A value as the words of a choice. */
export function textOf(value: Json): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** What a message about the field may say. */
export function problemTexts(
  node: FieldNode,
  label: string,
  texts: FieldTexts,
  choices: readonly Choice[] | undefined,
  locale: Locale,
): ProblemTexts {
  // What a format looks like is in the words of its message.
  const example = texts.example ?? firstOf(node.schema['examples']);
  const number = example === undefined ? numberOf(node) : undefined;
  const asks = asksOf(node, choices);
  const wanted = wantedIn(node.schema['contains'], locale);
  return {
    label,
    ...(example === undefined ? {} : { example }),
    ...(number === undefined ? {} : { number }),
    ...(texts.messages ? { messages: texts.messages } : {}),
    ...(wanted === undefined ? {} : { wanted }),
    ...(asks ? { asks } : {}),
  };
}

/** A number within the limits of a field: of the round ones the least, which tells most of what is asked for. */
function numberOf({ kind, schema }: FieldNode): number | undefined {
  if (kind !== 'number' && kind !== 'integer') return undefined;
  const { minimum, exclusiveMinimum, maximum, exclusiveMaximum, multipleOf } = schema;
  const step = typeof multipleOf === 'number' ? multipleOf : 1;
  const least = Math.max(Number(minimum ?? step), Number(exclusiveMinimum ?? 0) + step);
  // 3 * 0.1 is 0.3 to people: 15 digits are what a number keeps.
  const round = (value: number): number => Number(value.toPrecision(15));
  const number = round(Math.ceil(round(least / step)) * step);
  const fits = number <= Number(maximum ?? number) && number < Number(exclusiveMaximum ?? Infinity);
  return fits ? number : undefined;
}

/** What a list has to contain, as far as the schema says it in words or values. */
function wantedIn(contains: Json | undefined, locale: Locale): string | undefined {
  if (!isJsonObject(contains)) return undefined;
  const { title, const: constant, enum: values } = contains;
  const allowed = constant === undefined ? values : [constant];
  const named = Array.isArray(allowed)
    ? (allowed as readonly Json[]).map((value) => choiceWords(value, locale))
    : [];
  return titleOf(title) ?? (named.length > 0 ? named.join(' / ') : undefined);
}

function asksOf(node: FieldNode, choices: readonly Choice[] | undefined): ProblemTexts['asks'] {
  if (node.schema['const'] === true) return 'tick';
  if (choices || node.kind === 'boolean') return 'choice';
  return node.kind === 'array' ? 'list' : undefined;
}
