import type { Schema } from '@cfworker/json-schema';
import { format as interpreterFormats } from '@cfworker/json-schema';
import type { JsonSchema } from '../forms/form.js';
import type { Json, JsonObject } from '../json.js';
import { isJsonObject } from '../json.js';
import { mapSubschemas } from '../schema/keywords.js';
import type { Failure } from './failure.js';
import { formats } from './formats.js';
import type { Linked } from './link.js';
import { notFuture } from './not-future.js';
import type { Matcher } from './pattern/matcher.js';
import { matcherOf } from './pattern/matcher.js';

/*
 * A linked schema in the words of the interpreting library. It knows less than the schema says: what it has no word
 * for is said in others, and what it says of them is understood again by whoever reads its answers.
 */

/** A schema that the library can be asked about. */
export interface Spoken {
  readonly root: Schema;
  /** By what the `$ref`s say. */
  readonly parts: { readonly [id: string]: Schema };
  /** The schema of the original document, as the library knows it. */
  of(schema: JsonSchema): Schema;
  /** Asks the library about a value. @throws RangeError when the answer would take too long. */
  running<T>(value: Json, ask: () => T): T;
}

/**
 * More schemas than any value of a form is held against. A schema of a few lines that refers to itself in several
 * ways can ask for more steps than there are seconds in a year.
 */
const MAX_STEPS = 500_000;
let steps = 0;

/**
 * What all schemas inherit that the library gets: it reads this member once for each schema that it holds against a
 * value, so the steps can be counted. Nothing else is inherited, whatever a page has added to `Object.prototype`.
 */
const COUNTED: object = Object.create(null, {
  $recursiveAnchor: {
    get() {
      steps += 1;
      if (steps > MAX_STEPS) throw new RangeError('the schema asks for too many steps');
      return undefined;
    },
  },
}) as object;

function counted(schema: JsonObject): JsonObject {
  return Object.assign(Object.create(COUNTED) as object, schema) as JsonObject;
}

/** Stands for `false`: the library says of a failed `not` where it stands, of `false` it does not. */
export const NEVER: JsonObject = counted({ not: true });

/** Says that a schema failed that was looked at by itself, and has to be asked again for its reasons. */
export const AGAIN: JsonObject = counted({ not: true });

/**
 * The library asks one table for formats, shared by everybody on the page. Ours are entered under names of their own.
 * Patterns are asked for through the same table, by their number in the schema that is being asked about.
 */
const OWN = 'lpse:';
const NOT_FUTURE = `${OWN}x-notFuture`;
const PATTERN = `${OWN}pattern:`;
let matchers: readonly Matcher[] = [];

function registerFormats(patterns: number): void {
  for (let index = 0; index < patterns; index++)
    interpreterFormats[`${PATTERN}${index}`] ??= (text) => matchers[index]?.test(text) === true;
  if (Object.hasOwn(interpreterFormats, NOT_FUTURE)) return;
  for (const [name, check] of Object.entries(formats)) interpreterFormats[`${OWN}${name}`] = check;
  interpreterFormats[NOT_FUTURE] = (text) => notFuture(text);
}

/** What a failed `format` meant. */
export function formatOf(schema: JsonObject): Pick<Failure, 'keyword' | 'params'> {
  const name = String(schema['format']);
  if (name === NOT_FUTURE) return { keyword: 'x-notFuture', params: {} };
  if (name.startsWith(PATTERN))
    return { keyword: 'pattern', params: { pattern: schema['x-pattern'] as Json } };
  return { keyword: 'format', params: { format: name.slice(OWN.length) } };
}

export function speak(linked: Linked): Spoken {
  const speaker = new Speaker(linked);
  return speaker.spoken();
}

/** Keywords of which the subschemas are about the same value, and see what others looked at. */
const IN_PLACE = new Set(['allOf', 'anyOf', 'oneOf', 'then', 'else', 'dependentSchemas']);

/** The name under which a part is found by a reference that something else was looked at beside. */
const besides = (id: string): string => `${id}?`;

class Speaker {
  readonly #linked: Linked;
  readonly #parts = Object.create(null) as { [id: string]: Schema };
  readonly #known = new Map<JsonSchema, JsonObject>();
  readonly #matchers: Matcher[] = [];
  readonly #numbers = new Map<string, number>();
  /** Objects of which the patterns for names have to be worked out for each value. */
  readonly #byName: ByName[] = [];

  constructor(linked: Linked) {
    this.#linked = linked;
  }

  spoken(): Spoken {
    const root = this.#fresh(this.#linked.root) as Schema;
    this.#speakParts();
    return {
      root,
      parts: this.#parts,
      of: (schema) => {
        const part = this.#fresh(this.#linked.of(schema)) as Schema;
        this.#speakParts();
        return part;
      },
      running: (value, ask) => this.#running(value, ask),
    };
  }

