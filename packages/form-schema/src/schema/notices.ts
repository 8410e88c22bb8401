import type { JsonSchema } from '../forms/form.js';
import type { Pointer } from '../pointer.js';
import type { Fragment } from './fragments.js';
import { eachAsked } from './keywords.js';
import { refusalOf } from './never.js';
import { mutedIn, namesIn } from './odd.js';
import type { References } from './refs.js';
import { referencesOf } from './refs.js';
import type { Shape } from './shape.js';
import { shapeOf } from './shape-of.js';

/** Something in a schema that a form cannot ask for, or not wholly. It is still validated. */
export interface Notice {
  /** JSON Pointer into the schema. */
  readonly pointer: Pointer;
  readonly keyword: string;
  /** The property that it is about, where the keyword names several. */
  readonly property?: string;
}

/** What a form of this schema leaves out, for whoever writes the schema: nothing is dropped in silence. */
export function noticesOf(schema: JsonSchema): Notice[] {
  const found = new Map<string, Notice>();
  const references = referencesOf(schema);
  const visit = (shape: Shape, around: readonly string[]): void => {
    for (const notice of noticesAt(shape, references))
      found.set(`${notice.pointer} ${notice.keyword} ${notice.property ?? ''}`, notice);
    // A schema that holds itself has no end; what it leaves out has been said the first time.
    if (around.includes(shape.origin)) return;
    const { members, item, options } = shape.whole;
    const below = options ? [] : [...members.values(), ...(item ? [item] : [])];
    for (const child of below) visit(child, [...around, shape.origin]);
  };
  const nothing = refusalOf({ schema, at: '' }, references);
  if (nothing) return [nothing];
  visit(shapeOf(schema), []);
  return [...found.values()];
}

function noticesAt(shape: Shape, references: References): Notice[] {
  return shape.fragments.flatMap((fragment) => [
    ...leftOut(fragment, references),
    ...unanswerable(fragment, shape),
    ...impossible(fragment, references),
  ]);
}

function leftOut({ schema, at }: Fragment, references: References): Notice[] {
  const isUnknown = schema['$ref'] !== undefined && !references.target(schema);
  return [...mutedIn(schema), ...(isUnknown ? ['$ref'] : [])].map((keyword) => ({
    pointer: at,
    keyword,
  }));
}

/** What has to be there, and nobody can give: no field asks for it, or a field that is only to be read. */
function unanswerable({ schema, at }: Fragment, { whole }: Shape): Notice[] {
  if (whole.node.kind !== 'object') return [];
  return namesIn(schema['required']).flatMap((property): Notice[] => {
    const member = whole.members.get(property);
    if (!member) return whole.extras ? [] : [{ pointer: at, keyword: 'required', property }];
    const { readOnly, default: proposed, const: constant } = member.whole.node.schema;
    const isStuck = readOnly === true && proposed === undefined && constant === undefined;
    return isStuck ? [{ pointer: at, keyword: 'readOnly', property }] : [];
  });
}

/** What is asked for and no value can answer. Under a condition that is a way to say that something must not be there. */
function impossible({ schema, at, guards }: Fragment, references: References): Notice[] {
  if (guards.some(({ by }) => by !== 'variant')) return [];
  const found: Notice[] = [];
  eachAsked(schema, at, (source) => {
    const refusal = refusalOf(source, references);
    if (refusal) found.push(refusal);
  });
  return found;
}
