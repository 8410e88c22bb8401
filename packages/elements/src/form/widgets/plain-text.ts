import type { Json } from '@lpse-konsultasi/form-schema';

/** A value as the text of a control. */
export function textOf(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The text of a control; an empty one is no answer. */
export function readLine(control: Element): string | undefined {
  const { value } = control as HTMLInputElement;
  return value === '' ? undefined : value;
}
