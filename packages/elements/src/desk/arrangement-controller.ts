import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { textRoom } from '../styles/text-room.js';

/** How the three regions stand: side by side, as tabs, or one after the other. */
export type Arrangement = 'columns' | 'tabs' | 'single';
export type Region = 'queue' | 'case' | 'context';

export const regions: readonly Region[] = ['queue', 'case', 'context'];

/** Chooses the arrangement by the room that the page gives the desk, not by the screen. */
export class ArrangementController implements ReactiveController {
  current: Arrangement = 'columns';
  /** The region that is shown where not all are. */
  region: Region = 'queue';

  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #resizing = new ResizeObserver(([entry]) => {
    const width = textRoom(entry?.contentRect.width ?? 0);
    // Hidden is not narrow. In the next frame: what another arrangement does to the width must not be observed in the
    // same one.
    if (width > 0) requestAnimationFrame(() => this.#arrange(width));
  });

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.#resizing.observe(this.#host);
  }

  hostDisconnected(): void {
    this.#resizing.disconnect();
  }

  show(region: Region): void {
    this.region = region;
    this.#host.requestUpdate();
  }

  /** On a phone the context follows its case; elsewhere each region stands or falls by itself. */
  isShown(region: Region): boolean {
    if (this.current === 'columns') return true;
    if (this.current === 'tabs') return region === this.region;
    return (region === 'queue') === (this.region === 'queue');
  }

  #arrange(width: number): void {
    const next = width > 1000 ? 'columns' : width > 600 ? 'tabs' : 'single';
    if (next === this.current) return;
    this.current = next;
    this.#host.requestUpdate();
  }
}
