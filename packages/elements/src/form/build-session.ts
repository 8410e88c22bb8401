import { createPlainFormModel, type FormModelOptions } from '@lpse-konsultasi/form-schema';
import { FormSession, type SessionHost } from './session.js';

type Given = { readonly [K in keyof FormModelOptions]: FormModelOptions[K] | undefined } & {
  readonly schema: FormModelOptions['schema'];
};

/**
 * A session for what the page gave. Another layout or validator for the same form continues the session before: what
 * was entered goes on, what it started with stays.
 *
 * @throws {LpseError} `LPSE_SCHEMA_INVALID` when the schema cannot be used for a form.
 */
export function buildSession(
  given: Given,
  host: SessionHost,
  previous: FormSession | undefined,
): FormSession {
  const options = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as unknown as FormModelOptions;
  const model = createPlainFormModel(options);
  if (previous?.model.dirty === true) model.set('', previous.model.value);
  return new FormSession(model, host);
}
