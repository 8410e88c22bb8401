import type { Json } from '../json.js';
import type { Locale } from '../locale.js';
import { numeral } from '../numeral.js';
import type { Problem } from '../problem.js';
import type { MessageKey } from './id.js';
import type { Messages } from './messages.js';
import { messagesIn } from './messages.js';

/** What the messages know of the field that they speak about. */
export interface ProblemTexts {
  readonly label?: string;
  /** A right value, added to messages about form and format. */
  readonly example?: string;
  /** A right value of a number of which nobody gives an example, told where what was entered is none. */
  readonly number?: number;
  /** Messages that replace the general ones, by message key. */
  readonly messages?: { readonly [messageKey: string]: string };
  /** What a list has to contain. */
  readonly wanted?: string;
  /** How the field is filled in. Default: by typing. */
  readonly asks?: 'choice' | 'tick' | 'list';
}

/** Keywords after whose message a right value helps. */
const WITH_EXAMPLE =
  /^(?:format|pattern|minLength|type|x-notFuture|required|dependentRequired|multipleOf|(?:exclusive)?[Mm](?:in|ax)imum)(?:\.|$)/;

/** Messages that do not say which number would be right. */
const WITH_NUMBER = /^(?:type\.(?:number|integer)|multipleOf)$/;

/** The key of the message that a failed keyword asks for: `format.email`, `type.integer`, `const.true`, `required`. */
export function messageKeyOf({ keyword, params }: Pick<Problem, 'keyword' | 'params'>): string {
  const allowed = params['allowed'];
  const particular =
    (keyword === 'format' && params['format']) ||
    (keyword === 'type' && params['type']) ||
    (keyword === 'oneOf' && params['ambiguous'] === true && 'ambiguous') ||
    (keyword === 'const' && Array.isArray(allowed) && allowed[0] === true && 'true');
  return typeof particular === 'string' ? `${keyword}.${particular}` : keyword;
}

/**
 * What is wrong and how to mend it, in the locale. The field's own messages come first, then the general ones; a
 * problem that neither knows (a server's) keeps the words that it came with. A locale that nobody has made known is
 * worded in Indonesian (`knowMessages`).
 */
export function wordProblem(problem: Problem, locale: Locale, texts: ProblemTexts = {}): string {
  const { keyword, messageKey, params } = problem;
  const own = ownMessage(texts.messages, messageKey) ?? ownMessage(texts.messages, keyword);
  const catalogue = messagesIn(locale);
  const values = { ...params, label: texts.label ?? catalogue.thisField };
  if (own !== undefined) return fill(own, values, locale);
  const general = generalMessage(problem, catalogue, texts.asks);
  if (general === undefined || (keyword === 'server' && problem.message !== ''))
    return problem.message === '' ? fill(catalogue.unknown, values, locale) : problem.message;
  const message = fill(general, values, locale);
  if (keyword === 'contains' && texts.wanted !== undefined)
    return `${message} ${fill(catalogue.wanted, { wanted: texts.wanted }, locale)}`;
  const example = texts.example ?? numberIn(texts, messageKey, locale);
  if (example === undefined || !WITH_EXAMPLE.test(messageKey) || texts.asks) return message;
  return `${message} ${fill(catalogue.example, { example }, locale)}`;
}

/** Without groups: it is told to those who are asked for digits only, and may be a year. */
function numberIn(
  { number }: ProblemTexts,
  messageKey: string,
  locale: Locale,
): string | undefined {
  if (number === undefined || !WITH_NUMBER.test(messageKey)) return undefined;
  return numeral(number, locale, false);
}

/** A key comes from whoever found the problem, and may be called like something that every object has. */
function ownMessage(messages: ProblemTexts['messages'], key: string): string | undefined {
  return messages && Object.hasOwn(messages, key) ? messages[key] : undefined;
}

function generalMessage(
  { keyword, messageKey, params }: Problem,
  catalogue: Messages,
  asks: ProblemTexts['asks'],
): string | undefined {
  const known = (key: string): string | undefined =>
    Object.hasOwn(catalogue, key) ? catalogue[key as MessageKey] : undefined;
  const wrong = keyword === 'format' && params['wrong'];
  if (typeof wrong === 'string') {
    // What is wrong with an address is the same in every script.
    const told = known(`${messageKey.replace('.idn-', '.')}.${wrong}`);
    if (told !== undefined) return told;
  }
  const particular = keyword === 'contains' ? limitOf(params) : asks;
  return known(`${messageKey}.${particular ?? ''}`) ?? known(messageKey) ?? known(keyword);
}

/** Which end of `contains` a message has to tell. */
function limitOf({ min, max }: Problem['params']): 'min' | 'max' | 'exactly' | undefined {
  if (max !== undefined) return min === max ? 'exactly' : 'max';
  return Number(min) > 1 ? 'min' : undefined;
}

const BRACES = /\{(\w+)(?:\|([^{}|]+)\|([^{}|]+))?\}/g;

/**
 * Puts the values in: `{limit}`, or `{limit|entry|entries}` for a number with the word that fits it. Braces that name no
 * value stay: they belong to the text.
 */
function fill(template: string, values: { readonly [name: string]: Json }, locale: Locale): string {
  return template.replaceAll(
    BRACES,
    (brace, name: string, one: string | undefined, other: string | undefined, offset: number) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      if (value === undefined) return brace;
      if (other !== undefined) return `${textOf(value, locale)} ${value === 1 ? one : other}`;
      if (name !== 'label') return textOf(value, locale);
      const isFirst = offset === 0 || template[offset - 1] === '“';
      return isFirst ? String(value) : inSentence(String(value));
    },
  );
}

function textOf(value: Json, locale: Locale): string {
  if (typeof value === 'number') return numeral(value, locale);
  if (Array.isArray(value)) return value.map((item: Json) => textOf(item, locale)).join(', ');
  return String(value);
}

/** A label within a sentence starts small, unless it is an abbreviation: "nama lengkap", but "NPWP". */
export function inSentence(label: string): string {
  const second = label.charAt(1);
  if (second !== second.toLowerCase()) return label;
  return label.charAt(0).toLowerCase() + label.slice(1);
}
