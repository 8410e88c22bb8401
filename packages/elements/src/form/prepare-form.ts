import {
  hasRules,
  mayHaveVariants,
  type FormRules,
  type FormValidator,
  type FormVariants,
  type JsonSchema,
  type Layout,
} from '@lpse-konsultasi/form-schema';
import { whenIdle } from './when-idle.js';

/** What a page gives. */
export interface GivenForm {
  readonly schema: JsonSchema;
  readonly layout: Layout | undefined;
  readonly validator: FormValidator | undefined;
}

/** What a model is made of. */
export interface PreparedForm {
  readonly schema: JsonSchema;
  readonly layout: Layout | undefined;
  readonly validate: FormValidator;
  readonly rules: FormRules | undefined;
  readonly variants: FormVariants | undefined;
}

/**
 * What a form still needs before it can be shown: at once when there is nothing to load, as for the forms that are known
 * when a page is built; the interpreter of schemas, the readers of rules and of variants and the maker of layouts come
 * on demand, all at once.
 *
 * @throws {LpseError} (the promise) `LPSE_SCHEMA_INVALID` or `LPSE_LAYOUT_INVALID`.
 */
export function prepareForm(given: GivenForm): PreparedForm | Promise<PreparedForm> {
  const { schema, layout, validator } = given;
  const isReady = layout !== undefined && !hasRules(layout) && !mayAskVariants(given);
  if (validator !== undefined && isReady)
    return { schema, layout, validate: validator, rules: undefined, variants: undefined };
  return load(given);
}

async function load(given: GivenForm): Promise<PreparedForm> {
  const { schema, layout, validator } = given;
  const [validate, rules, variants, whole] = await Promise.all([
    validator ?? interpreter(schema),
    layout !== undefined && hasRules(layout) ? rulesOf(schema, layout) : undefined,
    mayAskVariants(given) ? loadVariants() : undefined,
    laidOut(given),
  ]);
  return { schema, layout: whole, validate, rules, variants };
}

async function interpreter(schema: JsonSchema): Promise<FormValidator> {
  const { compile } = await import('@lpse-konsultasi/form-schema/compile');
  return compile(schema);
}

async function rulesOf(schema: JsonSchema, layout: Layout): Promise<FormRules> {
  const { compileRules } = await import('@lpse-konsultasi/form-schema/rules');
  return compileRules(schema, layout);
}

/** A generated validator knows; the look costs a page a twentieth of the time that a form takes to show. */
function mayAskVariants({ schema, validator }: GivenForm): boolean {
  return validator?.isPlain !== true && mayHaveVariants(schema);
}

async function loadVariants(): Promise<FormVariants> {
  const { formVariants } = await import('@lpse-konsultasi/form-schema/variants');
  return formVariants;
}

/** A layout that says nothing of any field leaves how they stand to the schema, as if there were none. */
async function laidOut({ schema, layout, validator }: GivenForm): Promise<Layout> {
  const isDerived = layout?.fields === undefined;
  // Whoever has a validator made for a form has its words, too.
  const lacksWords = validator === undefined && hasPattern(schema);
  if (!isDerived && !lacksWords) return layout;
  const { deriveLayout, withExamples } = await import('@lpse-konsultasi/form-schema/derive-layout');
  return isDerived ? deriveLayout(schema, layout) : withExamples(schema, layout);
}

/** Whether a pattern may stand anywhere in the schema: what merely looks like one costs nothing but a look. */
function hasPattern(schema: JsonSchema): boolean {
  return JSON.stringify(schema).includes('"pattern":');
}

/** What is told of a preparation. */
export interface PreparationHost {
  ready(prepared: PreparedForm): void;
  failed(error: unknown): void;
}

/** Layouts that were looked at, so that each is spoken of once. */
const seen = new WeakSet<Layout>();

/** Prepares one form after the other; what comes too late for the form that is wanted now is dropped. */
export class Preparation {
  readonly #element: { requestUpdate(): void };
  readonly #host: PreparationHost;
  #pending: Promise<void> | undefined;

  constructor(element: { requestUpdate(): void }, host: PreparationHost) {
    this.#element = element;
    this.#host = host;
  }

  /** Resolves when what is being loaded is here, or has failed. */
  get pending(): Promise<void> | undefined {
    return this.#pending;
  }

  cancel(): void {
    this.#pending = undefined;
  }

  /** Looks at a layout that nobody may have looked at before; the form does not wait for it. */
  #notice({ schema, layout, validator }: GivenForm): void {
    if (layout === undefined || validator !== undefined || seen.has(layout)) return;
    seen.add(layout);
    whenIdle(() => {
      import('./layout-notices.js').then(
        ({ warnOfLayout }) => warnOfLayout(schema, layout),
        // Without it nothing is missing but the advice.
        () => undefined,
      );
    });
  }

  /** Answers at once where nothing has to be loaded. */
  start(given: GivenForm): void {
    this.#notice(given);
    const prepared = prepareForm(given);
    if (!(prepared instanceof Promise)) return this.#host.ready(prepared);
    const pending = prepared
      .then((ready) => {
        if (this.#pending === pending) this.#host.ready(ready);
      })
      .catch((error: unknown) => {
        if (this.#pending === pending) this.#host.failed(error);
      })
      .finally(() => {
        if (this.#pending !== pending) return;
        this.#pending = undefined;
        this.#element.requestUpdate();
      });
    this.#pending = pending;
  }
}
