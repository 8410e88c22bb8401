import type { Layout } from '../forms/form.js';
import type { Locale } from '../locale.js';
import type { Pointer } from '../pointer.js';
import { isWithin, join } from '../pointer.js';
import type { Resolved } from '../schema/resolve.js';
import { placeOf } from './entry.js';
import type { Field, SectionView } from './form-model.js';
import { isNamed } from './named-members.js';

/** What the section of fields that no other names is called, where there are others. */
const OTHER = { id: 'Lainnya', en: 'Other' } as const;

/** Its id. */
const OTHER_ID = 'lainnya';

/** Which fields a layout shows in a place of their own, so that their group does not show them again. */
export class Claims {
  readonly #pointers: ReadonlySet<Pointer>;

  constructor(layout: Layout) {
    this.#pointers = new Set((layout.sections ?? []).flatMap(({ fields }) => fields));
  }

  has(pointer: Pointer): boolean {
    return this.#pointers.has(pointer);
  }

  /** Whether a part of the field is shown apart from it. */
  reachInto(pointer: Pointer): boolean {
    return pointer !== '' && [...this.#pointers].some((claim) => isWithin(claim, pointer));
  }
}

/** The sections that have something to show, the fields that none names in a last one. */
export function sectionsOf(
  root: Resolved,
  layout: Layout,
  claims: Claims,
  locale: Locale,
  field: (pointer: Pointer) => Field | undefined,
): SectionView[] {
  const named = layout.sections ?? [];
  const shown = (pointers: readonly Pointer[]): Field[] =>
    pointers.flatMap((pointer) => {
      const found = field(pointer);
      if (!found || found.retired || found.node.layout.hidden) return [];
      return isEmptied(root, pointer, claims) ? [] : [found];
    });
  const texts = layout.texts?.[locale]?.sections ?? {};
  const sections = named.map(({ id, fields }) => ({
    id,
    title: texts[id]?.title ?? '',
    description: texts[id]?.description ?? '',
    fields: shown(fields),
  }));
  const rest = {
    id: OTHER_ID,
    title: texts[OTHER_ID]?.title ?? (named.length > 0 ? OTHER[locale] : ''),
    description: texts[OTHER_ID]?.description ?? '',
    fields: shown(unclaimed(root, claims)),
  };
  return [...sections, rest].filter(({ fields }) => fields.length > 0);
}

/** The order in which a reader meets the fields: by sections, then by members. */
export function orderOf(
  sections: readonly SectionView[],
  children: (pointer: Pointer) => readonly Field[],
): ReadonlyMap<Pointer, number> {
  const order = new Map<Pointer, number>([['', 0]]);
  const visit = (fields: readonly Field[]): void => {
    for (const { pointer } of fields) {
      if (!order.has(pointer)) order.set(pointer, order.size);
      if (pointer !== '') visit(children(pointer));
    }
  };
  for (const { fields } of sections) visit(fields);
  return order;
}

/** The fields of the form that stand in no section. */
function unclaimed(root: Resolved, claims: Claims): Pointer[] {
  if (root.children.size === 0 && root.view.node.kind !== 'object') return [''];
  return [...root.children.keys()].flatMap((key) => {
    const pointer = join('', key);
    // Members that a person named stand together, with the means to name more.
    return claims.has(pointer) || isNamed({ holder: root, key }) ? [] : [pointer];
  });
}

/** Whether all that a group has to show is shown apart from it. */
function isEmptied(root: Resolved, pointer: Pointer, claims: Claims): boolean {
  const group = pointer === '' ? undefined : placeOf(root, pointer)?.resolved;
  if (!group || group.view.node.kind !== 'object' || group.children.size === 0) return false;
  if (group.view.extras) return false;
  return [...group.children.keys()].every((member) => claims.has(join(pointer, member)));
}
