import type { Pointer } from '@lpse-konsultasi/form-schema';
import type { FieldDirective } from './field-directive.js';

/** The fields that are on the page, those that are to be rendered again, and what they still wait for. */
export class FieldQueue {
  readonly #shown = new Map<Pointer, FieldDirective>();
  readonly #queue = new Set<FieldDirective>();
  readonly #pending = new Set<Promise<unknown>>();
  #flushing: Promise<void> | undefined;

  /** The fields on the page. */
  get shown(): readonly Pointer[] {
    return [...this.#shown.keys()];
  }

  enlist(pointer: Pointer, directive: FieldDirective): void {
    this.#shown.set(pointer, directive);
  }

  dismiss(pointer: Pointer, directive: FieldDirective): void {
    if (this.#shown.get(pointer) === directive) this.#shown.delete(pointer);
    this.#queue.delete(directive);
  }

  /** Renders the field at the pointer again, where it is on the page. */
  refresh(pointer: Pointer): void {
    const directive = this.#shown.get(pointer);
    if (directive !== undefined) this.add(directive);
  }

  /** Renders a field again before the next paint, once, however often it is asked for. */
  add(directive: FieldDirective): void {
    this.#queue.add(directive);
    this.#flushing ??= Promise.resolve().then(() => this.#flush());
  }

  /** The fields are not complete until this is settled. */
  waitFor(work: Promise<unknown>): void {
    const done = work.finally(() => this.#pending.delete(done));
    this.#pending.add(done);
  }

  /** Resolves when every queued field is on the page, and nothing is waited for. */
  async settle(): Promise<void> {
    while (this.#pending.size > 0 || this.#flushing !== undefined) {
      await Promise.all(this.#pending);
      await this.#flushing;
    }
  }

  clear(): void {
    this.#queue.clear();
  }

  #flush(): void {
    this.#flushing = undefined;
    // A rendered field may end others (a group that lost a member), which then leave the queue on their own.
    for (const directive of this.#queue) {
      this.#queue.delete(directive);
      directive.refresh();
    }
  }
}
