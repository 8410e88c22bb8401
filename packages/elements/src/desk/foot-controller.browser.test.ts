import { expect, fixture, html } from '@open-wc/testing';
import { tell, tellInTurn } from '../testing/told-observer.js';
import { waitUntil } from '../testing/wait-until.js';
import { FootController } from './foot-controller.js';

/** The foot of a host that only counts how often it was asked to draw. */
function footUnder(part: Element): { readonly foot: FootController; updates: number } {
  const drawn = { updates: 0 };
  const foot = new FootController(
    {
      addController: () => {},
      removeController: () => {},
      requestUpdate: () => drawn.updates++,
      updateComplete: Promise.resolve(true),
    },
    () => part,
  );
  foot.hostUpdated();
  return Object.assign(drawn, { foot });
}

describe('FootController', () => {
  describe('told of frames', () => {
    let putBack: () => void;

    beforeEach(() => {
      putBack = tellInTurn();
    });

    afterEach(() => putBack());

    /** What the host was told: the foot that it draws, after each time the page was told. */
    function told(...times: boolean[][]): { isNeeded: boolean; updates: number } {
      const drawn = footUnder(document.body);
      for (const frames of times) tell(...frames.map((isIntersecting) => ({ isIntersecting })));
      return { isNeeded: drawn.foot.isNeeded, updates: drawn.updates };
    }

    it('is needed while the action is out of sight', () => {
      expect(told([false])).to.deep.equal({ isNeeded: true, updates: 1 });
      expect(told([true])).to.deep.equal({ isNeeded: false, updates: 0 });
      expect(told([false], [true])).to.deep.equal({ isNeeded: false, updates: 2 });
    });

    it('goes by the last of several frames', () => {
      expect(told([true, false])).to.deep.equal({ isNeeded: true, updates: 1 });
      expect(told([false, true])).to.deep.equal({ isNeeded: false, updates: 0 });
      expect(told([false], [false, true])).to.deep.equal({ isNeeded: false, updates: 2 });
    });
  });

  it('is needed when an action that was hidden comes back out of sight', async () => {
    const part = await fixture<HTMLElement>(html`<p>Serahkan</p>`);
    /** Resolves when the browser has told every observer of the part what it has told this one. */
    const seen = (isIntersecting: boolean): Promise<void> =>
      new Promise((resolve) => {
        const observer = new IntersectionObserver((entries) => {
          if (entries.at(-1)?.isIntersecting !== isIntersecting) return;
          observer.disconnect();
          resolve();
        });
        observer.observe(part);
      });
    const { foot } = footUnder(part);
    await seen(true);
    expect(foot.isNeeded).to.equal(false);
    part.hidden = true;
    await seen(false);
    part.style.marginBlockStart = '300vh';
    part.hidden = false;
    await waitUntil(() => foot.isNeeded, 'no foot');
  });
});
