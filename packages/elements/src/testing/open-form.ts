import type { JsonObject, Json } from '@lpse-konsultasi/form-schema';
import '../define/form.js';
import type { LpseForm } from '../form/form.js';
import { FormHarness } from './form-harness.js';

/** A form on the page, ready, and in the hands of a harness. `into` defaults to the body; remove it when done. */
export async function openForm(
  properties: Partial<LpseForm>,
  into: Element = document.body,
): Promise<FormHarness> {
  const form = document.createElement('lpse-form');
  Object.assign(form, properties);
  into.append(form);
  await form.updateComplete;
  return new FormHarness(form);
}

/** A schema of an object with one member, the shortest way to show one kind of field. */
export function schemaOf(member: JsonObject, key = 'isian'): JsonObject {
  return { type: 'object', properties: { [key]: { title: 'Isian', ...member } } };
}

/** A list of attached pictures, as a form asks for it. */
export const pictureList: JsonObject = {
  title: 'Lampiran',
  type: 'array',
  items: {
    type: 'object',
    properties: {
      nama: { type: 'string' },
      mime: { enum: ['image/png'] },
      ukuran: { type: 'integer' },
      sha256: { type: 'string' },
    },
  },
};

/** A file with these bytes under this name, as a person would choose it. */
export function fileOf(name: string, bytes: readonly number[], type = ''): File {
  return new File([Uint8Array.from(bytes)], name, { type });
}

/** The first bytes of files that can be attached. */
export const magic = {
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  jpeg: [0xff, 0xd8, 0xff, 0xe0],
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x37],
} as const satisfies { readonly [name: string]: readonly Json[] };
