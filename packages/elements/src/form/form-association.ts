import type { Json, Problem } from '@lpse-konsultasi/form-schema';
import { flatFields, flatFiles } from './flat-fields.js';

/** What a surrounding `<form>` is told. */
export interface Told {
  readonly name: string;
  /** As one field that holds JSON, or as one field for each answer. */
  readonly submitAs: 'json' | 'flat';
  readonly value: Json;
  /** Files that nobody has taken yet, by the SHA-256 in their reference: they go with the form. */
  readonly files: ReadonlyMap<string, File>;
  /** What the browser keeps for a way back to this page. */
  readonly entered: Json;
  readonly problems: readonly Pick<Problem, 'message'>[];
  /** Where the browser may point at. */
  readonly anchor: HTMLElement | undefined;
}

/**
 * The value that a browser kept for us; undefined when it is not ours: of a page that changed meanwhile, or a text that
 * the browser proposes for a field of that name.
 */
export function restoredValue(restored: unknown): Json | undefined {
  if (typeof restored !== 'string') return undefined;
  try {
    const value = JSON.parse(restored) as Json;
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Makes a form element a field of a plain `<form>`: its value, its validity, its states. */
export class FormAssociation {
  readonly #internals: ElementInternals;

  constructor(internals: ElementInternals) {
    this.#internals = internals;
  }

  get form(): HTMLFormElement | null {
    return this.#internals.form;
  }

  get labels(): NodeList {
    return this.#internals.labels;
  }

  get willValidate(): boolean {
    return this.#internals.willValidate;
  }

  get validity(): ValidityState {
    return this.#internals.validity;
  }

  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  /** Among the fields of the surrounding form, the first that is not right: where a person is led to. */
  isFirstInvalid(element: Element): boolean {
    const first = [...(this.form?.elements ?? [])].find(
      (field) => field.localName !== 'fieldset' && field.matches(':invalid'),
    );
    return first === undefined || first === element;
  }

  tell(told: Told): void {
    this.#internals.setFormValue(submission(told), JSON.stringify(told.entered));
    const [first] = told.problems;
    if (first === undefined) this.#internals.setValidity({});
    else this.#internals.setValidity({ customError: true }, first.message, told.anchor);
  }

  show(state: string, on: boolean): void {
    if (on) this.#internals.states.add(state);
    else this.#internals.states.delete(state);
  }

  /** With a label of the page around it, the form is a group of that name. */
  showLabelled(): void {
    this.#internals.role = this.labels.length > 0 ? 'group' : null;
  }

  check(): boolean {
    return this.#internals.checkValidity();
  }

  report(): boolean {
    return this.#internals.reportValidity();
  }
}

/** Fields with names of their own are sent even where the element has none; a single text only under its name. */
function submission({ name, submitAs, value, files }: Told): string | FormData {
  if (submitAs === 'json' && files.size === 0) return JSON.stringify(value);
  const data = new FormData();
  if (submitAs === 'flat') for (const field of flatFields(value, name)) data.append(...field);
  else if (name !== '') data.append(name, JSON.stringify(value));
  for (const [field, file] of flatFiles(value, name, files)) data.append(field, file);
  return data;
}
