import type { Json } from '../json.js';
import type { Pointer } from '../pointer.js';
import type { Changes } from './changes.js';
import type { FormChange } from './form-model.js';

type FieldListener = (change: FormChange) => void;
type ValueListener = (pointer: Pointer, value: Json | undefined) => void;

/** Who wants to know: by field, or of every value. */
export class Listeners {
  readonly #byPointer = new Map<Pointer, Set<FieldListener>>();
  readonly #observers = new Set<ValueListener>();

  subscribe(pointer: Pointer, listener: FieldListener): () => void {
    const listeners = this.#byPointer.get(pointer) ?? new Set();
    this.#byPointer.set(pointer, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#byPointer.get(pointer) === listeners)
        this.#byPointer.delete(pointer);
    };
  }

  observe(listener: ValueListener): () => void {
    this.#observers.add(listener);
    return () => this.#observers.delete(listener);
  }

  /** Groups and lists before what lies in them, so that a row that is gone is not drawn once more. */
  tell(changes: Changes): void {
    for (const [pointer, change] of changes)
      for (const listener of [...(this.#byPointer.get(pointer) ?? [])]) listener(change);
  }

  tellObservers(pointer: Pointer, value: Json | undefined): void {
    for (const observer of [...this.#observers]) observer(pointer, value);
  }

  /** The pointers that anybody listens to. */
  get pointers(): readonly Pointer[] {
    return [...this.#byPointer.keys()].sort((a, b) => a.length - b.length);
  }
}
