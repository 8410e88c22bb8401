import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Pointer } from '@lpse-konsultasi/form-schema';
import { stillSays } from './entry.js';
import { viewOf } from './field-template.js';
import { Leaving } from './leaving.js';
import { widgetNameOf, widgetNamed } from './registry.js';
import { sameJson } from './same-json.js';
import type { FormSession } from './session.js';
import type { FieldView, Widget } from './widget.js';
import { pointerOf, wrappersAround } from './wrappers.js';

interface Place {
  readonly view: FieldView;
  readonly widget: Widget;
}

/** What the events are about. */
export interface FormEventsTarget {
  session(): FormSession | undefined;
  /** The control that has the focus. */
  focused(): Element | null;
  submit(): void;
  /** A person wants to see another step. */
  step(index: number): void;
}

/** Kept as one object for all fields and all kinds of event: a thousand fields have as many listeners as one. */
export class FormEvents implements ReactiveController, EventListenerObject {
  readonly #target: FormEventsTarget;
  readonly #leaving = new Leaving({
    leftControl: (control) => this.#leaveControl(control),
    leftField: (pointer) => this.#target.session()?.touch(pointer),
  });

  constructor(host: ReactiveControllerHost, target: FormEventsTarget) {
    this.#target = target;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#leaving.end();
  }

  handleEvent(event: Event): void {
    const session = this.#target.session();
    if (session === undefined) return;
    if (event.type === 'focusin') return this.#leaving.watch();
    // What becomes of a file is told when it is known, whatever is pressed by then.
    if (event.type === 'drop') this.#leaving.watch();
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
    if (event.type === 'focusout') this.#leaving.note(event as FocusEvent, target);
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

  /** Does what shows something of its own accord while nothing is pressed: now, or when the press is over. */
  afterPress(work: () => void): void {
    this.#leaving.afterPress(work);
  }

  /** The focused control counts as left, for the form is about to be sent out of it. */
  settle(): void {
    this.#leaving.settle();
    const focused = this.#target.focused();
    if (focused !== null) this.#leaveControl(focused);
  }

  #leaveControl(control: Element): void {
    const session = this.#target.session();
    const wrapper = control.closest('[data-pointer]');
    if (session === undefined || wrapper === null) return;
    try {
      const pointer = pointerOf(wrapper);
      const widget = widgetAt(pointer, session);
      const view = widget?.leave && viewOf(session, pointer);
      if (view !== undefined) widget?.leave?.(control, view);
    } catch (error) {
      session.failed(error);
    }
  }
}

/** A file that misses its place would open instead of the page, and take with it what was typed. */
function keepPage(event: DragEvent): void {
  if (event.defaultPrevented || event.dataTransfer?.types.includes('Files') !== true) return;
  event.preventDefault();
  event.dataTransfer.dropEffect = 'none';
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
