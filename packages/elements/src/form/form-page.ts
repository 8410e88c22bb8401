import type { CSSResult } from 'lit';
import type { Pointer } from '@lpse-konsultasi/form-schema';

/** Finds things in the rendered form. */
export class FormPage {
  readonly #root: () => ParentNode;
  readonly #worn = new Set<CSSResult>();

  constructor(root: () => ParentNode) {
    this.#root = root;
  }

  /** Adds styles that come with a widget, once. */
  wear(styles: CSSResult): void {
    const root = this.#root();
    const sheet = styles.styleSheet;
    if (this.#worn.has(styles) || sheet === undefined || !(root instanceof ShadowRoot)) return;
    this.#worn.add(styles);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }

  get form(): HTMLFormElement | undefined {
    return this.#root().querySelector('form') ?? undefined;
  }

  /** What surrounds a field. */
  wrapper(pointer: Pointer): HTMLElement | undefined {
    const selector = `[data-pointer="${CSS.escape(pointer)}"]`;
    return this.#root().querySelector<HTMLElement>(selector) ?? undefined;
  }

  /** The native control of a field: what is chosen of a choice, else the one with the field's id, else its first. */
  control(pointer: Pointer, id: string): HTMLElement | null {
    const wrapper = this.wrapper(pointer);
    if (wrapper === undefined) return null;
    return (
      wrapper.querySelector<HTMLElement>(`input[type="radio"][name="${id}"]:checked`) ??
      wrapper.querySelector<HTMLElement>(`#${id}`) ??
      wrapper.querySelector<HTMLElement>('input, select, textarea, button')
    );
  }

  focusSummary(): void {
    this.#root().querySelector<HTMLElement>('#summary')?.focus();
  }

  /** Where reading begins after a turn to another step. */
  focusProgress(): void {
    this.#root().querySelector<HTMLElement>('#progress')?.focus();
  }

  /** To the name of a section, in the order of the form. */
  focusSection(index: number): void {
    const section = this.#root().querySelectorAll('.section')[index];
    const title = section?.querySelector<HTMLElement>('.section-title');
    if (title === undefined || title === null) return;
    title.tabIndex = -1;
    title.focus();
    section?.scrollIntoView({ block: 'start' });
  }

  /** Says it to those who do not see it, without moving the focus. */
  announce(message: string): void {
    const status = this.#root().querySelector('#status');
    if (status !== null) status.textContent = message;
  }
}
