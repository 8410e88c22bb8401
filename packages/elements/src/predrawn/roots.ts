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

/** Which field it is: that of a pointer, in the element that shows its form. */
export interface Place {
  /** The tags of the elements around the form, outermost first. */
  readonly path: string;
  readonly pointer: string;
}

export interface PlacedField {
  readonly place: Place;
  readonly wrapper: HTMLElement;
}

/** The fields of a picture. */
export function fieldsIn(cover: HTMLElement): PlacedField[] {
  return rootsIn(cover).flatMap((root) =>
    [...root.querySelectorAll<HTMLElement>('[data-pointer]')].map((wrapper) => ({
      place: placeOf(wrapper),
      wrapper,
    })),
  );
}

export function placeOf(wrapper: HTMLElement): Place {
  return { path: pathOf(wrapper), pointer: wrapper.dataset['pointer'] ?? '' };
}

/** The field in the same place of an element: the guest book asks for a name, and so does the form after it. */
export function fieldAt(root: ShadowRoot, { path, pointer }: Place): HTMLElement | undefined {
  const selector = `[data-pointer="${CSS.escape(pointer)}"]`;
  for (const one of rootsIn(root)) {
    const wrapper = one.querySelector<HTMLElement>(selector);
    if (wrapper !== null && pathOf(wrapper) === path) return wrapper;
  }
  return undefined;
}

function pathOf(element: Element): string {
  const root = element.getRootNode();
  if (!(root instanceof ShadowRoot)) return '';
  const { host } = root;
  const tag = (host as HTMLElement).dataset['predrawnOf'] ?? host.localName;
  return `${pathOf(host)} ${tag}`;
}
