import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ConsultationSummary } from '@lpse-konsultasi/client';
import { FocusWish } from '../panel/focus-wish.js';
import type { WindowController } from './window-controller.js';

interface Source {
  readonly list: () => HTMLElement | null;
  readonly rows: () => readonly ConsultationSummary[];
  /** Also those that were not read yet. */
  readonly total: () => number;
  /** The row to begin with: the open case, where the list has it. */
  readonly preferred: () => string | undefined;
  /** Reads on until there are so many rows. */
  readonly need: (count: number) => void;
  readonly open: (id: string) => void;
  /** Chooses a row for what is done with several, or gives it up. */
  readonly toggle: (id: string, isChosen?: boolean) => void;
  readonly escape: () => boolean;
  /** Nobody points at the list or works in it any more. */
  readonly settle: () => void;
}

/** A tap's click follows its release after a moment, or never, when it was none. */
const tapMs = 350;

/** The one row of a long list that Tab reaches, and the keys that move it. */
export class RovingController implements ReactiveController {
  /** The id of the row that has, or would get, the focus. */
  active: string | undefined;

  readonly #host: ReactiveControllerHost;
  readonly #window: WindowController;
  readonly #source: Source;
  #isPointedAt = false;
  #isPressed = false;
  #release: ReturnType<typeof setTimeout> | undefined;
  /** A row that is not drawn yet gets the focus when it is, unless a person has gone elsewhere meanwhile. */
  readonly #focusWish = new FocusWish();

  constructor(host: ReactiveControllerHost, window: WindowController, source: Source) {
    this.#host = host;
    this.#window = window;
    this.#source = source;
    host.addController(this);
  }

  /** Somebody is about to press a row, or reads further down: rows keep their places. */
  get isHeld(): boolean {
    return this.#isPointedAt || this.#isPressed || this.hasFocus || this.#window.isScrolled;
  }

  get hasFocus(): boolean {
    return this.#source.list()?.matches(':focus-within') === true;
  }

  get index(): number {
    return this.#source.rows().findIndex(({ id }) => id === this.active);
  }

  /** The row as it is drawn; null while it is not. */
  get row(): HTMLElement | null {
    return this.#source.list()?.querySelector<HTMLElement>('[tabindex="0"]') ?? null;
  }

  hostUpdate(): void {
    const rows = this.#source.rows();
    // The active one, else the open one, else the first.
    if (rows.some(({ id }) => id === this.active)) return;
    const preferred = this.#source.preferred();
    this.active = (rows.find(({ id }) => id === preferred) ?? rows[0])?.id;
  }

  hostUpdated(): void {
    if (this.row === null || !this.#focusWish.holds) return;
    this.#focusWish.end();
    this.row.focus({ preventScroll: true });
  }

  hostDisconnected(): void {
    this.#isPointedAt = false;
    this.#endPress();
  }

  moveTo(index: number): void {
    const rows = this.#source.rows();
    const target = Math.max(0, Math.min(index, this.#source.total() - 1));
    // Beyond what was read: read on, and come along for as far as there is.
    if (target >= rows.length) this.#source.need(target + 1);
    const place = Math.min(target, rows.length - 1);
    const row = rows[place];
    if (row === undefined) return;
    this.active = row.id;
    this.#window.reveal(place);
    this.#focusWish.make();
    this.#host.requestUpdate();
  }

  readonly handleKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const { active, index } = this;
    const { open, toggle, escape } = this.#source;
    const targets: { readonly [key: string]: number } = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: index + this.#window.page,
      PageUp: index - this.#window.page,
      Home: 0,
      End: this.#source.total() - 1,
    };
    const target = targets[event.key];
    if (event.key === 'Enter' && active !== undefined) open(active);
    else if (event.key === ' ' && active !== undefined) toggle(active);
    else if (target !== undefined) {
      // With Shift the rows that are passed are chosen along.
      if (event.shiftKey && active !== undefined) toggle(active, true);
      this.moveTo(target);
      if (event.shiftKey && this.active !== undefined) toggle(this.active, true);
    } else if (event.key !== 'Escape' || !escape()) return;
    event.preventDefault();
  };

  readonly handlePointer = (event: PointerEvent): void => {
    this.#isPointedAt = event.type === 'pointerenter' && event.pointerType === 'mouse';
    if (!this.isHeld) this.#source.settle();
  };

  /** What was pressed stays under the finger until its click is over: a click on something else would be another's. */
  readonly handlePress = ({ target }: Event): void => {
    if ((target as Element).closest('button, [role="option"]') === null) return;
    this.#endPress();
    this.#isPressed = true;
    addEventListener('pointerup', this.#handleRelease);
    addEventListener('pointercancel', this.#handleClicked);
    addEventListener('click', this.#handleClicked);
  };

  readonly #handleRelease = (): void => {
    this.#release ??= setTimeout(this.#handleClicked, tapMs);
  };

  readonly #handleClicked = (): void => {
    this.#endPress();
    if (!this.isHeld) this.#source.settle();
  };

  #endPress(): void {
    this.#isPressed = false;
    clearTimeout(this.#release);
    this.#release = undefined;
    removeEventListener('pointerup', this.#handleRelease);
    removeEventListener('pointercancel', this.#handleClicked);
    removeEventListener('click', this.#handleClicked);
  }

  readonly handleFocus = (event: Event): void => {
    // However the focus came here (a screen reader sets it as it likes), keys act on the row that has it.
    const row = (event.target as Element).closest<HTMLElement>('[role="option"]');
    const id = row?.dataset['id'] ?? this.active;
    if (id === this.active) return;
    this.active = id;
    this.#host.requestUpdate();
  };

  readonly handleBlur = (event: FocusEvent): void => {
    const goesTo = event.relatedTarget;
    if (goesTo instanceof Node && this.#source.list()?.contains(goesTo) === true) return;
    if (!this.#isPointedAt && !this.#isPressed && !this.#window.isScrolled) this.#source.settle();
  };
}
