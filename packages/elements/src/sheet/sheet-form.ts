import {
  createFormModel,
  grouped,
  isJsonObject,
  type Field,
  type FormDefinition,
  type Json,
  type JsonObject,
  type TimeZone,
} from '@lpse-konsultasi/form-schema';
import { rulesFor } from '@lpse-konsultasi/form-schema/rules';
import { formatBytes, formatDate, formatDateTime } from '../i18n/format.js';
import { sheetTexts } from '../locales/sheet.js';

/** One answer as the paper says it. */
export interface SheetRow {
  readonly label: string;
  readonly value: string;
  /** Takes the whole line: long text, or a list. */
  readonly wide: boolean;
  /** A statement that was ticked: the label is the sentence, the value only says so. */
  readonly tick?: boolean;
}

export interface SheetSection {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly SheetRow[];
}

/** Beyond this many characters a value is easier to read on a line of its own. */
const longValue = 34;

/**
 * What someone wrote into a form, in the words of the paper: Indonesian labels and option names, only the fields that
 * apply and were filled, in the order of the layout.
 */
export function readForm(
  form: FormDefinition,
  value: JsonObject,
  zone: TimeZone,
): readonly SheetSection[] {
  const { schema, layout, validate } = form;
  const rules = rulesFor(form);
  const given = { schema, layout, validate, value, locale: 'id' } as const;
  const model = createFormModel(rules === undefined ? given : { ...given, rules });
  return model.sections.map(({ id, title, fields }) => ({
    id,
    title,
    rows: fields.flatMap((field) => rowsOf(field)),
  }));

  function rowsOf(field: Field): readonly SheetRow[] {
    const { node, pointer } = field;
    if (node.layout.hidden === true) return [];
    if (node.kind === 'object') return model.children(pointer).flatMap((child) => rowsOf(child));
    const text = textOf(field);
    if (text === '') return [];
    const wide =
      text.length > longValue || text.includes('\n') || node.layout.widget === 'textarea';
    return [{ label: field.label, value: text, wide, tick: typeof field.value === 'boolean' }];
  }

  function textOf(field: Field): string {
    const { value: held, choices } = field;
    if (held === undefined || held === null || held === '') return '';
    if (Array.isArray(held)) return listText(field, held as readonly Json[]);
    const choice = choices?.find((each) => each.value === held);
    if (choice !== undefined) return choice.label;
    if (typeof held === 'boolean') return held ? sheetTexts.yes : '';
    if (typeof held === 'string')
      return grouped(field.node, held) ?? dated(held, field.node.schema['format'], zone);
    return typeof held === 'number' ? String(held) : '';
  }

  function listText(field: Field, items: readonly Json[]): string {
    const named = new Map(field.choices?.map(({ value: key, label }) => [key, label]));
    const words = items.map((item, index) => {
      if (isJsonObject(item)) return itemText(`${field.pointer}/${index}`, item);
      return named.get(item) ?? (typeof item === 'string' ? item : '');
    });
    return words.filter((word) => word !== '').join(items.some(isJsonObject) ? '\n' : ', ');
  }

  /** An attachment by its name, kind and size; any other row by what its fields say. */
  function itemText(pointer: string, item: JsonObject): string {
    const shown = model
      .children(pointer)
      .filter(({ node }) => node.layout.hidden !== true)
      .map((child) => textOf(child))
      .filter((text) => text !== '');
    const { nama, ukuran } = item;
    if (typeof nama !== 'string' || typeof ukuran !== 'number') return shown.join(', ');
    return `${nama} (${[...shown, formatBytes(ukuran, 'id')].join(', ')})`;
  }
}

function dated(text: string, format: Json | undefined, zone: TimeZone): string {
  if (format === 'date-time') return formatDateTime(text, 'id', zone);
  return format === 'date' ? formatDate(text, 'id', zone) : text;
}

/**
 * The Indonesian name of one of a field's options. A public page does not carry the desk's forms; the sheet has the
 * procedure's own words for what they say on it.
 */
export function optionText(
  form: FormDefinition | undefined,
  path: string,
  value: Json | undefined,
): string {
  if (typeof value !== 'string') return '';
  const named = form?.layout.texts?.id?.fields?.[path]?.options?.[value];
  return named ?? sheetTexts.options[value] ?? value;
}

/** The Indonesian label of a field, e.g. of one that an officer flagged. */
export function labelText(form: FormDefinition, pointer: string): string {
  const path = pointer.replaceAll(/\/\d+(?=\/|$)/g, '/*');
  return form.layout.texts?.id?.fields?.[path]?.label ?? pointer.slice(1);
}
