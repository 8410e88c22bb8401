import type { FieldPath, FormId } from '../forms/form.js';
import type { Json, JsonObject } from '../json.js';
import { isJsonObject } from '../json.js';
import type { Pointer } from '../pointer.js';
import type { FormSource } from './catalogue.js';
import type { Declaration } from './declarations.js';
import { declarationsOf } from './declarations.js';
import type { Report } from './report.js';

/** What a verb needs beside the form: which form it is, where its word stands in the document, whom to tell. */
export interface OverlayContext {
  readonly form: FormId;
  /** Pointer of the verb in the profile's document. */
  readonly at: Pointer;
  readonly report: Report;
}

export function withSchema(source: FormSource, schema: Json | undefined): FormSource {
  return { ...source, schema: schema as JsonObject };
}

export function withLayout(
  source: FormSource,
  change: { readonly [key: string]: unknown },
): FormSource {
  return { ...source, layout: { ...source.layout, ...change } };
}

/** Whether the form has the field; says so when it has not. */
export function needField(
  source: FormSource,
  path: FieldPath,
  { form, at, report }: OverlayContext,
) {
  if (declarationsOf(source.schema, path).some(({ defines }) => defines)) return true;
  report(at, 'unknownField', { form, field: path });
  return false;
}

export function known(object: Json | undefined, prefix = ''): string {
  const names = Array.isArray(object) ? object : Object.keys(isJsonObject(object) ? object : {});
  return names.map((name) => `${prefix}${String(name)}`).join(', ') || '–';
}

/** The places that say what the field is; none when there is no such field. */
export function definitionsOf(source: FormSource, path: FieldPath): readonly Declaration[] {
  return declarationsOf(source.schema, path).filter(({ defines }) => defines);
}
