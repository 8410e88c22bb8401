import type { Condition, JsonSchema } from '../forms/form.js';
import type { Json } from '../json.js';
import { choiceAt } from '../model/entry.js';
import { mayHaveVariants } from '../schema/alternatives.js';
import type { Resolved } from '../schema/resolve.js';
import { resolve } from '../schema/resolve.js';
import type { Shape } from '../schema/shape.js';
import { shapeOf } from '../schema/shape-of.js';
import type { Meant } from './failure.js';

/** What a value by itself says of the branches that were meant. */
export type MeantBy = (value: Json) => Meant;

/**
 * For a validator that no form tells what a person has chosen: the branches that a value means, read as a form of the
 * schema would read it. Undefined for a schema without branches.
 */
export function meantIn(
  schema: JsonSchema,
  conditions: { readonly [schemaPointer: string]: Condition },
): MeantBy | undefined {
  if (!mayHaveVariants(schema)) return undefined;
  let shape: Shape | undefined;
  return (value) => {
    let root: Resolved | undefined;
    return (instance, keyword) => {
      root ??= resolve((shape ??= shapeOf(schema)), value, { conditions });
      const choice = choiceAt(root, instance, keyword);
      return choice?.variants.told(choice.resolved.value);
    };
  };
}
