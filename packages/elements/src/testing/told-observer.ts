type Told = Pick<IntersectionObserverEntry, 'isIntersecting'> & Partial<IntersectionObserverEntry>;

let listener: ((entries: Told[]) => void) | undefined;

class ToldObserver {
  constructor(told: (entries: Told[]) => void) {
    listener = told;
  }

  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

/**
 * Puts an observer in the page that says what a test tells it to: no page can be made to be told of several frames at
 * once. The returned function puts the browser's own back.
 */
export function tellInTurn(): () => void {
  const own = window.IntersectionObserver;
  Object.assign(window, { IntersectionObserver: ToldObserver });
  return () => void Object.assign(window, { IntersectionObserver: own });
}

/** Tells the observer that was made last, once, of these entries. */
export function tell(...entries: Told[]): void {
  listener?.(entries);
}
