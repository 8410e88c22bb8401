import type { Json, Problem } from '@lpse-konsultasi/form-schema';

/** What a surrounding `<form>` is told. */
export interface Told {
  readonly name: string;
  readonly value: Json;
  readonly problems: readonly Problem[];
  /** Where the browser may point at. */
  readonly anchor: HTMLElement | undefined;
}

/** The value that a browser kept for us; undefined when it is not ours, e.g. of a page that changed meanwhile. */
export function restoredValue(restored: unknown): Json | undefined {
  if (typeof restored !== 'string') return undefined;
  try {
    return JSON.parse(restored) as Json;
  } catch {
    return undefined;
  }
}

/** Makes a form element a field of a plain `<form>`: its value as JSON under its name, its validity, its states. */
export class FormAssociation {
  readonly #internals: ElementInternals;

  constructor(internals: ElementInternals) {
    this.#internals = internals;
  }

  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  get validity(): ValidityState {
    return this.#internals.validity;
  }

  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  tell({ name, value, problems, anchor }: Told): void {
    if (name !== '') this.#internals.setFormValue(JSON.stringify(value));
    const [first] = problems;
    if (first === undefined) this.#internals.setValidity({});
    else this.#internals.setValidity({ customError: true }, first.message, anchor);
  }

  show(state: string, on: boolean): void {
    if (on) this.#internals.states.add(state);
    else this.#internals.states.delete(state);
  }

  check(): boolean {
    return this.#internals.checkValidity();
  }

  report(): boolean {
    return this.#internals.reportValidity();
  }
}
