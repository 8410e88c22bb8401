import type { Json, Pointer } from '@lpse-konsultasi/form-schema';
import { isWithin } from '@lpse-konsultasi/form-schema';

interface Typed {
  readonly text: string;
  /** What the model made of the text. */
  readonly value: Json | undefined;
}

/** What a person typed into text controls, for as long as it still stands for the field's value. */
export class TypedTexts {
  readonly #valueAt: (pointer: Pointer) => Json | undefined;
  readonly #typed = new Map<Pointer, Typed>();

  constructor(valueAt: (pointer: Pointer) => Json | undefined) {
    this.#valueAt = valueAt;
  }

  remember(pointer: Pointer, text: string): void {
    this.#typed.set(pointer, { text, value: this.#valueAt(pointer) });
  }

  /** The text to show: what was typed, unless the value has changed since. */
  shown(pointer: Pointer, text: string): string {
    const typed = this.#typed.get(pointer);
    return typed !== undefined && typed.value === this.#valueAt(pointer) ? typed.text : text;
  }

  isKnown(pointer: Pointer, text: string): boolean {
    return this.#typed.get(pointer)?.text === text;
  }

  /** The model has brought values into their normal form: the texts still stand for them. */
  keepThrough<T>(normalise: () => T): T {
    const current = [...this.#typed].filter(([at, { value }]) => value === this.#valueAt(at));
    const answer = normalise();
    for (const [pointer, { text }] of current) this.remember(pointer, text);
    return answer;
  }

  /** The field, or what lies in it, was given another value. */
  forget(pointer: Pointer): void {
    for (const key of this.#typed.keys()) if (isWithin(key, pointer)) this.#typed.delete(key);
  }
}
