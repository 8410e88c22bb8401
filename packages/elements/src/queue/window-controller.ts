import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Rows that are drawn beyond the edge, so that a short scroll finds them there. */
const beyond = 10;
/** Drawing begins anew when the edge comes nearer than this. */
const nearest = 3;

interface Source {
  /** The box that scrolls. */
  readonly box: () => HTMLElement | null;
  readonly count: () => number;
}

/**
 * Which rows of a long list to draw: those in the box and a few beyond. All rows have one height, so a row's place is
 * its number; the height is read off a drawn row, since text may be larger than we think.
 */
export class WindowController implements ReactiveController {
  /** The first row to draw, and the first one behind the last. */
  first = 0;
  last = 30;

  readonly #host: ReactiveControllerHost;
  readonly #source: Source;
  readonly #resizing: ResizeObserver;
  #box: HTMLElement | null = null;
  #rowHeight = 36;
  #frame: number | undefined;

  constructor(host: ReactiveControllerHost, source: Source) {
    this.#host = host;
    this.#source = source;
    this.#resizing = new ResizeObserver(() => this.#plan());
    host.addController(this);
  }

  /** The list is not at its top: what comes in above would move what is being read. */
  get isScrolled(): boolean {
    return (this.#box?.scrollTop ?? 0) > this.#rowHeight / 2;
  }

  hostUpdated(): void {
    const box = this.#source.box();
    if (box !== this.#box) this.#follow(box);
    this.#measure();
  }

  hostDisconnected(): void {
    this.#follow(null);
  }

  /** Brings a row into sight, with as little movement as possible. Answers when it can be drawn. */
  reveal(index: number): void {
    const box = this.#box;
    if (box === null) return;
    const top = index * this.#rowHeight;
    const bottom = top + this.#rowHeight;
    if (top < box.scrollTop) box.scrollTop = top;
    else if (bottom > box.scrollTop + box.clientHeight) box.scrollTop = bottom - box.clientHeight;
    this.#choose();
  }

  /** Whole rows that fit into the box: how far a page key goes. */
  get page(): number {
    return Math.max(1, Math.floor((this.#box?.clientHeight ?? 0) / this.#rowHeight) - 1);
  }

  toTop(): void {
    if (this.#box !== null) this.#box.scrollTop = 0;
    this.#choose();
  }

  #follow(box: HTMLElement | null): void {
    this.#box?.removeEventListener('scroll', this.#plan);
    this.#resizing.disconnect();
    if (this.#frame !== undefined) cancelAnimationFrame(this.#frame);
    this.#frame = undefined;
    this.#box = box;
    if (box === null) return;
    box.addEventListener('scroll', this.#plan, { passive: true });
    this.#resizing.observe(box);
  }

  readonly #plan = (): void => {
    this.#frame ??= requestAnimationFrame(() => {
      this.#frame = undefined;
      this.#measure();
      this.#choose();
    });
  };

  #measure(): void {
    // With its fraction: over 30,000 rows half a pixel is a screen.
    const row = this.#box?.querySelector('[data-row]');
    const height = row?.getBoundingClientRect().height ?? 0;
    if (height === 0 || height === this.#rowHeight) return;
    this.#rowHeight = height;
    this.#plan();
  }

  #choose(): void {
    const box = this.#box;
    if (box === null) return;
    const count = this.#source.count();
    const top = Math.floor(box.scrollTop / this.#rowHeight);
    const bottom = Math.ceil((box.scrollTop + box.clientHeight) / this.#rowHeight);
    const isCovered =
      (this.first === 0 || top - this.first >= nearest) &&
      (this.last >= count || this.last - bottom >= nearest);
    if (isCovered && this.first <= top && this.last >= Math.min(bottom, count)) return;
    this.first = Math.max(0, top - beyond);
    this.last = bottom + beyond;
    this.#host.requestUpdate();
  }
}
