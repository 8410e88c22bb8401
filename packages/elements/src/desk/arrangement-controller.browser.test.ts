import { expect, fixture, html } from '@open-wc/testing';
import { waitUntil } from '../testing/wait-until.js';
import { ArrangementController } from './arrangement-controller.js';

/** Resolves when all who watch the width of the element, and began before, have been told of it. */
function told(element: Element, width: number): Promise<void> {
  return new Promise((resolve) => {
    const observer = new ResizeObserver(([entry]) => {
      if (entry?.contentRect.width !== width) return;
      observer.disconnect();
      // What a watcher does in the next frame is done.
      requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    });
    observer.observe(element);
  });
}

describe('ArrangementController', () => {
  it('goes by the width, and keeps what it was while its host is hidden', async () => {
    const box = await fixture<HTMLElement>(html`<div></div>`);
    const host = Object.assign(box, {
      addController: () => {},
      removeController: () => {},
      requestUpdate: () => {},
      updateComplete: Promise.resolve(true),
    });
    const arrangement = new ArrangementController(host);
    box.style.inlineSize = '700px';
    arrangement.hostConnected();
    await waitUntil(() => arrangement.current === 'tabs', 'no tabs');
    box.hidden = true;
    await told(box, 0);
    expect(arrangement.current).to.equal('tabs');
    box.hidden = false;
    box.style.inlineSize = '500px';
    await waitUntil(() => arrangement.current === 'single', 'not one after the other');
    arrangement.hostDisconnected();
  });
});
