/** Puts into a page what a server would have sent for it, declarative shadow roots and all. Answers its first element. */
export function serve(page: Element, html: string): Element {
  // eslint-disable-next-line no-restricted-syntax -- stands for the parser, to which a page gives its HTML
  page.setHTMLUnsafe(html);
  const [first] = page.children;
  if (first === undefined) throw new Error('nothing is served');
  return first;
}

/** What was drawn of an element before its script came, as long as it stands. */
export function coverOf(element: Element): HTMLElement | null {
  return element.shadowRoot?.querySelector<HTMLElement>('[data-predrawn]') ?? null;
}
