import type { Field, Json, Locale, Pointer } from '@lpse-konsultasi/form-schema';
import type { FieldView } from './widget.js';

/** What a person is asked to look at again. It keeps nothing from being sent. */
export interface Warning {
  /** E.g. `nik.birth` or `secret.password`. */
  readonly key: string;
  message(locale: Locale): string;
  render(view: FieldView): unknown;
}

/** A warning in the words of the form's language, as a page may read it. */
export interface FormWarning {
  readonly pointer: Pointer;
  readonly key: string;
  readonly message: string;
}

/** The warnings of a form. Each is about one value of a field: another value, and it is gone. */
export class Warnings {
  readonly #found = new Map<Pointer, { readonly value: Json; readonly warning?: Warning }>();

  at({ pointer, value }: Field): Warning | undefined {
    const found = this.#found.get(pointer);
    return found?.value === value ? found?.warning : undefined;
  }

  /** Whether this value was looked at already. */
  knows({ pointer, value }: Field): boolean {
    return this.#found.get(pointer)?.value === value;
  }

  set(pointer: Pointer, value: Json, warning: Warning | undefined): void {
    this.#found.set(pointer, { value, ...(warning && { warning }) });
  }

  get pointers(): readonly Pointer[] {
    return [...this.#found.keys()];
  }
}
