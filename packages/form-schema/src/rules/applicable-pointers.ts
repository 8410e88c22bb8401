import type { FormDefinition, Layout } from '../forms/form.js';
import type { Json } from '../json.js';
import type { Pointer } from '../pointer.js';
import { join } from '../pointer.js';
import { normalise } from '../schema/normalise.js';
import type { Resolved } from '../schema/resolve.js';
import { resolve } from '../schema/resolve.js';
import { shapeOf } from '../schema/shape-of.js';
import { compileRules } from './compile-rules.js';
import type { FormRules } from './form-rules.js';
import { hasRules, settleWith } from './form-rules.js';

/**
 * The pointers of the fields that a form asks for at a value, groups and lists included: those that apply by its
 * schema, without those that rules of its layout hide.
 *
 * @throws {LpseError} `LPSE_LAYOUT_INVALID` when a rule of the layout cannot be read.
 */
export function applicablePointers(form: FormDefinition, value: Json): Set<Pointer> {
  const { schema, layout, validate } = form;
  const shape = shapeOf(schema, layout);
  const { conditions = {} } = validate;
  const settle = settleWith(
    (entered, before) => resolve(shape, entered, { conditions, normalise }, before),
    layout,
    rulesFor(form),
  );
  const found = new Set<Pointer>();
  collect(settle(value).root, '', found);
  return found;
}

const compiled = new WeakMap<Layout, FormRules>();

/** The rules of a form's layout, read once; undefined where it has none. */
export function rulesFor({ schema, layout }: FormDefinition): FormRules | undefined {
  if (!hasRules(layout)) return undefined;
  const rules = compiled.get(layout) ?? compileRules(schema, layout);
  compiled.set(layout, rules);
  return rules;
}

function collect(resolved: Resolved, at: Pointer, found: Set<Pointer>): void {
  for (const [key, child] of resolved.children) {
    const pointer = join(at, key);
    found.add(pointer);
    collect(child, pointer, found);
  }
}
