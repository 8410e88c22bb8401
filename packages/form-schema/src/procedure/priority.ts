import type { Layout } from '../forms/form.js';
import type { Json, JsonObject } from '../json.js';
import type { PriorityLevel, PriorityRule } from '../profile/profile.js';
import type { Expression } from '../rules/language.js';

const URGENCY = '/klasifikasi/urgensi';
const IMPACT = '/klasifikasi/dampak';
const PRIORITY = '/klasifikasi/prioritas';
const REASON = '/klasifikasi/alasanPrioritas';

/** The priority that an office's matrix gives a classification; undefined without a matrix, or where a part is missing. */
export function derivedPriority(
  klasifikasi: JsonObject | undefined,
  rule: PriorityRule | null | undefined,
): PriorityLevel | undefined {
  if (!rule || !klasifikasi) return undefined;
  const row = member(rule.matrix, klasifikasi['urgensi']);
  return row && member(row, klasifikasi['dampak']);
}

function member<T>(table: { readonly [key: string]: T }, key: Json | undefined): T | undefined {
  return typeof key === 'string' && Object.hasOwn(table, key) ? table[key] : undefined;
}

/**
 * The layout of the analysis by the office's matrix: what it forbids to set is calculated, a reason is asked for where a
 * priority differs. `decide` judges by the same matrix, so a form without this layout is refused and not wrong.
 */
export function priorityLayout(layout: Layout, rule: PriorityRule | null | undefined): Layout {
  const { fields = {} } = layout;
  const reason = fields[REASON];
  if (!rule) return { ...layout, fields: { ...fields, [REASON]: { ...reason, hidden: true } } };
  const derived = expressionOf(rule);
  if (!rule.override) {
    const calculated = { ...fields[PRIORITY], calculate: derived };
    const hidden = { ...reason, hidden: true };
    return { ...layout, fields: { ...fields, [PRIORITY]: calculated, [REASON]: hidden } };
  }
  const visible: Expression = {
    and: [
      { filled: { var: PRIORITY } },
      { filled: derived },
      { '!=': [{ var: PRIORITY }, derived] },
    ],
  };
  return { ...layout, fields: { ...fields, [REASON]: { ...reason, visible } } };
}

/** The matrix in the language of layouts. */
function expressionOf({ matrix }: PriorityRule): Expression {
  const cases = Object.entries(matrix).flatMap(([urgency, row]) =>
    Object.entries(row).flatMap(([impact, priority]): Expression[] => [
      { and: [{ '==': [{ var: URGENCY }, urgency] }, { '==': [{ var: IMPACT }, impact] }] },
      priority,
    ]),
  );
  return { if: cases };
}
