import { Ajv2020 } from 'ajv/dist/2020.js';
import type { FormValidator, JsonSchema } from '../forms/form.js';
import { conditionsOf, inlineRefs } from '../schema/refs.js';
import type { ValidatorOptions } from './form-validator.js';
import { formats } from './formats.js';
import type { RawCheck } from './generated.js';
import { generatedValidator } from './generated.js';
import { notFuture } from './not-future.js';

/** For tests: the validator that a build would generate, made on the spot by the same generator. */
export function generateForTest(schema: JsonSchema, options: ValidatorOptions = {}): FormValidator {
  const conditions = conditionsOf(schema).map(([at, condition]) => {
    const holder = typeof schema === 'boolean' ? {} : { $defs: schema['$defs'] ?? {} };
    return [at, checkOf({ ...holder, allOf: [condition.schema] })] as const;
  });
  return generatedValidator(checkOf(inlineRefs(schema)), Object.fromEntries(conditions), options);
}

function checkOf(schema: unknown): RawCheck {
  const ajv = new Ajv2020({
    allErrors: true,
    messages: false,
    strict: false,
    validateSchema: false,
    meta: false,
  });
  for (const [name, check] of Object.entries(formats)) ajv.addFormat(name, check);
  ajv.addKeyword({
    keyword: 'x-notFuture',
    type: 'string',
    validate: (asked: boolean, value: string) => !asked || notFuture(value),
    errors: false,
  });
  return ajv.compile(schema as object) as RawCheck;
}
