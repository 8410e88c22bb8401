import type { Pointer, Problem } from '@lpse-konsultasi/form-schema';
import type { FormElementTexts } from '../locales/form.js';
import type { LocalProblem } from './widget.js';

/** The problems that only the page sees, beside those of the model. */
export class LocalProblems {
  readonly #shown = new Map<Pointer, LocalProblem>();
  /** Not shown before somebody tries to send the form. */
  readonly #blocks = new Map<Pointer, LocalProblem>();

  at(pointer: Pointer, texts: FormElementTexts): Problem | undefined {
    const problem = this.#shown.get(pointer);
    if (problem === undefined) return undefined;
    const { keyword, message } = problem;
    return { pointer, keyword, params: {}, messageKey: keyword, message: message(texts) };
  }

  get pointers(): readonly Pointer[] {
    return [...this.#shown.keys()];
  }

  /** Answers whether anything looks different now. */
  set(pointer: Pointer, problem: LocalProblem | undefined): boolean {
    if (this.#shown.get(pointer) === problem) return false;
    if (problem === undefined) this.#shown.delete(pointer);
    else this.#shown.set(pointer, problem);
    return true;
  }

  block(pointer: Pointer, problem: LocalProblem | undefined): boolean {
    const shown = this.#shown.get(pointer);
    const changed =
      shown !== undefined && shown === this.#blocks.get(pointer) && this.set(pointer, problem);
    if (problem === undefined) this.#blocks.delete(pointer);
    else this.#blocks.set(pointer, problem);
    return changed;
  }

  /** The rows of a list have other places now: what was said about them is no longer known to be true. */
  forgetRows(list: Pointer): void {
    for (const problems of [this.#shown, this.#blocks]) {
      for (const at of problems.keys()) if (at.startsWith(`${list}/`)) problems.delete(at);
    }
  }

  /** Shows what keeps the form from being sent; answers where. */
  showBlocks(): readonly Pointer[] {
    return [...this.#blocks]
      .filter(([pointer, problem]) => this.set(pointer, problem))
      .map(([pointer]) => pointer);
  }
}
