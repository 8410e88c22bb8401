import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Pointer } from '@lpse-konsultasi/form-schema';
import { stillSays } from './entry.js';
import { viewOf } from './field-template.js';
import { widgetNameOf, widgetNamed } from './registry.js';
import { sameJson } from './same-json.js';
import type { FormSession } from './session.js';
import type { FieldView, Widget } from './widget.js';

interface Place {
  readonly view: FieldView;
  readonly widget: Widget;
}

/** What the events are about. */
export interface FormEventsTarget {
  session(): FormSession | undefined;
  submit(): void;
  /** A person wants to see another step. */
  step(index: number): void;
}

/** Kept as one object for all fields and all kinds of event: a thousand fields have as many listeners as one. */
export class FormEvents implements ReactiveController, EventListenerObject {
  readonly #target: FormEventsTarget;
  /** A mouse button or finger is down. */
  #pressed = false;
  #left = new Set<Pointer>();

  constructor(host: ReactiveControllerHost, target: FormEventsTarget) {
    this.#target = target;
    host.addController(this);
  }

  hostDisconnected(): void {
    window.removeEventListener('pointerdown', this.#handlePress, true);
    window.removeEventListener('pointerup', this.#handleRelease, true);
    window.removeEventListener('pointercancel', this.#handleRelease, true);
    this.#pressed = false;
  }

  handleEvent(event: Event): void {
    const session = this.#target.session();
    if (session === undefined) return;
    if (event.type === 'focusin') return this.#watchPresses();
    if (event.type === 'submit') {
      event.preventDefault();
      this.#target.submit();
      return;
    }
    const target = event.target as Element;
    if (event.type === 'click' && this.#lead(event, target, session)) return;
    try {
      this.#handOver(event, target, session);
      if (event instanceof DragEvent) keepPage(event);
      if (event.type === 'input' || event.type === 'change') this.#read(event, target, session);
    } catch (error) {
      // A widget of the page's own must not take the rest of the form with it.
      session.failed(error);
    }
    if (event.type === 'focusout') this.#leave(event as FocusEvent, target);
  }

  /** A link to a field, or a button of another step; answers whether it was one. */
  #lead(event: Event, target: Element, session: FormSession): boolean {
    const link = target.closest<HTMLElement>('[data-goto]');
    if (link !== null) {
      event.preventDefault();
      session.goTo(link.dataset['goto'] ?? '');
      return true;
    }
    const turn = target.closest<HTMLElement>('[data-step]');
    if (turn !== null) this.#target.step(Number(turn.dataset['step']));
    return turn !== null;
  }

  /** Gives the event to the nearest field around it whose widget wants events. */
  #handOver(event: Event, target: Element, session: FormSession): void {
    for (const wrapper of wrappersAround(target)) {
      const pointer = pointerOf(wrapper);
      // Most widgets want none: only for those that do, it is worked out how the field stands.
      const widget = widgetAt(pointer, session);
      const view = widget?.handle && viewOf(session, pointer);
      if (view === undefined) continue;
      widget?.handle?.(event, view);
      return;
    }
  }

  #read(event: Event, target: Element, session: FormSession): void {
    if (event.defaultPrevented) return;
    const wrapper = target.closest('[data-pointer]');
    const place = wrapper === null ? undefined : placeOf(wrapper, session);
    if (place?.widget.read === undefined) return;
    if (place.widget.reads?.(target, place.view) === false) return;
    const { pointer } = place.view.field;
    const typed = isTyped(target);
    // `change` follows `input` with the same text; where only `change` comes (autofill, scripts) it counts.
    if (typed && session.hasEntered(pointer, target.value)) return;
    if (typed && stillSays(target, session.model.get(pointer))) return;
    const value = place.widget.read(target, place.view);
    if (typed) session.enter(pointer, value, target.value);
    else if (!sameJson(value, session.model.get(pointer))) session.edit(pointer, value);
  }

  #leave(event: FocusEvent, target: Element): void {
    // Switching to another window is not leaving a field.
    if (!document.hasFocus()) return;
    const next = event.relatedTarget;
    for (const wrapper of wrappersAround(target)) {
      if (next instanceof Node && wrapper.contains(next)) break;
      this.#left.add(pointerOf(wrapper));
    }
    if (!this.#pressed) this.#touchLeft();
  }

  /**
   * Nothing can be left before something had the focus, and a form is shown sooner while it does not listen to the whole
   * page. The browser keeps one listener, however often it is given.
   */
  #watchPresses(): void {
    window.addEventListener('pointerdown', this.#handlePress, true);
    window.addEventListener('pointerup', this.#handleRelease, true);
    window.addEventListener('pointercancel', this.#handleRelease, true);
  }

  /**
   * A message that appears between press and release moves the button away from under the finger, and the click is
   * lost. So problems wait for the release.
   */
  readonly #handlePress = (): void => {
    this.#pressed = true;
  };

  readonly #handleRelease = (): void => {
    this.#pressed = false;
    if (this.#left.size > 0) setTimeout(() => this.#touchLeft());
  };

  #touchLeft(): void {
    const left = this.#left;
    this.#left = new Set();
    for (const pointer of left) this.#target.session()?.touch(pointer);
  }
}

/** A file that misses its place would open instead of the page, and take with it what was typed. */
function keepPage(event: DragEvent): void {
  if (event.defaultPrevented || event.dataTransfer?.types.includes('Files') !== true) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'none';
}

function* wrappersAround(target: Element): Generator<Element> {
  let wrapper = target.closest('[data-pointer]');
  while (wrapper !== null) {
    yield wrapper;
    wrapper = wrapper.parentElement?.closest('[data-pointer]') ?? null;
  }
}

function pointerOf(wrapper: Element): Pointer {
  return (wrapper as HTMLElement).dataset['pointer'] ?? '';
}

function widgetAt(pointer: Pointer, { model }: FormSession): Widget | undefined {
  const field = model.field(pointer);
  return field && widgetNamed(widgetNameOf(field));
}

function placeOf(wrapper: Element, session: FormSession): Place | undefined {
  const pointer = pointerOf(wrapper);
  const widget = widgetAt(pointer, session);
  const view = widget && viewOf(session, pointer);
  return widget === undefined || view === undefined ? undefined : { view, widget };
}

const typedTypes = new Set(['text', 'email', 'tel', 'url', 'date', 'datetime-local', 'search']);

function isTyped(target: Element): target is HTMLInputElement | HTMLTextAreaElement {
  return (
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && typedTypes.has(target.type))
  );
}
