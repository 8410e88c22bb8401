import type { FormValidator, JsonSchema, Layout } from '../forms/form.js';
import { layoutSchema } from '../generated/layout-schema.js';
import { isJsonObject } from '../json.js';
import type { Pointer } from '../pointer.js';
import { getAt, isWithin, join, parentOf, tokensOf } from '../pointer.js';
import type { Problem } from '../problem.js';
import type { Fault } from '../rules/fault.js';
import { orNearest } from '../rules/fault.js';
import { targetOf } from '../rules/paths.js';
import { inOrder, rulesOf } from '../rules/rule.js';
import type { Shape } from '../schema/shape.js';
import { shapeOf } from '../schema/shape-of.js';
import { compile } from '../validation/compile.js';

export type { Fault } from '../rules/fault.js';
export { wordFault } from '../rules/fault.js';

/** What the page can show. */
export interface KnownWidgets {
  readonly names: readonly string[];
  /** The options that the widgets of this project understand. */
  readonly options: readonly string[];
  /** Whether a widget is one of this project; nobody knows the options of others. */
  isOwn(name: string): boolean;
}

/** The check of the document's shape, made when it is first asked for. */
let describes: FormValidator | undefined;

/**
 * What is not right in a layout, for whoever writes it: keys and values that there are not, fields that the schema does
 * not have, rules that cannot be read, required fields that a rule hides, widgets that the page does not know.
 */
export function checkLayout(schema: JsonSchema, layout: Layout, widgets?: KnownWidgets): Fault[] {
  const faults = (describes ??= compile(layoutSchema))(layout)
    .filter(({ pointer }) => !isInRule(pointer))
    .map(shapeFault);
  // Where the document itself is broken, what it means is anybody's guess.
  if (faults.some(({ severity }) => severity === 'error')) return faults;
  const shape = shapeOf(schema, layout);
  return [
    ...faults,
    ...ruleFaults(layout, shape),
    ...pathFaults(layout, shape),
    ...hiddenFaults(layout, shape),
    ...(widgets ? widgetFaults(layout, widgets) : []),
  ];
}

function warning(pointer: Pointer, message: string): Fault {
  return { pointer, message, severity: 'warning' };
}

/** Rules are read by a reader of their own, which knows better what is wrong with them. */
function isInRule(pointer: Pointer): boolean {
  return /^\/(?:fields\/[^/]*|sections\/\d+)\/(?:visible|calculate)(?:\/|$)/.test(pointer);
}

/** Where the layout's schema has the names of the keys that a place may have. */
const KEYS: readonly (readonly [RegExp, Pointer])[] = [
  [/^$/, '/properties'],
  [/^\/sections\/\d+$/, '/properties/sections/items/properties'],
  [/^\/fields\/[^/]*$/, '/$defs/field/properties'],
  [/^\/texts$/, '/properties/texts/properties'],
  [/^\/texts\/\w+$/, '/$defs/texts/properties'],
  [
    /^\/texts\/\w+\/sections\/[^/]*$/,
    '/$defs/texts/properties/sections/additionalProperties/properties',
  ],
  [/^\/texts\/\w+\/fields\/[^/]*$/, '/$defs/fieldTexts/properties'],
];

function shapeFault({ pointer, keyword, params }: Problem): Fault {
  if (keyword === 'additionalProperties') {
    const place = parentOf(pointer);
    const keys = KEYS.find(([pattern]) => pattern.test(place))?.[1] ?? '';
    const known = Object.keys(getAt(layoutSchema as never, keys) ?? {});
    const key = tokensOf(pointer).at(-1) ?? '';
    return warning(pointer, `"${key}" is no key of a layout${orNearest(key, known)}`);
  }
  if (keyword === 'propertyNames')
    return warning(pointer, 'is no path. Write a JSON Pointer, e.g. "/name", or "/rows/*/price".');
  return { pointer, message: wordShape(keyword, params), severity: 'error' };
}

function wordShape(keyword: string, params: Problem['params']): string {
  if (keyword === 'enum') return `is none of ${JSON.stringify(params['allowed'])}.`;
  if (keyword === 'type') return `has to be of the type ${String(params['type'])}.`;
  return keyword === 'required' ? 'is missing.' : `breaks "${keyword}" ${JSON.stringify(params)}.`;
}

