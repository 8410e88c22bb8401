import type { Condition, FormValidator, JsonSchema } from '../forms/form.js';
import type { Json } from '../json.js';
import { messagesEn } from '../messages/en.js';
import { knowMessages } from '../messages/messages.js';
import type { Pointer } from '../pointer.js';
import { alternativesOf, conditionsOf } from '../schema/conditions.js';
import type { Source } from '../schema/keywords.js';
import type { ValidatorOptions } from './form-validator.js';
import { formValidator } from './form-validator.js';
import { interpreterOf } from './interpreter.js';
import { link } from './link.js';
import { meantIn } from './meant.js';
import { refuseUnusable } from './usable.js';
import { refuseEndless } from './weight.js';

export interface CompileOptions extends ValidatorOptions {
  /** Documents that references may lead to, by their URI. Nothing is ever fetched. */
  readonly schemas?: { readonly [uri: string]: JsonSchema };
}

/**
 * A validator for a schema that is only known at run time. It interprets: no code is made, so the strictest content
 * security policy allows it. A missing `$schema` means 2020-12.
 *
 * @throws LpseError `LPSE_SCHEMA_INVALID`, with the pointer and the keyword, for a schema that could not be checked or
 * would not answer in time: a reference that leads nowhere or comes back to itself, a pattern that is none or cannot be
 * matched in linear time, a keyword with a value of the wrong kind, a document that is too large or too deep.
 */
export function compile(schema: JsonSchema, options: CompileOptions = {}): FormValidator {
  knowMessages('en', messagesEn);
  refuseUnusable(schema);
  const linked = link(schema, options.schemas);
  refuseEndless(linked);
  const interpreter = interpreterOf(linked);
  const predicates = (sources: readonly [Pointer, Source][]): { [at: Pointer]: Condition } =>
    Object.fromEntries(
      sources.map(([at, { schema: part }]) => [
        at,
        (value: unknown) => value !== undefined && interpreter.fits(part, value as Json),
      ]),
    );
  const conditions = predicates(conditionsOf(schema));
  return formValidator(
    (value) => interpreter.failuresOf(value),
    { ...conditions, ...predicates(alternativesOf(schema)) },
    options,
    meantIn(schema, conditions),
  );
}
