import type { Json } from '../json.js';
import { isJsonObject } from '../json.js';
import { sameJson } from '../model/same.js';

/** What an operator makes of its arguments. Total: for arguments that it cannot use it answers null or false. */
export interface Operator {
  /** How many arguments it takes. */
  readonly least: number;
  readonly most: number;
  apply(args: readonly Json[]): Json;
}

/** As many arguments as anybody writes; the size of a rule is bounded as a whole. */
const MANY = Infinity;

function operator(least: number, most: number, apply: Operator['apply']): Operator {
  return { least, most, apply };
}

/** An argument; a field without a value, and an argument that was left out, is null. */
function at(args: readonly Json[], index: number): Json {
  return args[index] ?? null;
}

/** Nothing that a person would call an answer. */
function isEmpty(value: Json): boolean {
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  return value === null || (isJsonObject(value) && Object.keys(value).length === 0);
}

/** Whether a value counts as "yes", as JsonLogic has it: null, false, 0, the empty text and the empty list do not. */
export function holds(value: Json): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** Sums like 0.1 + 0.2 come out as people write them: a double has no more than 15 digits that mean anything. */
function tidy(value: number): Json {
  return Number.isFinite(value) ? Number(value.toPrecision(15)) : null;
}

/** Arithmetic on numbers; where one is missing there is no result. */
function arithmetic(args: readonly Json[], step: (a: number, b: number) => number): Json {
  const numbers = args.filter((value): value is number => typeof value === 'number');
  const isWhole = numbers.length === args.length && numbers.length > 0;
  return isWhole ? tidy(numbers.reduce(step)) : null;
}

/** Two numbers, or two texts (dates in ISO form are in order as texts); with anything else nothing holds. */
function compared(args: readonly Json[], isSo: (order: number) => boolean): boolean {
  const [a, b] = [at(args, 0), at(args, 1)];
  if (typeof a === 'number' && typeof b === 'number') return isSo(a - b);
  if (typeof a === 'string' && typeof b === 'string') return isSo(a < b ? -1 : a > b ? 1 : 0);
  return false;
}

/** The arguments, those that are lists laid out. */
function flat(args: readonly Json[]): readonly Json[] {
  return args.flatMap((arg) => (Array.isArray(arg) ? (arg as readonly Json[]) : [arg]));
}

/** The numbers among what is given, in lists or one by one. What is no number, or missing, does not count. */
function numbersIn(args: readonly Json[]): number[] {
  return flat(args).filter((value): value is number => typeof value === 'number');
}

function textOf(value: Json): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function isIn(needle: Json, among: Json): boolean {
  if (needle === null) return false;
  if (Array.isArray(among)) return among.some((item: Json) => sameJson(item, needle));
  return typeof among === 'string' && typeof needle === 'string' && among.includes(needle);
}

/** Condition and value in turn, the last value without a condition; null where none holds. */
function choice(args: readonly Json[]): Json {
  for (let index = 0; index + 1 < args.length; index += 2)
    if (holds(at(args, index))) return at(args, index + 1);
  return args.length % 2 === 1 ? at(args, args.length - 1) : null;
}

/** Half goes away from zero, as money is rounded; digits behind the comma, default 0. */
function rounded([value = null, digits = null]: readonly Json[]): Json {
  if (typeof value !== 'number') return null;
  const places = typeof digits === 'number' ? Math.min(12, Math.max(0, Math.trunc(digits))) : 0;
  const factor = 10 ** places;
  const scaled = Number((Math.abs(value) * factor).toPrecision(15));
  return tidy((Math.sign(value) * Math.round(scaled)) / factor);
}

const byName = {
  '==': operator(2, 2, (args) => sameJson(at(args, 0), at(args, 1))),
  '!=': operator(2, 2, (args) => !sameJson(at(args, 0), at(args, 1))),
  '<': operator(2, 2, (args) => compared(args, (order) => order < 0)),
  '<=': operator(2, 2, (args) => compared(args, (order) => order <= 0)),
  '>': operator(2, 2, (args) => compared(args, (order) => order > 0)),
  '>=': operator(2, 2, (args) => compared(args, (order) => order >= 0)),
  in: operator(2, 2, (args) => isIn(at(args, 0), at(args, 1))),
  and: operator(1, MANY, (args) => args.every(holds)),
  or: operator(1, MANY, (args) => args.some(holds)),
  '!': operator(1, 1, (args) => !holds(at(args, 0))),
  empty: operator(1, 1, (args) => isEmpty(at(args, 0))),
  filled: operator(1, 1, (args) => !isEmpty(at(args, 0))),
  count: operator(
    1,
    MANY,
    (args) => flat(args).filter((item) => item !== null && item !== '').length,
  ),
  if: operator(2, MANY, choice),
  '+': operator(1, MANY, (args) => arithmetic(args, (a, b) => a + b)),
  '-': operator(1, 2, (args) =>
    args.length === 1 ? arithmetic([0, at(args, 0)], minus) : arithmetic(args, minus),
  ),
  '*': operator(1, MANY, (args) => arithmetic(args, (a, b) => a * b)),
  '/': operator(2, 2, (args) => arithmetic(args, (a, b) => a / b)),
  round: operator(1, 2, rounded),
  sum: operator(1, MANY, (args) => tidy(numbersIn(args).reduce((a, b) => a + b, 0))),
  min: operator(1, MANY, (args) => extreme(args, (a, b) => (b < a ? b : a))),
  max: operator(1, MANY, (args) => extreme(args, (a, b) => (b > a ? b : a))),
  cat: operator(1, MANY, (args) => flat(args).map(textOf).join('')),
} satisfies { readonly [name: string]: Operator };

function minus(a: number, b: number): number {
  return a - b;
}

function extreme(args: readonly Json[], better: (a: number, b: number) => number): Json {
  const numbers = numbersIn(args);
  return numbers.length === 0 ? null : numbers.reduce(better);
}

export type OperatorName = keyof typeof byName;

/** Every operator of the language, by the name that an expression uses. */
export const operators: { readonly [name in OperatorName]: Operator } = byName;

export function isOperator(name: string): name is OperatorName {
  return Object.hasOwn(byName, name);
}
