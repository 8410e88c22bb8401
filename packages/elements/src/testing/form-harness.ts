import type { LpseForm } from '../form/form.js';

/** A field as a person sees it. */
export interface SeenField {
  readonly pointer: string;
  readonly label: string;
  readonly hint: string;
  /** The message beside the field, '' when there is none. */
  readonly error: string;
  /** What the control holds: its text, the words of what is chosen, or the text of a locked field. */
  readonly value: string | readonly string[];
  /** Shown as text, not to be edited. */
  readonly locked: boolean;
  readonly wrapper: HTMLElement;
}

/** Drives a form as a person does: by labels, keys and clicks, never by its properties. For tests. */
export class FormHarness {
  readonly form: LpseForm;

  constructor(form: LpseForm) {
    this.form = form;
  }

  /** The fields on the page, in their order. */
  fields(): SeenField[] {
    return [...this.#root.querySelectorAll<HTMLElement>('.field[data-pointer]')].map((wrapper) =>
      seen(wrapper),
    );
  }

  /** The field with this pointer or label. Throws a message that names what there is. */
  field(labelOrPointer: string): SeenField {
    const found = this.has(labelOrPointer);
    if (found !== undefined) return found;
    const there = this.fields().map(({ label, pointer }) => `${label} (${pointer})`);
    throw new Error(`No field "${labelOrPointer}". On the page: ${there.join(', ')}`);
  }

  /** The field with this pointer or label, if it is on the page. */
  has(labelOrPointer: string): SeenField | undefined {
    return this.fields().find(
      ({ label, pointer }) => pointer === labelOrPointer || label === labelOrPointer,
    );
  }

