import type { FieldPath, Layout } from '../forms/form.js';
import type { Pointer } from '../pointer.js';
import { isWithin, join } from '../pointer.js';
import type { Shape } from '../schema/shape.js';
import type { Compiled } from './expression.js';
import { compileExpression } from './expression.js';
import type { Fault } from './fault.js';
import { overlap, targetOf } from './paths.js';

/** A rule of a layout, read once. */
export interface Rule extends Compiled {
  readonly kind: 'visible' | 'calculate';
  /** Where it stands in the layout. */
  readonly at: Pointer;
  /** The path of the field that has it; '' for a section. */
  readonly owner: FieldPath;
  /** The fields that it decides about. */
  readonly targets: readonly FieldPath[];
}

/** The rules of a layout, and what is wrong with those that cannot be read. */
export function rulesOf(
  layout: Layout,
  shape: Shape,
): { readonly rules: readonly Rule[]; readonly faults: readonly Fault[] } {
  const rules: Rule[] = [];
  const faults: Fault[] = [];
  const read = (
    at: Pointer,
    rule: Omit<Rule, 'at' | keyof Compiled>,
    expression: unknown,
  ): void => {
    const { compiled, faults: found } = compileExpression(expression, at);
    faults.push(...found, ...lostReads(compiled, at, shape));
    rules.push({ ...rule, at, ...compiled });
  };
  for (const [path, { visible, calculate }] of Object.entries(layout.fields ?? {})) {
    const place = join('/fields', path);
    const about = { owner: path, targets: [path] };
    const visibleAt = join(place, 'visible');
    const calculateAt = join(place, 'calculate');
    if (visible !== undefined) {
      faults.push(...hideable(path, shape, visibleAt));
      read(visibleAt, { kind: 'visible', ...about }, visible);
    }
    if (calculate !== undefined) {
      faults.push(...calculable(path, shape, calculateAt));
      read(calculateAt, { kind: 'calculate', ...about }, calculate);
    }
  }
  const claimed = new Set((layout.sections ?? []).flatMap(({ fields }) => fields));
  layout.sections?.forEach(({ fields, visible }, index) => {
    if (visible === undefined) return;
    const at = `/sections/${index}/visible`;
    const targets = fields.flatMap((path) => heldBy(path, claimed, shape));
    read(at, { kind: 'visible', owner: '', targets }, visible);
  });
  return { rules, faults };
}

/** A misspelt path would read as nothing for ever. */
function lostReads({ reads }: Compiled, at: Pointer, shape: Shape): Fault[] {
  return reads.flatMap((path) => {
    const target = targetOf(shape, path);
    return 'lost' in target
      ? [{ pointer: at, message: target.lost, severity: 'error' as const }]
      : [];
  });
}

function hideable(path: FieldPath, root: Shape, pointer: Pointer): Fault[] {
  const target = targetOf(root, path);
  if ('lost' in target) return [{ pointer, message: target.lost, severity: 'error' }];
  if (path !== '' && !/\/(?:\*|\d+)$/.test(path)) return [];
  const message =
    'stands at the form itself or at a row, which keeps its place. Hide the list, or the fields of the row.';
  return [{ pointer, message, severity: 'error' }];
}

function calculable(path: FieldPath, root: Shape, pointer: Pointer): Fault[] {
  const target = targetOf(root, path);
  if ('lost' in target) return [{ pointer, message: target.lost, severity: 'error' }];
  const kind = target.shape?.whole.node.kind;
  if (path !== '' && kind !== 'object' && kind !== 'array') return [];
  const message = `yields one value, but the field holds ${kind === 'array' ? 'a list' : 'fields'}. Calculate a field of its own.`;
  return [{ pointer, message, severity: 'error' }];
}

/** The field that a section names; of a group of which other sections show a part, only the rest. */
function heldBy(path: FieldPath, claimed: ReadonlySet<Pointer>, root: Shape): FieldPath[] {
  const isShared = [...claimed].some((other) => other !== path && isWithin(other, path));
  const target = isShared ? targetOf(root, path) : undefined;
  if (!target || 'lost' in target || !target.shape) return [path];
  return [...target.shape.whole.members.keys()].flatMap((key) => {
    const member = join(path, key);
    return claimed.has(member) ? [] : heldBy(member, claimed, root);
  });
}

/**
 * The rules in an order in which each comes after those that it depends on, or the circle that there is no such order
 * for, as a line of words.
 */
export function inOrder(
  rules: readonly Rule[],
): { readonly order: readonly Rule[] } | { readonly circle: Fault } {
  const order: Rule[] = [];
  const done = new Set<Rule>();
  const visit = (rule: Rule, way: readonly Rule[]): readonly Rule[] | undefined => {
    if (done.has(rule)) return undefined;
    if (way.includes(rule)) return [...way.slice(way.indexOf(rule)), rule];
    for (const other of rules) {
      const circle = dependsOn(rule, other) ? visit(other, [...way, rule]) : undefined;
      if (circle) return circle;
    }
    done.add(rule);
    order.push(rule);
    return undefined;
  };
  for (const rule of rules) {
    const circle = visit(rule, []);
    if (circle) return { circle: circleFault(circle) };
  }
  return { order };
}

/** Whether the outcome of one rule can change what the other finds. */
function dependsOn(rule: Rule, other: Rule): boolean {
  const isRead = other.targets.some((target) => rule.reads.some((path) => overlap(path, target)));
  // What is hidden is read by nobody, so a value is calculated when it is known whether its field shows.
  const isHider = rule.kind === 'calculate' && other.kind === 'visible';
  return isRead || (isHider && other.targets.some((target) => isWithin(rule.owner, target)));
}

function circleFault(circle: readonly Rule[]): Fault {
  const names = circle.map(({ owner, kind, at }) => (owner === '' ? at : `${owner} (${kind})`));
  const message =
    `depends on itself: ${names.join(' → ')}. ` +
    'A rule cannot read what it decides about; let one of these not read the other.';
  return { pointer: circle[0]?.at ?? '', message, severity: 'error' };
}
