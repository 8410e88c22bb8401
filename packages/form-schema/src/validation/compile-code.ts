import AjvCore from 'ajv/dist/core.js';
import type { Options } from 'ajv/dist/core.js';
import getApplicator from 'ajv/dist/vocabularies/applicator/index.js';
import next from 'ajv/dist/vocabularies/next.js';
import validation from 'ajv/dist/vocabularies/validation/index.js';
import type { FormValidator, JsonSchema } from '../forms/form.js';
import type { Json } from '../json.js';
import { messagesEn } from '../messages/en.js';
import { knowMessages } from '../messages/messages.js';
import { conditionsOf } from '../schema/conditions.js';
import type { WayfaringError } from './code/keywords.js';
import { keywordsFor } from './code/keywords.js';
import { Words } from './code/words.js';
import type { CompileOptions } from './compile.js';
import { compile } from './compile.js';
import type { RawCheck, RawError } from './generated.js';
import { generatedValidator } from './generated.js';
import { hasHeirlooms } from './json.js';
import type { Linked } from './link.js';
import { link } from './link.js';
import { meantIn } from './meant.js';
import { matcherOf } from './pattern/matcher.js';
import { refuseUnusable } from './usable.js';
import { refuseEndless } from './weight.js';

/**
 * The same validator as `compile` makes, as code of its own: some ten times as fast, and some 30 kB more to load. Where
 * the page's content security policy forbids making code, it is interpreted after all. The attempt is reported as a
 * violation of that policy, so a page has to ask for this by importing it.
 *
 * @throws LpseError `LPSE_SCHEMA_INVALID` for the same schemas as `compile`.
 */
export function compileCode(schema: JsonSchema, options: CompileOptions = {}): FormValidator {
  knowMessages('en', messagesEn);
  // The generator itself stumbles over what old scripts add to every object.
  if (hasHeirlooms()) return compile(schema, options);
  refuseUnusable(schema);
  const linked = link(schema, options.schemas);
  refuseEndless(linked);
  try {
    const { check, checkOf } = new Generator(linked);
    const conditions = Object.fromEntries(
      conditionsOf(schema).map(([at, condition]) => {
        const holds = checkOf(linked.of(condition.schema));
        return [at, (value: unknown) => value !== undefined && holds(value)] as const;
      }),
    );
    return generatedValidator(check, conditions, options, meantIn(schema, conditions));
  } catch (error) {
    if (error instanceof EvalError) return compile(schema, options);
    throw error;
  }
}

/** Modules of the old kind come with their default export one step deeper, as some loaders see them. */
function unwrapped<T>(module: T): T {
  return (module as { readonly default?: T }).default ?? module;
}

class Generator {
  readonly #ajv: AjvCore;
  readonly #words = new Words();
  readonly #linked: Linked;
  readonly #added = new Set<string>();
  readonly check: RawCheck;

  constructor(linked: Linked) {
    const Ajv = unwrapped(AjvCore);
    this.#linked = linked;
    this.#ajv = new Ajv(OPTIONS);
    const known = keywordsFor({
      values: this.#words.values,
      part: (id) => this.#words.of(linked.parts.get(id) as JsonSchema),
      check: (schema) => this.#compile(schema),
      fits: (schema, value) => this.#compile(schema)(value),
    });
    const ours = new Set(known.map(({ keyword }) => keyword));
    for (const vocabulary of [
      unwrapped(validation),
      unwrapped(getApplicator)(true),
      unwrapped(next),
    ])
      for (const one of vocabulary)
        if (typeof one === 'string' || !ours.has(one.keyword)) this.#ajv.addKeyword(one);
    for (const one of known) this.#ajv.addKeyword(one);
    this.check = this.checkOf(linked.root);
  }

  /** The check of a linked schema. */
  readonly checkOf = (schema: JsonSchema): RawCheck => {
    for (const [id, part] of this.#linked.parts) {
      if (this.#added.has(id)) continue;
      this.#added.add(id);
      this.#ajv.addSchema(this.#words.of(part) as object, id);
    }
    const check = this.#compile(this.#words.of(schema));
    const named: RawCheck = (value) => {
      const isValid = check(value);
      named.errors = isValid ? null : (check.errors ?? []).map((error) => this.#named(error));
      return isValid;
    };
    return named;
  };

  #compile(schema: JsonSchema): RawCheck {
    return this.#ajv.compile(schema as object) as RawCheck;
  }

  /** Errors carry numbers in place of the values of `const` and `enum`. */
  #named({ way, ...rest }: WayfaringError): RawError {
    const error = way === undefined ? rest : { ...rest, schemaPath: way };
    const { allowedValue, allowedValues } = error.params;
    const value = (index: unknown): Json => this.#words.values[Number(index)] as Json;
    if (error.keyword === 'const')
      return { ...error, params: { allowedValue: value(allowedValue) } };
    if (error.keyword === 'enum')
      return { ...error, params: { allowedValues: value(allowedValues) } };
    return error;
  }
}

const OPTIONS: Options = {
  allErrors: true,
  code: {
    regExp: Object.assign(
      (pattern: string) => ({
        test: (text: string) => matcherOf(pattern).test(text),
        toString: () => pattern,
      }),
      { code: '' },
    ),
  },
  inlineRefs: false,
  logger: false,
  messages: false,
  meta: false,
  next: true,
  ownProperties: true,
  strict: false,
  validateFormats: false,
  validateSchema: false,
};
