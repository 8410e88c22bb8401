import type { FormValidator, JsonSchema } from '../../forms/form.js';
import { compileCode } from '../compile-code.js';
import type { CompileOptions } from '../compile.js';

/** For tests: the validator that a build would generate, made on the spot by the same generator. */
export function generateForTest(schema: JsonSchema, options: CompileOptions = {}): FormValidator {
  return compileCode(schema, options);
}
