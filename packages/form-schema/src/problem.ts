import type { Json } from './json.js';

/**
 * One mistake that a person can mend, tied to one place in a value. User mistakes are data, never exceptions.
 *
 * A form reports at most one problem for one human mistake: the branches of a `oneOf` that failed, or the `if` that
 * made a field required, are not problems of their own.
 */
export interface Problem {
  /** JSON Pointer (RFC 6901) of the value that is wrong. For a missing property, of the property itself. `''` is the whole. */
  readonly pointer: string;
  /** The JSON Schema keyword that failed (`required`, `maxLength`, `format`, …), or a name of our own (`fileSize`, `server`). */
  readonly keyword: string;
  /**
   * What the keyword asked for, e.g. `{ limit: 120 }` or `{ format: 'email' }`; where it is known also how many there
   * are (`count`) and what of it is wrong (`wrong`, e.g. `comma`). Never the user's value.
   */
  readonly params: { readonly [name: string]: Json };
  /** The key under which the texts of a profile or form may replace the message, e.g. `required` or `format.email`. */
  readonly messageKey: string;
  /** What is wrong and how to mend it, with an example, in the locale that was asked for. */
  readonly message: string;
}

/** Answers a value's problems; an empty list means that it is valid. Never throws, whatever the value. */
export type Validate = (value: unknown) => Problem[];
