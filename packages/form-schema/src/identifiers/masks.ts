import type { Json } from '../json.js';
import type { FieldNode } from '../model/form-model.js';

/** The numbers whose usual grouping a field can ask for with the layout's option `mask`. */
export type Mask = 'npwp' | 'nik' | 'nip' | 'phone';

/** The option `normalise` that a mask stands for, when the layout names none. */
export const normalFormOf: { readonly [mask in Mask]: string } = {
  npwp: 'digits',
  nik: 'digits',
  nip: 'digits',
  phone: 'phone',
};

/** The mask of a field, if its layout asks for one that is known. */
export function maskOf(node: FieldNode): Mask | undefined {
  const mask = node.layout.options?.['mask'];
  return typeof mask === 'string' && Object.hasOwn(normalFormOf, mask) ? (mask as Mask) : undefined;
}

/**
 * How long each number is, and in what groups people read it. The 15 digits of an NPWP have an official spelling; for
 * the others the groups are those of their meaning (NIK: region, birth, serial; NIP: birth, appointment, sex, serial).
 */
const groups: { readonly [mask: string]: readonly string[] } = {
  npwp: ['##.###.###.#-###.###', '#### #### #### ####'],
  nik: ['###### ###### ####'],
  nip: ['######## ###### # ###'],
};

/**
 * A value in its normal form as people write it: `01.234.567.8-901.000`, `332501 450190 0001`, `0812 3456 7890`.
 * Undefined when the value is not complete: what a person is still mending stays as it was typed.
 */
export function masked(mask: Mask, value: Json | undefined): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (mask === 'phone') return phone(value);
  if (!/^\d+$/.test(value)) return undefined;
  const group = groups[mask]?.find(
    (shape) => shape.replaceAll(/[^#]/g, '').length === value.length,
  );
  let next = 0;
  return group?.replaceAll('#', () => value.charAt(next++));
}

/** A field's value as people write it, where its layout asks for a mask and the value is complete. */
export function grouped(node: FieldNode, value: Json | undefined): string | undefined {
  const mask = maskOf(node);
  return mask && masked(mask, value);
}

/** Cities whose area code has two digits after the 0: all others in Indonesia have three. */
const shortAreaCode = /^2[124]|^31|^61/;

/** Country codes of one or two digits (ITU-T E.164 assignments); all others have three. */
const shortCountryCode = /^(?:[17]|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

function phone(value: string): string | undefined {
  const domestic = /^\+62([1-9]\d{7,12})$/.exec(value)?.[1];
  if (domestic !== undefined) {
    const head = shortAreaCode.test(domestic) ? 2 : 3;
    return `0${domestic.slice(0, head)} ${inFours(domestic.slice(head))}`;
  }
  const foreign = /^\+(?!62)([1-9]\d{6,14})$/.exec(value)?.[1];
  if (foreign === undefined) return undefined;
  const head = shortCountryCode.exec(foreign)?.[0].length ?? 3;
  return `+${foreign.slice(0, head)} ${inFours(foreign.slice(head))}`;
}

/** In groups of four; a single last digit stays with the group before it. */
function inFours(digits: string): string {
  return digits.replaceAll(/\d{4}(?=\d{2})/g, '$& ');
}
