// Writes the `if`s of a schema as predicates: `(value) => …`, without errors, small enough to be read.
import { isDeepStrictEqual } from 'node:util';

/**
 * The conditions of a schema: each `if` once, with a name and its code, and the schema pointers that hold it.
 * @returns {{ name: string, schema: unknown, code: string, pointers: string[] }[]}
 */
export function conditionsOf(schema) {
  const conditions = [];
  for (const { pointer, condition } of holders(schema)) {
    const known = conditions.find((other) => isDeepStrictEqual(other.schema, condition));
    if (known) known.pointers.push(pointer);
    else
      conditions.push({
        name: `condition${conditions.length}`,
        schema: condition,
        code: `(value) => ${predicate(condition, pointer)}`,
        pointers: [pointer],
      });
  }
  return conditions;
}

/** Every schema that holds an `if`. A field may be called `if`: as a name below `properties` it is no condition. */
function holders(schema, pointer = '', isNames = false) {
  if (typeof schema !== 'object' || schema === null) return [];
  const here = !isNames && 'if' in schema ? [{ pointer, condition: schema.if }] : [];
  return [
    ...here,
    ...Object.entries(schema).flatMap(([key, value]) => {
      const token = key.replaceAll('~', '~0').replaceAll('/', '~1');
      const below = !isNames && ['properties', '$defs', 'dependentSchemas'].includes(key);
      return holders(value, `${pointer}/${token}`, below);
    }),
  ];
}

const annotations = new Set(['$comment', 'title', 'description']);

/** The conditions that forms need: `required`, and a member that is, or is not, one of some plain values. */
function predicate(schema, pointer) {
  const terms = [];
  for (const [keyword, wish] of Object.entries(schema)) {
    if (keyword === 'required') {
      for (const key of wish) terms.push(`has(value, ${JSON.stringify(key)})`);
    } else if (keyword === 'properties') {
      for (const [key, member] of Object.entries(wish)) {
        const name = JSON.stringify(key);
        const test = memberTest(member, `value[${name}]`, pointer);
        terms.push(schema.required?.includes(key) ? test : `(!has(value, ${name}) || ${test})`);
      }
    } else if (!annotations.has(keyword)) throw unsupported(keyword, pointer);
  }
  return `!isObject(value) || (${terms.join(' && ') || 'true'})`;
}

function memberTest(schema, operand, pointer) {
  const tests = Object.entries(schema)
    .filter(([keyword]) => !annotations.has(keyword))
    .map(([keyword, wish]) => {
      const values = keyword === 'const' ? [wish] : wish;
      if (keyword === 'not') return `!(${memberTest(wish, operand, pointer)})`;
      if (!['const', 'enum'].includes(keyword) || values.some((one) => Object(one) === one))
        throw unsupported(keyword, pointer);
      return values.length === 1
        ? `${operand} === ${JSON.stringify(values[0])}`
        : `${JSON.stringify(values)}.includes(${operand})`;
    });
  return tests.join(' && ') || 'true';
}

function unsupported(keyword, pointer) {
  return new Error(`the \`if\` at ${pointer} uses ${keyword}, for which no predicate is written`);
}
