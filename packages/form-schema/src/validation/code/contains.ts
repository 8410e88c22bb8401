import { _ } from 'ajv/dist/compile/codegen/index.js';
import { Type } from 'ajv/dist/compile/util.js';
import type { CodeKeywordDefinition, KeywordErrorDefinition } from 'ajv/dist/types/index.js';
import type { KeywordCxt } from 'ajv/dist/compile/validate/index.js';

const error: KeywordErrorDefinition = {
  message: '',
  params: ({ params: { min, max } }) =>
    max === undefined
      ? _`{ minContains: ${min} }`
      : _`{ minContains: ${min}, maxContains: ${max} }`,
};

/**
 * As the generator has it, but each list is counted anew: it takes an empty list within a list for one that holds
 * what the list before it held.
 */
export const contains: CodeKeywordDefinition = {
  keyword: 'contains',
  type: 'array',
  schemaType: ['object', 'boolean'],
  before: 'uniqueItems',
  trackErrors: true,
  error,
  code(cxt: KeywordCxt) {
    const { gen, data, it, parentSchema } = cxt;
    const min = (parentSchema['minContains'] ?? 1) as number;
    const max = parentSchema['maxContains'] as number | undefined;
    cxt.setParams({ min: _`${min}`, ...(max === undefined ? {} : { max: _`${max}` }) });
    it.items = true;
    const count = gen.let('count', 0);
    gen.forRange('i', 0, _`${data}.length`, (index) => {
      const fits = gen.name('_valid');
      const at = { keyword: 'contains', dataProp: index, dataPropType: Type.Num };
      cxt.subschema({ ...at, compositeRule: true }, fits);
      gen.if(fits, () => gen.code(_`${count}++`));
    });
    const isEnough = _`${count} >= ${min}`;
    const holds = max === undefined ? isEnough : _`${isEnough} && ${count} <= ${max}`;
    cxt.result(holds, () => cxt.reset());
  },
};
