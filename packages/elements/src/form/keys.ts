/**
 * Whether a key belongs to an input method, which is still making a word of it: Enter takes its proposal then, and the
 * arrows choose another. Safari tells of the key that ends a composition after its end, with the code 229.
 */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** Whether a person pressed Enter and means it. */
export function isEnter(event: Event): boolean {
  return event instanceof KeyboardEvent && event.key === 'Enter' && !isComposing(event);
}
