import type { JsonSchema } from '../forms/form.js';
import { mayHaveVariants } from './alternatives.js';
import { mayHaveNotices } from './odd.js';

/** Whether a form of the schema needs nothing but what every form needs: no variants to ask about, no notices to tell. */
export function isPlainSchema(schema: JsonSchema): boolean {
  return !mayHaveVariants(schema) && !mayHaveNotices(schema);
}