  /**
   * Answers a field: types a text, chooses by words, ticks (`true`) or unticks a box, ticks exactly the named choices,
   * chooses files. Then leaves the field.
   */
  async fill(
    labelOrPointer: string,
    answer: string | number | boolean | readonly string[] | readonly File[],
  ): Promise<void> {
    await this.form.updateComplete;
    const { wrapper, pointer } = this.field(labelOrPointer);
    const controls = [
      ...wrapper.querySelectorAll<HTMLElement>('input, textarea, select:not([data-variant])'),
    ];
    const [first] = controls;
    if (first === undefined) throw new Error(`"${labelOrPointer}" has no control: it is locked`);
    first.focus();
    if (first instanceof HTMLSelectElement) choose(first, String(answer));
    else if (first instanceof HTMLInputElement && first.type === 'radio') {
      tick(byWords(controls, String(answer), pointer), true);
    } else if (first instanceof HTMLInputElement && first.type === 'checkbox') {
      if (typeof answer === 'boolean') tick(first, answer);
      else tickExactly(controls, answer as readonly string[]);
    } else if (first instanceof HTMLInputElement && first.type === 'file') {
      chooseFiles(first, answer as readonly File[]);
    } else type(first as HTMLInputElement, String(answer));
    (this.#root.activeElement as HTMLElement | null)?.blur();
    await this.form.updateComplete;
  }

  /** Presses a button by its words, in the whole form or in one field. */
  async press(words: string, labelOrPointer?: string): Promise<void> {
    await this.form.updateComplete;
    const within: ParentNode =
      labelOrPointer === undefined ? this.#root : this.field(labelOrPointer).wrapper;
    const buttons = [...within.querySelectorAll<HTMLButtonElement>('button')];
    const button = buttons.find(
      (candidate) => textOf(candidate) === words || candidate.getAttribute('aria-label') === words,
    );
    if (button === undefined) {
      throw new Error(
        `No button "${words}". There is: ${buttons.map((button) => textOf(button)).join(', ')}`,
      );
    }
    button.click();
    await this.form.updateComplete;
  }

  /** Presses the button that sends the form. */
  async submit(): Promise<void> {
    await this.form.updateComplete;
    this.#root.querySelector<HTMLButtonElement>('button[type="submit"]')?.click();
    await this.form.updateComplete;
  }

  /** The messages beside the fields. */
  errors(): { readonly pointer: string; readonly label: string; readonly message: string }[] {
    return this.fields()
      .filter(({ error }) => error !== '')
      .map(({ pointer, label, error }) => ({ pointer, label, message: error }));
  }

  /** The lines of the summary of problems; empty while it is not shown. */
  summary(): string[] {
    return [...this.#root.querySelectorAll('#summary li')].map((line) => textOf(line));
  }

  /** What was said to those who do not see the screen. */
  announcement(): string {
    return textOf(this.#root.querySelector('#status'));
  }

  get #root(): ShadowRoot {
    const { shadowRoot } = this.form;
    if (shadowRoot === null) throw new Error('The form is not on the page');
    return shadowRoot;
  }
}

function seen(wrapper: HTMLElement): SeenField {
  const own = (selector: string): Element | undefined =>
    [...wrapper.querySelectorAll(selector)].find(
      (element) => element.closest('.field[data-pointer]') === wrapper,
    );
  const optional = textOf(own('.optional'));
  const label = textOf(own('[part="label"]'));
  return {
    pointer: wrapper.dataset['pointer'] ?? '',
    label: optional === '' ? label : label.slice(0, -optional.length).trim(),
    hint: textOf(own('[part="hint"]')),
    error: textOf(own('.error'), '.quiet'),
    value: valueOf(wrapper),
    locked: wrapper.classList.contains('locked'),
    wrapper,
  };
}

function valueOf(wrapper: HTMLElement): string | string[] {
  const control = wrapper.querySelector('input, textarea, select:not([data-variant])');
  if (control === null) return textOf(wrapper.querySelector('.value'));
  if (control instanceof HTMLSelectElement) return textOf(control.selectedOptions[0]);
  if (control instanceof HTMLInputElement && /^(radio|checkbox)$/.test(control.type)) {
    const chosen = [...wrapper.querySelectorAll<HTMLInputElement>('input:checked')].map((input) =>
      textOf(input.closest('label')),
    );
    return control.type === 'radio' ? (chosen[0] ?? '') : chosen;
  }
  return (control as HTMLInputElement).value;
}

function type(control: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  control.value = text;
  control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
}

function choose(select: HTMLSelectElement, words: string): void {
  const option = [...select.options].find((candidate) => textOf(candidate) === words);
  if (option === undefined) {
    throw new Error(
      `No choice "${words}". There is: ${[...select.options].map((option) => textOf(option)).join(', ')}`,
    );
  }
  select.value = option.value;
  select.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  select.dispatchEvent(new Event('change', { bubbles: true }));
}

function byWords(
  controls: readonly HTMLElement[],
  words: string,
  pointer: string,
): HTMLInputElement {
  const labels = controls.map((control) => textOf(control.closest('label')));
  const found = controls[labels.indexOf(words)];
  if (!(found instanceof HTMLInputElement)) {
    throw new Error(`No choice "${words}" in ${pointer}. There is: ${labels.join(', ')}`);
  }
  return found;
}

function tick(box: HTMLInputElement, on: boolean): void {
  if (box.checked !== on) box.click();
}

function tickExactly(controls: readonly HTMLElement[], words: readonly string[]): void {
  for (const name of words) byWords(controls, name, '');
  for (const control of controls) {
    tick(control as HTMLInputElement, words.includes(textOf(control.closest('label'))));
  }
}

function chooseFiles(input: HTMLInputElement, files: readonly File[]): void {
  const chosen = new DataTransfer();
  for (const file of files) chosen.items.add(file);
  input.files = chosen.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

function textOf(element: Element | null | undefined, without?: string): string {
  if (element === null || element === undefined) return '';
  const copy = element.cloneNode(true) as Element;
  if (without !== undefined) for (const part of copy.querySelectorAll(without)) part.remove();
  return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
}
