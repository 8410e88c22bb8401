import type { Json } from '../json.js';
import { plainFigures } from '../figures.js';
import { maskOf, normalFormOf } from '../identifiers/masks.js';
import type { FieldNode } from '../model/form-model.js';

/**
 * The normal form in which a plain value is checked and submitted, as the layout's option `normalise` asks:
 * `trim`, `digits` (separators go) or `phone` (E.164). An empty text is no answer, and a number may be written as text.
 */
export function normalise(node: FieldNode, value: Json): Json | undefined {
  if (typeof value !== 'string') return value;
  if (node.kind === 'number' || node.kind === 'integer') return toNumber(value);
  const text = normaliseText(normalFormAsked(node), value);
  return text === '' ? undefined : text;
}

/** What the layout asks for in so many words, or by the mask in which the value is shown. */
function normalFormAsked(node: FieldNode): string {
  const asked = node.layout.options?.['normalise'];
  const mask = asked === undefined ? maskOf(node) : undefined;
  return mask === undefined ? String(asked ?? '') : normalFormOf[mask];
}

function normaliseText(form: string, text: string): string {
  switch (form) {
    case 'trim':
      return text.trim();
    case 'digits':
      return toDigits(plainFigures(text).trim()) ?? text.trim();
    case 'phone':
      return toPhone(plainFigures(text).trim()) ?? text.trim();
    default:
      return text;
  }
}

/** `01.234.567.8-901.000` as its digits. A text with anything but digits and separators is none, and stays as it is. */
function toDigits(text: string): string | undefined {
  const bare = text.replaceAll(/[\s.,\-–/()]/g, '');
  return /^\d+$/.test(bare) ? bare : undefined;
}

/** An Indonesian number, however it is written (`0812-3456-7890`, `62 812…`, `+62 (0)812…`), as `+62812…`. */
function toPhone(text: string): string | undefined {
  const bare = text.replaceAll(/[\s.\-–/()]/g, '');
  if (!/^\+?\d+$/.test(bare)) return undefined;
  const digits = bare.replace(/^(?:\+|00)/, '');
  const isForeign = digits.length < bare.length && !digits.startsWith('62');
  if (isForeign) return `+${digits}`;
  return `+62${digits.replace(/^62/, '').replace(/^0+/, '')}`;
}

/** `12`, `-3.5` or `3,5`. A text that is no number stays: the field then says that a number is asked for. */
function toNumber(text: string): Json | undefined {
  const bare = plainFigures(text).trim();
  if (bare === '') return undefined;
  if (!/^[+-]?\d+(?:[.,]\d+)?$/.test(bare)) return text;
  const value = Number(bare.replace(',', '.'));
  // Beyond this, digits would change silently.
  return Math.abs(value) > Number.MAX_SAFE_INTEGER ? text : value;
}
