import type { Json } from '../json.js';
import { isJsonObject } from '../json.js';
import type { Pointer } from '../pointer.js';
import { join } from '../pointer.js';
import { isOperator, operators } from './operators.js';
import type { Fault } from './fault.js';
import { orNearest } from './fault.js';

/** More than this nobody can read, and nothing that is longer is evaluated at every keystroke. */
const MAX_PARTS = 500;
const MAX_DEPTH = 20;

/** An expression, read once: which fields it looks at, and what it makes of their values. */
export interface Compiled {
  /** The paths it looks at, each once, in the order of their first mention. */
  readonly reads: readonly string[];
  /** `values` are those of `reads`, null for what is missing. Always answers, never throws. */
  evaluate(values: readonly Json[]): Json;
}

type Evaluate = Compiled['evaluate'];

/** Reads an expression that stands at a pointer of the layout, or says what is wrong with it. */
export function compileExpression(
  expression: unknown,
  at: Pointer,
): { readonly compiled: Compiled; readonly faults: readonly Fault[] } {
  const reader = new Reader();
  const evaluate = reader.read(expression, at, 0);
  return { compiled: { reads: reader.reads, evaluate }, faults: reader.faults };
}

const nothing: Evaluate = () => null;

class Reader {
  readonly reads: string[] = [];
  readonly faults: Fault[] = [];
  #parts = 0;

  read(expression: unknown, at: Pointer, depth: number): Evaluate {
    this.#parts += 1;
    if (this.#parts > MAX_PARTS || depth > MAX_DEPTH) return this.#tooLarge(at);
    if (Array.isArray(expression)) {
      const items = this.#all(expression, at, depth);
      return (values) => items.map((item) => item(values));
    }
    if (isJsonObject(expression)) return this.#operation(expression, at, depth);
    const isConstant = expression === null || /^(?:boolean|number|string)$/.test(typeof expression);
    if (!isConstant)
      return this.#fault(at, 'is no JSON. Write a constant, a list or an operation.');
    return () => expression as Json;
  }

  #all(expressions: readonly unknown[], at: Pointer, depth: number): Evaluate[] {
    return expressions.map((expression, index) =>
      this.read(expression, join(at, index), depth + 1),
    );
  }

  #operation(operation: { readonly [key: string]: unknown }, at: Pointer, depth: number): Evaluate {
    const names = Object.keys(operation);
    const [name] = names;
    if (name === undefined || names.length > 1) {
      const found =
        name === undefined ? 'has no operator' : `has several operators (${names.join(', ')})`;
      return this.#fault(
        at,
        `${found}. An operation is an object with one operator, e.g. {"filled": {"var": "/name"}}.`,
      );
    }
    const given = operation[name];
    if (name === 'var') return this.#variable(given, at);
    if (!isOperator(name)) {
      const known = ['var', ...Object.keys(operators)];
      return this.#fault(
        at,
        `"${name}" is no operator${orNearest(name, known)} Known are ${known.join(' ')}.`,
      );
    }
    return this.#applied(name, given, join(at, name), depth);
  }

  #applied(name: keyof typeof operators, given: unknown, at: Pointer, depth: number): Evaluate {
    const { least, most, apply } = operators[name];
    const args = Array.isArray(given)
      ? this.#all(given, at, depth)
      : [this.read(given, at, depth + 1)];
    if (args.length < least || args.length > most) {
      const wanted =
        most === Infinity
          ? `at least ${least}`
          : least === most
            ? `${least}`
            : `${least} to ${most}`;
      return this.#fault(at, `"${name}" takes ${wanted} value(s), but ${args.length} are given.`);
    }
    return (values) => apply(args.map((arg) => arg(values)));
  }

  #variable(path: unknown, at: Pointer): Evaluate {
    if (typeof path !== 'string' || (path !== '' && !path.startsWith('/')))
      return this.#fault(
        join(at, 'var'),
        'is no path. Write a JSON Pointer, e.g. "/name", or "/rows/*/price".',
      );
    const known = this.reads.indexOf(path);
    const index = known >= 0 ? known : this.reads.push(path) - 1;
    return (values) => values[index] ?? null;
  }

  #tooLarge(at: Pointer): Evaluate {
    const isFirst = this.#parts <= MAX_PARTS + 1;
    return isFirst
      ? this.#fault(
          at,
          `is too large. An expression has at most ${MAX_PARTS} parts, nested ${MAX_DEPTH} deep.`,
        )
      : nothing;
  }

  #fault(pointer: Pointer, message: string): Evaluate {
    this.faults.push({ pointer, message, severity: 'error' });
    return nothing;
  }
}
