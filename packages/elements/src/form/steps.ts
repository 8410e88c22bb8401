import type { ReactiveController } from 'lit';
import { isWithin, type Pointer, type SectionView } from '@lpse-konsultasi/form-schema';

/** Below this width of the form, in CSS pixels, one section is as much as a person wants to see at a time. */
const narrow = 600;

export interface StepsHost extends HTMLElement {
  addController(controller: ReactiveController): void;
  requestUpdate(): void;
}

export interface StepsSource {
  /** Whether the layout asks for steps, and the form is there to be filled. */
  wanted(): boolean;
  sections(): readonly SectionView[];
  /** The step has changed; the fields may have to look different. */
  moved(): void;
}

/**
 * Sections one at a time where the form is narrow, and at the end all answers once more before they are sent. On a wide
 * form nothing of it shows. It is view state only: the fields of all steps stay in the page, so nothing typed can get
 * lost between them.
 */
export class FormSteps implements ReactiveController {
  #index = 0;
  #isNarrow = false;
  readonly #host: StepsHost;
  readonly #source: StepsSource;
  readonly #observer = new ResizeObserver(([entry]) => {
    const isNarrow = (entry?.contentRect.width ?? narrow) < narrow;
    if (isNarrow === this.#isNarrow) return;
    this.#isNarrow = isNarrow;
    this.#source.moved();
    this.#host.requestUpdate();
  });

  constructor(host: StepsHost, source: StepsSource) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  hostConnected(): void {
    this.#observer.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
  }

  get isOn(): boolean {
    return this.#isNarrow && this.#source.wanted() && this.#source.sections().length > 1;
  }

  /** The button leads to the next step, not yet to the office. */
  get leads(): boolean {
    return this.isOn && !this.isChecking;
  }

  /** From 0; one past the last section is the look at all answers. A section may have gone with an answer. */
  get index(): number {
    return Math.min(this.#index, this.#source.sections().length);
  }

  get count(): number {
    return this.#source.sections().length + 1;
  }

  /** All answers are shown, to be checked and sent. */
  get isChecking(): boolean {
    return this.isOn && this.index === this.#source.sections().length;
  }

  get section(): SectionView | undefined {
    return this.#source.sections()[this.index];
  }

  /** Whether a problem at the pointer belongs to the present step. */
  holds(pointer: Pointer): boolean {
    return this.section?.fields.some((field) => isWithin(pointer, field.pointer)) ?? false;
  }

  go(index: number): void {
    this.#index = Math.max(0, Math.min(index, this.#source.sections().length));
    this.#source.moved();
    this.#host.requestUpdate();
  }

  /** Turns to the step of a field; answers whether that changed what is shown. */
  reveal(pointer: Pointer): boolean {
    const index = this.#source
      .sections()
      .findIndex(({ fields }) => fields.some((field) => isWithin(pointer, field.pointer)));
    if (!this.isOn || index < 0 || index === this.index) return false;
    this.go(index);
    return true;
  }
}
