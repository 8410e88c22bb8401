import type { FieldPath, FormTexts, JsonSchema, Layout } from '../forms/form.js';
import type { Locale } from '../locale.js';
import type { Shape } from '../schema/shape.js';
import { shapeOf } from '../schema/shape-of.js';
import { patternExample } from './pattern-example.js';

type Examples = Map<FieldPath, string>;

/**
 * A layout with an example of a right answer for each field of which a pattern says how it has to look, and for which
 * neither the layout nor the schema has one.
 */
export function withExamples(
  schema: JsonSchema,
  layout: Layout,
  shape = shapeOf(schema, layout),
): Layout {
  const examples: Examples = new Map();
  visit(shape, [], examples);
  if (examples.size === 0) return layout;
  const { texts = {} } = layout;
  const inLocale = (locale: Locale): FormTexts => {
    const { fields = {}, ...rest } = texts[locale] ?? {};
    const added = [...examples].map(([path, example]) => [path, { example, ...fields[path] }]);
    return {
      ...rest,
      fields: { ...fields, ...(Object.fromEntries(added) as FormTexts['fields']) },
    };
  };
  return { ...layout, texts: { ...texts, id: inLocale('id'), en: inLocale('en') } };
}

function visit(shape: Shape, around: readonly string[], examples: Examples): void {
  if (around.includes(shape.origin)) return;
  const { members, item, node, options } = shape.whole;
  const isAsked = node.kind === 'string' && options === undefined && isOneOfAKind(shape);
  const example = isAsked && !node.schema['examples'] && patternExample(node.schema);
  if (example) examples.set(shape.path, example);
  const inside = [...around, shape.origin];
  for (const member of members.values()) visit(member, inside, examples);
  if (item) visit(item, inside, examples);
}

/** Whether every variant that has the field asks for the same: an example of one would be wrong in another. */
function isOneOfAKind({ variants, fragments }: Shape): boolean {
  return variants.length === 0 || fragments.length === 1;
}
