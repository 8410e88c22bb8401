import { noChange, type ElementPart } from 'lit';
import { AsyncDirective, directive } from 'lit/async-directive.js';

/** What a list that opens over the page knows about itself. */
export interface Popup {
  open: boolean;
  /** The position of the first option that is in the page. */
  from: number;
  /** The option, among those in the page, to be brought into sight. */
  reveal?: number;
  /** The option whose distance to the top edge is to stay as it was. */
  hold?: { readonly index: number; readonly top: number };
  box?: HTMLElement;
}

/** Never higher than this, so that the page stays in sight. */
const highest = 320;
const gap = 4;

/**
 * Opens a box under the control before it, or above where there is more room, in the browser's top layer: no overflow,
 * transform or stacking of a host page can cut it off. It follows its control while it is open. Its place is set
 * through the CSSOM, which a strict policy allows; CSS anchors would need a name of its own for each field.
 */
class PopupDirective extends AsyncDirective {
  #box: HTMLElement | undefined;
  #following: AbortController | undefined;

  override render(_state: Popup): unknown {
    return noChange;
  }

  override update(part: ElementPart, [state]: [Popup]): unknown {
    const box = part.element as HTMLElement;
    state.box = box;
    if (this.#box !== box) {
      this.#box = box;
      this.#follow();
    }
    // Its options are rendered after it, in the same turn.
    queueMicrotask(() => settle(box, state));
    return noChange;
  }

  protected override disconnected(): void {
    this.#following?.abort();
  }

  protected override reconnected(): void {
    this.#follow();
  }

  #follow(): void {
    this.#following?.abort();
    this.#following = new AbortController();
    const { signal } = this.#following;
    const follow = (): void => place(this.#box);
    addEventListener('scroll', follow, { capture: true, passive: true, signal });
    addEventListener('resize', follow, { signal });
    visualViewport?.addEventListener('resize', follow, { signal });
  }
}

export const popup = directive(PopupDirective);

function settle(box: HTMLElement, state: Popup): void {
  if (!box.isConnected) return;
  // Where there is no top layer, the box still stands in its place.
  if (typeof box.showPopover === 'function' && !box.matches(':popover-open')) box.showPopover();
  place(box);
  const options = box.querySelectorAll<HTMLElement>('.option');
  const { hold, reveal } = state;
  delete state.hold;
  delete state.reveal;
  const held = hold && options[hold.index];
  if (hold && held) box.scrollTop = held.offsetTop - hold.top;
  const shown = reveal === undefined ? undefined : options[reveal];
  if (shown !== undefined) intoSight(box, shown);
}

/** Scrolls the box alone: `scrollIntoView` would scroll the page as well. */
function intoSight(box: HTMLElement, { offsetTop, offsetHeight }: HTMLElement): void {
  if (offsetTop < box.scrollTop) box.scrollTop = offsetTop;
  const overhang = offsetTop + offsetHeight - box.scrollTop - box.clientHeight;
  if (overhang > 0) box.scrollTop += overhang;
}

function place(box: HTMLElement | undefined): void {
  const control = box?.previousElementSibling;
  if (box === undefined || control == null) return;
  const { left, top, bottom, width } = control.getBoundingClientRect();
  const height = visualViewport?.height ?? innerHeight;
  const [above, below] = [top - gap * 2, height - bottom - gap * 2];
  const isBelow = below >= Math.min(box.scrollHeight, highest) || below >= above;
  const room = Math.max(Math.min(isBelow ? below : above, highest), 96);
  box.style.setProperty('left', `${left}px`);
  box.style.setProperty('width', `${width}px`);
  box.style.setProperty('max-height', `${room}px`);
  box.style.setProperty('top', isBelow ? `${bottom + gap}px` : 'auto');
  box.style.setProperty('bottom', isBelow ? 'auto' : `${innerHeight - top + gap}px`);
}
