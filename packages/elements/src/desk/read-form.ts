import {
  createFormModel,
  grouped,
  isJsonObject,
  type Field,
  type FormDefinition,
  type FormModel,
  type Json,
  type JsonObject,
  type Locale,
  type Pointer,
  type Problem,
  type Profile,
  type TimeZone,
} from '@lpse-konsultasi/form-schema';
import { formatBytes, formatDate, formatDateTime, formatNumber } from '../i18n/format.js';

/** A file that was handed in with a form. */
export interface ReadFile {
  readonly sha256: string;
  readonly nama: string;
  /** "Surat permohonan · 1,2 MB" */
  readonly about: string;
}

/** One field as a person reads it; the text is empty where nothing was filled in. */
export interface ReadRow {
  readonly pointer: Pointer;
  readonly label: string;
  readonly text: string;
  readonly files: readonly ReadFile[];
  /** Only one answer is possible (a consent that must be given): it tells nobody anything. */
  readonly fixed: boolean;
}

export interface ReadSection {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly ReadRow[];
}

/** A filled form in words: what applies, in the form's order, and what the machine finds wrong with it. */
export interface ReadForm {
  readonly sections: readonly ReadSection[];
  readonly rows: readonly ReadRow[];
  readonly problems: readonly Problem[];
}

export interface ReadOptions {
  readonly locale: Locale;
  readonly zone: TimeZone;
  readonly words: { readonly yes: string; readonly no: string };
}

/** Reads a value as a person would, with the labels and options of the form. */
export function readForm(
  { schema, layout, validate }: FormDefinition,
  value: JsonObject,
  options: ReadOptions,
): ReadForm {
  const model = createFormModel({ schema, layout, validate, value, locale: options.locale });
  const sections = model.sections
    .map(({ id, title, fields }) => ({
      id,
      title,
      rows: fields.flatMap((field) => rowsOf(field, model, options)),
    }))
    .filter(({ rows }) => rows.length > 0);
  return { sections, rows: sections.flatMap(({ rows }) => rows), problems: model.problems };
}

/** A form of an office in words, as the desk shows it. */
export function readInWords(
  { forms, office }: Profile,
  form: 'consultation-form' | 'guest-book',
  value: JsonObject,
  locale: Locale,
  words: ReadOptions['words'],
): ReadForm {
  return readForm(forms[form], value, { locale, zone: office.zonaWaktu, words });
}

function rowsOf(field: Field, model: FormModel, options: ReadOptions): ReadRow[] {
  if (field.node.layout.hidden === true) return [];
  if (field.node.kind === 'object') {
    return model.children(field.pointer).flatMap((member) => rowsOf(member, model, options));
  }
  const files = field.node.kind === 'array' ? filesOf(field, model, options) : [];
  return [
    {
      pointer: field.pointer,
      label: field.label,
      text: files.length > 0 ? '' : textOf(field, model, options),
      files,
      fixed: field.node.schema['const'] !== undefined,
    },
  ];
}

function textOf(field: Field, model: FormModel, options: ReadOptions): string {
  const { value } = field;
  if (value === undefined || value === null || value === '') return '';
  if (field.node.kind === 'array' && Array.isArray(value)) {
    const labels = new Map(field.choices?.map((choice) => [choice.value, choice.label]));
    return (value as readonly Json[])
      .map((item, index) =>
        isJsonObject(item)
          ? model
              .children(`${field.pointer}/${index}`)
              .map((member) => textOf(member, model, options))
              .filter(Boolean)
              .join(' · ')
          : (labels.get(item) ?? String(item)),
      )
      .join(', ');
  }
  const chosen = field.choices?.find((choice) => choice.value === value);
  if (chosen !== undefined) return chosen.label;
  if (typeof value === 'boolean') return value ? options.words.yes : options.words.no;
  if (typeof value === 'number') return formatNumber(value, options.locale);
  if (typeof value !== 'string') return JSON.stringify(value);
  const { format } = field.node.schema;
  if (format === 'date-time') return formatDateTime(value, options.locale, options.zone);
  if (format === 'date') return formatDate(value, options.locale, options.zone);
  return grouped(field.node, value) ?? value;
}

/** Attachments are recognised by what they are, not by the field's name: an office may add such a list. */
function filesOf(field: Field, model: FormModel, options: ReadOptions): ReadFile[] {
  if (!Array.isArray(field.value)) return [];
  return (field.value as readonly Json[]).flatMap((item, index) => {
    if (!isJsonObject(item)) return [];
    const { sha256, nama, ukuran } = item;
    if (typeof sha256 !== 'string' || typeof nama !== 'string') return [];
    const kind = model.field(`${field.pointer}/${index}/jenis`);
    const about = [
      kind === undefined ? '' : textOf(kind, model, options),
      typeof ukuran === 'number' ? formatBytes(ukuran, options.locale) : '',
    ];
    return [{ sha256, nama, about: about.filter(Boolean).join(' · ') }];
  });
}

/** The label of a form's option, e.g. of `/metode`, in the locale; the value itself where there is none. */
export function optionLabel(
  form: FormDefinition | undefined,
  path: string,
  value: Json | undefined,
  locale: Locale,
): string {
  if (value === undefined || value === null) return '';
  const key = String(value);
  const texts = form?.layout.texts;
  const options = (texts?.[locale] ?? texts?.id)?.fields?.[path]?.options;
  return options?.[key] ?? key;
}
