import type { Layout } from '../forms/form.js';
import type { Locale } from '../locale.js';
import type { Pointer } from '../pointer.js';
import { join } from '../pointer.js';
import type { Resolved } from '../schema/resolve.js';
import type { Field, SectionView } from './form-model.js';

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
}

/** The sections that have something to show, the fields that none names in a last one. */
export function sectionsOf(
  root: Resolved,
  layout: Layout,
  locale: Locale,
  field: (pointer: Pointer) => Field | undefined,
): SectionView[] {
  const named = layout.sections ?? [];
  const claims = new Claims(layout);
  const shown = (pointers: readonly Pointer[]): Field[] =>
    pointers.flatMap((pointer) => {
      const found = field(pointer);
      return found && !found.node.layout.hidden ? [found] : [];
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

/** The fields of the form that stand in no section; a group of which all members do stand in one has nothing left. */
function unclaimed(root: Resolved, claims: Claims): Pointer[] {
  if (root.children.size === 0 && root.view.node.kind !== 'object') return [''];
  return [...root.children].flatMap(([key, child]) => {
    const pointer = join('', key);
    if (claims.has(pointer)) return [];
    const isEmptied =
      child.view.node.kind === 'object' &&
      child.children.size > 0 &&
      [...child.children.keys()].every((member) => claims.has(join(pointer, member)));
    return isEmptied ? [] : [pointer];
  });
}