  #running<T>(value: Json, ask: () => T): T {
    const [outerSteps, outerMatchers] = [steps, matchers];
    if (this.#byName.length > 0) {
      const names = namesIn(value, new Set());
      for (const holder of this.#byName) holder.fit(names);
    }
    [steps, matchers] = [0, this.#matchers];
    try {
      return ask();
    } finally {
      [steps, matchers] = [outerSteps, outerMatchers];
    }
  }

  #speakParts(): void {
    for (const [id, part] of this.#linked.parts) {
      if (this.#parts[id] !== undefined) continue;
      this.#parts[id] = this.#fresh(part) as Schema;
      this.#parts[besides(id)] = this.#alone(part) as Schema;
    }
  }

  /** A schema where nothing has been looked at before. */
  #fresh(schema: JsonSchema): JsonObject {
    if (schema === true) return counted({});
    if (schema === false) return NEVER;
    const known = this.#known.get(schema);
    if (known) return known;
    const { format, pattern, ...rest } = mapSubschemas(schema, (below, keyword) => {
      if (keyword === 'then' || keyword === 'else') return this.#apart(below);
      return IN_PLACE.has(keyword) ? this.#alone(below) : this.#fresh(below);
    });
    const spoken = counted({
      ...rest,
      ...(typeof rest['$ref'] === 'string' && Object.keys(schema).length > 1
        ? { $ref: besides(rest['$ref']) }
        : {}),
    });
    this.#known.set(schema, spoken);
    return this.#withTexts(spoken, format, pattern, schema['x-notFuture'] === true);
  }

  /**
   * A schema that asks for what was not looked at, among others that look at the same value: the library would let it
   * see what those have looked at. In an `if` it sees only what it looks at itself.
   */
  #alone(schema: JsonSchema): JsonObject {
    const fresh = this.#fresh(schema);
    const asks = ['unevaluatedProperties', 'unevaluatedItems'].some((name) => name in fresh);
    return asks ? counted({ if: fresh, else: AGAIN }) : fresh;
  }

  /** What a branch that fails refers to would count as looked at by the whole. */
  #apart(schema: JsonSchema): JsonObject {
    const alone = this.#alone(schema);
    return '$ref' in alone ? counted({ allOf: [alone] }) : alone;
  }

  #withTexts(
    spoken: JsonObject,
    format: Json | undefined,
    pattern: Json | undefined,
    past: boolean,
  ): JsonObject {
    const texts: JsonObject[] = [];
    if (typeof format === 'string' && Object.hasOwn(formats, format))
      texts.push({ format: `${OWN}${format}` });
    if (typeof pattern === 'string') texts.push(this.#patternWord(pattern));
    if (past) texts.push({ format: NOT_FUTURE });
    const first = texts.find((word) => !('format' in word)) ?? texts[0];
    const others = texts.filter((word) => word !== first).map(counted);
    Object.assign(spoken, first);
    if (others.length > 0) {
      const allOf = Array.isArray(spoken['allOf']) ? (spoken['allOf'] as readonly Json[]) : [];
      Object.assign(spoken, { allOf: [...allOf, ...others] });
    }
    if (isJsonObject(spoken['patternProperties'])) this.#byPatterns(spoken);
    registerFormats(this.#matchers.length);
    return spoken;
  }

  #patternWord(pattern: string): JsonObject {
    const matcher = matcherOf(pattern);
    if (matcher.isNative) return { pattern };
    const number = this.#numbers.get(pattern) ?? this.#matchers.push(matcher) - 1;
    this.#numbers.set(pattern, number);
    return { format: `${PATTERN}${number}`, 'x-pattern': pattern };
  }

  #byPatterns(spoken: JsonObject): void {
    const entries = Object.entries(spoken['patternProperties'] as JsonObject).map(
      ([pattern, schema]) => ({ pattern, schema, matcher: matcherOf(pattern) }),
    );
    if (entries.some(({ matcher }) => !matcher.isNative))
      this.#byName.push(new ByName(spoken, entries));
  }
}

interface NamePattern {
  readonly pattern: string;
  readonly schema: Json;
  readonly matcher: Matcher;
}

/**
 * `patternProperties` with a pattern that the library must not run: before each value it is replaced by one that
 * lists the names in the value that it matches.
 */
class ByName {
  readonly #holder: { patternProperties?: JsonObject };
  readonly #entries: readonly NamePattern[];

  constructor(holder: JsonObject, entries: readonly NamePattern[]) {
    this.#holder = holder;
    this.#entries = entries;
  }

  fit(names: ReadonlySet<string>): void {
    const fitting = this.#entries.flatMap(({ pattern, schema, matcher }): [string, Json][] => {
      if (matcher.isNative) return [[pattern, schema]];
      const matching = [...names].filter((name) => matcher.test(name));
      return matching.length > 0 ? [[`^(?:${matching.map(literal).join('|')})$`, schema]] : [];
    });
    this.#holder.patternProperties = Object.fromEntries(fitting);
  }
}

function literal(name: string): string {
  return name.replaceAll(/[$()*+./?[\\\]^{|}]/g, '\\$&');
}

function namesIn(value: Json, names: Set<string>): Set<string> {
  if (Array.isArray(value)) (value as readonly Json[]).forEach((item) => namesIn(item, names));
  else if (isJsonObject(value))
    for (const [name, member] of Object.entries(value)) namesIn(member, names.add(name));
  return names;
}