function ruleFaults(layout: Layout, shape: Shape): Fault[] {
  const { rules, faults } = rulesOf(layout, shape);
  if (faults.length > 0) return [...faults];
  const ordered = inOrder(rules);
  return 'circle' in ordered ? [ordered.circle] : [];
}

/** Everything that names a field, or a section, that there is not. */
function pathFaults(layout: Layout, root: Shape): Fault[] {
  const faults: Fault[] = [];
  const look = (path: string, at: Pointer): Shape | undefined => {
    const target = targetOf(root, path);
    if ('lost' in target) faults.push(warning(at, target.lost));
    return 'lost' in target ? undefined : target.shape;
  };
  for (const [path, { order = [] }] of Object.entries(layout.fields ?? {})) {
    const at = join('/fields', path);
    const known = [...(look(path, at)?.whole.members.keys() ?? order)];
    order.forEach((key, index) => {
      const place = join(join(at, 'order'), index);
      if (!known.includes(key))
        faults.push(warning(place, `no such member: "${key}"${orNearest(key, known)}`));
    });
  }
  const seen = new Map<Pointer, string>();
  layout.sections?.forEach(({ id, fields }, section) => {
    fields.forEach((path, index) => {
      const at = `/sections/${section}/fields/${index}`;
      look(path, at);
      const other = seen.get(path);
      if (other !== undefined)
        faults.push(warning(at, `${path} is already shown by the section "${other}".`));
      seen.set(path, id);
    });
  });
  const inTexts = textFaults(layout, look);
  return [...faults, ...inTexts];
}

function textFaults(layout: Layout, look: (path: string, at: Pointer) => unknown): Fault[] {
  const ids = [...(layout.sections ?? []).map(({ id }) => id), 'lainnya'];
  const faults: Fault[] = [];
  for (const [locale, { fields = {}, sections = {} }] of Object.entries(layout.texts ?? {})) {
    for (const path of Object.keys(fields)) look(path, join(`/texts/${locale}/fields`, path));
    for (const id of Object.keys(sections))
      if (!ids.includes(id))
        faults.push(
          warning(
            join(`/texts/${locale}/sections`, id),
            `no such section: "${id}"${orNearest(id, ids)}`,
          ),
        );
  }
  return faults;
}

/** What has to be given and may be hidden blocks the form: the schema should say when it is required. */
function hiddenFaults(layout: Layout, root: Shape): Fault[] {
  const fields = layout.fields ?? {};
  const { rules } = rulesOf(layout, root);
  return rules
    .filter(({ kind }) => kind === 'visible')
    .flatMap(({ at, targets }) =>
      targets
        .filter((path) => fields[path]?.whenHidden !== 'keep' && isRequired(path, targets, root))
        .map((path) =>
          warning(
            at,
            `hides ${path}, which the schema always requires: hidden, it is missing and the form cannot be sent. ` +
              'Let the schema require it only under a condition (if/then), or keep its value with "whenHidden": "keep".',
          ),
        ),
    );
}

/** Whether the group around a field always asks for it, and does not go with it. */
function isRequired(path: string, targets: readonly string[], root: Shape): boolean {
  const holder = targetOf(root, parentOf(path));
  if ('lost' in holder || !holder.shape) return false;
  const goesToo = targets.some((other) => other !== path && isWithin(path, other));
  const key = tokensOf(path).at(-1) ?? '';
  return !goesToo && holder.shape.view(holder.shape.base).required.has(key);
}

function widgetFaults(layout: Layout, { names, options: known, isOwn }: KnownWidgets): Fault[] {
  return Object.entries(layout.fields ?? {}).flatMap(([path, { widget, options }]) => {
    const at = join('/fields', path);
    const isKnown = widget === undefined || names.includes(widget);
    const faults = isKnown
      ? []
      : [warning(join(at, 'widget'), `no such widget: "${widget}"${orNearest(widget, names)}`)];
    if (widget !== undefined && !isOwn(widget)) return faults;
    const unknown = Object.keys(isJsonObject(options) ? options : {}).filter(
      (name) => !known.includes(name),
    );
    return [
      ...faults,
      ...unknown.map((name) =>
        warning(
          join(join(at, 'options'), name),
          `no such option: "${name}"${orNearest(name, known)}`,
        ),
      ),
    ];
  });
}
