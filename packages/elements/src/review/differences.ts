import {
  getAt,
  type Consultation,
  type JsonObject,
  type Pointer,
} from '@lpse-konsultasi/form-schema';
import type { ReadForm, ReadRow } from '../desk/read-form.js';

/** What one field said when it was handed in before, and what it says now. */
export interface Difference {
  readonly pointer: Pointer;
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly changed: boolean;
  /** The user was asked to complete it; a change of what was not asked for is one that followed from another. */
  readonly asked: boolean;
}

/**
 * What became of the form between two rounds, in the order of the sheet: every field that was flagged, and every other
 * field that changed all the same.
 */
export function differencesOf(
  old: JsonObject,
  corrected: JsonObject,
  flagged: readonly Pointer[],
  read: (form: JsonObject) => ReadForm,
): readonly Difference[] {
  const [before, after] = [read(old), read(corrected)];
  const rows = inOrder(before, after);
  const shown = rows.flatMap((row): Difference[] => {
    const { pointer, label } = row;
    const changed = !sameJson(getAt(old, pointer), getAt(corrected, pointer));
    const asked = flagged.some((flag) => flag === pointer || flag.startsWith(`${pointer}/`));
    if (!changed && !asked) return [];
    return [
      {
        pointer,
        label,
        before: textAt(before, pointer),
        after: textAt(after, pointer),
        changed,
        asked,
      },
    ];
  });
  // A flag may point into a part that is no row of its own any more: it is not forgotten for that.
  const lost = flagged
    .filter(
      (flag) => !shown.some(({ pointer }) => flag === pointer || flag.startsWith(`${pointer}/`)),
    )
    .map((pointer) => ({
      pointer,
      label: pointer,
      before: textOf(getAt(old, pointer)),
      after: textOf(getAt(corrected, pointer)),
      changed: !sameJson(getAt(old, pointer), getAt(corrected, pointer)),
      asked: true,
    }));
  return [...shown, ...lost];
}

/** The fields that differ between the last two times that a form was handed in; none before a second time. */
export function changedFields({ submissions }: Consultation, rows: readonly ReadRow[]): Pointer[] {
  const [old, now] = [submissions.at(-2)?.formulir, submissions.at(-1)?.formulir];
  if (old === undefined || now === undefined) return [];
  return rows
    .map(({ pointer }) => pointer)
    .filter((pointer) => !sameJson(getAt(old, pointer), getAt(now, pointer)));
}

/** The rows of both, each once: those of the corrected form, with those that it has lost where they stood. */
function inOrder(before: ReadForm, after: ReadForm): readonly ReadRow[] {
  const rows = [...after.rows];
  const has = (pointer: Pointer): boolean => rows.some((row) => row.pointer === pointer);
  before.rows.forEach((row, index) => {
    if (has(row.pointer)) return;
    const previous = before.rows[index - 1]?.pointer;
    rows.splice(rows.findIndex(({ pointer }) => pointer === previous) + 1, 0, row);
  });
  return rows;
}

function textAt({ rows }: ReadForm, pointer: Pointer): string {
  const row = rows.find((each) => each.pointer === pointer);
  return row === undefined ? '' : rowText(row);
}

export function rowText({ text, files }: ReadRow): string {
  return files.length > 0 ? files.map(({ nama }) => nama).join(', ') : text;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
}

function sameJson(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
