import { LpseError } from '../errors.js';
import type { JsonSchema, Layout } from '../forms/form.js';
import { shapeOf } from '../schema/shape-of.js';
import { wordFault } from './fault.js';
import type { FormRules } from './form-rules.js';
import { inOrder, rulesOf } from './rule.js';
import { RulesRun } from './run.js';

/**
 * Reads the rules of a layout: `visible` and `calculate`.
 *
 * @throws {LpseError} `LPSE_LAYOUT_INVALID` when a rule cannot be read, names a field that there is not, or depends on
 *   itself; the message has the place and the reason.
 */
export function compileRules(schema: JsonSchema, layout: Layout): FormRules {
  const { rules, faults } = rulesOf(layout, shapeOf(schema, layout));
  if (faults.length > 0)
    throw new LpseError('LPSE_LAYOUT_INVALID', { detail: faults.map(wordFault).join('\n') });
  const ordered = inOrder(rules);
  if ('circle' in ordered)
    throw new LpseError('LPSE_LAYOUT_INVALID', { detail: wordFault(ordered.circle) });
  const kept = new Set(
    Object.entries(layout.fields ?? {}).flatMap(([path, { whenHidden }]) =>
      whenHidden === 'keep' ? [path] : [],
    ),
  );
  return {
    start: (resolve) => {
      const run = new RulesRun(ordered.order, kept, resolve);
      return (entered) => run.settle(entered);
    },
  };
}
