import { getAt, setAt, type Json, type Pointer } from '@lpse-konsultasi/form-schema';
import { GivenValue } from './given-value.js';
import type { FormSession } from './session.js';

/** What a form holds: what the page gave, until there is a model; from then on what the model holds. */
export class FormContent {
  readonly #given = new GivenValue();
  #session: FormSession | undefined;
  /** What was entered before this page was left, until there is a model. */
  #resumed: Json | undefined;

  get session(): FormSession | undefined {
    return this.#session;
  }

  /** What the page gave. */
  get given(): Json | undefined {
    return this.#given.current;
  }

  /** What would be submitted now. */
  get value(): Json {
    return this.#session?.model.result ?? this.given ?? {};
  }

  /** Everything that was entered, also in fields that do not apply at the moment. */
  get entered(): Json {
    return this.#session?.model.value ?? this.given ?? {};
  }

  /** What was entered, without what must not be kept. */
  get storable(): Json {
    return this.#session?.model.storable ?? this.given ?? {};
  }

  get dirty(): boolean {
    return this.#session?.model.dirty ?? false;
  }

  isDirty(pointer: Pointer): boolean {
    return this.#session?.model.field(pointer)?.dirty ?? false;
  }

  get(pointer: Pointer): Json | undefined {
    return this.#session === undefined
      ? getAt(this.given, pointer)
      : this.#session.model.get(pointer);
  }

  set(pointer: Pointer, value: Json | undefined): void {
    if (this.#session !== undefined) this.#session.set(pointer, value);
    else this.#given.current = setAt(this.given ?? {}, pointer, value);
  }

  /** Takes what the page gives; answers false for what it gave last, unchanged. */
  take(value: Json | undefined): boolean {
    return this.#given.take(value);
  }

  /** Ends the session before. */
  replace(session: FormSession | undefined): void {
    this.#session?.dispose();
    this.#session = session;
  }

  /** Goes on with what was entered before, as soon as there is a model. */
  resume(entered: Json): void {
    this.#resumed = entered;
  }

  /** Enters what waits for a model; answers whether anything did. */
  takeUp(): boolean {
    if (this.#session === undefined || this.#resumed === undefined) return false;
    this.#session.set('', this.#resumed);
    this.#resumed = undefined;
    return true;
  }
}
