import type { Json } from '@lpse-konsultasi/form-schema';

/** The value that the page gave: what a form starts with, and what a reset goes back to. */
export class GivenValue {
  /** A copy: what the page does with its object later is not what a person entered. */
  current: Json | undefined;
  #from: Json | undefined;
  #text: string | undefined;

  /**
   * Takes a value; answers false for the object that was taken last, unchanged. Lit sets an object property at every
   * render, and that must not undo what was typed meanwhile.
   */
  take(value: Json | undefined): boolean {
    const text = value === undefined ? undefined : JSON.stringify(value);
    if (typeof value === 'object' && value === this.#from && text === this.#text) return false;
    this.#from = value;
    this.#text = text;
    this.current = text === undefined ? undefined : (JSON.parse(text) as Json);
    return true;
  }
}
