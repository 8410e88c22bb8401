/** The part itself and every shadow root within, outermost first. What the page put into elements is its own. */
export function rootsIn<Part extends ParentNode>(part: Part): (Part | ShadowRoot)[] {
  const inner = [...part.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
    shadowRoot === null ? [] : rootsIn(shadowRoot),
  );
  return [part, ...inner];
}

/** What a field is asked with, in its order; of a field within it that one's own. */
export const controlSelector = 'input, select, textarea';

export function ownIn(wrapper: Element, selector: string): HTMLElement[] {
  return [...wrapper.querySelectorAll<HTMLElement>(selector)].filter(
    (found) => found.closest('[data-pointer]') === wrapper,
  );
}

/** The field at a pointer in any of the roots. */
export function wrapperIn(root: ShadowRoot, pointer: string): Element | undefined {
  const selector = `[data-pointer="${CSS.escape(pointer)}"]`;
  for (const one of rootsIn(root)) {
    const wrapper = one.querySelector(selector);
    if (wrapper !== null) return wrapper;
  }
  return undefined;
}
