import type { Pointer } from '@lpse-konsultasi/form-schema';

/** The fields around an element, from the inside out. */
export function* wrappersAround(element: Element): Generator<Element> {
  let wrapper = element.closest('[data-pointer]');
  while (wrapper !== null) {
    yield wrapper;
    wrapper = wrapper.parentElement?.closest('[data-pointer]') ?? null;
  }
}

/** The field that a wrapper is of. */
export function pointerOf(wrapper: Element): Pointer {
  return (wrapper as HTMLElement).dataset['pointer'] ?? '';
}
