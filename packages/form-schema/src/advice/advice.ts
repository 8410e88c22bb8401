import type { Json } from '../json.js';
import type { Locale } from '../locale.js';
import type { Doubt } from '../identifiers/doubts.js';
import { doubtAbout } from '../identifiers/doubts.js';
import { maskOf } from '../identifiers/masks.js';
import type { FieldNode } from '../model/form-model.js';
import type { Secret, SecretKind } from '../secrets/find-secrets.js';
import { findSecrets } from '../secrets/find-secrets.js';
import { adviceTexts } from './texts.js';

/** What a value is advised to be looked at for: unusual about a number, or secret in a text. */
export type AdviceKey = Doubt | `secret.${SecretKind}`;

/** A word of advice about a valid value. It never keeps a form from being sent. */
export interface Advice {
  readonly key: AdviceKey;
  /** Where in the text the secrets stand, for `redact`. */
  readonly secrets?: readonly Secret[];
}

/** Formats whose texts are what they are: no one writes a password into a date. */
const free: readonly (Json | undefined)[] = [undefined, 'uri', 'iri', 'uri-reference', 'email'];

/** Widgets whose texts nobody wrote. */
const unwritten: readonly (string | undefined)[] = ['signature', 'select', 'radio', 'combobox'];

/** Whether anything could be advised about the values of a field; decides without looking at one. */
export function isAdvisable({ kind, schema, layout }: FieldNode): boolean {
  if (kind !== 'string' || 'enum' in schema || 'const' in schema) return false;
  return free.includes(schema['format']) && !unwritten.includes(layout.widget);
}

/**
 * What to look at again in a field's value, in its normal form. A layout switches the search for secrets off by
 * the option `secrets: false`. Pure; meant for when a field is left, not for every keystroke.
 */
export function adviceOn(node: FieldNode, value: Json | undefined): Advice | undefined {
  if (typeof value !== 'string' || !isAdvisable(node)) return undefined;
  const mask = maskOf(node);
  if (mask !== undefined) {
    const doubt = doubtAbout(mask, value);
    return doubt && { key: doubt };
  }
  if (node.layout.options?.['secrets'] === false) return undefined;
  const secrets = findSecrets(value);
  const [first] = secrets;
  return first && { key: `secret.${first.kind}`, secrets };
}

/** The advice as a sentence. */
export function wordAdvice({ key }: Advice, locale: Locale): string {
  return adviceTexts[locale][key];
}
