import { expect } from '@esm-bundle/chai';
import { FootController } from './foot-controller.js';

/** An observer that says what a test tells it to say: no page can be made to be told of two frames at once. */
class ToldObserver extends EventTarget {
  static tell: (isIntersecting: boolean[]) => void;

  constructor(listener: (entries: unknown[]) => void) {
    super();
    ToldObserver.tell = (frames) =>
      listener(
        frames.map((isIntersecting) => ({ isIntersecting, boundingClientRect: { height: 90 } })),
      );
  }

  observe(): void {}
  disconnect(): void {}
}

describe('FootController', () => {
  const original = window.IntersectionObserver;

  beforeEach(() => {
    Object.assign(window, { IntersectionObserver: ToldObserver });
  });

  afterEach(() => {
    Object.assign(window, { IntersectionObserver: original });
  });

  /** What the host was told: the foot that it draws, after each time the page was told. */
  function told(...times: boolean[][]): { isNeeded: boolean; updates: number } {
    let updates = 0;
    const foot = new FootController(
      {
        addController: () => {},
        removeController: () => {},
        requestUpdate: () => updates++,
        updateComplete: Promise.resolve(true),
      },
      () => document.body,
    );
    foot.hostUpdated();
    for (const frames of times) ToldObserver.tell(frames);
    return { isNeeded: foot.isNeeded, updates };
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
