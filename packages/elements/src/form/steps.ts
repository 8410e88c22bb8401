import type { ReactiveController } from 'lit';
import {
  isWithin,
  type Layout,
  type Pointer,
  type SectionView,
} from '@lpse-konsultasi/form-schema';
import { textRoom } from '../styles/text-room.js';
import type { IndexModule } from './section-index.js';

/** Below this width of the form, in CSS pixels, one section is as much as a person wants to see at a time. */
const narrow = 600;

/** From this width on there is room for an index beside the fields. */
const roomy = 920;

/** Fewer sections are seen at a glance. */
const indexed = 3;

export interface StepsHost extends HTMLElement {
  addController(controller: ReactiveController): void;
  requestUpdate(): void;
}

export interface StepsSource {
  /** Where the layout asks for steps, while the form is there to be filled. */
  wanted(): 'narrow' | 'always' | undefined;
  sections(): readonly SectionView[];
  /** The look at all answers begins or ends: the fields have to look different. */
  checked(): void;
  /** Code that the form could not load. */
  failed(error: unknown): void;
}

/** Where a layout asks for steps. */
export function stepsIn(layout: Layout | undefined): 'narrow' | 'always' | undefined {
  const { steps } = layout ?? {};
  if (!steps) return undefined;
  return steps === 'always' ? 'always' : 'narrow';
}

/** How much room there is. */
type Room = 'narrow' | 'plain' | 'roomy';

/** The look at all answers, as the name of a step. */
export const checking = 'check';

/**
 * Sections one at a time, and at the end all answers once more before they are sent; where there is room, an index of
 * the sections beside them. It is view state only: the fields of all steps stay in the page, so nothing typed can get
 * lost between them, and the browser's history knows nothing of it.
 */
export class FormSteps implements ReactiveController {
  /** The id of the section, so that it stays the same when rules bring or take sections before it. */
  #step: string | undefined;
  #lastIndex = 0;
  readonly #visited = new Set<string>();
  /** Somebody went back from the check to change one step, and wants to be there again. */
  #isReturning = false;
  #room: Room = 'plain';
  #index: IndexModule | undefined;
  #loading = false;
  readonly #host: StepsHost;
  readonly #source: StepsSource;
  readonly #observer = new ResizeObserver(([entry]) => {
    const width = textRoom(entry?.contentRect.width ?? 0);
    // Hidden is not narrow: what comes back, as from behind another tab, is as it was left.
    if (width === 0) return;
    this.#fit(width < narrow ? 'narrow' : width < roomy ? 'plain' : 'roomy');
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
    const wanted = this.#source.wanted();
    const fits = wanted === 'always' || (wanted === 'narrow' && this.#room === 'narrow');
    return fits && this.sections.length > 1;
  }

  get sections(): readonly SectionView[] {
    return this.#source.sections();
  }

  /** The button leads to the next step, not yet to the office. */
  get leads(): boolean {
    return this.isOn && !this.isChecking;
  }

  /** From 0; one past the last section is the look at all answers. Where a section has gone, the one in its place. */
  get index(): number {
    const { sections } = this;
    if (this.#step === checking) return sections.length;
    const index = sections.findIndex(({ id }) => id === this.#step);
    return index >= 0 ? index : Math.min(this.#lastIndex, sections.length - 1);
  }

  get count(): number {
    return this.sections.length + 1;
  }

  /** All answers are shown, to be checked and sent. */
  get isChecking(): boolean {
    return this.isOn && this.#step === checking;
  }

  get section(): SectionView | undefined {
    return this.sections[this.index];
  }

  /** The name of the present step: the id of a section, or `check`. */
  get step(): string | undefined {
    return this.isChecking ? checking : this.section?.id;
  }

  /** Where the button leads: on, or back to the check when that is where somebody came from. */
  get next(): number {
    const { sections, index } = this;
    if (!this.#isReturning) return index + 1;
    // A change may have brought steps that nobody has seen yet.
    const unseen = sections.findIndex(({ id }, at) => at > index && !this.#visited.has(id));
    return unseen >= 0 ? unseen : sections.length;
  }

  /** Whether a person has been at the step, and so may go there again. */
  isOpen(index: number): boolean {
    const name = this.sections[index]?.id ?? checking;
    return index === this.index || this.#visited.has(name);
  }

  /** Whether a problem at the pointer belongs to the present step. */
  holds(pointer: Pointer): boolean {
    return this.#indexOf(pointer) === this.index;
  }

  go(index: number): void {
    const { sections } = this;
    const target = Math.max(0, Math.min(index, sections.length));
    const wasChecking = this.isChecking;
    const isBack = wasChecking && target < sections.length;
    this.#isReturning = isBack || (this.#isReturning && target < sections.length);
    // What lies before a step that was reached has been seen, or is skipped with reason.
    for (const { id } of sections.slice(0, target + 1)) this.#visited.add(id);
    this.#lastIndex = target;
    this.#step = sections[target]?.id ?? checking;
    if (this.#step === checking) this.#visited.add(checking);
    this.#tell(wasChecking);
    this.#host.requestUpdate();
  }

  /** Turns to the step of a field; answers whether that changed what is shown. */
  reveal(pointer: Pointer): boolean {
    const index = this.#indexOf(pointer);
    if (!this.isOn || index < 0 || index === this.index) return false;
    this.go(index);
    return true;
  }

  /** Turns to the first step in which one of these problems is, or to the check when there is none. */
  continueAt(problems: readonly { readonly pointer: Pointer }[]): void {
    if (this.#source.wanted() === undefined) return;
    const open = problems
      .map(({ pointer }) => this.#indexOf(pointer))
      .filter((index) => index >= 0);
    this.go(Math.min(this.sections.length, ...open));
  }

  /** Back to the first step; nothing has been seen yet. */
  restart(): void {
    const wasChecking = this.isChecking;
    this.#visited.clear();
    this.#isReturning = false;
    this.#step = undefined;
    this.#lastIndex = 0;
    this.#tell(wasChecking);
  }

  /** Whether an index of the sections stands beside them. */
  get hasIndex(): boolean {
    const isWanted = this.#source.wanted() !== undefined && this.#room === 'roomy';
    return isWanted && this.sections.filter(({ title }) => title !== '').length >= indexed;
  }

  /** What draws the index; its code comes when an index is first needed. */
  get indexModule(): IndexModule | undefined {
    if (this.#index === undefined && !this.#loading) {
      this.#loading = true;
      import('./section-index.js').then(
        (module) => {
          this.#index = module;
          this.#host.requestUpdate();
        },
        (error: unknown) => this.#source.failed(error),
      );
    }
    return this.#index;
  }

  /** More or less room: a form without steps and index looks the same in both, and is not drawn again for it. */
  #fit(room: Room): void {
    const { isOn, isChecking, hasIndex } = this;
    this.#room = room;
    if (this.isOn === isOn && this.hasIndex === hasIndex) return;
    this.#tell(isChecking);
    this.#host.requestUpdate();
  }

  #tell(wasChecking: boolean): void {
    if (this.isChecking !== wasChecking) this.#source.checked();
  }

  /** The section that shows a field: where one shows a group and another a part of it, the part is there. */
  #indexOf(pointer: Pointer): number {
    let found = -1;
    let nearest = -1;
    this.sections.forEach(({ fields }, index) => {
      for (const { pointer: field } of fields)
        if (isWithin(pointer, field) && field.length > nearest)
          [found, nearest] = [index, field.length];
    });
    return found;
  }
}
