import type { FormModel, FormModelOptions } from './form-model.js';
import { createPlainFormModel } from './plain-form-model.js';
import { formVariants } from './variant-switch.js';

/**
 * Makes the model of a form for any schema. Whatever a person enters, it never throws.
 *
 * @throws {LpseError} `LPSE_LAYOUT_INVALID` when the layout has rules and `rules` is not given.
 */
export function createFormModel(options: FormModelOptions): FormModel {
  return createPlainFormModel({ variants: formVariants, ...options });
}
