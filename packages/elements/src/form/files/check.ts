import {
  extensionOf,
  fileTypes,
  isJsonObject,
  sniffLength,
  sniffType,
  type FieldNode,
  type FileType,
  type Json,
  type Locale,
} from '@lpse-konsultasi/form-schema';
import { formatBytes } from '../../i18n/format.js';
import type { FileTexts } from '../../locales/files.js';
import { lightened, type ShrinkRules } from './shrink.js';

/**
 * What a list of attachments takes: types, sizes and number are read from its schema, the rest from the layout's options
 * (`{ "maxTotal": 20971520, "shrink": { "longestSide": 2000, "quality": 0.85 } }`, or `"shrink": true`).
 */
export interface FileRules {
  readonly types: readonly FileType[];
  /** Bytes. */
  readonly maxSize: number | undefined;
  /** Bytes of all files together. */
  readonly maxTotal: number | undefined;
  readonly maxCount: number | undefined;
  /** Characters. */
  readonly maxName: number;
  /** Whether photos are made smaller before they are sent, and rid of place and time. */
  readonly shrink: ShrinkRules | undefined;
}

/** Worded when shown, so that it follows the locale. */
export type FileMessage = (texts: FileTexts, locale: Locale) => string;

/** A file whose content was looked at, under a name that is safe to show and to store. */
export interface CheckedFile {
  readonly file: File;
  /** Bytes before it was made smaller, when it was. */
  readonly shrunkFrom?: number;
}

export function fileRulesOf(node: FieldNode): FileRules {
  const member = (key: string): FieldNode | undefined =>
    node.item?.members.find((candidate) => candidate.key === key);
  const mimes = member('mime')?.schema['enum'];
  const { options } = node.layout;
  return {
    types: Array.isArray(mimes) ? fileTypes.filter(({ mime }) => mimes.includes(mime)) : fileTypes,
    maxSize: numberOr(member('ukuran')?.schema['maximum'], undefined),
    maxTotal: numberOr(options?.['maxTotal'], undefined),
    shrink: shrinkRules(options?.['shrink']),
    maxCount: numberOr(node.schema['maxItems'], undefined),
    maxName: numberOr(member('nama')?.schema['maxLength'], 255),
  };
}

/** "PNG, JPEG, WebP, PDF" */
export function typeNames(types: readonly FileType[]): string {
  return types.map(({ name }) => name).join(', ');
}

/** Anything but `true` or an object leaves photos as they are. */
function shrinkRules(option: Json | undefined): ShrinkRules | undefined {
  if (option !== true && !isJsonObject(option)) return undefined;
  const given = option === true ? {} : option;
  return {
    longestSide: numberOr(given['longestSide'], 2000),
    quality: numberOr(given['quality'], 0.85),
  };
}

/**
 * Whether a file can be attached: its size, and that name, declared type and content tell the same story. What a file
 * is, its first bytes decide. A photo is made smaller on the way, where the rules say so.
 */
export async function checkFile(
  file: File,
  rules: FileRules,
): Promise<CheckedFile | { readonly message: FileMessage }> {
  const name = safeName(file.name, rules.maxName);
  const { maxSize = Infinity, shrink, types } = rules;
  if (file.size === 0) return { message: (texts) => texts.fileEmpty(name) };
  const claimed = types.find(({ extensions }) => extensions.includes(extensionOf(name)));
  if (claimed === undefined) {
    return { message: (texts) => texts.fileWrongType(name, typeNames(types)) };
  }
  const actual = sniffType(new Uint8Array(await file.slice(0, sniffLength).arrayBuffer()));
  if (actual === undefined) {
    return { message: (texts) => texts.fileUnknownContent(name, claimed.name) };
  }
  if (actual !== claimed || !agrees(file.type, actual.mime)) {
    return { message: (texts) => texts.fileMismatch(name, actual.name) };
  }
  const original = new File([file], name, { type: actual.mime });
  const light = shrink === undefined ? original : await lightened(original, shrink, types, maxSize);
  if (light.size > maxSize) {
    return {
      message: (texts, locale) =>
        texts.fileTooLarge(name, formatBytes(file.size, locale), formatBytes(maxSize, locale)),
    };
  }
  // Less than a tenth is only what the camera had written beside the picture: not worth a word.
  const isSmaller = light.size < file.size * 0.9;
  return { file: light, ...(isSmaller && { shrunkFrom: file.size }) };
}

/** The browser guesses the declared type from the name; an empty one says nothing. */
function agrees(declared: string, actual: string): boolean {
  const known = declared === 'image/jpg' || declared === 'image/pjpeg' ? 'image/jpeg' : declared;
  return known === '' || known === actual || known === 'application/octet-stream';
}

/**
 * A file name without folders, control characters and marks that turn the reading direction (they make "fdp.exe" look
 * like "exe.pdf"), cut to the limit in the middle of the name and not in its extension.
 */
export function safeName(name: string, limit: number): string {
  const bare = name
    .replace(/^.*[\\/]/, '')
    // eslint-disable-next-line no-control-regex -- control characters are exactly what is meant
    .replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim();
  const characters = [...(bare === '' ? 'berkas' : bare)];
  if (characters.length <= limit) return characters.join('');
  const extension = extensionOf(bare);
  const tail = extension === '' ? '' : `.${extension}`;
  return `${characters.slice(0, Math.max(1, limit - tail.length - 1)).join('')}…${tail}`;
}

function numberOr<T>(value: unknown, other: T): number | T {
  return typeof value === 'number' ? value : other;
}
