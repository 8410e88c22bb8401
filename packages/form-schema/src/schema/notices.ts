import type { JsonSchema } from '../forms/form.js';
import { isJsonObject } from '../json.js';
import type { Pointer } from '../pointer.js';
import type { Fragment } from './fragments.js';
import { typesOf } from './merge.js';
import type { References } from './refs.js';
import { referencesOf } from './refs.js';
import type { Shape } from './shape.js';
import { shapeOf } from './shape.js';

/** Something in a schema that a form cannot ask for, or not wholly. It is still validated. */
export interface Notice {
  /** JSON Pointer into the schema. */
  readonly pointer: Pointer;
  readonly keyword: string;
}

/** What a form of this schema leaves out, for whoever writes the schema: nothing is dropped in silence. */
export function noticesOf(schema: JsonSchema): Notice[] {
  const found = new Map<string, Notice>();
  const references = referencesOf(schema);
  const visit = (shape: Shape, around: readonly string[]): void => {
    for (const notice of noticesAt(shape, references, around))
      found.set(`${notice.pointer} ${notice.keyword}`, notice);
    // A schema that holds itself has no end; what it leaves out has been said the first time.
    if (around.includes(shape.origin)) return;
    const { members, item, options } = shape.whole;
    const below = options ? [] : [...members.values(), ...(item ? [item] : [])];
    for (const child of below) visit(child, [...around, shape.origin]);
  };
  visit(shapeOf(schema), []);
  return [...found.values()];
}

function noticesAt(shape: Shape, references: References, around: readonly string[]): Notice[] {
  const { node, item, members, options } = shape.whole;
  const at = shape.fragments[0]?.at ?? '';
  if (around.includes(shape.origin)) {
    // The rows of a list hold themselves one by one; a group would have no end, and shows only where it has a value.
    return node.kind === 'object' && !node.path.endsWith('/*')
      ? [{ pointer: at, keyword: '$ref' }]
      : [];
  }
  const types = typesOf(shape.view(shape.base).node.schema);
  const own: Notice[] = [];
  if (node.kind === 'unknown' || types.length > 1) own.push({ pointer: at, keyword: 'type' });
  if (node.kind === 'array' && !item && members.size === 0 && !options)
    own.push({ pointer: at, keyword: 'items' });
  return [...own, ...shape.fragments.flatMap((fragment) => leftOut(fragment, references))];
}

function leftOut({ schema, at, guards }: Fragment, references: References): Notice[] {
  const keywords = ['patternProperties', 'additionalProperties', 'unevaluatedProperties'].filter(
    (keyword) => isJsonObject(schema[keyword]) && Object.keys(schema[keyword]).length > 0,
  );
  if (schema['$ref'] !== undefined && !references.target(schema)) keywords.push('$ref');
  const notices = keywords.map((keyword) => ({ pointer: at, keyword }));
  for (const guard of guards) {
    if (guard.by !== 'variant' || guard.of.discriminator !== undefined) continue;
    const others = guard.of.branches.filter(({ types }) => !types.includes('null'));
    // The form shows the variant that the value fits; without a property that tells them apart it offers no switch.
    if (others.length > 1)
      notices.push({ pointer: guard.of.at.replace(/\/\w+$/, ''), keyword: guard.of.keyword });
  }
  return notices;
}
